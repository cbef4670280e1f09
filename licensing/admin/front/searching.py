"""What the office's search box finds in licensing: documents by their numbers, and institutions."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from licensing.documents.numbers import readings
from licensing.models import CreditNote, Institution, Invoice, Licence, Mailbox, Order, PurchaseOrder, Receipt
from licensing.terms.days import office_today
from office.site.front.searching import Searchable, register

SHORTEST_BEGINNING = 5
"""Characters of a number, as in INV-2: a shorter text would begin all of them."""


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
    """By our number, and by the buyer's own number of a purchase order. A union, so that each is found by its index."""
    ours = numbered(Order.objects.all(), "ORD", text).order_by().values("pk")
    theirs = PurchaseOrder.objects.filter(number__iexact=text).order_by().values("order")
    return ORDERS.filter(pk__in=ours.union(theirs)).order_by("-pk")


def institutions(text: str) -> QuerySet[Institution]:
    """By the legal name, and by the address of a mailbox."""
    found = Q(legal_name__icontains=text)
    if "@" in text:
        found |= Q(pk__in=Mailbox.objects.filter(email__iexact=text).values("institution"))
    return Institution.objects.filter(found).order_by("legal_name", "pk")


ORDERS = Order.objects.select_related("institution")

register(
    Searchable(
        _("Orders"),
        "licensing.view_order",
        orders,
        partial(named, ORDERS, "ORD"),
        lambda order: f"{order.institution}, {order.total}",
    ),
    numbers_of(
        _("Invoices"), "licensing.view_invoice", Invoice.objects.select_related("order__institution").defer("snapshot"),
        "INV", lambda invoice: f"{invoice.order.institution}, {invoice.total}",
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
        note=lambda school: f"{school.get_tier_display()}, {school.get_verification_display()}",
    ),
)  # fmt: skip
