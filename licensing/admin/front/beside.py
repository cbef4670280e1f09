"""The papers and rows of licensing that stand beside a row in the office."""

from __future__ import annotations

from urllib.parse import urlencode

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.delivery.words import OVER, how_words
from licensing.licences.life import life_of
from licensing.models import (
    CreditNote,
    Delivery,
    Exemption,
    Institution,
    Invoice,
    Licence,
    Order,
    Price,
    PurchaseOrder,
    Receipt,
    ReportFee,
    RightsReport,
)
from licensing.terms.days import office_today
from office.site.beside import Beside, register
from reminders.admin.panels import mails_about


def invoices(found: Q) -> QuerySet[Invoice]:
    return Invoice.objects.filter(found).select_related("order").defer("snapshot").order_by("-pk")


def credit_notes(found: Q) -> QuerySet[CreditNote]:
    return CreditNote.objects.filter(found).defer("snapshot").order_by("pk")


def receipts(found: Q) -> QuerySet[Receipt]:
    return Receipt.objects.filter(found).defer("snapshot").order_by("pk")


def licences(found: Q) -> QuerySet[Licence]:
    rows = Licence.objects.filter(found).select_related("film__part_of", "superseded_by")
    return rows.defer("certificate", "document").order_by("-pk")


def deliveries(found: Q) -> QuerySet[Delivery]:
    return Delivery.objects.filter(found).select_related("licence").order_by("due_on", "pk")


def orders(found: Q) -> QuerySet[Order]:
    return Order.objects.filter(found).order_by("-placed_at", "-pk")


def reports(found: Q) -> QuerySet[RightsReport]:
    return RightsReport.objects.filter(found).order_by("-first_day", "-pk")


def prices(film: Film) -> QuerySet[Price]:
    """On sale today: of the film, and of its parts after it. A row says its amount."""
    own = Price.objects.on_sale(office_today()).filter(Q(film=film) | Q(film__part_of=film))
    return own.select_related("film__part_of").order_by(
        F("film__part_number").asc(nulls_first=True), "licence_type__name", "tier", "pk"
    )


def fees(found: Q) -> QuerySet[ReportFee]:
    return ReportFee.objects.filter(found).select_related("licence").order_by("-pk")


def about_report(report: RightsReport) -> str:
    return f"{report.get_status_display()}, {date_format(report.due_on)}"


def about_fee(fee: ReportFee) -> str:
    return str(fee.get_status_display())


def shares(order: Order) -> QuerySet[PurchaseOrder]:
    return order.purchase_orders.order_by("pk")


def about_invoice(invoice: Invoice) -> str:
    return _("%(total)s, due on %(day)s") % {"total": invoice.total, "day": date_format(invoice.due_on)}


def about_licence(licence: Licence) -> str:
    return f"{licence.film}. {life_of(licence, office_today()).sentence}"


def about_delivery(delivery: Delivery) -> str:
    if delivery.state == Delivery.State.TO_DO and delivery.licence.status in OVER:
        return how_words(delivery)
    return f"{delivery.get_state_display()}, {date_format(delivery.due_on)}"


def invoice_pdf(invoice: Invoice) -> str:
    return reverse("licensing:invoice", args=[invoice.order.number])


def credit_note_pdf(note: CreditNote) -> str:
    return reverse("licensing:credit-note", args=[note.number])


def receipt_pdf(receipt: Receipt) -> str:
    return reverse("licensing:receipt", args=[receipt.number])


def certificate_pdf(licence: Licence) -> str:
    return reverse("licensing:certificate", args=[licence.number])


def upload_of(row: PurchaseOrder | Exemption) -> str:
    file = row.file if isinstance(row, Exemption) else row.document
    return file.url if file else ""


INVOICE, CREDIT_NOTE, RECEIPT = (
    "licensing.view_invoice",
    "licensing.view_creditnote",
    "licensing.view_receipt",
)
REPORT, FEE = "licensing.view_rightsreport", "licensing.view_reportfee"
ORDER, LICENCE, DELIVERY = "licensing.view_order", "licensing.view_licence", "licensing.view_delivery"

