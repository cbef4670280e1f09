"""MARC 21, read back by pymarc from the bytes."""

from __future__ import annotations

from io import BytesIO

import pytest
from pymarc import MARCReader, Record, parse_xml_to_array

from catalog.exports.description import CopyShape, CreditShape, FilmShape, TitleShape, Words
from catalog.exports.formats import FORMATS
from catalog.exports.marc.record import record_of, withdrawn
from tests.catalog.exports.make import CHANGED, WANG, member, rust, west


def read(film: FilmShape) -> Record:
    records: list[Record | None] = list(MARCReader(record_of(film).as_marc(), permissive=False))
    (record,) = records
    assert record is not None
    return record


def said(record: Record, tag: str) -> list[str]:
    return [field.value() for field in record.get_fields(tag)]


def test_whole_film_is_a_projected_medium_with_its_times_and_contents() -> None:
    record = read(west())
    assert (record.leader[5:10], len(str(record.leader))) == ("cgm a", 24)
    assert record["001"].data == "film-10"
    assert record["005"].data == "20261122083000.0"
    assert record["007"].data == "vu cuauuu"
    assert record["008"].data == "261122s2003    xx 554" + " " * 12 + "vlchi d"
    assert len(record["008"].data or "") == 40
    assert record["245"].indicators == ("0", "0")
    assert record["245"].get_subfields("a", "c") == ["West of the Tracks", "directed by Wang Bing"]
    assert said(record, "300") == ["1 film in 3 parts (554 min) color"]
    assert said(record, "306") == ["091400", "040400", "025800", "021200"]
    assert said(record, "505") == [
        "Part 1. Rust (244 min) -- Part 2. Remnants (178 min) -- Part 3. Rails (132 min)"
    ]
    assert said(record, "508") == ["director, Wang Bing"]
    assert said(record, "520") == ["A district of factories. It closes."]
    assert said(record, "540") == [f"Public screening needs a licence. {west().address}#licences"]
    assert said(record, "546") == ["In Mandarin Chinese"]
    assert [field["w"] for field in record.get_fields("774")] == [
        f"({record['003'].data}){key}" for key in ("film-11", "film-12", "film-13")
    ]
    assert record["856"]["u"] == west().address


def test_titles_and_names_in_another_script_are_linked_in_880() -> None:
    record = read(west())
    links = [(field["6"], field["a"]) for field in record.get_fields("880")]
    assert links == [("245-01/$1", "铁西区"), ("246-02/$1", "铁西区"), ("700-03/$1", "王兵")]
    assert record["245"]["6"] == "880-01"
    assert (record["246"]["6"], record["246"]["a"]) == ("880-02", "Tiě xī qū")
    assert record["700"].get_subfields("6", "a", "e", "4") == ["880-03", "Wang, Bing", "film director", "drt"]


def test_name_in_several_scripts_has_an_880_for_each() -> None:
    names = (
        Words(text="王兵", language="zh-Hant"),
        Words(text="Ван Бин", language="ru"),
        Words(text="Wang Ping", language="en"),
    )
    film = west(credits=(CreditShape(role="director", person=WANG.model_copy(update={"names": names})),))
    record = read(film)
    links = [(field["6"], field["a"]) for field in record.get_fields("880") if field["6"].startswith("700")]
    assert links == [("700-03/$1", "王兵"), ("700-03/(N", "Ван Бин")]
    assert record["700"]["6"] == "880-03"


def test_part_names_its_whole() -> None:
    record = read(rust())
    assert record["245"].get_subfields("a", "n", "p") == ["West of the Tracks", "Part 1", "Rust"]
    assert record["773"].get_subfields("t", "g") == ["West of the Tracks", "Part 1"]
    assert record["773"]["w"].endswith(")film-10")
    assert said(record, "306") == ["040400"]
    assert record["880"].get_subfields("6", "a", "p") == ["245-01/$1", "West of the Tracks", "工厂"]


def test_what_nobody_knows_is_not_said() -> None:
    film = west(
        year=None,
        runtime_minutes=None,
        parts=(member(1, "Rust", None),),
        countries=(),
        languages=(),
        titles=(),
    )
    record = read(film)
    assert record["008"].data == "261122nuuuuuuuuxx ---" + " " * 12 + "vlund d"
    assert said(record, "306") == []
    assert said(record, "505") == ["Part 1. Rust"]
    assert said(record, "300") == ["1 film in 1 parts color"]


@pytest.mark.parametrize(
    ("title", "language", "passed_over"),
    [
        ("The Memory of Justice", "en", "4"),
        ("“The Factory”", "en", "5"),
        ("L’Amour fou", "fr", "2"),
        ("Die Zweite Heimat", "de", "4"),
        ("Die Hard", "en", "0"),
        ("A", "en", "0"),
        ("铁西区", "zh-Hans", "0"),
    ],
)
def test_articles_are_passed_over_in_sorting(title: str, language: str, passed_over: str) -> None:
    record = read(west(title=Words(text=title, language=language), titles=()))
    assert record["245"].indicators == ("0", passed_over)


def test_synopsis_of_10_000_characters_goes_on_in_further_fields() -> None:
    text = ("工厂关门了。" * 1700)[:10_000]
    record = read(west(synopsis=text))
    assert "".join(said(record, "520")) == text
    assert len(said(record, "520")) == 4
    words = " ".join(["labour"] * 1400)
    assert " ".join(said(read(west(synopsis=words)), "520")) == words


def test_record_never_exceeds_what_iso_2709_can_count() -> None:
    parts = tuple(member(number, "铁" * 250, 90) for number in range(1, 200))
    data = record_of(west(parts=parts, synopsis="工" * 10_000)).as_marc()
    assert len(data) <= 99_999
    assert len(list(MARCReader(data, permissive=False))) == 1


def test_carriers_and_subtitles_come_from_the_copies() -> None:
    copies = (
        CopyShape(format="dvd", runtime_minutes=554, subtitles=("en", "fr")),
        CopyShape(format="35mm", runtime_minutes=551, subtitles=("en",)),
    )
    record = read(west(copies=copies))
    assert [field.data for field in record.get_fields("007")] == ["vd cvaizu"]
    assert (record["041"].indicators, record["041"].get_subfields("a", "j")) == (
        ("1", " "),
        ["chi", "eng", "fre"],
    )
    assert said(record, "546") == ["In Mandarin Chinese; subtitles in English, French"]
    assert said(record, "538") == ["DVD, 35 mm film"]


def test_language_without_a_marc_code_is_named_by_iso_639_3() -> None:
    record = read(west(languages=("dnt",)))
    assert (record["008"].data or "")[35:38] == "mis"
    assert record["041"].indicators == ("0", "7")
    assert record["041"].get_subfields("a", "2") == ["dnt", "iso639-3"]


def test_marcxml_says_the_same_as_the_binary() -> None:
    films = [west(), rust(titles=(TitleShape(text='"Rust" & <iron>', language="en", kind="alternative"),))]
    text = "".join(str(piece) for piece in FORMATS["marcxml"].many(films))
    records = parse_xml_to_array(BytesIO(text.encode()), strict=True)
    assert [record.as_dict()["fields"] for record in records] == [
        read(film).as_dict()["fields"] for film in films
    ]


def test_withdrawn_record_is_to_be_deleted() -> None:
    (record,) = MARCReader(withdrawn("film-10", CHANGED).as_marc(), permissive=False)
    assert record is not None
    assert record.leader[5] == "d"
    assert record["001"].data == "film-10"
