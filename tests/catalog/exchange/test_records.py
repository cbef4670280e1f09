"""Every fault a record can have is reported with its file, line, field, sentence and code."""

from pathlib import Path

import pytest

from catalog.exchange.catalogue import Catalogue, read_catalogue
from demo.sample.filling import DATA
from records.faults import Fault

GOOD = """\
slug: two-rivers
title: {text: Two Rivers, language: en}
titles:
  - {text: 两条河, language: zh-Hans, kind: original, source: house}
year: 2003
runtime_minutes: 90
colour: colour
countries: [CN]
languages: [cmn]
kind: documentary
part_unit: part
synopsis: Two rivers meet.
credits:
  - {role: director, name: Wang Bing, sort_name: "Wang, Bing", source: house}
statements:
  - {fact: runtime, value: 88, source: house}
parts:
  - {number: 1, slug: east, title: {text: East, language: en}, runtime_minutes: 50}
  - {number: 2, slug: west, title: {text: West, language: en}, runtime_minutes: 40}
copies:
  - {label: DCP, format: dcp, runtime_minutes: 90, chapter_points: [30, 60]}
rights:
  - {territory: North America, countries: [US, CA, MX], starts_on: 2020-01-01}
sources:
  - {key: house, name: The house, kind: distributor}
"""


def catalogue_of(folder: Path, **texts: str) -> Catalogue:
    """Write each text as films/<name>.yaml (or as sources.yaml) and read the folder."""
    (folder / "films").mkdir(exist_ok=True)
    for name, text in texts.items():
        path = (
            folder / "sources.yaml"
            if name == "sources"
            else folder / "films" / f"{name.replace('_', '-')}.yaml"
        )
        path.write_text(text, encoding="utf-8")
    return read_catalogue(folder)


def lines_of(faults: tuple[Fault, ...]) -> list[str]:
    return [str(fault) for fault in faults]


def faults_after(folder: Path, old: str, new: str) -> list[str]:
    assert GOOD.count(old) == 1, old
    return lines_of(catalogue_of(folder, two_rivers=GOOD.replace(old, new)).faults)


def error(line: int, field: str, message: str, code: str, severity: str = "error") -> str:
    where = f"{field}: " if field else ""
    return f"films/two-rivers.yaml:{line}: {severity}: {where}{message} [{code}]"


def test_read_catalogue_good_record_has_no_fault(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, two_rivers=GOOD)
    assert catalogue.faults == ()
    (film,) = catalogue.films
    assert [part.runtime_minutes for part in film.parts] == [50, 40]
    assert [source.key for source in catalogue.sources] == ["house"]


