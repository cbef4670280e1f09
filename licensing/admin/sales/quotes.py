"""Quotes, and the distributor's rules for upgrades."""

from __future__ import annotations

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from licensing.admin.sales.quote_moves import WithdrawQuote
from licensing.admin.sales.sold_lines import SoldLineInline
from licensing.models import Quote, QuoteLine, UpgradeCredit, UpgradeRule
from licensing.terms.days import office_today
from office.site.moves import MovesAdmin
from office.site.rows import OfficeAdmin, ReadOnly, ReadOnlyAdmin


class QuoteLineInline(SoldLineInline[QuoteLine, Quote]):
    model = QuoteLine
    fields = readonly_fields = (
        "description", "named_sites", "starts_on", "ends_on", "listed", "amount", "because",
    )  # fmt: skip


@admin.register(Quote)
class QuoteAdmin(ReadOnly, MovesAdmin[Quote]):
    """Quotes are made on the page of their institution, or by its members; what they say never changes."""

    list_display = ("number", "institution", "standing", "total", "made_on", "valid_until", "asked_by")
    list_filter = ("status", "tier", "valid_until")
    search_fields = ("number", "institution__legal_name", "asked_by__email", "order__number")
    list_select_related = ("institution", "asked_by", "made_by", "order")
    date_hierarchy = "made_on"
    inlines = (QuoteLineInline,)
    fields = readonly_fields = (
        "number", "paper", "institution", "asked_by", "made_by", "tier", "standing", "total", "starts_on", "made_on",
        "valid_until", "from_order", "accepted_on", "withdrawn_because",
    )  # fmt: skip
    moves = (WithdrawQuote,)

    @admin.display(description=_("status"))
    def standing(self, quote: Quote) -> str:
        return str(quote.standing(office_today()).label)

    @admin.display(description=_("document"))
    def paper(self, quote: Quote) -> str:
        address = reverse("licensing:quote-pdf", args=[quote.number])
        return format_html('<a href="{}">{}.pdf</a>', address, quote.number)

    @admin.display(description=_("order"))
    def from_order(self, quote: Quote) -> str:
        if quote.order is None:
            return ""
        address = reverse("admin:licensing_order_change", args=[quote.order.pk])
        return format_html('<a href="{}">{}</a>', address, quote.order.number)


@admin.register(UpgradeRule)
class UpgradeRuleAdmin(OfficeAdmin[UpgradeRule]):
    list_display = ("from_type", "to_type", "reach", "within_days", "percent")
    list_filter = ("reach",)
    list_select_related = ("from_type", "to_type")


@admin.register(UpgradeCredit)
class UpgradeCreditAdmin(ReadOnlyAdmin[UpgradeCredit]):
    """Credits are used by orders."""

    list_display = ("licence", "amount", "line", "given_back_by", "created_at")
    search_fields = ("licence__number", "line__order__number")
    list_select_related = ("licence", "line", "given_back_by")
