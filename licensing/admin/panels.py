"""What waits for the office in licensing: the panels of its first page."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.models import Institution, Invoice, Licence, Order
from licensing.terms.days import office_today
from office.site.panels import Panel, register

LICENCES_END_WITHIN = 30
"""Days, as the filter of the licences' list offers them."""


def to_verify() -> QuerySet[Institution]:
    return Institution.objects.filter(verification=Institution.Verification.ASKED).order_by("created_at")


def to_invoice() -> QuerySet[Order]:
    return (
        Order.objects.filter(status=Order.Status.PLACED, method=Order.Method.PURCHASE_ORDER)
        .select_related("institution")
        .order_by("placed_at")
    )


def overdue() -> QuerySet[Invoice]:
    return (
        Invoice.objects.filter(order__status=Order.Status.INVOICED, due_on__lt=office_today())
        .select_related("order__institution")
        .order_by("due_on")
    )


def ending() -> QuerySet[Licence]:
    rows = Licence.objects.expiring(office_today(), LICENCES_END_WITHIN)
    return rows.select_related("film__part_of").order_by("ends_on")


register(
    Panel(
        _("Institutions to verify"),
        "licensing.view_institution",
        to_verify,
        lambda row: row.get_tier_display(),
        "verification__exact=asked",
    ),
    Panel(
        _("Orders to accept"),
        "licensing.view_order",
        to_invoice,
        lambda row: f"{row.institution}, {row.total}{'. ' + row.waits_because if row.waits_because else ''}",
        "status__exact=placed&method__exact=purchase-order",
    ),
    Panel(
        _("Invoices overdue"),
        "licensing.view_invoice",
        overdue,
        lambda row: (
            _now("%(institution)s, due on %(day)s")
            % {"institution": row.order.institution, "day": date_format(row.due_on)}
        ),
        "order__status__exact=invoiced",
    ),
    Panel(
        _("Licences that end within 30 days"),
        "licensing.view_licence",
        ending,
        lambda row: (
            _now("%(licensee)s, until %(day)s")
            % {"licensee": row.licensee_name, "day": date_format(row.ends_on)}
        ),
        f"expiry={LICENCES_END_WITHIN}",
    ),
)
