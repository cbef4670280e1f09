"""The formats in which records are taken: what each is called, and how films become its bytes, one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pymarc import record_to_xml

from catalog.exports.citations import bibtex, csl, ris
from catalog.exports.description import FilmShape
from catalog.exports.linked_data import CONTEXT, movie
from catalog.exports.marc.record import record_of
from catalog.exports.tables import COLUMNS, KBART, csv_row, kbart_line, kbart_row
from wording.spreadsheets import BYTE_ORDER_MARK, csv_line


@dataclass(frozen=True)
class Format:
    """`many` writes a file of films; `one` the record of a single film, where that is not a file of one. `with_parts`: with a record for each part."""

    suffix: str
    label: str | Promise
    help: str | Promise
    content_type: str
    many: Callable[[Iterable[FilmShape]], Iterable[str | bytes]]
    with_parts: bool = False
    one: Callable[[FilmShape], str] | None = None

    @property
    def media_type(self) -> str:
        return self.content_type.partition(";")[0]


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _listed(
    before: str, item: Callable[[FilmShape], str], after: str
) -> Callable[[Iterable[FilmShape]], Iterator[str]]:
    """A file of JSON whose items stand in a list, with commas between them."""

    def written(films: Iterable[FilmShape]) -> Iterator[str]:
        yield before
        for place, film in enumerate(films):
            yield f"{',' if place else ''}\n{item(film)}"
        yield after

    return written


def _wrapped(
    before: str, item: Callable[[FilmShape], str], after: str = ""
) -> Callable[[Iterable[FilmShape]], Iterator[str]]:
    def written(films: Iterable[FilmShape]) -> Iterator[str]:
        yield before
        yield from (item(film) for film in films)
        yield after

    return written


def _json(film: FilmShape) -> str:
    return film.model_dump_json(indent=1)


def _jsonld(film: FilmShape) -> str:
    return _dumped({"@context": CONTEXT, **movie(film)})


def _wrapped_marc(films: Iterable[FilmShape]) -> Iterator[bytes]:
    return (record_of(film).as_marc() for film in films)


def _marcxml(film: FilmShape) -> str:
    return f"{record_to_xml(record_of(film)).decode()}\n"


XML = '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'

FORMATS = {
    each.suffix: each
    for each in (
        Format("mrc", _("MARC 21"), _("for a library’s catalogue: a record for the film and one for each part"), "application/marc", _wrapped_marc, with_parts=True),
        Format("marcxml", _("MARCXML"), _("the same records as XML"), "application/marcxml+xml", _wrapped(XML, _marcxml, "</collection>\n"), with_parts=True),
        Format("ris", _("RIS"), _("for EndNote, RefWorks and Zotero"), "application/x-research-info-systems; charset=utf-8", _wrapped("", ris)),
        Format("bib", _("BibTeX"), _("for LaTeX"), "application/x-bibtex; charset=utf-8", _wrapped("", bibtex)),
        Format("csl.json", _("CSL-JSON"), _("for citation styles"), "application/vnd.citationstyles.csl+json", _listed("[", lambda film: _dumped(csl(film)), "\n]\n")),
        Format("csv", _("CSV"), _("a table for spreadsheets, with a row for each part"), "text/csv; charset=utf-8", _wrapped(BYTE_ORDER_MARK + csv_line(COLUMNS), csv_row), with_parts=True),
        Format("kbart.txt", _("KBART (draft)"), _("for a library’s knowledge base; how it lists videos is still a draft of Phase III"), "text/tab-separated-values; charset=utf-8", _wrapped(kbart_line(KBART), kbart_row), with_parts=True),
        Format("json", _("JSON"), _("all that is public, for programs"), "application/json", _listed('{"films": [', _json, "\n]}\n"), one=_json),
        Format("jsonld", _("JSON-LD"), _("schema.org, for search engines and linked data"), "application/ld+json", _listed(f'{{"@context": "{CONTEXT}", "@graph": [', lambda film: _dumped(movie(film)), "\n]}\n"), one=_jsonld),
    )
}  # fmt: skip
"""In the order in which pages offer them. A suffix stands in addresses, and never changes."""
