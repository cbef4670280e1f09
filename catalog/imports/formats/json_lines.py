"""JSON Lines: a record on each line, with the fields of catalog.exchange.records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from catalog.exports.plain import clean
from catalog.imports.formats.lines import lines, not_utf8, unreadable
from records.document import Document, Plain
from wording.say import Say, gettext_noop, say


def read_json_lines(file: BinaryIO, name: str) -> Iterator[Document]:
    for number, line in lines(file):
        if isinstance(line, Say):
            yield unreadable(name, number, line)
        elif line.strip():
            found = decoded(line)
            if isinstance(found, Say):
                yield unreadable(name, number, found)
            else:
                yield Document(name, found, {(): number})


def decoded(line: bytes) -> Plain | Say:
    """The value of a line; a sentence when it has none."""
    try:
        value: Plain = cleaned(json.loads(line.decode("utf-8")))
    except UnicodeDecodeError as error:
        return not_utf8(error)
    except (ValueError, RecursionError) as error:
        return not_json(error)
    return value


def not_json(error: Exception) -> Say:
    at = error.colno if isinstance(error, json.JSONDecodeError) else 1
    template = gettext_noop("This is not JSON: it cannot be read from character {at}.")
    return say("malformed-json", template, at=at)


def cleaned(value: Any) -> Any:
    """Without control characters, which no text of the catalogue holds."""
    match value:
        case str():
            return clean(value)
        case list():
            return [cleaned(each) for each in value]
        case dict():
            return {clean(str(key)): cleaned(each) for key, each in value.items()}
    return value
