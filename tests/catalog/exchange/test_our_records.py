"""Our own records: what they claim somebody must have said, and what readers type must be in them."""

import re

import pytest

from catalog.exchange.catalogue import read_catalogue
from catalog.exchange.records import FilmRecord
from catalog.exchange.rows import Piece
from demo.sample.filling import DATA

TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")


@pytest.fixture(scope="module")
def films() -> tuple[FilmRecord, ...]:
    return read_catalogue(DATA).films


def pieces(film: FilmRecord) -> tuple[Piece, ...]:
    """The film, then its parts."""
    return (film, *film.parts)


def test_our_catalogue_has_only_chapter_points_that_somebody_has_shown(films: tuple[FilmRecord, ...]) -> None:
    points = {
        (film.slug, piece.title.text, *copy.chapter_points)
        for film in films
        for piece in pieces(film)
        for copy in piece.copies
        if copy.chapter_points
    }
    assert points == {
        ("a-kalahari-family", "A Kalahari Family", 90, 144),
        ("crude-oil", "Crude Oil", 420),
        ("la-flor", "Part 3", 83, 184),
        ("west-of-the-tracks", "Rust", 126),
    }


def test_our_catalogue_gives_pinyin_with_tones_for_each_chinese_title(films: tuple[FilmRecord, ...]) -> None:
    for film in films:
        for piece in pieces(film):
            texts = {
                tag: [title.text for title in piece.titles if title.language == tag]
                for tag in ("zh-Hans", "zh-Hant", "zh-Latn-pinyin")
            }
            if texts["zh-Hans"] or texts["zh-Hant"]:
                assert texts["zh-Hans"], f"{film.slug}: {piece.title.text} has no simplified title"
                assert texts["zh-Latn-pinyin"], f"{film.slug}: {piece.title.text} has no pinyin"
            assert not any(":" in text for text in (*texts["zh-Hans"], *texts["zh-Hant"]))
            for text in texts["zh-Latn-pinyin"]:
                assert all(TONED.search(word.lower()) for word in text.split()), text


def test_our_catalogue_quotes_no_critic(films: tuple[FilmRecord, ...]) -> None:
    for film in films:
        for notice in film.press:
            assert not set(notice.paraphrase) & set('"“”«»„'), notice.paraphrase


def test_our_catalogue_names_its_people_in_their_own_script_once_alike(films: tuple[FilmRecord, ...]) -> None:
    names: dict[str, set[str]] = {}
    for film in films:
        for credit in film.credits:
            if credit.original:
                names.setdefault(credit.original.text, set()).add(credit.name)
    assert all(len(spellings) == 1 for spellings in names.values())
    assert (names["贾樟柯"], names["王兵"], names["孙建敏"]) == (
        {"Jia Zhangke"},
        {"Wang Bing"},
        {"Sun Jianmin"},
    )


def test_our_catalogue_has_the_titles_that_readers_type(films: tuple[FilmRecord, ...]) -> None:
    by_slug = {piece.slug: piece for film in films for piece in pieces(film)}
    for slug, text, language in [
        ("west-of-the-tracks", "鐵西區", "zh-Hant"),
        ("rust", "工厂", "zh-Hans"),
        ("rust", "工廠", "zh-Hant"),
        ("remnants", "Pretty Girl Street", "en"),
        ("karamay", "克拉玛依", "zh-Hans"),
        ("useless", "無用", "zh-Hant"),
        ("satantango", "Satan's Tango", "en"),
        ("la-flor", "The Flower", "en"),
    ]:
        assert (text, language) in {(title.text, title.language) for title in by_slug[slug].titles}
    shown = {
        slug: (by_slug[slug].title.text, by_slug[slug].title.language) for slug in ("satantango", "la-flor")
    }
    assert shown == {"satantango": ("Sátántangó", "hu"), "la-flor": ("La Flor", "es")}


def test_our_catalogue_has_no_part_named_by_its_number_where_it_has_a_title(
    films: tuple[FilmRecord, ...],
) -> None:
    for film in films:
        for part in film.parts:
            assert not re.fullmatch(r"Episode \d+", part.title.text), f"{film.slug}: {part.title.text}"
