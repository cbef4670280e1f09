"""Our own JSON export (catalog.exports.formats), turned back into records.

Copies are not: which copies there are depends on who holds them. Parts come with their whole, so records of parts alone
are skipped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit

from catalog.imports.formats.json_lines import cleaned, not_json
from catalog.imports.formats.lines import CHUNK, LONGEST_RECORD, MARK, not_utf8, too_long, unreadable
from records.document import Document
from wording.say import Say

BEGINS = re.compile(r'\s*\{\s*"films"\s*:\s*\[')
PAGE = re.compile(r"^/films/([a-z0-9-]+)/(?:([a-z0-9-]+)/)?$")
SAME = (
    "year",
    "runtime_minutes",
    "colour",
    "kind",
    "countries",
    "languages",
    "subjects",
    "synopsis",
    "part_unit",
)


def read_export(file: BinaryIO, name: str) -> Iterator[Document]:
    """Films of an export of many, or the film of an export of one. One is in memory at a time."""
    for place, found in enumerate(_objects(file), start=1):
        if isinstance(found, Say):
            yield unreadable(name, place, found)
        elif not found.get("part_of"):
            yield Document(name, record_from(found), {(): place})


def record_from(film: dict[str, Any]) -> dict[str, Any]:
    """The fields of a record that an export holds; what is empty is left out."""
    record: dict[str, Any] = {name: film.get(name) for name in SAME}
    record["slug"] = slugs_in(film.get("address"))[0]
    record["title"] = film.get("title")
    record["titles"] = film.get("titles")
    record["credits"] = _each(film.get("credits"), _credit)
    record["recognition"] = _each(film.get("recognition"), _told)
    record["parts"] = _each(film.get("parts"), _part)
    return {field: value for field, value in record.items() if value not in (None, "")}


def slugs_in(address: object) -> tuple[str, str]:
    """The slugs of a whole and of a part in the address of a film's page; empty where it has none."""
    path = urlsplit(address).path if isinstance(address, str) and len(address) < 500 else ""
    found = PAGE.match(path)
    return (found[1], found[2] or "") if found else ("", "")


def _credit(credit: dict[str, Any]) -> dict[str, Any]:
    person = credit.get("person")
    person = person if isinstance(person, dict) else {}
    given = _told({field: value for field, value in credit.items() if field != "person"})
    return given | _told({field: person.get(field) for field in ("name", "sort_name", "original", "names")})


def _part(part: dict[str, Any]) -> dict[str, Any]:
    same = {field: part.get(field) for field in ("number", "title", "runtime_minutes", "year", "synopsis")}
    return {"slug": slugs_in(part.get("address"))[1], **_told(same)}


def _told(values: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in values.items() if value not in (None, "")}


def _each(values: object, turn: Any) -> Any:
    """The items turned; what is no list of groups stays for the rules to refuse."""
    if not isinstance(values, list):
        return values
    return [turn(value) if isinstance(value, dict) else value for value in values]


def _objects(file: BinaryIO) -> Iterator[dict[str, Any] | Say]:
    """The groups of the list, or those that follow each other; a sentence at the end where one cannot be read."""
    window: _Window | None = None
    while True:
        try:
            window = window or _Window(file)
            found = window.next()
        except UnicodeDecodeError as error:
            yield not_utf8(error)
            return
        if isinstance(found, Say):
            yield found
        if not isinstance(found, dict):
            return
        yield _cleaned(found)


def _cleaned(found: dict[str, Any]) -> dict[str, Any] | Say:
    try:
        return cast("dict[str, Any]", cleaned(found))
    except RecursionError as error:  # lists in lists, deeper than Python goes
        return not_json(error)


class _Window:
    """As much of the file as the next group needs."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.text, self.rest = "", b""
        self.is_listed = False
        self.ended = not self._read()
        if begins := BEGINS.match(self.text):
            self.text, self.is_listed = self.text[begins.end() :], True

    def next(self) -> object:
        """The next value; a sentence if it cannot be read; None at the end of the list."""
        while True:
            self.text = self.text.lstrip(", \t\r\n")
            if self.is_listed and self.text.startswith("]"):
                return None
            try:
                found, end = json.JSONDecoder().raw_decode(self.text)
            except (ValueError, RecursionError) as error:
                if self.ended:
                    return not_json(error) if self.text or self.is_listed else None
                if len(self.text) > LONGEST_RECORD:
                    return too_long()
                self.ended = not self._read()
            else:
                self.text = self.text[end:]
                return found

    def _read(self) -> bool:
        chunk = self.file.read(CHUNK)
        more, self.rest = _text(self.rest + chunk, is_last=not chunk)
        self.text += more
        return bool(chunk)


def _text(data: bytes, *, is_last: bool) -> tuple[str, bytes]:
    """What can be read of the bytes, and those of a character that was cut."""
    try:
        return data.removeprefix(MARK).decode("utf-8"), b""
    except UnicodeDecodeError as error:
        if is_last or len(data) - error.start > 3:
            raise
        return data[: error.start].decode("utf-8"), data[error.start :]