ONE_FAULT = [
    pytest.param(
        "year: 2003", "year: [2003",
        error(6, "", "The file is not well-formed YAML: expected ',' or ']', but got ':'.", "malformed-yaml"),
        id="malformed YAML",
    ),
    pytest.param(
        "languages: [cmn]", "languages: [cmn, xx-nope]",
        error(9, "languages[2]", "“xx-nope” is not a BCP 47 language tag, such as zh-Hans.", "unknown-language"),
        id="unknown language",
    ),
    pytest.param(
        "language: zh-Hans", "language: chinese",
        error(
            4, "titles[1].language",
            "“chinese” is not a BCP 47 language tag, such as zh-Hans.", "unknown-language",
        ),
        id="unknown language of a title",
    ),
    pytest.param(
        "countries: [CN]", "countries: [XX]",
        error(
            8, "countries[1]",
            "“XX” is not an ISO 3166-1 country code of two letters, such as CN.", "unknown-country",
        ),
        id="unknown country",
    ),
    pytest.param(
        "year: 2003\nruntime_minutes: 90", "year: 2003\nruntime_minutes: 0",
        error(6, "runtime_minutes", "A runtime must be at least one minute; 0 was given.", "runtime-not-positive"),
        id="zero runtime",
    ),
    pytest.param(
        "language: en}, runtime_minutes: 40", "language: en}, runtime_minutes: -40",
        error(
            19, "parts[2].runtime_minutes",
            "A runtime must be at least one minute; -40 was given.", "runtime-not-positive",
        ),
        id="negative runtime of a part",
    ),
    pytest.param(
        "value: 88, source: house", "value: 88, source: home",
        error(
            16, "statements[1].source",
            "There is no source “home” in this file or in sources.yaml.", "unknown-source",
        ),
        id="unknown source",
    ),
    pytest.param(
        "number: 2", "number: 3",
        error(
            19, "parts[2].number",
            "Parts are numbered from 1 in their order: this is 3 and should be 2.", "part-numbers",
        ),
        id="part numbers with a gap",
    ),
    pytest.param(
        "slug: west", "slug: east",
        error(19, "parts[2].slug", "Another part of this film has the slug “east”.", "duplicate-slug"),
        id="two parts of one slug",
    ),
    pytest.param(
        "year: 2003\n", "",
        error(1, "year", "The field “year” is missing.", "missing-field"),
        id="missing field",
    ),
    pytest.param(
        "year: 2003\n", "year: 2003\nsubject: [Rivers]\n",
        error(6, "subject", "There is no field “subject” here; did you mean “subjects”?", "unknown-field"),
        id="unknown field",
    ),
    pytest.param(
        "year: 2003", 'year: "2003"',
        error(5, "year", "This must be a whole number; 2003 was given.", "wrong-type"),
        id="wrong type",
    ),
    pytest.param(
        "year: 2003", "year: 203",
        error(5, "year", "203 is not a valid year for a film; it must be from 1888 to 2100.", "bad-year"),
        id="impossible year",
    ),
    pytest.param(
        "colour: colour", "colour: sepia",
        error(
            7, "colour",
            "“sepia” is not allowed here; write one of 'colour', 'black-and-white' or 'mixed'.",
            "unknown-value",
        ),
        id="value outside a list",
    ),
    pytest.param(
        "synopsis: Two rivers meet.", 'synopsis: " "',
        error(12, "synopsis", "This text is empty; leave the field out or fill it.", "empty-text"),
        id="empty text",
    ),
    pytest.param(
        "year: 2003\n", "year: 2003\nyear: 2004\n",
        error(6, "year", "The field “year” appears twice; it first appears on line 5.", "repeated-field"),
        id="field given twice",
    ),
    pytest.param(
        "value: 88", "value: eighty-eight",
        error(
            16, "statements[1].value",
            "The value “eighty-eight” is not valid for the fact “runtime”.", "bad-statement",
        ),
        id="statement that does not fit",
    ),
    pytest.param(
        "[30, 60]", "[60, 30]",
        error(
            21, "copies[1].chapter_points",
            "The chapter points must rise, and lie between the copy’s start and its end.",
            "bad-chapter-points",
        ),
        id="chapter points that fall",
    ),
    pytest.param(
        "starts_on: 2020-01-01", "starts_on: 2020-01-01, ends_on: 2019-12-31",
        error(23, "rights[1].ends_on", "The right ends before it starts.", "ends-before-start"),
        id="right that ends before it starts",
    ),
    pytest.param(
        "starts_on: 2020-01-01", "starts_on: in spring",
        error(
            23, "rights[1].starts_on",
            "“in spring” is not a date; write it as 2026-09-01.", "bad-date",
        ),
        id="no date",
    ),
    pytest.param(
        "kind: distributor}", "kind: distributor, address: reference text}",
        error(
            25, "sources[1].address",
            "“reference text” is not a public address; it must begin with https:// or http://.",
            "bad-address",
        ),
        id="address that is none",
    ),
    pytest.param(
        "part_unit: part\n", "part_unit: part\nrelations: [{film: three-rivers}]\n",
        error(
            12, "relations[1].film",
            "There is no film “three-rivers” in the catalogue.", "unknown-film",
        ),
        id="unknown film",
    ),
    pytest.param(
        "part_unit: part\n", "part_unit: part\nrelations: [{film: two-rivers}]\n",
        error(12, "relations[1].film", "A film cannot be related to itself.", "names-itself"),
        id="relation to itself",
    ),
    pytest.param(
        "part_unit: part\n", "part_unit: part\nsubjects: [Rivers, Rivers]\n",
        error(12, "subjects[2]", "This repeats line 12.", "repeated-item"),
        id="item given twice",
    ),
    pytest.param(
        "part_unit: part\n", "part_unit: part\nreadings: [{key: a, title: A, isbn: 978-0-00-000000-1}]\n",
        error(
            12, "readings[1].isbn",
            "“978-0-00-000000-1” is not a valid ISBN: its length or its check digit is wrong.", "bad-isbn",
        ),
        id="wrong ISBN",
    ),
    pytest.param(
        "part_unit: part\n", "part_unit: part\nreadings: [{key: a, title: A, also_about: [{film: two-rivers}]}]\n",
        error(
            12, "readings[1].also_about[1].film",
            "This reading already names “two-rivers”.", "repeated-item",
        ),
        id="reading that names its own film",
    ),
    pytest.param(
        "value: 88", "value: 33240",
        error(
            16, "statements[1].value",
            "A runtime of 33240 minutes is more than 32767; is it given in seconds?", "runtime-too-long",
        ),
        id="runtime in seconds",
    ),
    pytest.param(
        "name: Wang Bing,", "name: 王兵,",
        error(
            14, "credits[1].name",
            "No address can be made from “王兵”; also give the name in Latin letters.",
            "name-without-address",
        ),
        id="name without Latin letters",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "fault"), ONE_FAULT)
