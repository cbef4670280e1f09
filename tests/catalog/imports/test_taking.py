"""Imports: what lands, what is refused and said, and that nothing else changes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pymarc import Field, Indicators, Record, Subfield

from catalog.editing.publishing import publish_film
from catalog.imports.running import NothingTaken
from catalog.models import Credit, Film, Person, Preview, Relation, SeeFrom, Source, Statement, Subject, Title
from tests.catalog.imports.make import changes, counts, imported, line, refused

pytestmark = pytest.mark.django_db


def test_import_takes_good_rows_and_names_bad_ones_by_row_and_field() -> None:
    taken = imported(
        line() + line("no-title", title=None) + line("old", runtime_minutes=0) + line("three-rivers")
    )
    assert counts(taken) == (2, 0, 0, 2)
    assert refused(taken) == [
        (2, "Title", "missing-field"),
        (3, "Runtime in minutes", "runtime-not-positive"),
    ]
    assert sorted(Film.objects.values_list("slug", flat=True)) == ["three-rivers", "two-rivers"]


def test_import_under_atomic_takes_nothing_when_a_row_is_refused() -> None:
    with pytest.raises(NothingTaken) as refusal:
        imported(line() + line("old", year=1700), atomic=True)
    assert refused(refusal.value.taken) == [(2, "Year", "bad-year")]
    assert Film.objects.count() == 0
    assert counts(imported(line() + line("new"), atomic=True)) == (2, 0, 0, 0)


def test_import_a_second_time_changes_nothing() -> None:
    record = line(credits=[{"role": "director", "name": "Wang Bing"}], subjects=["Rivers"], titles=[{"text": "二河", "language": "zh-Hans", "kind": "original"}])  # fmt: skip
    assert counts(imported(record)) == (1, 0, 0, 0)
    again = imported(record)
    assert (counts(again), again.findings) == ((0, 0, 1, 0), [])


def test_dry_run_tells_each_difference_and_writes_nothing() -> None:
    imported(line())
    taken = imported(line(runtime_minutes=95, subjects=["Rivers"]) + line("new"), dry_run=True)
    assert counts(taken) == (1, 1, 0, 0)
    assert changes(taken) == [
        ("two-rivers", "Runtime in minutes", "90 → 95"),
        ("two-rivers", "Subjects", "nothing → Rivers"),
    ]
    assert list(Film.objects.values_list("slug", "runtime")) == [("two-rivers", 90)]


def test_import_leaves_what_the_file_does_not_name() -> None:
    imported(line())
    film = Film.objects.get()
    source = Source.objects.create(key="festival", name="A festival", kind="festival")
    Statement.objects.create(film=film, fact="year", value="2002", source=source)
    Title.objects.create(film=film, text="Zwei Flüsse", language="de", kind="translation")
    person = Person.objects.create(slug="wang-bing", name="Wang Bing", sort_name="Wang, Bing")
    Credit.objects.create(film=film, person=person, role="director", source=source)
    taken = imported(
        line(year=2004, credits=[{"role": "director", "name": "Wang Bing", "sort_name": "Bing, Wang"}])
    )
    assert changes(taken) == [("two-rivers", "Year", "2003 → 2004")]
    assert (Statement.objects.count(), Title.objects.count()) == (1, 1)
    assert list(Credit.objects.values_list("person__sort_name", "source")) == [("Wang, Bing", source.pk)]


def test_import_leaves_a_preview_that_the_office_uploaded() -> None:
    imported(line())
    Preview.objects.create(film=Film.objects.get(), title="The ferry", file="previews/ferry.mp4")
    address = "https://films.example/mouth"
    taken = imported(line(previews=[{"title": "The mouth", "address": address}]))
    assert (counts(taken), refused(taken)) == ((0, 1, 0, 0), [])
    previews = Preview.objects.order_by("pk").values_list("title", "file", "address")
    assert list(previews) == [("The ferry", "previews/ferry.mp4", ""), ("The mouth", "", address)]


def test_import_of_a_word_that_leads_to_a_term_says_the_term() -> None:
    imported(line(subjects=["Working life"]))
    SeeFrom.objects.create(subject=Subject.objects.get(), name="Labour", slug="labour")
    assert counts(imported(line(subjects=["Labour"]))) == (0, 0, 1, 0)
    taken = imported(line(subjects=["labour", "Rivers", "working Life"]))
    assert changes(taken) == [("two-rivers", "Subjects", "Working life → Rivers; Working life")]
    assert counts(imported(line(subjects=["Labour", "Rivers"]))) == (0, 0, 1, 0)
    assert list(Subject.objects.values_list("name", flat=True)) == ["Rivers", "Working life"]


def part(number: int) -> dict[str, object]:
    return {"number": number, "slug": f"part-{number}", "title": {"text": f"Part {number}", "language": "en"}}


def test_import_makes_drafts_of_new_films_and_parts_and_leaves_what_is_published(client: Client) -> None:
    imported(line(parts=[part(1)]))
    states = Film.objects.order_by("pk").values_list("slug", "is_published")
    assert list(states) == [("two-rivers", False), ("part-1", False)]
    assert client.get("/films/two-rivers/").status_code == 404
    for film in Film.objects.all():
        publish_film(film=film, by=None)
    assert client.get("/films/two-rivers/").status_code == 200
    imported(line(year=2004, parts=[part(1), part(2)]))
    assert list(states.all()) == [("two-rivers", True), ("part-1", True), ("part-2", False)]


def test_import_relates_films_that_come_later_and_reports_those_that_never_come() -> None:
    related = (
        line("first", relations=[{"film": "second"}])
        + line("second")
        + line("third", relations=[{"film": "nowhere"}])
    )
    assert counts(imported(related, dry_run=True)) == (3, 0, 0, 1)
    taken = imported(related)
    assert counts(taken) == (3, 0, 0, 1)
    assert refused(taken) == [(3, "Related films", "unknown-film")]
    assert list(Relation.objects.values_list("film__slug", "other__slug")) == [("first", "second")]
    assert counts(imported(related)) == (0, 0, 3, 1)


def test_second_reading_tells_and_takes_only_what_was_put_off() -> None:
    imported(line("old") + line("other"))
    related = (
        line("old", year=2004, relations=[{"film": "other"}])
        + line("first", relations=[{"film": "second"}])
        + b"\n" * 200
        + b"".join(line(f"film-{number}") for number in range(200))
        + line("second")
        + line("first", year=2001, relations=[{"film": "other"}])
        + line("bad", year=1, relations=[{"film": "second"}])
    )
    dry = imported(related, dry_run=True)
    assert (counts(dry), len(dry.findings)) == ((202, 1, 0, 2), 206)
    assert changes(dry) == [
        ("old", "Year", "2003 → 2004"),
        ("old", "Related films", "nothing → other, companion"),
    ]
    taken = imported(related)
    assert counts(taken) == (202, 1, 0, 2)
    assert [found[2] for found in refused(taken)] == ["duplicate-slug", "bad-year"]
    pairs = Relation.objects.order_by("pk").values_list("film__slug", "other__slug")
    assert list(pairs) == [("old", "other"), ("first", "second")]
    assert Film.objects.get(slug="first").year == 2003


BAD: dict[str, tuple[bytes, str]] = {
    "the same slug twice": (line() + line(), "duplicate-slug"),
    "Latin-1": (line() + '{"slug": "été"}\n'.encode("latin-1"), "not-utf-8"),
    "no JSON": (line() + b'{"slug": \n', "malformed-json"),
    "a list": (line() + b"[1, 2]\n", "wrong-type"),
    "deep": (line() + b"[" * 100_000 + b"\n", "malformed-json"),
    "ten megabytes on a line": (line() + b'{"slug": "' + b"x" * 10_000_000 + b'"}\n', "record-too-long"),
    "a cut file": (line() + line()[:50], "malformed-json"),
    "a number without end": (line() + b'{"year": ' + b"9" * 10_000 + b"}\n", "malformed-json"),
    "a year of ten digits": (line() + line("far", year=1234567890), "bad-year"),
    "seconds beyond the column": (line() + line("far", previews=[{"title": "A", "address": "https://x.example/", "seconds": 10**12}]), "not-stored"),
    "a source that nobody knows": (line() + line("far", titles=[{"text": "A", "language": "en", "kind": "original", "source": "x"}]), "unknown-source"),
    "a part within a part": (line() + line("far", parts=[{"number": 1, "slug": "a", "title": {"text": "A", "language": "en"}, "parts": [{"number": 1}]}]), "unknown-field"),
    "related to itself": (line() + line("far", relations=[{"film": "far"}]), "names-itself"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "code"), BAD.values(), ids=BAD)
def test_import_of_bad_input_says_so_and_takes_the_rest(content: bytes, code: str) -> None:
    taken = imported(content)
    assert [found[2] for found in refused(taken)] == [code]
    assert list(Film.objects.values_list("slug", flat=True)) == ["two-rivers"]


def test_import_goes_on_after_a_line_that_is_too_long() -> None:
    taken = imported(b"x" * 10_000_000 + b"\n" + line())
    assert (counts(taken), refused(taken)) == ((1, 0, 0, 1), [(1, "", "record-too-long")])


def test_import_drops_control_characters_and_keeps_hostile_html_as_text(client: Client) -> None:
    imported(line(synopsis="<script>alert(1)</script> <b onclick=x>Rivers\u0000 meet.</b>"))
    publish_film(film=Film.objects.get(), by=None)
    page = client.get("/films/two-rivers/").content.decode()
    assert "<script>alert(1)" not in page
    assert "onclick=x>" not in page.replace("&lt;b onclick=x&gt;", "")
    assert "\0" not in Film.objects.get().synopsis


TABLE = (
    "\ufefftitle,year,runtime,colour,kind,synopsis,directors,subjects,id,part_of,part_number\r\n"
    "'=Two Rivers,2003,90,colour,documentary,They meet.,Wang Bing,Rivers; Water,a,,\r\n"
    "One,2003,45,,,,,,b,a,1\r\n"
)


def test_csv_takes_parts_after_their_whole_and_cells_that_were_guarded() -> None:
    taken = imported(TABLE.encode(), "csv")
    assert (counts(taken), refused(taken)) == ((1, 0, 0, 0), [])
    assert list(Film.objects.order_by("pk").values_list("slug", "title", "runtime", "part_number")) == [
        ("two-rivers-2003", "=Two Rivers", 90, None),
        ("one", "One", 45, 1),
    ]
    assert counts(imported(TABLE.encode(), "csv")) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Me,2003,45,,,,,,b,b,1\r\n", "part-of-itself"),
        ("One,2003,45,,,,,,b,a,1\r\nOf one,2003,45,,,,,,c,b,1\r\n", "part-of-a-part"),
        ("One,2003,45,,,,,,b,z,1\r\n", "whole-not-before"),
        ('"One,2003,45\r\n', "malformed-csv"),
    ],
)
def test_csv_refuses_cyclic_parts_and_open_quotation_marks(row: str, code: str) -> None:
    head = "".join(TABLE.splitlines(keepends=True)[:2])
    taken = imported((head + row).encode(), "csv")
    assert [found[2] for found in refused(taken)] == [code]
    assert Film.objects.filter(part_of=None).count() == 1


def test_csv_without_columns_says_so() -> None:
    assert [found[2] for found in refused(imported(b"a,b\r\n1,2\r\n", "csv"))] == ["no-columns"]


def marc(*fields: Any, **options: Any) -> bytes:
    is_unicode = options.get("unicode", True)
    leader = "00000ngm a2200000 a 4500" if is_unicode else "00000ngm  2200000 a 4500"
    record = Record(leader=leader, to_unicode=is_unicode)
    record.add_field(Field("001", data="ocm1"), Field("008", data="030101s2003    fr 090            vlfre d"))
    record.add_field(
        Field("245", Indicators("1", "0"), [Subfield("a", options.get("title", "Two rivers /"))])
    )
    record.add_field(
        Field(
            "300",
            Indicators(" ", " "),
            [Subfield("a", "1 videodisc (90 min.) :"), Subfield("b", "sd., col.")],
        )
    )
    record.add_field(
        Field("007", data="vd cvaizq"), Field("520", Indicators(" ", " "), [Subfield("a", "They meet.")])
    )
    record.add_field(Field("655", Indicators(" ", "7"), [Subfield("a", "Documentary films.")]), *fields)
    return bytes(record.as_marc())


def test_marc_of_a_library_becomes_a_film() -> None:
    taken = imported(marc(Field("700", Indicators("1", " "), [Subfield("a", "Ophuls, Marcel,"), Subfield("e", "film director.")])), "marc")  # fmt: skip
    assert (counts(taken), refused(taken)) == ((1, 0, 0, 0), [])
    film = Film.objects.get()
    assert (film.slug, film.title, film.year, film.runtime, film.colour, film.kind, film.languages) == (
        "two-rivers-2003", "Two rivers", 2003, 90, "colour", "documentary", ["fr"],
    )  # fmt: skip
    assert list(Credit.objects.values_list("person__name", "role")) == [("Marcel Ophuls", "director")]


def test_marc_8_is_decoded_and_what_is_cut_or_misnamed_is_refused() -> None:
    marc_8 = marc(
        unicode=False, title="Les deux rivi\u00e1eres"
    )  # in MARC-8, E1 is the accent before its letter
    latin = marc(title="Rivi\u00e8res").replace("\u00e8".encode(), b"\xe8x")
    taken = imported(marc_8 + marc()[:-1] + b"x\x1d" + latin + b"rubbish\x1d" + marc()[:60], "marc")
    assert [found[2] for found in refused(taken)] == [
        "wrong-length",
        "wrong-encoding",
        "malformed-marc",
        "cut-off",
    ]
    assert Film.objects.get().title == "Les deux rivières"


BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><collection>&c;</collection>"""
CUT = b"<collection xmlns='http://www.loc.gov/MARC21/slim'><record><leader>00000ngm a2200000 a 4500</leader>"


