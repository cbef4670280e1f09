"""The invoice: its words, composed once when it is issued, and its PDF, made from these words alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from licensing.documents.bills.bill import Column, Party, bill, bill_pdf, composed
from licensing.documents.bills.donations import is_donation
from licensing.documents.bills.en16931.writing import facturx_pdf
from licensing.documents.bills.how_to_pay import how_to_pay
from licensing.documents.bills.tax import tax_notes, tax_rows
from licensing.documents.bills.words import (
    address_lines,
    day,
    licence_lines,
    money,
    purchase_order_rows,
    seller_notes,
    seller_of,
)
from licensing.models import Invoice, Order, TaxNumber
from office.distributor.snapshot import Seller
from typesetting.pdf import PDF_A

NET_DAYS = 30
"""Of an invoice that is older than the distributor's own rules."""


def invoice_pdf(invoice: Invoice) -> bytes:
    """In the language it was issued in. Raises Refused (codes `unprintable`, `not-set`)."""
    return bill_pdf(invoice_words(invoice), issued_on=invoice.issued_on)


def invoice_facturx(invoice: Invoice) -> bytes:
    """The same as PDF/A-3 with the data of EN 16931 within it. Raises Refused, also of `en16931.terms`."""
    words, issued_on = invoice_words(invoice), invoice.issued_on
    return facturx_pdf(invoice, lambda: bill_pdf(words, issued_on=issued_on, standard=PDF_A))


def invoice_words(invoice: Invoice) -> dict[str, Any]:
    """The words of an issued invoice, from its snapshot.

    An invoice that is older than the storing of words has only facts; its words are composed now, in the office's
    language.
    """
    facts = invoice.snapshot
    words: dict[str, Any] | None = facts.get("document")
    return words or compose_invoice(facts)


def compose_invoice(facts: dict[str, Any]) -> dict[str, Any]:
    """The words of an invoice in the office's language: the data of `bill.typ`. `facts` are those of its snapshot."""
    return composed(_words, facts)


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    seller = seller_of(facts)
    to = facts["to"]
    return bill(
        seller=seller,
        buyer_country=to["country"],
        title=_("Invoice %(number)s") % {"number": facts["number"]},
        reference=_("Order %(number)s") % {"number": facts["order"]},
        party=Party(
            label=_("Bill to"),
            legal_name=to["legal_name"],
            lines=address_lines(to),
        ),
        facts=_facts(facts),
        columns=_columns(facts),
        lines=licence_lines(facts),
        totals=_totals(facts),
        blocks=[] if facts["by_card"] else how_to_pay(seller, reference=facts["number"]),
        notes=_notes(facts, seller),
    )


def _columns(facts: dict[str, Any]) -> Column:
    if is_donation(facts):
        return Column(what=_("Donation"), amount=_("Amount"))
    what = _("Fee after the report") if is_after_report(facts) else _("Licence")
    return Column(what=what, amount=_("Price"))


def _facts(facts: dict[str, Any]) -> list[list[str]]:
    rows = [
        [_("Invoice number"), facts["number"]],
        [_("Issued on"), day(facts["issued_on"])],
        [_("Due on"), day(facts["due_on"])],
        [_("Payment terms"), _net(facts)],
        *purchase_order_rows(facts),
        *number_rows(facts["to"]),
        [
            _("Licences begin on"),
            "" if is_after_report(facts) or is_donation(facts) else day(facts["starts_on"]),
        ],
        [_("Currency"), facts["currency"]],
    ]
    return [row for row in rows if row[1]]


def _net(facts: dict[str, Any]) -> str:
    if facts["by_card"]:
        return _("By card")
    days = facts.get("net_days", NET_DAYS)
    return ngettext("Net %(days)d day", "Net %(days)d days", days) % {"days": days}


def _paid_how(facts: dict[str, Any]) -> str:
    if facts["by_card"]:
        return _("Payable by card when the order is confirmed.")
    days = facts.get("net_days", NET_DAYS)
    return ngettext(
        "Payable within %(days)d day by bank transfer or cheque; please name the number of this invoice.",
        "Payable within %(days)d days by bank transfer or cheque; please name the number of this invoice.",
        days,
    ) % {"days": days}


def is_after_report(facts: dict[str, Any]) -> bool:
    """Whether it charges what reports make due, under a licence that was invoiced before."""
    return facts.get("kind") == Order.Kind.AFTER_REPORT


def _licences_when(facts: dict[str, Any]) -> str:
    """Facts without `net_days` are those of an invoice that was issued before licences came with it."""
    if is_donation(facts):
        return str(facts["words"])
    if is_after_report(facts):
        return _(
            "This is what the reports make due beyond what was charged with the order. If a report was wrong, write to us: we credit or charge the difference."
        )
    if facts["by_card"] or "net_days" not in facts:
        return _(
            "The licences are issued when the invoice is paid in full. All sales are final; defective copies are replaced within 30 days."
        )
    return _(
        "The licences are issued with this invoice, and can be revoked if it is not paid. All sales are final; defective copies are replaced within 30 days."
    )


def _totals(facts: dict[str, Any]) -> list[list[str]]:
    """Subtotal, tax, total and balance due. `facts["tax"]` has a label and an amount for each tax, and is empty for none."""
    total = money(facts["total"], facts)
    subtotal = sum((Decimal(line["amount"]) for line in facts["lines"]), Decimal(0))
    taxes = tax_rows(facts)
    return [
        [_("Subtotal"), money(str(subtotal), facts)],
        *taxes,
        [_("Total"), total],
        [_("Balance due"), total],
    ]


def _notes(facts: dict[str, Any], seller: Seller) -> list[str]:
    sentences = [_paid_how(facts), _licences_when(facts)]
    sentences += tax_notes(facts)
    if facts["to"].get("is_tax_exempt"):  # of an invoice that is older than taxes
        sentences.append(_("Exempt from tax: the certificate is on file."))
    return [*sentences, *seller_notes(seller, _("Questions about this invoice: %(email)s"))]


def number_rows(to: dict[str, Any]) -> list[list[str]]:
    """The buyer's VAT number, where an invoice must show it."""
    kinds = {TaxNumber.Kind.EU_VAT, TaxNumber.Kind.GB_VAT, TaxNumber.Kind.CH_VAT}
    mine = [
        number for kind, place, number in to.get("numbers", ()) if kind in kinds and place == to["country"]
    ]
    return [[_("Your VAT number"), number] for number in mine]
