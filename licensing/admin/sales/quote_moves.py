"""The office makes a quote for an institution, with prices of its own where it may, and withdraws one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from licensing.admin.sales.quote_lines import LINES, QuoteLines
from licensing.models import Act, Institution, Quote
from licensing.models.buyers.roles import ROLES_FOR
from licensing.sales.quoting.quotes import LONGEST_REASON, make_quote, withdraw_quote
from licensing.terms.days import office_today
from office.distributor.reader import distributor
from office.permissions import may
from office.site.moves import Move

OWN_PRICE = "licensing.set_quote_price"


class MakeQuote(Move[Institution]):
    name = "make-quote"
    label = _("Make a quote")
    permission = "licensing.add_quote"
    field_of_code: ClassVar[Mapping[str, str]] = {
        "asker": "asked_by",
        "starts-too-early": "starts_on",
        "starts-too-late": "starts_on",
        "valid-days": "valid_days",
    }
    request_key = forms.CharField(widget=forms.HiddenInput, max_length=40, initial=lambda: uuid4().hex)
    asked_by = forms.ModelChoiceField(User.objects.none(), label=_("For"))
    starts_on = forms.DateField(label=_("Licences begin on"), widget=AdminDateWidget, initial=office_today)
    valid_days = forms.IntegerField(label=_("Days that it is valid"), min_value=1, max_value=365)

    @classmethod
    def fits(cls, row: Institution) -> bool:
        return row.verification != Institution.Verification.REFUSED

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = self.row.members.filter(memberships__role__in=sorted(ROLES_FOR[Act.ORDER]), is_active=True)
        asked_by = self.fields["asked_by"]
        if isinstance(asked_by, forms.ModelChoiceField):
            asked_by.queryset = members.order_by("memberships__pk").distinct()
        self.initial["valid_days"] = distributor().quote_days
        self.lines = QuoteLines(self.row, may_price=may(self.by, OWN_PRICE))
        self.fields |= self.lines.fields()

    def groups(self) -> list[tuple[object, list[forms.BoundField]]]:
        """Its lines one below the other, each with its fields beside each other."""
        lines = [(_("Line %(row)d") % {"row": at}, self.lines.shown(self, at)) for at in LINES]
        names = ("asked_by", "starts_on", "valid_days")
        return [("", [self[name] for name in names]), *lines]

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("institution"), self.row.legal_name
        yield _("tier"), self.row.get_tier_display()
        yield _("verified"), self.row.get_verification_display()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.lines.refuse_unfit(self)
        return data

    def act(self) -> str:
        data = self.cleaned_data
        quote = make_quote(
            institution=self.row,
            lines=self.lines.wanted(data),
            by=self.by,
            starts_on=data["starts_on"],
            asked_by=data["asked_by"],
            valid_days=data["valid_days"],
            request_key=data["request_key"],
        )
        return _now("Quote %(number)s for %(total)s is made and sent to %(person)s.") % {
            "number": quote.number,
            "total": quote.total,
            "person": quote.asked_by,
        }


class WithdrawQuote(Move[Quote]):
    name = "withdraw"
    label = _("Withdraw")
    permission = "licensing.change_quote"
    because = forms.CharField(
        label=_("Why it is withdrawn"), max_length=LONGEST_REASON, help_text=_("The institution reads this.")
    )

    @classmethod
    def fits(cls, row: Quote) -> bool:
        return row.standing(office_today()) == Quote.Status.OPEN

    def facts(self) -> Iterable[tuple[object, object]]:
        row = self.row
        yield _("quote"), row.number
        yield _("institution"), row.institution.legal_name
        for line in row.lines.all():
            yield line.description, line.amount
        yield _("total"), row.total
        yield _("valid until"), row.valid_until

    def act(self) -> str:
        withdraw_quote(quote=self.row, by=self.by, because=self.cleaned_data["because"])
        return _now("Quote %(number)s is withdrawn.") % {"number": self.row.number}
