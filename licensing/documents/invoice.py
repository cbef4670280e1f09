"""The invoice: its words, composed once when it is issued, and its PDF, made from these words alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
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
        "buyer": {"legal_name": facts["to"]["legal_name"], "lines": address_lines(facts["to"])},
        "facts": _facts(facts),
        "lines": [
            {
                "film": line["film"],
                "type": line["type"],
                "words": " ".join(line["words"]),
                "amount": money(line["amount"], facts),
            }
            for line in facts["lines"]
        ],
        "total": money(facts["total"], facts),
        "terms": _terms(facts),
    }


def _facts(facts: dict[str, Any]) -> list[list[str]]:
    rows = [
        [_("Issued on"), day(facts["issued_on"])],
        [_("Due on"), day(facts["due_on"])],
        [_("Licences begin on"), day(facts["starts_on"])],
    ]
    return [*rows, *purchase_order_rows(facts)]


def purchase_order_rows(facts: dict[str, Any]) -> list[list[str]]:
    """A row for each purchase order, with its cost centre; with its share when there are several."""
    shares = facts.get("purchase_orders") or []
    if not shares:
        number = facts.get("purchase_order")
        return [[_("Purchase order"), number]] if number else []
    rows = []
    for share in shares:
        parts = [share["number"]]
        if share["cost_centre"]:
            parts.append(_("cost centre %(name)s") % {"name": share["cost_centre"]})
        if len(shares) > 1:
            parts.append(money(share["amount"], facts))
        rows.append([_("Purchase order"), ", ".join(parts)])
    return rows


def _terms(facts: dict[str, Any]) -> list[str]:
    sentences = [_paid_how(facts), _licences_when(facts)]
    if facts["to"]["is_tax_exempt"]:
        sentences.append(_("Exempt from tax: the certificate is on file."))
    return sentences


def _paid_how(facts: dict[str, Any]) -> str:
    if facts["by_card"]:
        return _("Payable by card when the order is confirmed.")
    days = facts.get("net_days", 30)
    return ngettext(
        "Payable within %(days)d day by bank transfer or cheque; please name the number of this invoice.",
        "Payable within %(days)d days by bank transfer or cheque; please name the number of this invoice.",
        days,
    ) % {"days": days}


def _licences_when(facts: dict[str, Any]) -> str:
    if facts["by_card"]:
        return _(
            "The licences are issued when the invoice is paid in full. All sales are final; a defect is replaced in 30 days."
        )
    return _(
        "The licences are issued with this invoice, and can be revoked if it is not paid. All sales are final; a defect is replaced in 30 days."
    )


def address_lines(to: dict[str, Any]) -> list[str]:
    return [*to["address"].splitlines(), country_label(to["country"])]


def money(amount: str, facts: dict[str, Any]) -> str:
    return str(Money(Decimal(amount), facts["currency"]))


def day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "DATE_FORMAT")
