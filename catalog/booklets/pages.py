"""The words of a catalogue of films, for its template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import batched
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from catalog.booklets.prices import prices_of
from catalog.exports.description import FilmShape
from catalog.exports.plain import plain
from catalog.exports.reading import described
from catalog.models import Film
from office.distributor.reader import distributor
from typesetting.pdf import typeset
from typesetting.printing import printable
from wording.countries import country_label, language_label
from wording.durations import duration_text

TEMPLATE = Path(__file__).with_name("booklet.typ")
AT_ONCE = 20


def booklet_pdf(
    keys: Sequence[int], *, search: str, made_at: datetime, progress: Callable[[int], None]
) -> bytes:
    """These films in this order, in the language in force. Calls `progress` with how many are read."""
    films: list[dict[str, Any]] = []
    for some in batched(keys, AT_ONCE):
        films += _films(some)
        progress(len(films))
    data = printable(_front(films, search, made_at) | {"films": films})
    return typeset(TEMPLATE, data, made_at=made_at)


def _films(keys: Sequence[int]) -> list[dict[str, Any]]:
    found = described(keys)
    prices = prices_of(list(Film.objects.filter(pk__in=keys)))
    return [_film(found[key]) | {"prices": prices.get(key, [])} for key in keys if key in found]


def _front(films: list[dict[str, Any]], search: str, made_at: datetime) -> dict[str, Any]:
    seller = distributor()
    count = ngettext("%(count)d film", "%(count)d films", len(films)) % {"count": len(films)}
    day = gettext("Prices and films as of %(day)s") % {"day": date_format(made_at.date())}
    return {
        "lang": get_language() or "en",
        "title": gettext("Films from %(distributor)s") % {"distributor": seller.legal_name},
        "lines": [line for line in (search, count, day) if line],
        "contents": gettext("Contents"),
        "foot": f"{seller.legal_name} · {seller.contact_email}",
        "page_of": gettext("{n} of {m}"),
        "prices_title": gettext("Licences and prices"),
        "parts_title": gettext("Parts"),
    }


def _film(film: FilmShape) -> dict[str, Any]:
    originals = [
        {"text": each.text, "lang": each.language.split("-")[0]}
        for each in film.titles
        if each.kind == "original"
    ]
    runtime = duration_text(film.runtime_minutes) if film.runtime_minutes else ""
    countries = ", ".join(country_label(code) for code in film.countries)
    facts = [
        (gettext("Directed by"), ", ".join(person.name for person in film.directors)),
        (gettext("Languages"), ", ".join(language_label(tag) for tag in film.languages)),
        (gettext("Subtitles"), ", ".join(language_label(tag) for tag in film.subtitles)),
        (gettext("Subjects"), ", ".join(film.subjects)),
    ]
    return {
        "title": film.title.text,
        "title_lang": film.title.language.split("-")[0],
        "originals": [each for each in originals if each["text"] != film.title.text],
        "line": " · ".join(filter(None, (str(film.year or ""), runtime, countries))),
        "facts": [(label, said) for label, said in facts if said],
        "synopsis": plain(film.synopsis).split("\n\n"),
        "address": film.address,
        "reel": _reel(film),
        "reel_says": _reel_says(film),
        "parts": [
            (str(part.number), part.title.text, duration_text(part.runtime_minutes) if part.runtime_minutes else gettext("length unknown"))
            for part in film.parts
        ],
    }  # fmt: skip


def _reel(film: FilmShape) -> list[dict[str, Any]]:
    """Parts to scale; one piece where there are none, or a length is unknown."""
    parts = [part for part in film.parts if part.runtime_minutes]
    if len(parts) < len(film.parts) or not parts:
        return []
    return [
        {
            "minutes": part.runtime_minutes, "label": part.title.text, "length": f"{part.runtime_minutes}′",
            "filled": bool(place % 2), "lang": part.title.language.split("-")[0],
        }
        for place, part in enumerate(parts, start=1)
    ]  # fmt: skip


def _reel_says(film: FilmShape) -> str:
    return "; ".join(
        f"{part.title.text}: {part.runtime_minutes}′" for part in film.parts if part.runtime_minutes
    )