@pytest.mark.parametrize("content", [BOMB, CUT, b"no xml", b""])
def test_marcxml_that_cannot_be_read_is_refused(content: bytes) -> None:
    taken = imported(content, "marcxml")
    assert [found[2] for found in refused(taken)] == ["malformed-xml"]


@pytest.mark.parametrize(
    "content",
    [b'{"films": [{"id": 1}, ', b"{", b"\xff\xfe", b'{"films": [' + b"[" * 2_000_000, b"\x1f\x8b\x08\x00zip"],
    ids=["cut", "brace", "no text", "deep", "gzip"],
)
def test_export_that_is_cut_or_no_json_is_refused(content: bytes) -> None:
    taken = imported(content, "json")
    assert taken.created == 0
    assert taken.refused


def test_export_with_lists_too_deep_in_one_film_is_read_to_its_end() -> None:
    deep = b'{"address": "/films/deep/", "credits": ' + b"[" * 5_000 + b"]" * 5_000 + b"}"
    taken = imported(b'{"films": [' + deep + b", " + deep + b"]}", "json")
    assert refused(taken) == [(1, "", "malformed-json"), (2, "", "malformed-json")]


def test_import_turns_names_of_fields_in_sentences_into_peoples_words() -> None:
    taken = imported(json.dumps({"slug": "a-film"}).encode())
    said = {each.said for each in taken.findings}
    assert "The field “Runtime in minutes” is missing." in said


