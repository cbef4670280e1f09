"""Films for the tests of the catalogue."""

from __future__ import annotations

from catalog.models import Credit, Film, Person, Source, Statement, Subject, Title
from catalog.search.indexing import index_films


def make_film(title: str = "Dead Birds", slug: str = "dead-birds", **fields: object) -> Film:
    facts = {"year": 1964, "runtime": 83, "countries": ["US"], "languages": ["en"]} | fields
    film = Film.objects.create(title=title, slug=slug, **facts)
    index_films([film])
    return film


def make_west_of_the_tracks() -> Film:
    """Three parts, titles in three scripts, a maker, a disagreement of sources."""
    film = make_film(
        "West of the Tracks",
        "west-of-the-tracks",
        year=2003,
        runtime=554,
        countries=["CN"],
        languages=["cmn"],
        part_unit="part",
    )
    for number, (name, minutes) in enumerate((("Rust", 244), ("Remnants", 178), ("Rails", 132)), start=1):
        make_film(name, name.lower(), part_of=film, part_number=number, year=2003, runtime=minutes)
    Title.objects.create(film=film, text="铁西区", language="zh-Hans", kind=Title.Kind.ORIGINAL)
    Title.objects.create(
        film=film, text="Tiě xī qū", language="zh-Latn-pinyin", kind=Title.Kind.TRANSLITERATION, order=1
    )
    maker = Person.objects.create(
        slug="wang-bing",
        name="Wang Bing",
        sort_name="Wang, Bing",
        original_name="王兵",
        original_language="zh-Hans",
    )
    Credit.objects.create(film=film, person=maker, role=Credit.Role.DIRECTOR)
    film.subjects.add(Subject.objects.create(slug="railways", name="Railways"))
    source = Source.objects.create(key="festival", name="A festival", kind=Source.Kind.FESTIVAL)
    Statement.objects.create(
        film=film, fact=Statement.Fact.RUNTIME, value="551", source=source, note="Print shown in 2003."
    )
    index_films([film])
    return film
