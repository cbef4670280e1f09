"""The invoice: its words, composed once when it is issued, and its PDF, made from these words alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from djmoney.money import Money

from licensing.models import Invoice
from licensing.typesetting.pdf import typeset
from wording.countries import country_label


def invoice_pdf(invoice: Invoice) -> bytes:
    """A4, tagged (PDF/UA-1), in the language it was issued in. Raises Refused (codes `unprintable`, `not-set`)."""
    issued_on = date.fromisoformat(invoice.snapshot["issued_on"])
    return typeset("invoice", invoice_words(invoice), made_at=datetime.combine(issued_on, time(), UTC))


def invoice_words(invoice: Invoice) -> dict[str, Any]:
    """The words of an issued invoice, from its snapshot.

    An invoice that is older than the storing of words has only facts; its words are composed now, in the office's
    language.
    """
    facts = invoice.snapshot
    words: dict[str, Any] | None = facts.get("document")
    return words or compose_invoice(facts)


def compose_invoice(facts: dict[str, Any]) -> dict[str, Any]:
    """The words of an invoice in the office's language: the data of `invoice.typ`. `facts` are those of its snapshot."""
    with override(settings.LANGUAGE_CODE):
        return {"lang": settings.LANGUAGE_CODE, **_words(facts)}


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    title = _("Invoice %(number)s") % {"number": facts["number"]}
    return {
        "title": title,
        "foot": f"{facts['from']} · {title}",
        "seller": facts["from"],
        "order_line": _("Order %(number)s") % {"number": facts["order"]},
        "words": {"to": _("To"), "licence": _("Licence"), "price": _("Price"), "total": _("Total")},
        "buyer": {"legal_name": facts["to"]["legal_name"], "lines": _address(facts["to"])},
        "facts": _facts(facts),
        "lines": [
            {
                "film": line["film"],
                "type": line["type"],
                "words": " ".join(line["words"]),
                "amount": _money(line["amount"], facts),
            }
            for line in facts["lines"]
        ],
        "total": _money(facts["total"], facts),
        "terms": _terms(facts),
    }


def _facts(facts: dict[str, Any]) -> list[list[str]]:
    rows = [
        [_("Issued on"), _day(facts["issued_on"])],
        [_("Due on"), _day(facts["due_on"])],
        [_("Licences begin on"), _day(facts["starts_on"])],
    ]
    if facts["purchase_order"]:
        rows.append([_("Purchase order"), facts["purchase_order"]])
    return rows


def _terms(facts: dict[str, Any]) -> list[str]:
    paid_how = (
        _("Payable by card when the order is confirmed.")
        if facts["by_card"]
        else _("Payable within 30 days by bank transfer or cheque; please name the number of this invoice.")
    )
    sentences = [
        paid_how,
        _(
            "The licences are issued when the invoice is paid in full. All sales are final; a defect is replaced in 30 days."
        ),
    ]
    if facts["to"]["is_tax_exempt"]:
        sentences.append(_("Exempt from tax: the certificate is on file."))
    return sentences


def _address(to: dict[str, Any]) -> list[str]:
    return [*to["address"].splitlines(), country_label(to["country"])]


def _money(amount: str, facts: dict[str, Any]) -> str:
    return str(Money(Decimal(amount), facts["currency"]))


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "DATE_FORMAT")
