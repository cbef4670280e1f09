"""The invoice: all its words, composed once when it is issued; and its PDF, set of these words alone."""

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
    """What an issued invoice says, from its snapshot.

    An invoice of before its words were kept holds only facts; it is worded now, in the office's language.
    """
    said = invoice.snapshot
    words: dict[str, Any] | None = said.get("document")
    return words or compose_invoice(said)


def compose_invoice(said: dict[str, Any]) -> dict[str, Any]:
    """The words of an invoice in the office's language: what `invoice.typ` sets. `said`: the facts of its snapshot."""
    with override(settings.LANGUAGE_CODE):
        return {"lang": settings.LANGUAGE_CODE, **_words(said)}


def _words(said: dict[str, Any]) -> dict[str, Any]:
    title = _("Invoice %(number)s") % {"number": said["number"]}
    return {
        "title": title,
        "foot": f"{said['from']} · {title}",
        "seller": said["from"],
        "order_line": _("Order %(number)s") % {"number": said["order"]},
        "words": {"to": _("To"), "licence": _("Licence"), "price": _("Price"), "total": _("Total")},
        "buyer": {"legal_name": said["to"]["legal_name"], "lines": _address(said["to"])},
        "facts": _facts(said),
        "lines": [
            {
                "film": line["film"],
                "type": line["type"],
                "words": " ".join(line["words"]),
                "amount": _money(line["amount"], said),
            }
            for line in said["lines"]
        ],
        "total": _money(said["total"], said),
        "terms": _terms(said),
    }


def _facts(said: dict[str, Any]) -> list[list[str]]:
    facts = [
        [_("Issued on"), _day(said["issued_on"])],
        [_("Due on"), _day(said["due_on"])],
        [_("Licences begin on"), _day(said["starts_on"])],
    ]
    if said["purchase_order"]:
        facts.append([_("Purchase order"), said["purchase_order"]])
    return facts


def _terms(said: dict[str, Any]) -> list[str]:
    paid_how = (
        _("Payable by card when the order is confirmed.")
        if said["by_card"]
        else _("Payable within 30 days by bank transfer or cheque; please name the number of this invoice.")
    )
    sentences = [
        paid_how,
        _(
            "The licences are issued when the invoice is paid in full. All sales are final; a defect is replaced in 30 days."
        ),
    ]
    if said["to"]["is_tax_exempt"]:
        sentences.append(_("Exempt from tax: the certificate is on file."))
    return sentences


def _address(to: dict[str, Any]) -> list[str]:
    return [*to["address"].splitlines(), country_label(to["country"])]


def _money(amount: str, said: dict[str, Any]) -> str:
    return str(Money(Decimal(amount), said["currency"]))


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "DATE_FORMAT")
