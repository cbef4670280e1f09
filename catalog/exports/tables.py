"""Films as rows: CSV, and KBART for the knowledge bases of libraries."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.exports.description import FilmShape
from catalog.exports.plain import plain
from catalog.models.identifiers import SCHEMES
from wording.spreadsheets import csv_line, in_a_cell

COLUMNS = (
    "id", "part_of", "part_number", "title", "title_language", "original_titles", "other_titles", "directors", "year",
    "runtime_minutes", "kind", "colour", "countries", "languages", "subtitles", "formats", "subjects", "parts", "synopsis",
    "terms", "address", "changed_at", "eidr", "isan", "imdb", "wikidata",
)  # fmt: skip
KBART = (
    "publication_title", "print_identifier", "online_identifier", "date_first_issue_online", "num_first_vol_online",
    "num_first_issue_online", "date_last_issue_online", "num_last_vol_online", "num_last_issue_online", "title_url",
    "first_author", "title_id", "embargo_info", "coverage_depth", "notes", "publisher_name", "publication_type",
    "date_monograph_published_print", "date_monograph_published_online", "monograph_volume", "monograph_edition",
    "first_editor", "parent_publication_title_id", "preceding_publication_title_id", "access_type",
)  # fmt: skip
"""The columns of KBART Phase II (NISO RP-9-2014). That a publication is a video is from the draft of Phase III."""


def csv_row(film: FilmShape) -> str:
    originals = [title.text for title in film.titles if title.kind == "original"]
    others = [
        title.text for title in film.titles if title.kind != "original" and title.text != film.title.text
    ]
    return csv_line(map(in_a_cell, (
        film.id, film.part_of.id if film.part_of else "", film.part_number, film.title.text, film.title.language,
        _several(originals), _several(others), _several(person.name for person in film.directors), film.year,
        film.runtime_minutes, film.kind, film.colour, _several(film.countries), _several(film.languages),
        _several(film.subtitles), _several(dict.fromkeys(copy.format for copy in film.copies)), _several(film.subjects),
        len(film.parts) or None, plain(film.synopsis), film.terms, film.address, film.changed_at.isoformat(timespec="seconds"),
        *(film.identifier(scheme) for scheme in SCHEMES),
    )))  # fmt: skip


def _several(values: Iterable[str]) -> str:
    return "; ".join(values)


def kbart_line(values: tuple[str, ...]) -> str:
    """Separated by tabs, without quotes (KBART 6.2)."""
    return "\t".join(" ".join(value.split()) for value in values) + "\n"


def kbart_row(film: FilmShape) -> str:
    author = film.directors[0].sort_name.partition(",")[0] if film.directors else ""
    year = str(film.year or "")
    known = {
        "publication_title": film.full_title,
        "title_url": film.address,
        "first_author": author,
        "title_id": film.id,
        "coverage_depth": "video",
        "notes": f"{film.runtime_minutes} min" if film.runtime_minutes else "",
        "publisher_name": film.distributor,
        "publication_type": "video",
        "date_monograph_published_online": year,
        "monograph_volume": str(film.part_number or ""),
        "parent_publication_title_id": film.part_of.id if film.part_of else "",
        "access_type": "P",
    }
    return kbart_line(tuple(known.get(column, "") for column in KBART))
