"""What a file says of a film, put into what the catalogue says of it, and what differs then.

A field that the file does not name stays. A list that it names replaces ours, and an item that is in both keeps what the
file does not say of it (its source, its note). Formats that say less than a record (`is_loose`: tables, MARC) only add to
lists, and what says the same in fewer words stays as we have it. Copies, previews, rights and parts are never removed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from langcodes import tag_is_valid

from catalog.exports.marc.languages import language_code
from catalog.exports.plain import plain
from catalog.imports.written import Data, is_nothing

KEYS: dict[str, tuple[str, ...]] = {
    "titles": ("text", "language", "kind"), "credits": ("name", "role", "detail"), "statements": ("fact", "value", "source"),
    "recognition": ("event", "year", "outcome", "kind"), "press": ("outlet", "author", "paraphrase"), "readings": ("key",),
    "relations": ("film", "kind"), "copies": ("label",), "previews": ("title",), "rights": ("territory",), "holdbacks": ("uses", "countries"), "parts": ("number",),
    "also_about": ("film",),
}  # fmt: skip
"""What an item of a list is found again by."""
IN_ANY_ORDER, AS_NOTED = "name in any order", "as a note says it"
LOOSE_KEYS = KEYS | {"titles": ("text",), "credits": (IN_ANY_ORDER, "role"), "recognition": (AS_NOTED,)}
ONLY_ADDED = ("copies", "previews", "rights", "holdbacks", "parts", "also_about")
OF_PEOPLE = ("sort_name", "original", "names", "life", "organisation")
"""What the office says of a person, whom many films name: an import does not change it."""


def merged(ours: Data, given: Data, *, is_loose: bool) -> Data:
    """The record of a film, or of a part, after the import."""
    result = dict(ours)
    for field, value in given.items():
        had = ours.get(field)
        if field in KEYS and isinstance(value, list):
            result[field] = _lists(field, had or [], value, is_loose=is_loose)
        elif field == "subjects" and is_loose:
            result[field] = list(dict.fromkeys([*(had or []), *value]))
        elif had is None or not (is_loose and _says_the_same(field, had, value)):
            result[field] = value
    return {field: value for field, value in result.items() if not is_nothing(value)}


def _lists(field: str, ours: list[Data], given: list[Any], *, is_loose: bool) -> list[Any]:
    fields = (LOOSE_KEYS if is_loose else KEYS)[field]
    if field == "rights" and (_has_a_territory_twice(ours) or _has_a_territory_twice(given)):
        fields = (*fields, "uses")
    key = _key_of(fields)
    had: dict[Hashable, Data] = {}
    for item in ours:
        had.setdefault(key(item), item)
    found = [_item(field, had.get(key(each), {}), each, is_loose=is_loose) for each in given]
    if field == "recognition" and not is_loose:  # pages and exports sort it in their own way
        places = {each: place for place, each in enumerate(had)}
        return sorted(found, key=lambda item: places.get(key(item), len(places)))
    if not is_loose and field not in ONLY_ADDED:
        return found
    by_key = {key(item): item for item in found}
    kept = [by_key.pop(key(item), item) if key(item) in had else item for item in ours]
    return [*kept, *by_key.values()] if field != "parts" else sorted([*kept, *by_key.values()], key=_number)


def _item(field: str, ours: Data, given: Any, *, is_loose: bool) -> Any:
    if not isinstance(given, dict) or not ours:
        return given
    if field != "parts" and is_loose:
        return ours
    inner = merged(ours, given, is_loose=is_loose)
    if field == "credits":
        return {name: value for name, value in inner.items() if name not in OF_PEOPLE} | {
            name: ours[name] for name in OF_PEOPLE if name in ours
        }
    return inner


def _number(part: Any) -> tuple[int, str]:
    number = part.get("number") if isinstance(part, dict) else None
    return (number, "") if isinstance(number, int) else (0, str(number))


def _key_of(fields: tuple[str, ...]) -> Callable[[Any], Hashable]:
    said = {IN_ANY_ORDER: _words, AS_NOTED: _noted}

    def key(item: Any) -> Hashable:
        if not isinstance(item, dict):
            return repr(item)
        values = [said[field](item) if field in said else item.get(field) for field in fields]
        return tuple(value if isinstance(value, str | int | None) else _in_order(value) for value in values)

    return key


def _in_order(value: Any) -> Hashable:
    """Uses and countries are the same in any order; none is the same as an empty list."""
    return (tuple(sorted(map(repr, value))) or None) if isinstance(value, list) else repr(value)


def _has_a_territory_twice(rights: list[Any]) -> bool:
    territories = [str(right.get("territory")) for right in rights if isinstance(right, dict)]
    return len(set(territories)) < len(territories)


def _words(item: Data) -> str:
    """“Wang Bing”, “Bing Wang” and “Wang, Bing” are one name: MARC does not say in which order it is written."""
    return " ".join(sorted(str(item.get("name")).replace(",", " ").replace(".", " ").casefold().split()))


def _noted(item: Data) -> str:
    """“Grand Prix, FIDMarseille, 2003”: where the one ends and the other begins, MARC does not say."""
    if item.get("kind") != "prize":
        return repr(item)
    return ", ".join(str(item[name]) for name in ("outcome", "event", "year") if item.get(name))


def _says_the_same(field: str, ours: Any, given: Any) -> bool:
    """Whether a format that can say no more would say ours like this."""
    match field:
        case "title":
            return isinstance(given, dict) and ours.get("text") == given.get("text")
        case "synopsis":
            return " ".join(plain(str(ours)).split()) == " ".join(str(given).split())
        case "languages":
            return isinstance(given, list) and set(_codes(ours)) == set(_codes(given))
        case "slug":
            return True
    return bool(ours == given)


def _codes(tags: list[Any]) -> list[str]:
    known = (tag for tag in tags if isinstance(tag, str) and tag_is_valid(tag))
    return list(dict.fromkeys(map(language_code, known)))


def differences(ours: Data, new: Data, prefix: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Fields that differ, each with what was and what will be; those of parts as `parts[2].title`."""
    for field in dict.fromkeys([*ours, *new]):
        before, after = ours.get(field), new.get(field)
        if before == after:
            continue
        if field == "parts" and not prefix:
            yield from _of_parts(before or [], after or [])
        else:
            yield f"{prefix}{field}", before, after


def _of_parts(ours: list[Data], new: list[Data]) -> Iterator[tuple[str, Any, Any]]:
    had = {part.get("number"): part for part in ours}
    for place, part in enumerate(new, start=1):
        before = had.get(part.get("number"))
        if before is None:
            yield f"parts[{place}]", None, part
        else:
            yield from differences(before, part, f"parts[{place}].")