def test_read_catalogue_tells_fault_with_line_and_field(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    assert faults_after(tmp_path, old, new) == [fault]


def test_read_catalogue_tells_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    worse = GOOD.replace("countries: [CN]", "countries: [cn]").replace(
        "value: 88, source: house", "value: 0, source: home"
    )
    other = GOOD.replace("slug: two-rivers", "slug: one-river").replace(
        "runtime_minutes: 90\ncolour", "colour"
    )
    catalogue = catalogue_of(tmp_path, two_rivers=worse, one_river=other)
    assert [(fault.file, fault.line, fault.code) for fault in catalogue.faults] == [
        ("films/one-river.yaml", 1, "missing-field"),
        ("films/two-rivers.yaml", 8, "unknown-country"),
        ("films/two-rivers.yaml", 16, "unknown-source"),
        ("films/two-rivers.yaml", 16, "runtime-not-positive"),
        ("films/two-rivers.yaml", 25, "duplicate-source"),
    ]
    assert catalogue.films == ()


def test_read_catalogue_refuses_second_film_of_one_slug(tmp_path: Path) -> None:
    other = GOOD.replace("house", "other-house")
    faults = lines_of(catalogue_of(tmp_path, a_river=other, two_rivers=GOOD).faults)
    assert faults == [
        (
            "films/a-river.yaml:1: error: slug: "
            "The record of “two-rivers” must be in films/two-rivers.yaml. [misplaced-record]"
        ),
        error(
            1,
            "slug",
            "The slug “two-rivers” is already used in films/a-river.yaml, line 1.",
            "duplicate-slug",
        ),
    ]


def test_read_catalogue_takes_shared_sources(tmp_path: Path) -> None:
    before, _, _ = GOOD.partition("sources:")
    shared = "sources:\n  - {key: house, name: The house, kind: distributor}\n"
    catalogue = catalogue_of(tmp_path, two_rivers=before, sources=shared)
    assert catalogue.faults == ()
    assert [source.name for source in catalogue.sources] == ["The house"]


def test_read_catalogue_refuses_source_described_twice(tmp_path: Path) -> None:
    shared = "sources:\n  - {key: house, name: The house, kind: distributor}\n"
    message = (
        "The source “house” is already described in sources.yaml; "
        "describe a source that several films cite in sources.yaml only."
    )
    faults = lines_of(catalogue_of(tmp_path, two_rivers=GOOD, sources=shared).faults)
    assert faults == [error(25, "sources[1].key", message, "duplicate-source")]


def test_read_catalogue_refuses_reading_written_twice(tmp_path: Path) -> None:
    reading = "part_unit: part\nreadings: [{key: a, title: A}]\n"
    text = GOOD.replace("part_unit: part\n", reading)
    other = text.replace("slug: two-rivers", "slug: one-river").replace("house", "home")
    faults = lines_of(catalogue_of(tmp_path, one_river=other, two_rivers=text).faults)
    message = (
        "The reading “a” is already written in films/one-river.yaml; name this film there, in also_about."
    )
    assert faults == [error(12, "readings[1].key", message, "duplicate-reading")]


def other_film(sort_name: str) -> str:
    text = GOOD.replace("slug: two-rivers", "slug: one-river").replace("house", "home")
    return text.replace(', sort_name: "Wang, Bing"', sort_name)


def test_read_catalogue_refuses_one_person_sorted_in_two_ways(tmp_path: Path) -> None:
    other = other_film(', sort_name: "Bing, Wang"')
    faults = lines_of(catalogue_of(tmp_path, one_river=other, two_rivers=GOOD).faults)
    message = "The sort name of “Wang Bing” is different in films/one-river.yaml."
    assert faults == [error(14, "credits[1].sort_name", message, "person-disagrees")]


def test_read_catalogue_takes_a_person_described_once_for_all_films(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, one_river=other_film(""), two_rivers=GOOD)
    assert catalogue.faults == ()
    assert [(person.slug, person.sort_name) for person in catalogue.people] == [("wang-bing", "Wang, Bing")]


def test_read_catalogue_refuses_two_names_that_make_one_address(tmp_path: Path) -> None:
    other = other_film("").replace("Wang Bing", "Wáng Bīng")
    faults = lines_of(catalogue_of(tmp_path, one_river=other, two_rivers=GOOD).faults)
    message = "“Wang Bing” and “Wáng Bīng” would have the same address; write them the same way."
    assert faults == [error(14, "credits[1].name", message, "person-disagrees")]


@pytest.mark.parametrize(
    ("last", "message"),
    [
        (37, "The parts add up to 87 minutes; the film is given as 90: 3 minutes are unaccounted for."),
        (39, "The parts add up to 89 minutes; the film is given as 90: 1 minute is unaccounted for."),
        (51, "The parts add up to 101 minutes; the film is given as 90: 11 minutes are too many."),
        (41, "The parts add up to 91 minutes; the film is given as 90: 1 minute is too many."),
    ],
)
def test_read_catalogue_warns_of_parts_that_do_not_add_up(tmp_path: Path, last: int, message: str) -> None:
    text = GOOD.replace("language: en}, runtime_minutes: 40", f"language: en}}, runtime_minutes: {last}")
    catalogue = catalogue_of(tmp_path, two_rivers=text)
    assert catalogue.errors == ()
    assert lines_of(catalogue.warnings) == [error(17, "parts", message, "parts-sum", "warning")]
    assert len(catalogue.films) == 1


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        (
            (40,),
            "Part 2 has no runtime. The other parts add up to 50 of 90 minutes.",
        ),
        ((50, 40), "No part has a runtime: their lengths are unknown."),
    ],
)
def test_read_catalogue_warns_of_parts_without_runtime(
    tmp_path: Path, missing: tuple[int, ...], message: str
) -> None:
    text = GOOD
    for minutes in missing:
        text = text.replace(f"language: en}}, runtime_minutes: {minutes}", "language: en}")
    catalogue = catalogue_of(tmp_path, two_rivers=text)
    assert lines_of(catalogue.faults) == [error(17, "parts", message, "parts-incomplete", "warning")]
    assert len(catalogue.films[0].parts) == 2


