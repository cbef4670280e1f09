"""Descriptions of films for the tests of formats, also of films that the database does not hold yet."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from catalog.exports.description import CreditShape, FilmShape, Member, PersonShape, TitleShape, Words

CHANGED = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
PAGE = "https://films.example/films/west-of-the-tracks"
WANG = PersonShape(
    name="Wang Bing",
    sort_name="Wang, Bing",
    original=Words(text="王兵", language="zh-Hans"),
    address="https://films.example/people/wang-bing/",
)


def member(number: int, name: str, minutes: int | None) -> Member:
    return Member(
        id=f"film-{10 + number}",
        address=f"{PAGE}/{name.casefold()}/",
        title=Words(text=name, language="en"),
        number=number,
        runtime_minutes=minutes,
        year=2003,
        synopsis="",
    )


def west(**fields: Any) -> FilmShape:
    """West of the Tracks, in three parts."""
    facts: dict[str, Any] = {
        "id": "film-10",
        "address": f"{PAGE}/",
        "picture": f"{PAGE}.png",
        "changed_at": CHANGED,
        "title": Words(text="West of the Tracks", language="en"),
        "titles": (
            TitleShape(text="铁西区", language="zh-Hans", kind="original"),
            TitleShape(text="Tiě xī qū", language="zh-Latn-pinyin", kind="transliteration"),
        ),
        "kind": "documentary",
        "year": 2003,
        "runtime_minutes": 554,
        "colour": "colour",
        "countries": ("CN",),
        "languages": ("cmn",),
        "synopsis": "A *district* of factories.\n\nIt closes.",
        "subjects": ("Railways",),
        "credits": (CreditShape(role="director", person=WANG),),
        "part_unit": "part",
        "parts": (member(1, "Rust", 244), member(2, "Remnants", 178), member(3, "Rails", 132)),
        "terms": "Public screening needs a licence.",
        "distributor": "Longtake Films",
    }
    return FilmShape(**(facts | fields))


def rust(**fields: Any) -> FilmShape:
    whole = Member(
        id="film-10", address=f"{PAGE}/", title=Words(text="West of the Tracks", language="en"), runtime_minutes=554, year=2003
    )  # fmt: skip
    own: dict[str, Any] = {
        "id": "film-11",
        "address": f"{PAGE}/rust/",
        "title": Words(text="Rust", language="en"),
        "titles": (TitleShape(text="工厂", language="zh-Hans", kind="original"),),
        "runtime_minutes": 244,
        "parts": (),
        "part_of": whole,
        "part_number": 1,
    }
    return west(**(own | fields))
