"""What documents say of a donation, and how they name a line that has no film."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from licensing.models import Order, OrderLine, SupportPage


def line_names(line: OrderLine) -> dict[str, str]:
    """`film` and `type` of a document's line; of a donation what it is called."""
    if line.film_id is None:
        return {"film": line.description, "type": ""}
    return {"film": str(line.film), "type": line.licence_type.name}


def donation_words() -> str:
    """What the office has a receipt say; marked as a sample until it was checked. One query."""
    page = SupportPage.the_row()
    sample = _("(Sample wording, to be checked before it is used.)")
    return f"{page.receipt_words} {sample}" if page.is_sample else page.receipt_words


def is_donation(facts: dict[str, Any]) -> bool:
    """Whether a document's facts are those of a donation."""
    return facts.get("kind") == Order.Kind.DONATION
