"""The run of show as an accessible PDF (PDF/UA), for a booth without a screen: a page for each screen of each day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from screenings.models import Screening
from screenings.schedules.run_of_show import Cue, Sheet
from screenings.schedules.zones import zone_in_words
from typesetting.pdf import typeset
from typesetting.printing import printable

TEMPLATE = Path(__file__).with_name("run_of_show.typ")


def run_of_show_pdf(
    screening: Screening,
    sheets: Sequence[Sheet],
    materials: Sequence[tuple[date, str, bool]] = (),
    *,
    made_at: datetime,
) -> bytes:
    """In the language in force. `materials`: by when, what, and whether it is done. Raises Refused (`not-set`)."""
    venue = screening.venue
    first = sheets[0].cues[0].moment if sheets else made_at
    data = {
        "lang": get_language() or "en",
        "title": f"{gettext('Run of show')}: {screening.title}",
        "heading": gettext("Run of show"),
        "screening": screening.title,
        "title_lang": screening.film.title_language.split("-")[0],
        "venue": venue.name,
        "times": gettext("All times are the venue's: %(zone)s.") % {"zone": zone_in_words(venue.zone, first)},
        "columns": [gettext("Time"), gettext("What happens"), gettext("Film"), gettext("Done")],
        "materials_title": gettext("Copies and keys"),
        "materials_columns": [gettext("By"), gettext("What"), gettext("Done")],
        "materials": [
            {
                "day": date_format(day, "SHOWING_DAY_FORMAT"),
                "what": what,
                "done": gettext("yes") if is_done else "",
            }
            for day, what, is_done in materials
        ],
        "sheets": [
            {
                "title": f"{sheet.screen}, {date_format(sheet.day, 'DAY_FORMAT')}",
                "cues": [_cue(cue) for cue in sheet.cues],
            }
            for sheet in sheets
        ],
        "foot": gettext("As of %(day)s")
        % {"day": date_format(made_at.astimezone(venue.zone), "SHOWING_FORMAT")},
        "page_of": gettext("{n} of {m}"),
    }
    return typeset(TEMPLATE, printable(data), made_at=made_at)


def _cue(cue: Cue) -> dict[str, Any]:
    return {
        "clock": cue.clock,
        "what": cue.what,
        "film": cue.film.title if cue.film else "",
        "lang": cue.film.title_language.split("-")[0] if cue.film else "en",
        "is_start": cue.is_start,
    }
