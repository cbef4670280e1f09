"""What the office does for a licensor: issue the statements of a quarter, record what was paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminDateWidget
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.models import Licensor
from licensing.models.money import of_units
from licensing.royalties.figures import balance_of, figures_of
from licensing.royalties.paying import record_licensor_payment
from licensing.royalties.statements import issue_statements
from licensing.terms.days import office_today
from licensing.terms.royalties import Quarter
from office.site.moves import Move

QUARTERS_OFFERED = 8


def last_quarter() -> Quarter:
    """The last one that is over."""
    return Quarter.of(office_today()).previous()


def quarters() -> Iterator[tuple[str, str]]:
    quarter = last_quarter()
    for _each in range(QUARTERS_OFFERED):
        yield str(quarter), str(quarter)
        quarter = quarter.previous()


class IssueStatement(Move[Licensor]):
    name = "issue-statement"
    label = _("Issue the statement")
    permission = "licensing.add_royaltystatement"
    field_of_code = {"not-over": "quarter", "already-stated": "quarter"}
    quarter = forms.ChoiceField(label=_("Quarter"), choices=quarters)

    def facts(self) -> Iterable[tuple[object, object]]:
        quarter = last_quarter()
        yield _("licensor"), self.row.name
        yield _("last quarter that is over"), quarter
        for figures in figures_of(self.row, quarter):
            for label, units in (
                (_("receipts"), figures.receipts),
                (_("due for the quarter"), figures.payable),
                (_("balance"), figures.balance),
            ):
                yield label, Money(of_units(units, figures.currency), figures.currency)

    def act(self) -> str:
        quarter = Quarter.named(self.cleaned_data["quarter"])
        issued = issue_statements(licensor=self.row, quarter=quarter, by=self.by)
        return _now("Issued: %(numbers)s.") % {"numbers": ", ".join(each.number for each in issued)}


class RecordPayment(Move[Licensor]):
    name = "record-payment"
    label = _("Record payment to the licensor")
    permission = "licensing.add_licensorpayment"
    field_of_code = {
        **dict.fromkeys(("not-positive", "fraction", "more-than-due"), "amount"),
        "paid-later": "paid_on",
        "other-payment": "reference",
    }
    amount = forms.DecimalField(label=_("Amount"), max_digits=12, decimal_places=2)
    currency = forms.ChoiceField(label=_("Currency"))
    reference = forms.CharField(label=_("The bank's reference"), max_length=120)
    paid_on = forms.DateField(label=_("Paid on"), widget=AdminDateWidget, initial=office_today)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stated = self.row.statements.order_by("currency").values_list("currency", flat=True).distinct()
        self.currencies = list(stated) or [settings.DEFAULT_CURRENCY]
        self.fields["currency"].choices = [(each, each) for each in self.currencies]  # type: ignore[attr-defined]  # of a ChoiceField

    @classmethod
    def fits(cls, row: Licensor) -> bool:
        return row.statements.exists()

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("licensor"), self.row.name
        for currency in self.currencies:
            yield _("due now"), Money(balance_of(self.row, currency), currency)

    def act(self) -> str:
        data = self.cleaned_data
        payment = record_licensor_payment(
            licensor=self.row,
            amount=Money(data["amount"], data["currency"]),
            reference=data["reference"],
            paid_on=data["paid_on"],
            by=self.by,
        )
        return _now("A payment of %(amount)s is recorded.") % {"amount": payment.amount}
