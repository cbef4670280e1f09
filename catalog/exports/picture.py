"""The poster of a film as a PNG picture, for links in messages (Open Graph)."""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path
from zlib import crc32

import typst

from catalog.exports.description import FilmShape
from catalog.reels.films import drawn_minutes
from typesetting.fonts import document_fonts

TEMPLATE = Path(__file__).with_name("poster.typ")
WIDTH, HEIGHT = 1200, 630
LONGEST = 160
"""Characters of a title: what is longer would be too small to read."""
PAINTS = (
    ("#7f2f10", "#fdf3ea"), ("#1f3a34", "#f1f0dd"), ("#e2c48e", "#2b1a0b"), ("#26344a", "#eef0ee"),
    ("#d9ccc0", "#6d2409"), ("#5b2a3a", "#fbeee6"),
)  # fmt: skip
MONO = ("#1c1b1a", "#efedea")
"""Ground and ink, as in static/css/catalog.css: a film has one colour everywhere."""


def paint_of(slug: str, colour: str) -> int | None:
    """The number of a film's colours, by its slug; None for black and white."""
    return None if colour == "black-and-white" else (crc32(slug.encode()) >> 4) % len(PAINTS)


def poster_picture(film: FilmShape, paint: int | None) -> bytes:
    """`paint` is the number of its colours, None for black and white."""
    ground, ink = MONO if paint is None else PAINTS[paint]
    original = next((title.text for title in film.titles if title.kind == "original"), "")
    large = original or film.title.text
    data = {
        "ground": ground,
        "ink": ink,
        "language": "en",
        "top": " · ".join(
            filter(None, (film.part_of.title.text if film.part_of else "", str(film.year or "")))
        ),
        "length": f"{film.runtime_minutes}′" if film.runtime_minutes else "",
        "large": _short(large),
        "small": _short(film.title.text) if film.title.text != large else "",
        "cuts": cuts([part.runtime_minutes for part in film.parts], film.runtime_minutes),
    }
    picture = typst.compile(
        TEMPLATE.read_bytes(),
        format="png",
        ppi=72,
        font_paths=document_fonts(),
        sys_inputs={"data": json.dumps(data)},
    )
    if not isinstance(picture, bytes):
        raise TypeError("Typst drew more than one page.")
    return picture


def cuts(minutes: list[int | None], whole: int | None) -> list[tuple[float, float]]:
    """Where each part begins and how long it is, in per cent, as pages draw it (catalog.reels.films)."""
    lengths = drawn_minutes(minutes or [None], whole)
    begins = accumulate(lengths[:-1], initial=0)
    return [
        (100 * begin / sum(lengths), 100 * each / sum(lengths))
        for begin, each in zip(begins, lengths, strict=True)
    ]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
