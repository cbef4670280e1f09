"""Time zones in words: nobody reads “Europe/Amsterdam” on a poster."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_gmt, get_timezone_location, get_timezone_name
from django.utils.translation import get_language


def zone_in_words(zone: ZoneInfo, at: datetime) -> str:
    """As people call the zone's time then, with its distance from UTC: “Central European Summer Time, UTC+02:00”."""
    try:
        locale = Locale.parse(get_language() or "en", sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    local = at.astimezone(zone)
    name = get_timezone_name(local, locale=locale)
    if name.startswith("GMT"):  # a zone whose time has no name of its own in this language
        name = get_timezone_location(zone, locale=locale)
    return f"{name}, {get_timezone_gmt(local, locale='en').replace('GMT', 'UTC')}"