def test_subject_in_another_script_has_an_address_and_is_found_again() -> None:
    assert counts(imported(line(subjects=["铁路", "電影"]))) == (1, 0, 0, 0)
    assert dict(Subject.objects.values_list("name", "slug")) == {"铁路": "94c1-8def", "電影": "96fb-5f71"}
    assert counts(imported(line(subjects=["铁路", "電影"]))) == (0, 0, 1, 0)


def test_import_says_a_persons_names_and_life_and_leaves_those_of_the_office() -> None:
    jia = {
        "role": "director", "name": "Jia Zhangke", "original": {"text": "贾樟柯", "language": "zh-Hans"},
        "names": [{"text": "賈樟柯", "language": "zh-Hant", "kind": "original"}, {"text": "Jia Zhang-Ke", "language": "en"}],
        "life": "Makes films in Shanxi.",
    }  # fmt: skip
    assert counts(imported(line(credits=[jia]))) == (1, 0, 0, 0)
    person = Person.objects.get()
    assert list(person.names.values_list("text", "language", "kind")) == [
        ("賈樟柯", "zh-Hant", "original"),
        ("Jia Zhang-Ke", "en", "alternative"),
    ]
    assert person.biography == "Makes films in Shanxi."
    assert counts(imported(line(credits=[jia]))) == (0, 0, 1, 0)
    imported(line("new", credits=[jia | {"names": [], "life": "Otherwise."}]))
    assert (person.names.count(), Person.objects.get().biography) == (2, "Makes films in Shanxi.")


def test_import_says_uses_of_rights_and_holdbacks_and_never_removes_them() -> None:
    held = {"uses": ["education"], "countries": ["US"], "until": "2027-12-31"}
    right = {"territory": "North America", "countries": ["US", "CA"], "uses": ["education", "broadcast"]}
    assert counts(imported(line(rights=[right], holdbacks=[held]))) == (1, 0, 0, 0)
    film = Film.objects.get()
    assert film.distribution_rights.get().uses == ["education", "broadcast"]
    assert film.holdbacks.values_list("uses", "countries", "until").get() == (
        ["education"],
        ["US"],
        date(2027, 12, 31),
    )
    assert counts(imported(line(rights=[right], holdbacks=[held]))) == (0, 0, 1, 0)
    imported(line(holdbacks=[]))
    assert film.holdbacks.count() == 1
    assert refused(imported(line("odd", holdbacks=[held | {"uses": []}, held | {"uses": ["cable"]}]))) != []
