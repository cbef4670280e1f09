"""A screening's programme as an accessible PDF (PDF/UA), to be printed and hung up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from catalog.exports.plain import plain
from screenings.models import Screening, Showing, Venue
from screenings.schedules.announced import Announced, announced
from screenings.schedules.eating import where_to_eat
from screenings.schedules.timetable import Timetable
from screenings.schedules.zones import zone_in_words
from typesetting.pdf import typeset
from typesetting.printing import printable
from wording.countries import language_label
from wording.enumeration import enumerated

TEMPLATE = Path(__file__).with_name("programme.typ")


def sentence_about(screening: Screening) -> str:
    """The first paragraph of what is written about the film, as plain text; nothing if there is none."""
    return plain(screening.film.synopsis).split("\n\n", 1)[0]


def programme_pdf(
    screening: Screening, timetable: Timetable, *, made_at: datetime, called_off: Sequence[Showing] = ()
) -> bytes:
    """In the language in force. `screening` as `with_listing` fetches it. Raises Refused (`not-set`)."""
    venue = screening.venue
    lines = {each.showing.pk: each for each in announced(screening, timetable)}
    days = [
        {
            "day": date_format(day.day, "SHOWING_DAY_FORMAT"),
            "rows": [_row(lines[entry.shown.showing.pk]) for entry in day.entries if entry.shown.showing],
        }
        for day in timetable.days
    ]
    first = timetable.entries[0].shown.starts_at if timetable.entries else made_at
    place = ", ".join(filter(None, (venue.name, venue.address, venue.city)))
    facts = [
        (gettext("Called off"), _named(called_off, venue)),
        (gettext("Where"), place),
        (gettext("Admission"), screening.price),
        (gettext("How to get there"), venue.getting_there),
        (gettext("Access"), plain(venue.access)),
        (gettext("Where to eat"), where_to_eat(venue, timetable)),
        (gettext("Presented by"), screening.institution.legal_name),
    ]
    data = {
        "lang": get_language() or "en",
        "title": screening.title,
        "title_lang": screening.film.title_language.split("-")[0],
        "venue": place,
        "notice": _notice(screening),
        "sentence": sentence_about(screening),
        "days": days,
        "columns": [gettext("When"), gettext("What"), gettext("Screen")],
        "times": gettext("All times are the venue's: %(zone)s.") % {"zone": zone_in_words(venue.zone, first)},
        "facts": [(label, said) for label, said in facts if said],
        "address": settings.SITE_URL + screening.get_absolute_url(),
        "foot": gettext("As of %(day)s")
        % {"day": date_format(made_at.astimezone(venue.zone), "SHOWING_FORMAT")},
        "page_of": gettext("{n} of {m}"),
    }
    return typeset(TEMPLATE, printable(data), made_at=made_at)


def _named(showings: Sequence[Showing], venue: Venue) -> str:
    said = gettext("%(film)s, %(when)s")
    return "; ".join(
        said
        % {
            "film": each.film.title,
            "when": date_format(each.starts_at.astimezone(venue.zone), "SHOWING_FORMAT"),
        }
        for each in showings
    )


def _notice(screening: Screening) -> str:
    if screening.status == Screening.Status.CANCELLED:
        return gettext("This screening is called off.")
    if screening.status == Screening.Status.SUSPENDED:
        return gettext("This screening is suspended for now.")
    return ""


def _row(line: Announced) -> dict[str, Any]:
    shown = line.shown
    notes = [ngettext("%(count)d minute", "%(count)d minutes", shown.minutes) % {"count": shown.minutes}]
    if line.subtitles:
        notes.append(
            gettext("subtitles: %(languages)s")
            % {"languages": enumerated(map(language_label, line.subtitles))}
        )
    if line.access:
        notes.append(line.access)
    if line.moved_from:
        notes.append(
            gettext("moved from %(when)s") % {"when": date_format(line.moved_from, "SHOWING_FORMAT")}
        )
    return {
        "clock": f"{shown.starts_clock}–{shown.ends_clock}",
        "film": shown.film.title,
        "lang": shown.film.title_language.split("-")[0],
        "notes": notes,
        "screen": shown.screen,
    }
