"""Files in which a part is a row of its own: the rows are gathered into films with their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify

from records.document import Document, Steps
from records.faults import Fault
from wording.say import Say, gettext_noop, say

MOST_PARTS = 1_000


@dataclass
class Row:
    """A film or part as a row says it. `key` is what its parts name it by; `part_of` the key of its whole; `said` why it is none."""

    line: int
    data: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    part_of: str = ""
    said: Say | None = None


def families(rows: Iterable[Row], name: str) -> Iterator[Document]:
    """Each whole with the parts that follow it. A part that does not follow its whole is a document with a fault."""
    whole: Row | None = None
    parts: list[Row] = []
    for row in rows:
        refused = row.said or _misplaced(row, whole, parts)
        if refused:
            yield Document(name, None, {(): row.line}, (Fault(name, row.line, "", refused),))
        elif row.part_of:
            parts.append(row)
        else:
            if whole:
                yield _family(whole, parts, name)
            whole, parts = row, []
    if whole:
        yield _family(whole, parts, name)


def _misplaced(row: Row, whole: Row | None, parts: list[Row]) -> Say | None:
    if not row.part_of:
        return None
    if row.part_of == row.key:
        return say("part-of-itself", gettext_noop("This film is said to be a part of itself."))
    if any(part.key == row.part_of for part in parts):
        return say("part-of-a-part", gettext_noop("This is said to be a part of “{whole}”, which is a part itself."), whole=row.part_of)  # fmt: skip
    if whole is None or whole.key != row.part_of:
        template = gettext_noop("The film that this is a part of, “{whole}”, does not stand before it.")
        return say("whole-not-before", template, whole=row.part_of)
    if len(parts) >= MOST_PARTS:
        return say("too-many-parts", gettext_noop("A film has at most {most} parts."), most=MOST_PARTS)
    return None


def _family(whole: Row, parts: list[Row], name: str) -> Document:
    lines: dict[Steps, int] = {(): whole.line}
    data = dict(whole.data)
    if parts:
        lines |= {("parts", place): part.line for place, part in enumerate(parts)}
        data["parts"] = [_numbered(part.data, place) for place, part in enumerate(parts, start=1)]
    return Document(name, data, lines)


def _numbered(data: dict[str, Any], number: int) -> dict[str, Any]:
    given = {"number": number, **data}
    return {**given, "slug": data.get("slug") or made_slug(data, f"part-{given['number']}")}


def made_slug(data: dict[str, Any], otherwise: str) -> str:
    """A slug of a title; where it has no Latin letters, `otherwise`."""
    title = data.get("title")
    text = title.get("text") if isinstance(title, dict) else ""
    return slugify(str(text))[:70].strip("-") or slugify(otherwise)
