"""The renewal pack: for each licence what it cost, how it was used, and what comes next, on one paper for whoever decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any, TypedDict

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from licensing.documents.letterhead import drawn, letterhead
from licensing.models import Institution
from licensing.typesetting.pdf import typeset
from office.distributor.snapshot import Selling


class PackRow(TypedDict):
    """One licence in words: its film and that title's language, its type, facts (label and value), and what to consider."""

    film: str
    lang: str
    type: str
    facts: list[list[str]]
    advice: list[str]


def renewal_pack_pdf(
    institution: Institution, rows: Sequence[PackRow], totals: list[list[str]], *, on: date
) -> bytes:
    """In the language that is set. Raises Refused (codes `unprintable`, `not-set`)."""
    return typeset(
        "renewal_pack",
        drawn(pack_words(institution, rows, totals, on)),
        made_at=datetime.combine(on, time(), UTC),
    )


def pack_words(
    institution: Institution, rows: Sequence[PackRow], totals: list[list[str]], on: date
) -> dict[str, Any]:
    seller = Selling.on(on).snapshot()
    head = letterhead(seller, buyer_country=institution.country, template="renewal_pack")
    return {
        "lang": get_language() or "en",
        **head,
        "title": _("Renewal pack"),
        "foot": f"{seller['legal_name']} · {institution.legal_name}",
        "made_on": _("Prices of %(day)s, before tax.") % {"day": date_format(on, "DATE_FORMAT")},
        "for": [_("For"), institution.legal_name],
        "rows": list(rows),
        "totals": totals,
        "note": _(
            "The figures of use are those that were reported to us, and downloads of files; what was streamed by others is not counted. This is no quote: what an order costs is said at checkout."
        ),
    }