register(
    Beside(
        Film, _("Prices"), "licensing.view_price", prices,
        query=lambda film: urlencode({"q": film.title}),
    ),
    Beside(
        Film, _("Licences"), LICENCE, lambda film: licences(Q(film=film) | Q(film__part_of=film)), about_licence,
        certificate_pdf, lambda film: urlencode({"q": film.title}),
    ),
    Beside(
        Order, _("Invoice"), INVOICE, lambda order: invoices(Q(order=order)), about_invoice, invoice_pdf
    ),
    Beside(
        Order, _("Purchase orders"), "licensing.view_purchaseorder", shares,
        lambda share: f"{share.cost_centre} {share.amount}".strip(), upload_of,
    ),
    Beside(
        Order, _("Credit notes"), CREDIT_NOTE, lambda order: credit_notes(Q(invoice__order=order)),
        lambda note: note.total, credit_note_pdf,
    ),
    Beside(
        Order, _("Receipts"), RECEIPT, lambda order: receipts(Q(invoice__order=order)),
        lambda receipt: date_format(receipt.issued_on), receipt_pdf,
    ),
    Beside(
        Order, _("Licences"), LICENCE, lambda order: licences(Q(line__order=order)), about_licence,
        certificate_pdf, lambda order: f"q={order.number}",
    ),
    Beside(
        Order, _("Deliveries"), DELIVERY, lambda order: deliveries(Q(licence__line__order=order)),
        about_delivery, query=lambda order: f"q={order.number}",
    ),
    Beside(Invoice, _("Order"), ORDER, lambda invoice: orders(Q(invoice=invoice)), lambda order: order.total),
    Beside(
        Invoice, _("Invoice"), INVOICE, lambda invoice: invoices(Q(pk=invoice.pk)), about_invoice, invoice_pdf
    ),
    Beside(
        Invoice, _("Credit notes"), CREDIT_NOTE, lambda invoice: credit_notes(Q(invoice=invoice)),
        lambda note: note.total, credit_note_pdf,
    ),
    Beside(
        Invoice, _("Receipts"), RECEIPT, lambda invoice: receipts(Q(invoice=invoice)),
        lambda receipt: date_format(receipt.issued_on), receipt_pdf,
    ),
    Beside(
        Invoice, _("Licences"), LICENCE, lambda invoice: licences(Q(line__order__invoice=invoice)),
        about_licence, certificate_pdf,
    ),
    Beside(
        CreditNote, _("Credit note"), CREDIT_NOTE, lambda note: credit_notes(Q(pk=note.pk)),
        lambda note: note.total, credit_note_pdf,
    ),
    Beside(
        CreditNote, _("Invoice"), INVOICE, lambda note: invoices(Q(credit_notes=note)), about_invoice, invoice_pdf
    ),
    Beside(
        Receipt, _("Receipt"), RECEIPT, lambda receipt: receipts(Q(pk=receipt.pk)),
        lambda receipt: date_format(receipt.issued_on), receipt_pdf,
    ),
    Beside(
        Receipt, _("Invoice"), INVOICE, lambda receipt: invoices(Q(receipts=receipt)), about_invoice, invoice_pdf
    ),
    Beside(
        Institution, _("Orders"), ORDER, lambda school: orders(Q(institution=school)),
        lambda order: f"{order.get_status_display()}, {order.total}",
        query=lambda school: f"institution__id__exact={school.pk}",
    ),
    Beside(
        Institution, _("Licences"), LICENCE, lambda school: licences(Q(institution=school)), about_licence,
        certificate_pdf, lambda school: f"institution__id__exact={school.pk}",
    ),
    Beside(
        Institution, _("Exemption certificates"), "licensing.view_exemption",
        lambda school: school.exemptions.select_related("institution").order_by("-pk"),
        lambda exemption: exemption.get_status_display(), upload_of,
    ),
    Beside(
        Institution, _("Schools under it"), "licensing.view_institution",
        lambda school: school.schools.order_by("legal_name"), lambda school: school.get_verification_display(),
        query=lambda school: f"parent__id__exact={school.pk}",
    ),
    Beside(
        Licence, _("Certificate"), LICENCE, lambda licence: licences(Q(pk=licence.pk)), about_licence,
        certificate_pdf,
    ),
    Beside(
        Licence, _("Order"), ORDER, lambda licence: orders(Q(lines__licence=licence)),
        lambda order: f"{order.get_status_display()}, {order.total}",
    ),
    Beside(
        Licence, _("Invoice"), INVOICE, lambda licence: invoices(Q(order__lines__licence=licence)),
        about_invoice, invoice_pdf,
    ),
    Beside(
        Licence, _("Deliveries"), DELIVERY, lambda licence: deliveries(Q(licence=licence)), about_delivery,
        query=lambda licence: f"q={licence.number}",
    ),
    Beside(
        Licence, _("Rights reports"), REPORT, lambda licence: reports(Q(licence=licence)), about_report,
        query=lambda licence: f"q={licence.number}",
    ),
    Beside(
        Licence, _("Fees after reports"), FEE, lambda licence: fees(Q(licence=licence)), about_fee,
        query=lambda licence: f"q={licence.number}",
    ),
    Beside(
        RightsReport, _("Licence"), LICENCE, lambda report: licences(Q(pk=report.licence_id)), about_licence,
        certificate_pdf,
    ),
    Beside(
        RightsReport, _("Fees after reports"), FEE, lambda report: fees(Q(answer__report=report)), about_fee
    ),
    Beside(
        RightsReport, _("Invoice"), INVOICE,
        lambda report: invoices(Q(order__lines__report_fee__answer__report=report)), about_invoice, invoice_pdf,
    ),
    Beside(
        ReportFee, _("Rights report"), REPORT, lambda fee: reports(Q(answers__fee=fee)), about_report
    ),
    Beside(
        ReportFee, _("Licence"), LICENCE, lambda fee: licences(Q(pk=fee.licence_id)), about_licence, certificate_pdf
    ),
    Beside(
        ReportFee, _("Invoice"), INVOICE, lambda fee: invoices(Q(order__lines__report_fee=fee)), about_invoice,
        invoice_pdf,
    ),
    Beside(
        ReportFee, _("Credit notes"), CREDIT_NOTE, lambda fee: credit_notes(Q(report_fees=fee)),
        lambda note: note.total, credit_note_pdf,
    ),
    Beside(
        Order, _("Fees after reports"), FEE, lambda order: fees(Q(line__order=order)), about_fee
    ),
    Beside(
        Delivery, _("Licence"), LICENCE, lambda delivery: licences(Q(deliveries=delivery)), about_licence,
        certificate_pdf,
    ),
    Beside(
        Delivery, _("Order"), ORDER, lambda delivery: orders(Q(lines__licence__deliveries=delivery)),
        lambda order: f"{order.get_status_display()}, {order.total}",
    ),
)  # fmt: skip
register(*(mails_about(model) for model in (Order, Invoice, Licence, Institution, Delivery, RightsReport)))