def test_read_catalogue_refuses_a_part_longer_than_its_whole(tmp_path: Path) -> None:
    text = GOOD.replace("language: en}, runtime_minutes: 40", "language: en}, runtime_minutes: 91")
    catalogue = catalogue_of(tmp_path, two_rivers=text)
    [fault] = catalogue.errors
    assert (fault.code, fault.message) == (
        "part-too-long",
        "Part 2 is given as 91 minutes and the whole film as 90: no part is longer than its whole.",
    )


def test_read_catalogue_says_where_bytes_are_not_text(tmp_path: Path) -> None:
    (tmp_path / "films").mkdir()
    (tmp_path / "films" / "two-rivers.yaml").write_bytes(b"slug: \xff")
    message = "The file is not UTF-8 text: byte 7 cannot be read."
    assert lines_of(read_catalogue(tmp_path).faults) == [error(1, "", message, "malformed-yaml")]


@pytest.mark.parametrize(("text", "given"), [("", "nothing"), ("- a\n", "a list"), ("a\n", "a")])
def test_read_catalogue_refuses_file_that_is_no_record(tmp_path: Path, text: str, given: str) -> None:
    message = f"This must be a group of fields; {given} was given."
    assert lines_of(catalogue_of(tmp_path, two_rivers=text).faults) == [error(1, "", message, "wrong-type")]


