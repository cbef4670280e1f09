"""The credit note: composed and set as the invoice is, with a minus before each amount."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from licensing.documents.bills.bill import Column, Party, bill, bill_pdf, composed
from licensing.documents.bills.donations import is_donation
from licensing.documents.bills.en16931.writing import facturx_pdf
from licensing.documents.bills.tax import tax_notes, tax_rows
from licensing.documents.bills.words import (
    address_lines,
    day,
    licence_lines,
    money,
    purchase_order_rows,
    seller_of,
)
from licensing.models import CreditNote
from typesetting.pdf import PDF_A


def credit_note_pdf(note: CreditNote) -> bytes:
    """In the language it was issued in. Raises Refused (codes `unprintable`, `not-set`)."""
    return bill_pdf(note.snapshot["document"], issued_on=note.issued_on)


def credit_note_facturx(note: CreditNote) -> bytes:
    """The same as PDF/A-3 with the data of EN 16931 within it. Raises Refused, also of `en16931.terms`."""
    words, issued_on = note.snapshot["document"], note.issued_on
    return facturx_pdf(note, lambda: bill_pdf(words, issued_on=issued_on, standard=PDF_A))


def compose_credit_note(facts: dict[str, Any]) -> dict[str, Any]:
    """The words of a credit note in the office's language: the data of `bill.typ`. `facts` are those of its snapshot."""
    return composed(_words, facts)


def _words(facts: dict[str, Any]) -> dict[str, Any]:
    to = facts["to"]
    return bill(
        seller=seller_of(facts),
        buyer_country=to["country"],
        title=_("Credit note %(number)s") % {"number": facts["number"]},
        reference=(_("Donation %(number)s") if is_donation(facts) else _("Order %(number)s"))
        % {"number": facts["order"]},
        party=Party(label=_("Credited to"), legal_name=to["legal_name"], lines=address_lines(to)),
        facts=[
            [_("Credit note number"), facts["number"]],
            [_("Issued on"), day(facts["issued_on"])],
            _what_for(facts),
            *purchase_order_rows(facts),
            [_("Currency"), facts["currency"]],
        ],
        columns=Column(what=_("Donation") if is_donation(facts) else _("Licence"), amount=_("Credited")),
        lines=licence_lines(facts),
        totals=[
            [_("Subtotal"), money(facts["subtotal"], facts)],
            *tax_rows(facts),
            [_("Total credited"), money(facts["total"], facts)],
        ],
        blocks=[],
        notes=[
            _("Reason: %(because)s") % {"because": facts["because"]},
            *([] if is_donation(facts) else [_licences(facts)]),
            *facts.get("upgraded", ()),
            *_left(facts),
            *tax_notes(facts),
        ],
    )


def _what_for(facts: dict[str, Any]) -> list[str]:
    """A donation has a number in the series of invoices, and its paper was a confirmation."""
    paper = f"{facts['invoice']}, {day(facts['invoice_issued_on'])}"
    return [_("For the donation confirmed by") if is_donation(facts) else _("For invoice"), paper]


def _left(facts: dict[str, Any]) -> list[str]:
    """Where the note leaves the invoice; nothing for notes of before they said so."""
    if "left" not in facts:
        return []
    left = Decimal(facts["left"])
    if is_donation(facts):
        due = {"amount": money(str(abs(left)), facts)}
        return [_("We return %(amount)s to you.") % due] if left < 0 else []
    words = {"number": facts["invoice"], "amount": money(str(abs(left)), facts)}
    if left > 0:
        return [_("Still to pay on invoice %(number)s: %(amount)s.") % words]
    if left < 0:
        return [_("Nothing is left to pay on invoice %(number)s, and we owe you %(amount)s.") % words]
    return [_("Nothing is left to pay on invoice %(number)s.") % words]


def _licences(facts: dict[str, Any]) -> str:
    """What becomes of the licences of the credited lines."""
    if facts["licences"] == CreditNote.Licences.REVOKED:
        return _(
            "The licences of these lines are revoked as of today: the films may no longer be used under them."
        )
    if facts["licences"] == CreditNote.Licences.SHORTENED:
        last = day(facts["licences_end_on"])
        return _("The licences of these lines now end on %(day)s, which is their last day.") % {"day": last}
    return _("The licences of these lines stay as they are.")
