"""Notes of a MARC 21 record: contents, credits, cast, summary, prizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pymarc import Field, Indicators, Subfield

from catalog.exports.description import CreditShape, FilmShape
from catalog.exports.marc.languages import language_name
from catalog.exports.plain import plain

LONGEST_FIELD = 9_000
"""Bytes of a text: a field has at most 9,999 with all that stands around it (ISO 2709)."""
ALL_NOTES = 70_000
"""Bytes of all notes together: a record has at most 99,999."""
ROLES = {
    "director": ("director", "film director", "drt"),
    "writer": ("writer", "screenwriter", "aus"),
    "producer": ("producer", "film producer", "fmp"),
    "cinematography": ("cinematography", "cinematographer", "cng"),
    "sound": ("sound", "sound designer", "sds"),
    "editing": ("editing", "film editor", "flm"),
    "music": ("music", "composer (expression)", "cmp"),
    "narration": ("narration", "narrator", "nrt"),
    "cast": ("cast", "actor", "act"),
    "participant": ("participant", "participant", "oth"),
    "other": ("", "contributor", "ctb"),
}
"""A role in a note, as the term of RDA in $e, as MARC's relator in $4."""
SEEN = ("cast", "participant", "narration")


def notes(film: FilmShape) -> Iterator[Field]:
    """505, 508, 511, 520, 538, 546, 586. What does not fit into a field goes on in another of the same tag."""
    room = ALL_NOTES
    for tag, first, text in _said(film):
        for piece in pieces(text):
            size = len(piece.encode())
            if size > room:
                return
            room -= size
            yield Field(tag, Indicators(first, " "), [Subfield("a", piece)])


def _said(film: FilmShape) -> Iterator[tuple[str, str, str]]:
    made = [each for each in film.credits if each.role not in SEEN]
    lines: list[tuple[str, str, str]] = [
        ("508", " ", " ; ".join(_role(role, made) for role in dict.fromkeys(each.role for each in made))),
        ("511", "1", _names([each for each in film.credits if each.role == "cast"])),
        ("511", "0", _names([each for each in film.credits if each.role in ("participant", "narration")])),
        ("538", " ", ", ".join(dict.fromkeys(FORMATS.get(copy.format, copy.format) for copy in film.copies))),
        ("546", " ", _languages(film)),
        *(("586", " ", award) for award in prizes(film)),
        ("505", "0", contents(film)),
        ("520", " ", plain(film.synopsis)),
    ]
    return ((tag, first, text) for tag, first, text in lines if text)


FORMATS = {"dcp": "DCP", "blu-ray": "Blu-ray", "dvd": "DVD", "file": "Video file", "35mm": "35 mm film", "16mm": "16 mm film"}  # fmt: skip


def contents(film: FilmShape) -> str:
    """“Part 1. Rust (244 min) -- Part 2. Remnants (178 min)”; a part of unknown length stands without one."""
    unit = (film.part_unit or "part").capitalize()
    return " -- ".join(
        f"{unit} {part.number}. {part.title.text}{in_minutes(part.runtime_minutes)}" for part in film.parts
    )


def in_minutes(minutes: int | None) -> str:
    return f" ({minutes} min)" if minutes else ""


def prizes(film: FilmShape) -> list[str]:
    """“Grand Prix, FIDMarseille, 2003”, for prizes only."""
    won = (each for each in film.recognition if each.kind == "prize")
    return [
        ", ".join(filter(None, (each.outcome, each.event, str(each.year) if each.year else "")))
        for each in won
    ]


def _role(role: str, given: Sequence[CreditShape]) -> str:
    name = ROLES.get(role, ("", "", ""))[0]
    names = ", ".join(each.person.name for each in given if each.role == role)
    return f"{name}, {names}" if name else names


def _names(given: Sequence[CreditShape]) -> str:
    return ", ".join(each.person.name + (f" ({each.detail})" if each.detail else "") for each in given)


def _languages(film: FilmShape) -> str:
    spoken = (
        " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        if (names := _all(film.languages))
        else ""
    )
    written = ", ".join(_all(film.subtitles))
    said = "Without spoken words" if film.languages == ("zxx",) else f"In {spoken}" if spoken else ""
    return "; ".join(filter(None, (said, f"subtitles in {written}" if written else "")))


def _all(tags: Sequence[str]) -> list[str]:
    return [language_name(tag) for tag in dict.fromkeys(tags)]


def pieces(text: str) -> Iterator[str]:
    """The text in pieces of LONGEST_FIELD bytes at most, cut between words where there are any."""
    rest = " ".join(text.split())
    while len(rest.encode()) > LONGEST_FIELD:
        most = rest.encode()[:LONGEST_FIELD].decode(errors="ignore")
        cut = max(most.rfind(". ") + 1, most.rfind(" ") if ". " not in most else 0) or len(most)
        yield rest[:cut].strip()
        rest = rest[cut:].strip()
    if rest:
        yield rest