def test_read_catalogue_refuses_folder_without_films(tmp_path: Path) -> None:
    message = "There are no films here; records are expected in films/<slug>.yaml."
    assert lines_of(read_catalogue(tmp_path).faults) == [f"films:1: error: {message} [no-films]"]


def test_a_fault_is_said_in_the_language_of_whoever_reads_it(tmp_path: Path) -> None:
    [fault] = catalogue_of(
        tmp_path, two_rivers=GOOD.replace("title: {text: Two Rivers, language: en}", "")
    ).faults
    assert (fault.code, fault.message) == ("missing-field", "The field “title” is missing.")
    assert (fault.say.template, fault.say.params) == (
        "The field “{field}” is missing.",
        {"field": "title"},
    )


WARNINGS = [
    (
        "films/a-kalahari-family.yaml",
        "Parts 3, 4 and 5 have no runtime. The other parts add up to 144 of 360 minutes.",
    ),
    (
        "films/berlin-alexanderplatz.yaml",
        "Part 13 has no runtime. The other parts add up to 837 of 894 minutes.",
    ),
    (
        "films/dead-souls.yaml",
        "The parts add up to 506 minutes; the film is given as 495: 11 minutes are too many.",
    ),
    (
        "films/how-yukong-moved-the-mountains.yaml",
        "No part has a runtime: their lengths are unknown.",
    ),
    (
        "films/la-flor.yaml",
        "The parts add up to 805 minutes; the film is given as 808: 3 minutes are unaccounted for.",
    ),
    ("films/memory-of-justice.yaml", "No part has a runtime: their lengths are unknown."),
    (
        "films/phantom-india.yaml",
        "The parts add up to 364 minutes; the film is given as 363: 1 minute is too many.",
    ),
    (
        "films/satantango.yaml",
        "The parts add up to 438 minutes; the film is given as 439: 1 minute is unaccounted for.",
    ),
    (
        "films/shoah.yaml",
        "The parts add up to 565 minutes; the film is given as 566: 1 minute is unaccounted for.",
    ),
    (
        "films/sorrow-and-the-pity.yaml",
        "The parts add up to 248 minutes; the film is given as 251: 3 minutes are unaccounted for.",
    ),
]


def test_our_catalogue_has_no_error_and_only_these_warnings() -> None:
    catalogue = read_catalogue(DATA)
    assert catalogue.errors == ()
    assert [(fault.file, fault.message) for fault in catalogue.warnings] == WARNINGS
    assert len(catalogue.films) == len(list((DATA / "films").iterdir())) == 39


@pytest.mark.parametrize(
    ("slug", "parts"), [("west-of-the-tracks", 3), ("last-train-home", 0), ("24-city", 0)]
)
def test_our_catalogue_tells_three_films_in_full(slug: str, parts: int) -> None:
    (film,) = (film for film in read_catalogue(DATA).films if film.slug == slug)
    assert 200 <= len(film.synopsis.split()) <= 300
    assert [80 <= len(str(part.synopsis).split()) <= 120 for part in film.parts] == [True] * parts
    others = {"west-of-the-tracks", "last-train-home", "24-city"} - {slug}
    assert others <= {relation.film for relation in film.relations}


def test_our_catalogue_keeps_both_sides_of_what_sources_dispute() -> None:
    (film,) = (film for film in read_catalogue(DATA).films if film.slug == "west-of-the-tracks")
    assert (film.year, film.runtime_minutes) == (2003, 554)
    assert [part.runtime_minutes for part in film.parts] == [244, 178, 132]
    said = {
        (statement.fact, statement.value) for statement in film.statements if isinstance(statement.value, int)
    }
    assert said == {
        ("year", 2002), ("year", 2003), ("runtime", 545), ("runtime", 551), ("runtime", 554),
        ("runtime", 556), ("runtime", 558),
    }  # fmt: skip
