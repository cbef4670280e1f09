"""How a bill can be paid: the bank of its currency, and where a cheque goes."""

from __future__ import annotations

from django.utils.translation import gettext as _

from licensing.documents.bills.bill import Block
from licensing.documents.letterhead import postal_lines
from office.distributor.snapshot import Bank, Seller


def how_to_pay(seller: Seller, *, reference: str) -> list[Block]:
    """A block for each way that the seller's snapshot knows. `reference` is what the payment must quote."""
    blocks = [_transfer(seller["bank"], reference)] if seller["bank"] else []
    if seller["remit_to"]:
        blocks.append(_cheque(seller, reference))
    return blocks


def _transfer(bank: Bank, reference: str) -> Block:
    rows = [
        [_("Account holder"), bank["holder"]],
        [_("Bank"), bank["bank"]],
        [_("IBAN"), bank["iban"]],
        [_("Account number"), bank["account_number"]],
        [_("Routing number"), bank["routing"]],
        [_("BIC"), bank["bic"]],
        [_("Reference"), reference],
    ]
    title = _("By bank transfer in %(currency)s") % {"currency": bank["currency"]}
    return Block(title=title, rows=[row for row in rows if row[1]], lines=bank["lines"])


def _cheque(seller: Seller, reference: str) -> Block:
    return Block(
        title=_("By cheque, sent to"),
        rows=[],
        lines=[
            seller["legal_name"],
            *postal_lines(seller["remit_to"], seller["country"]),
            _("Reference: %(reference)s") % {"reference": reference},
        ],
    )
