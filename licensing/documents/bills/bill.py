"""A document about money on our letterhead, which `bill.typ` sets: an invoice, a credit note, a quote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from django.conf import settings
from django.utils.translation import override

from licensing.documents.letterhead import drawn, letterhead
from licensing.typesetting.pdf import typeset
from office.distributor.snapshot import Seller
from typesetting.pdf import PDF_UA


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The words above the lines: what is sold, and its amount."""

    what: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An address beside the facts: its label, such as “Bill to”, an exact legal name, and lines below it."""

    label: str
    legal_name: str
    lines: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A box below the totals, such as one way of paying: rows of label and value, then lines."""

    title: str
    rows: list[list[str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def bill(
    *,
    seller: Seller,
    buyer_country: str,
    title: str,
    reference: str,
    party: Party,
    facts: list[list[str]],
    columns: Column,
    lines: list[dict[str, str]],
    totals: list[list[str]],
    blocks: list[Block],
    notes: list[str],
) -> dict[str, Any]:
    """The words of the document: JSON values in the active language, which the caller keeps as they are.

    `lines` have `film`, `type`, `words` and `amount`; of `totals`, label and amount, the last is what is owed.
    """
    return {
        **letterhead(seller, buyer_country=buyer_country, template="bill"),
        "title": title,
        "foot": f"{seller['legal_name']} · {title}",
        "order_line": reference,
        "words": {
            "to": party.label,
            "licence": columns.what,
            "price": columns.amount,
            "total": totals[-1][0],
        },
        "buyer": {"legal_name": party.legal_name, "lines": party.lines},
        "facts": facts,
        "lines": lines,
        "totals": totals,
        "total": totals[-1][1],
        "blocks": [{"title": block.title, "rows": block.rows, "lines": block.lines} for block in blocks],
        "terms": notes,
    }


def composed(compose: Callable[[dict[str, Any]], dict[str, Any]], facts: dict[str, Any]) -> dict[str, Any]:
    """The words that `compose` makes of a document's facts, in the office's language, which they name."""
    with override(settings.LANGUAGE_CODE):
        return {"lang": settings.LANGUAGE_CODE, **compose(facts)}


def bill_pdf(words: dict[str, Any], *, issued_on: date, standard: Literal["ua-1", "a-3a"] = PDF_UA) -> bytes:
    """In the language it was issued in: Letter or A4, tagged (PDF/UA-1 or PDF/A-3), by the template that the words name; those of before they named one by `invoice.typ`.

    Raises Refused (codes `unprintable`, `not-set`).
    """
    template = words.get("set", {}).get("template", "invoice")
    made_at = datetime.combine(issued_on, time(), UTC)
    return typeset(template, drawn(words), made_at=made_at, standard=standard)
