"""Each format read back by a program of others."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import rispy
from bibtexparser.entrypoint import parse_string
from jsonschema import Draft202012Validator
from pyld import jsonld

from catalog.exports.citations import bibtex, csl, ris
from catalog.exports.description import FilmShape, Words
from catalog.exports.formats import FORMATS
from catalog.exports.tables import KBART
from tests.catalog.exports.make import member, rust, west

ODD = 'He said: "100 % & {more}" \\ $5 #1_a ~^'


def written(suffix: str, *films: FilmShape) -> str:
    pieces = FORMATS[suffix].many(films)
    return b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces).decode()


def nowhere(_address: str, _options: Any) -> dict[str, Any]:
    """schema.org’s context says, of all that we use, this."""
    context = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "image": {"@type": "@id"}}
    return {"contextUrl": None, "documentUrl": None, "document": {"@context": context}}


def test_json_fits_its_published_schema() -> None:
    schema = FilmShape.model_json_schema(mode="serialization")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    one = FORMATS["json"].one
    assert one is not None
    nothing_known = west(year=None, runtime_minutes=None, parts=(member(1, "Rust", None),))
    for film in (west(), rust(), nothing_known):
        assert list(validator.iter_errors(json.loads(one(film)))) == []
    films = json.loads(written("json", west(), rust()))["films"]
    assert [film["title"]["text"] for film in films] == ["West of the Tracks", "Rust"]
    assert json.loads(written("json")) == {"films": []}


def test_json_ld_is_a_graph_of_movies() -> None:
    document = json.loads(written("jsonld", west(), rust()))
    nodes = {
        node["@id"]: node for node in jsonld.flatten(jsonld.expand(document, {"documentLoader": nowhere}))
    }
    whole = nodes[west().address]
    assert whole["@type"] == ["https://schema.org/Movie"]
    assert whole["https://schema.org/duration"] == [{"@value": "PT9H14M"}]
    assert {"@value": "铁西区", "@language": "zh-hans"} in [
        {**name, "@language": name["@language"].casefold()}
        for name in whole["https://schema.org/alternateName"]
    ]
    parts = [part["@id"] for part in whole["https://schema.org/hasPart"]]
    assert parts == [part.address for part in west().parts]
    assert nodes[rust().address]["https://schema.org/isPartOf"] == [{"@id": west().address}]
    assert nodes[rust().address]["https://schema.org/duration"] == [{"@value": "PT4H4M"}]


def test_json_ld_says_no_length_that_nobody_knows() -> None:
    one = FORMATS["jsonld"].one
    assert one is not None
    film = json.loads(one(west(year=None, runtime_minutes=None)))
    assert {"duration", "dateCreated"} & film.keys() == set()


def test_ris_is_read_by_rispy() -> None:
    whole, part = rispy.loads(written("ris", west(), rust()))
    assert (whole["type_of_reference"], whole["title"], whole["year"]) == (
        "MPCT",
        "West of the Tracks",
        "2003",
    )
    assert whole["authors"] == ["Wang, Bing"]
    assert whole["abstract"] == "A district of factories. It closes."
    assert whole["urls"] == [west().address]
    assert part["title"] == "West of the Tracks: Rust"
    assert all(line.endswith("\r\n") for line in ris(west()).splitlines(keepends=True))


def test_ris_of_a_hostile_title_is_one_reference() -> None:
    (one,) = rispy.loads(ris(west(title=Words(text="A\r\nER  - \r\nTY  - BOOK", language="en"))))
    assert one["title"] == "A ER - TY - BOOK"


def test_bibtex_is_read_by_bibtexparser() -> None:
    library = parse_string(written("bib", west(), rust(), west(id="film-99", year=None)))
    assert library.failed_blocks == []
    whole, part, undated = library.entries
    assert (whole.entry_type, whole.key) == ("misc", "wang2003film10")
    assert whole["title"] == "{West of the Tracks}"
    assert (whole["author"], whole["year"]) == ("Wang, Bing", "2003")
    assert part["title"] == "{West of the Tracks: Rust}"
    assert "year" not in undated.fields_dict


def test_bibtex_of_an_odd_title_stays_one_entry() -> None:
    library = parse_string(bibtex(west(title=Words(text=ODD + "}", language="en"))))
    assert (library.failed_blocks, len(library.entries)) == ([], 1)


def test_csl_names_the_directors_and_leaves_out_what_is_unknown() -> None:
    item = csl(west())
    assert item["type"] == "motion_picture"
    assert item["director"] == [{"family": "Wang", "given": "Bing"}]
    assert item["issued"] == {"date-parts": [[2003]]}
    assert "issued" not in csl(west(year=None))
    assert [each["id"] for each in json.loads(written("csl.json", west(), rust()))] == ["film-10", "film-11"]


def test_csv_has_a_row_for_each_and_nothing_that_a_spreadsheet_computes() -> None:
    text = written("csv", west(title=Words(text='=cmd("x"),\n', language="en")), rust())
    first, second = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert first["title"] == '\'=cmd("x"),\n'
    assert first["original_titles"] == "铁西区"
    assert (second["part_of"], second["part_number"], second["runtime_minutes"]) == ("film-10", "1", "244")


def test_kbart_has_its_columns_and_one_line_for_each() -> None:
    lines = written("kbart.txt", west(title=Words(text="A\tB\nC", language="en")), rust()).splitlines()
    assert [len(line.split("\t")) for line in lines] == [len(KBART)] * 3
    part = dict(zip(KBART, lines[2].split("\t"), strict=True))
    assert (part["publication_title"], part["publication_type"]) == ("West of the Tracks: Rust", "video")
    assert part["parent_publication_title_id"] == "film-10"
    assert lines[1].startswith("A B C\t")
