"""Licences as lists for other programs: CSV for spreadsheets, iCalendar for the days on which they end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

from licensing.models import Licence
from wording.one_line import on_one_line
from wording.spreadsheets import BYTE_ORDER_MARK, csv_line, in_a_cell

REFRESH_EVERY = timedelta(hours=12)
END = b"END:VCALENDAR\r\n"


def licences_csv(licences: Iterable[tuple[Licence, str]]) -> Iterator[str]:
    """A line of column names, and one for each licence with its standing in words. Needs no more memory for many than for one."""
    yield BYTE_ORDER_MARK + csv_line(
        [
            _("number"), _("film"), _("year"), _("licence type"), _("licensee"), _("from"), _("until and including"),
            _("standing"), _("territory"), _("order"), _("page"),
        ]
    )  # fmt: skip
    for licence, standing in licences:
        yield csv_line(in_a_cell(each) for each in _cells(licence, standing))


def _cells(licence: Licence, standing: str) -> tuple[object, ...]:
    return (
        licence.number,
        licence.film,
        licence.film.year,
        licence.type_name,
        licence.licensee_name,
        licence.starts_on.isoformat(),
        licence.ends_on.isoformat() if licence.ends_on else None,
        standing,
        licence.territory,
        licence.line.order.number,
        settings.SITE_URL + licence.get_absolute_url(),
    )


def calendar_of_ends(licences: Iterable[Licence]) -> Iterator[bytes]:
    """An all-day event on the last day of each licence that has one. Needs no more memory for many than for one."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Longtake//Licences//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Licences that end"))
    calendar.add("refresh-interval", vDuration(REFRESH_EVERY), parameters={"VALUE": "DURATION"})
    yield calendar.to_ical().removesuffix(END)
    host = urlsplit(settings.SITE_URL).hostname or ""
    for licence in licences:
        if licence.ends_on is not None:
            yield _end(licence, licence.ends_on, host).to_ical()
    yield END


def _end(licence: Licence, day: date, host: str) -> Event:
    event = Event()
    event.add("uid", f"{licence.number}@{host}")
    event.add("dtstamp", licence.shortened_at or licence.issued_at)
    event.add("summary", on_one_line(_("The licence for %(film)s ends") % {"film": licence.film}))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("url", settings.SITE_URL + licence.get_absolute_url())
    told = {"number": licence.number, "type": licence.type_name, "name": licence.licensee_name}
    event.add(
        "description",
        on_one_line(_("Licence %(number)s (%(type)s) of %(name)s. This is its last day.") % told),
    )
    return event
