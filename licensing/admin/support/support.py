"""Donations in the office: the page and its amounts, the wishes of donors, the money of a transfer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.models import Donation, DonationOffer, Order, SupportPage
from licensing.sales.donations.receiving import MAY, hide_supporter, receive_donation, show_supporter
from licensing.sales.payment.received import METHODS
from licensing.terms.days import office_today
from office.site.moves import Move, MovesAdmin
from office.site.rows import OneRowAdmin, ReadOnly, TableInline


class ReceiveDonation(Move[Order]):
    """On the page of its order."""

    name = "receive-donation"
    label = _("Record the donation")
    permission = "licensing.add_payment"
    field_of_code = {"received-later": "received_on", "not-positive": "amount", "fraction": "amount"}
    amount = forms.DecimalField(
        label=_("Amount"),
        max_digits=12,
        decimal_places=2,
        help_text=_("As it has come: more or less than announced."),
    )
    reference = forms.CharField(label=_("The bank's reference"), max_length=120)
    method = forms.ChoiceField(label=_("Method"), choices=[(each.value, each.label) for each in METHODS])
    received_on = forms.DateField(label=_("Received on"), widget=AdminDateWidget, initial=office_today)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("amount", self.row.total.amount)

    @classmethod
    def fits(cls, row: Order) -> bool:
        return row.kind == Order.Kind.DONATION and row.status == Order.Status.PLACED

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("order"), self.row.number
        yield _("donor"), self.row.institution
        yield _("announced"), self.row.total

    def act(self) -> str:
        values = self.cleaned_data | {"amount": Money(self.cleaned_data["amount"], self.row.total.currency)}
        payment = receive_donation(order=self.row, by=self.by, **values)
        return _now("A donation of %(amount)s is recorded, and a receipt sent.") % {"amount": payment.amount}


class DonationMove(Move[Donation]):
    permission = MAY

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("donation"), self.row
        yield _("donor"), self.row.order.institution
        yield _("name in the list"), self.row.name or self.row.get_listing_display()


class Hide(DonationMove):
    name = "hide"
    label = _("Hide it in the list of supporters")

    @classmethod
    def fits(cls, row: Donation) -> bool:
        return row.hidden_at is None and row.listing != Donation.Listing.NO

    def act(self) -> str:
        hide_supporter(donation=self.row, by=self.by)
        return _now("It is not in the list of supporters any more.")


class Show(DonationMove):
    name = "show"
    label = _("Show it in the list of supporters again")

    @classmethod
    def fits(cls, row: Donation) -> bool:
        return row.hidden_at is not None

    def act(self) -> str:
        show_supporter(donation=self.row, by=self.by)
        return _now("It is in the list of supporters again.")


@admin.register(Donation)
class DonationAdmin(ReadOnly, MovesAdmin[Donation]):
    """Only verbs make them; their money is that of the order."""

    list_display = ("order", "donor", "amount", "status", "listing", "name", "hidden_at")
    list_filter = ("order__status", "listing", ("hidden_at", admin.EmptyFieldListFilter))
    search_fields = ("order__number", "order__institution__legal_name", "order__placed_by__email", "name")
    list_select_related = ("order__institution",)
    fields = readonly_fields = (
        "order",
        "donor",
        "amount",
        "status",
        "listing",
        "name",
        "hidden_at",
        "hidden_by",
    )
    moves = (Hide, Show)

    @admin.display(description=_("donor"))
    def donor(self, row: Donation) -> str:
        return str(row.order.institution)

    @admin.display(description=_("amount"))
    def amount(self, row: Donation) -> str:
        return str(row.order.total)

    @admin.display(description=_("status"))
    def status(self, row: Donation) -> str:
        return str(row.order.get_status_display())


class OfferInline(TableInline[DonationOffer, SupportPage]):
    model = DonationOffer


@admin.register(SupportPage)
class SupportPageAdmin(OneRowAdmin[SupportPage]):
    """One row. Its form begins with what holds without one."""

    list_display = ("__str__", "is_open", "is_sample")
    inlines = (OfferInline,)
