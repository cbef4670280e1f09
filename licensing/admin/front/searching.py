"""What the office's search box finds in licensing: documents by their numbers, and institutions."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from licensing.documents.numbers import readings
from licensing.models import (
    CreditNote,
    Institution,
    Invoice,
    Licence,
    Mailbox,
    Order,
    Payment,
    PurchaseOrder,
    Receipt,
    Refund,
)
from licensing.terms.days import office_today
from office.site.front.searching import Searchable, register

SHORTEST_BEGINNING = 5
"""Characters of a number, as in INV-2: a shorter text would begin all of them."""
SHORTEST_REFERENCE = 3


def named[Row: Model](rows: QuerySet[Row], prefix: str, text: str) -> QuerySet[Row]:
    """Rows with exactly this number, however it is written: “inv 2027 7”, “2027-7” and “7” too."""
    return rows.filter(number__in=[text.upper(), *readings(text, prefix=prefix, year=office_today().year)])


def numbered[Row: Model](rows: QuerySet[Row], prefix: str, text: str) -> QuerySet[Row]:
    """The same, and rows whose number begins so."""
    found = Q(number__in=readings(text, prefix=prefix, year=office_today().year))
    if len(text) >= SHORTEST_BEGINNING:
        found |= Q(number__startswith=text.upper())
    return rows.filter(found).order_by("-pk")


def numbers_of[Row: Model](
    title: Any, permission: str, rows: QuerySet[Row], prefix: str, note: Any
) -> Searchable[Row]:
    return Searchable(title, permission, partial(numbered, rows, prefix), partial(named, rows, prefix), note)


def orders(text: str) -> QuerySet[Order]:
    """By our number, and by the buyer's own number or cost centre of a purchase order. A union, so that numbers are found by their indexes."""
    ours = numbered(Order.objects.all(), "ORD", text).order_by().values("pk")
    purchase_orders = PurchaseOrder.objects.filter(Q(number__iexact=text) | Q(cost_centre__iexact=text))
    theirs = purchase_orders.order_by().values("order")
    return ORDERS.filter(pk__in=ours.union(theirs)).order_by("-pk")


def invoices(text: str) -> QuerySet[Invoice]:
    """By their numbers, and by the bank's reference of a payment or refund."""
    ours = numbered(Invoice.objects.all(), "INV", text).order_by().values("pk")
    if len(text) < SHORTEST_REFERENCE:
        return INVOICES.filter(pk__in=ours).order_by("-pk")
    reference = {"event_key__iendswith": f":{text}"}
    paid = Payment.objects.filter(**reference).order_by().values("invoice")
    refunded = Refund.objects.filter(**reference).order_by().values("invoice")
    return INVOICES.filter(pk__in=ours.union(paid, refunded)).order_by("-pk")


def of_mailbox(text: str) -> QuerySet[Institution]:
    """The institution whose mailbox this is."""
    rows = Mailbox.objects.filter(email__iexact=text).values("institution")
    return Institution.objects.filter(pk__in=rows).order_by("pk")


def institutions(text: str) -> QuerySet[Institution]:
    """By the legal name, and by the address of a mailbox."""
    found = Q(legal_name__icontains=text)
    if "@" in text:
        found |= Q(pk__in=Mailbox.objects.filter(email__iexact=text).values("institution"))
    return Institution.objects.filter(found).order_by("legal_name", "pk")


ORDERS = Order.objects.select_related("institution")
INVOICES = Invoice.objects.select_related("order__institution").defer("snapshot")

register(
    Searchable(
        _("Orders"),
        "licensing.view_order",
        orders,
        partial(named, ORDERS, "ORD"),
        lambda order: f"{order.institution}, {order.total}",
    ),
    Searchable(
        _("Invoices"), "licensing.view_invoice", invoices, partial(named, INVOICES, "INV"),
        lambda invoice: f"{invoice.order.institution}, {invoice.total}",
    ),
    numbers_of(
        _("Credit notes"), "licensing.view_creditnote",
        CreditNote.objects.select_related("invoice__order__institution").defer("snapshot", "invoice__snapshot"),
        "CRN", lambda note: f"{note.invoice.order.institution}, {note.total}",
    ),
    numbers_of(
        _("Receipts"), "licensing.view_receipt",
        Receipt.objects.select_related("invoice__order__institution").defer("snapshot", "invoice__snapshot"),
        "REC", lambda receipt: receipt.invoice.order.institution,
    ),
    numbers_of(
        _("Licences"), "licensing.view_licence",
        Licence.objects.select_related("film__part_of").defer("certificate", "document"),
        "LIC", lambda licence: f"{licence.licensee_name}, {licence.film}",
    ),
    Searchable(
        _("Institutions"),
        "licensing.view_institution",
        institutions,
        of_mailbox,
        note=lambda school: f"{school.get_tier_display()}, {school.get_verification_display()}",
    ),
)  # fmt: skip
