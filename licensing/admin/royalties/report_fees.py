"""What reports make due: invoiced, credited or dropped by buttons, on the fee's page and on its report's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.models import ReportFee, RightsReport
from licensing.reports.fees import credit_fee, drop_fee, due_under, invoice_fee
from office.site.moves import Move, MovesAdmin
from office.site.rows import ReadOnly
from wording.sentences import sentence


class FeeMove(Move[Any]):
    """On the page of a fee, or of a report under whose licence one waits. What the person sees is what is settled."""

    key = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fee = waiting_fee(self.row)
        self.initial["key"] = self.fee.pk if self.fee else None

    @classmethod
    def fits(cls, row: ReportFee | RightsReport) -> bool:
        fee = waiting_fee(row)
        return fee is not None and cls.suits(fee)

    @classmethod
    def suits(cls, fee: ReportFee) -> bool:  # noqa: ARG003 - subclasses look at the fee
        return True

    def the_fee(self) -> ReportFee:
        """The fee that was shown, whatever has been reported or done since: the verb says what has become of it."""
        return ReportFee.objects.with_listing().get(pk=self.cleaned_data["key"], licence=self.row.licence_id)

    def clean_key(self) -> int:
        key: int = self.cleaned_data["key"]
        if not ReportFee.objects.filter(pk=key, licence=self.row.licence_id).exists():
            raise forms.ValidationError(_now("This fee is of another licence."), "other-licence")
        return key

    def facts(self) -> Iterable[tuple[object, object]]:
        fee = self.fee
        due = due_under(fee.licence) if fee else None
        if fee is None or due is None:
            return
        yield _("licence"), fee.licence
        yield _("payer"), fee.licence.institution
        for answer in due.answers:
            yield (
                answer.report,
                _("people who came: %(heads)d; screenings: %(screenings)d; box office: %(box_office)s")
                % {
                    "heads": answer.attendance,
                    "screenings": answer.screenings,
                    "box_office": answer.box_office,
                },
            )
        for charge in due.charges():
            yield sentence(charge.said).rstrip("."), charge.amount
        yield _("difference, before tax"), fee.amount


class InvoiceFee(FeeMove):
    name = "invoice"
    label = _("Invoice what is due")
    permission = "licensing.add_invoice"

    @classmethod
    def suits(cls, fee: ReportFee) -> bool:
        return fee.amount.amount > 0

    def act(self) -> str:
        invoice = invoice_fee(fee=self.the_fee(), by=self.by)
        return _now("Invoice %(number)s for %(total)s is issued and sent.") % {
            "number": invoice.number,
            "total": invoice.total,
        }


class CreditFee(FeeMove):
    name = "credit-fee"
    label = _("Credit what was charged too much")
    permission = "licensing.add_creditnote"

    @classmethod
    def suits(cls, fee: ReportFee) -> bool:
        return fee.amount.amount < 0

    def act(self) -> str:
        notes = credit_fee(fee=self.the_fee(), by=self.by)
        return " ".join(
            _now("Credit note %(number)s for %(total)s is issued and sent.")
            % {"number": note.number, "total": note.total}
            for note in notes
        )


class DropFee(FeeMove):
    name = "drop"
    label = _("Let it go")
    permission = "licensing.change_reportfee"
    because = forms.CharField(label=_("Reason"), max_length=250)

    def act(self) -> str:
        drop_fee(fee=self.the_fee(), because=self.cleaned_data["because"], by=self.by)
        return _now("It is neither invoiced nor credited.")


FEE_MOVES = (InvoiceFee, CreditFee, DropFee)


@admin.register(ReportFee)
class ReportFeeAdmin(ReadOnly, MovesAdmin[ReportFee]):
    list_display = ("licence", "institution", "report", "amount", "status", "order_number", "created_at")
    list_filter = ("status", "created_at")
    search_fields = (
        "licence__number",
        "licence__institution__legal_name",
        "answer__report__title",
        "line__order__number",
    )
    date_hierarchy = "created_at"
    fields = readonly_fields = (
        "licence", "institution", "report", "amount", "status", "order_number", "notes", "because", "settled_by",
        "settled_at", "created_at",
    )  # fmt: skip
    moves = FEE_MOVES

    def get_queryset(self, request: HttpRequest) -> QuerySet[ReportFee]:
        return super().get_queryset(request).with_listing()  # type: ignore[attr-defined,no-any-return]  # the model's own queryset

    @admin.display(description=_("payer"))
    def institution(self, fee: ReportFee) -> str:
        return str(fee.licence.institution)

    @admin.display(description=_("report"))
    def report(self, fee: ReportFee) -> str:
        return str(fee.answer.report)

    @admin.display(description=_("order"))
    def order_number(self, fee: ReportFee) -> str:
        return fee.line.order.number if fee.line else "—"

    @admin.display(description=_("credit notes"))
    def notes(self, fee: ReportFee) -> str:
        return ", ".join(note.number for note in fee.credit_notes.order_by("pk")) or "—"


def waiting_fee(row: ReportFee | RightsReport) -> ReportFee | None:
    """What waits under the row's licence. At most one query."""
    if isinstance(row, ReportFee):
        return row if row.status == ReportFee.Status.WAITING else None
    return ReportFee.objects.waiting().filter(licence=row.licence_id).with_listing().first()
