"""CSV: a row for each film and, after it, one for each of its parts. The columns of our own export, and those of a record."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from catalog.exports.plain import clean
from catalog.imports.formats.exported import slugs_in
from catalog.imports.formats.families import Row, families, made_slug
from catalog.imports.formats.lines import lines, not_utf8
from catalog.imports.labels import field_called
from records.document import Document
from wording.say import Say, gettext_noop, say
from wording.spreadsheets import FORMULA

UNKNOWN_LANGUAGE = "und"
IGNORED = ("subtitles", "formats", "parts", "terms", "changed_at")
"""Columns of our own export that say nothing of a record."""


def read_csv(file: BinaryIO, name: str) -> Iterator[Document]:
    return families(_rows(file), name)


class _Broken(Exception):  # noqa: N818 - the sentence of it is for people
    def __init__(self, said: Say) -> None:
        super().__init__(said)
        self.said = said


def _rows(file: BinaryIO) -> Iterator[Row]:
    reader = csv.reader(_texts(file), strict=True)
    columns: list[str] = []
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _Broken as broken:
            yield Row(reader.line_num + 1, said=broken.said)
            return
        except csv.Error:
            template = gettext_noop("The table cannot be read from here on; is a quotation mark missing?")
            yield Row(line, said=say("malformed-csv", template))
            return
        if not columns:
            columns = [field_called(clean(cell)) for cell in cells]
            if not {"title", "year"} <= set(columns):
                template = gettext_noop("The first row must name the columns; “title” and “year” at least.")
                yield Row(1, said=say("no-columns", template))
                return
        elif any(cell.strip() for cell in cells):
            yield _row(line, dict(zip(columns, map(_told, cells), strict=False)))
        line = reader.line_num + 1


def _texts(file: BinaryIO) -> Iterator[str]:
    for _number, line in lines(file):
        if isinstance(line, Say):
            raise _Broken(line)
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _Broken(not_utf8(error)) from None


def _told(cell: str) -> str:
    """A cell without the sign that keeps a spreadsheet from running it (wording.spreadsheets.in_a_cell)."""
    text = clean(cell).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def _row(line: int, cells: dict[str, str]) -> Row:
    given = {name: text for name, text in cells.items() if text and name not in IGNORED}
    key, part_of = given.pop("id", ""), given.pop("part_of", "")
    whole_slug, part_slug = slugs_in(given.pop("address", ""))
    data: dict[str, Any] = {
        "title": {
            "text": given.pop("title", ""),
            "language": given.pop("title_language", UNKNOWN_LANGUAGE),
        }
    }
    slug = given.pop("slug", "") or (part_slug if part_of else whole_slug)
    year = given.get("year", "")
    data["slug"] = slug or (
        made_slug(data, "") if part_of else f"{made_slug(data, key or 'film')}-{year}".strip("-")
    )
    data["titles"] = [
        {"text": text, "language": UNKNOWN_LANGUAGE, "kind": kind}
        for column, kind in (("original_titles", "original"), ("other_titles", "alternative"))
        for text in _several(given.pop(column, ""))
    ]
    data["credits"] = [{"role": "director", "name": each} for each in _several(given.pop("directors", ""))]
    data |= {name: TURNED.get(name, str)(text) for name, text in given.items()}
    if part_of:
        data["number"] = data.pop("part_number", None)
        data = {name: data[name] for name in OF_PARTS if data.get(name)}
    else:
        data.pop("part_number", None)
    return Row(line, data, key or data["slug"], part_of)


OF_PARTS = ("number", "slug", "title", "titles", "year", "runtime_minutes", "synopsis")


def _several(text: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]


def _number(text: str) -> int | str:
    """A number of at most nine digits; other text stays for the rules to refuse."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text


TURNED: dict[str, Callable[[str], Any]] = {
    "year": _number,
    "runtime_minutes": _number,
    "part_number": _number,
    "featured": _number,
    "countries": _several,
    "languages": _several,
    "subjects": _several,
}
