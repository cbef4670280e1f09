"""Pictures of the sample catalogue. They are drawings of ours, and each says so: the years told, a part's place in its film."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import typst
from django.core.files.base import ContentFile

from catalog.exports.picture import MONO, PAINTS, cuts, paint_of
from catalog.models import Film, Still

TEMPLATE = Path(__file__).with_name("drawing.typ")
YEAR = re.compile(r"\b(?:18[89]\d|19\d\d|20[0-2]\d)\b")
MOST_DRAWN = 6
APART = 6
"""Per cent of the line between two years whose numerals do not touch."""
CREDIT = "Drawing of this sample catalogue, not a picture from the film"


def draw_sample_stills() -> None:
    """The featured films and the longest whose descriptions name years, and the parts of the first."""
    films = Film.objects.wholes().prefetch_related("parts").order_by("featured", "-runtime")
    told = [film for film in films if len(_years(film)) > 2][:MOST_DRAWN]
    for film in told:
        _add(film, *_timeline(film))
    for first in told[:1]:
        _add(first, *_place(first, None), order=1)
        for part in first.parts.order_by("part_number"):
            _add(part, *_place(first, part))


def _years(film: Film) -> list[int]:
    return sorted({int(year) for year in YEAR.findall(film.synopsis)} | {film.year})


def _timeline(film: Film) -> tuple[dict[str, Any], str]:
    years = _years(film)
    begin, end = years[0] - 1, years[-1] + 1
    place = {year: round(100 * (year - begin) / (end - begin), 2) for year in years}
    labelled = _apart(place, film.year)
    said = ", ".join(map(str, years))
    data = {
        "above": "The years that the description names",
        "large": f"{years[0]}–{years[-1]}",
        "years": [(place[year], str(year), year == film.year, year in labelled) for year in years],
        "ticks": [
            (100 * (tick - begin) / (end - begin),) for tick in range(-(-begin // 10) * 10, end + 1, 10)
        ],
        "cuts": [],
        "below": f"The film was finished in {film.year}.",
    }
    return data, f"A drawn line of years, not a picture from the film: {said}."[:300]


def _apart(place: dict[int, float], finished: int) -> set[int]:
    """The years whose numerals have room, the film's own first."""
    labelled = {finished}
    for year, x in place.items():
        if all(abs(x - place[other]) >= APART for other in labelled):
            labelled.add(year)
    return labelled


def _place(whole: Film, part: Film | None) -> tuple[dict[str, Any], str]:
    parts = list(whole.parts.order_by("part_number"))
    name = f"Part {part.part_number} of {len(parts)}" if part else f"{len(parts)} parts"
    shown = part or whole
    length = f"{shown.runtime} minutes" if shown.runtime else "length unknown"
    data = {
        "above": whole.title,
        "large": length,
        "years": [],
        "ticks": [],
        "cuts": [
            (x, width, part is None or each == part)
            for each, (x, width) in zip(
                parts, cuts([each.runtime for each in parts], whole.runtime), strict=True
            )
        ],
        "below": name,
    }
    return (
        data,
        f"A drawing of the film's parts to scale, not a picture from the film: {name}, {length}.",
    )


def _add(film: Film, data: dict[str, Any], description: str, order: int = 0) -> None:
    paint = paint_of(film.slug, film.colour)
    ground, ink = MONO if paint is None else PAINTS[paint]
    drawn = typst.compile(
        TEMPLATE.read_bytes(),
        format="png",
        ppi=72,
        sys_inputs={"data": json.dumps(data | {"ground": ground, "ink": ink})},
    )
    if not isinstance(drawn, bytes):
        raise TypeError("Typst drew more than one page.")
    Still.objects.create(
        film=film,
        image=ContentFile(drawn, "drawing.png"),
        description=description,
        credit=CREDIT,
        order=order,
    )
