"""What waits for the office in licensing: the panels of its first page."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.models import (
    Delivery,
    DeliveryFile,
    EducatorPreview,
    Exemption,
    Institution,
    Invoice,
    Licence,
    Order,
    ReportFee,
    RightsReport,
)
from licensing.sales.invoicing.balance import to_refund
from licensing.terms.days import office_today
from office.site.front.panels import Panel, Urgency, register

LICENCES_END_WITHIN = 30
"""Days, as the filter of the licences' list offers them."""


def to_verify() -> QuerySet[Institution]:
    return Institution.objects.filter(verification=Institution.Verification.ASKED).order_by("created_at")


def to_check() -> QuerySet[Exemption]:
    waiting = Exemption.objects.filter(status=Exemption.Status.ASKED)
    return waiting.select_related("institution").order_by("created_at")


def to_invoice() -> QuerySet[Order]:
    return Order.objects.to_accept().select_related("institution").order_by("placed_at")


def overdue() -> QuerySet[Invoice]:
    return Invoice.objects.overdue(office_today()).select_related("order__institution").order_by("due_on")


def refunds() -> QuerySet[Invoice]:
    return to_refund().select_related("order__institution").order_by("issued_on")


def _refund(invoice: Invoice) -> Money:
    """Of a row of `to_refund`, which has the sums of its account."""
    sums = vars(invoice)
    owed = sums["paid"] - sums["refunded"] - invoice.total.amount + sums["credited"]
    return Money(owed, invoice.total.currency)


def ending() -> QuerySet[Licence]:
    rows = Licence.objects.expiring(office_today(), LICENCES_END_WITHIN)
    return rows.select_related("film__part_of").without_papers().order_by("ends_on")


def missing_files() -> QuerySet[DeliveryFile]:
    return (
        DeliveryFile.objects.exclude(missing_since=None)
        .select_related("copy__film__part_of")
        .order_by("missing_since")
    )


def donations_announced() -> QuerySet[Order]:
    placed = Order.objects.filter(
        status=Order.Status.PLACED, kind=Order.Kind.DONATION, method=Order.Method.INVOICE
    )
    return placed.select_related("institution").order_by("placed_at")


register(
    Panel(
        _("Institutions to verify"),
        "licensing.view_institution",
        to_verify,
        lambda row: row.get_tier_display(),
        "verification__exact=asked",
    ),
    Panel(
        _("Certificates of exemption to check"),
        "licensing.view_exemption",
        to_check,
        lambda row: row.place,
        "status__exact=asked",
    ),
    Panel(
        _("Orders to accept"),
        "licensing.view_order",
        to_invoice,
        lambda row: f"{row.institution}, {row.total}{'. ' + row.waits_because if row.waits_because else ''}",
        "queue=to-accept",
    ),
    Panel(
        _("Invoices overdue"),
        "licensing.view_invoice",
        overdue,
        lambda row: (
            _now("%(institution)s, due on %(day)s")
            % {"institution": row.order.institution, "day": date_format(row.due_on)}
        ),
        "owed=overdue",
        Urgency.WRONG,
    ),
    Panel(
        _("Refunds that we owe"),
        "licensing.view_invoice",
        refunds,
        lambda row: f"{row.order.institution}, {_refund(row)}",
        "owed=refund",
        Urgency.WRONG,
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
        Urgency.SOON,
    ),
    Panel(
        _("Deliveries to do"),
        "licensing.view_delivery",
        lambda: Delivery.objects.to_do(office_today()),
        lambda row: (
            _now("%(film)s for %(licensee)s, due on %(day)s")
            % {
                "film": row.licence.film,
                "licensee": row.licence.licensee_name,
                "day": date_format(row.due_on),
            }
        ),
        "queue=to-do",
    ),
    Panel(
        _("Copies overdue for return"),
        "licensing.view_delivery",
        lambda: Delivery.objects.to_return(office_today()),
        lambda row: (
            _now("%(licensee)s, due back on %(day)s")
            % {"licensee": row.licence.licensee_name, "day": date_format(row.return_by)}
        ),
        "queue=to-return",
        Urgency.WRONG,
    ),
    Panel(
        _("Streams to close at their host"),
        "licensing.view_delivery",
        lambda: Delivery.objects.to_close(office_today()),
        lambda row: row.licence.licensee_name,
        "queue=to-close",
        Urgency.WRONG,
    ),
    Panel(
        _("Rights reports overdue"),
        "licensing.view_rightsreport",
        lambda: RightsReport.objects.overdue(office_today()).select_related("institution"),
        lambda row: (
            _now("%(institution)s, due on %(day)s")
            % {"institution": row.institution, "day": date_format(row.due_on)}
        ),
        "overdue=1",
    ),
    Panel(
        _("Fees after reports to invoice or credit"),
        "licensing.view_reportfee",
        lambda: ReportFee.objects.waiting().with_listing(),
        lambda row: f"{row.licence.institution}, {row.answer.report}",
        "status__exact=waiting",
    ),
    Panel(
        _("Donations announced by transfer"),
        "licensing.view_order",
        donations_announced,
        lambda row: f"{row.institution}, {row.total}",
        "status__exact=placed&kind__exact=donation",
        Urgency.SOON,
    ),
    Panel(
        _("Previews asked for"),
        "licensing.view_educatorpreview",
        lambda: EducatorPreview.objects.waiting().with_listing(),
        lambda row: f"{row.institution}, {row.course}",
        "status__exact=asked",
    ),
    Panel(
        _("Files that are missing"),
        "licensing.view_deliveryfile",
        missing_files,
        lambda row: str(row.copy),
        "missing_since__isempty=0",
        Urgency.WRONG,
    ),
)
