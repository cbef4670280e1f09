"""The coded fields of a MARC 21 record: 007, 008, 041 (https://www.loc.gov/marc/bibliographic/)."""

from __future__ import annotations

from collections.abc import Iterator

from pymarc import Field, Indicators, Subfield

from catalog.exports.description import FilmShape
from catalog.exports.marc.languages import NO_CODE, iso_code, language_code

BY_FORMAT = {"dvd": ("d", "v", "i", "z"), "blu-ray": ("d", "s", "i", "z"), "dcp": ("z", "z", "z", "z"), "file": ("z", "z", "z", "z")}  # fmt: skip
"""007 of a videorecording: kind, format, medium of the sound, dimensions. Film prints are no videorecordings."""
COLOURS = {"colour": "c", "black-and-white": "b", "mixed": "m"}
LONGEST = 999
"""Minutes that 008/18-20 can say; 000 is more."""


def leader(film: FilmShape) -> str:
    """Projected medium, monograph; no full stops between its parts; a set, or a part of one."""
    level = "a" if film.parts and not film.part_of else "c" if film.part_of else " "
    return f"00000cgm a22000007c{level}4500"


def physical(film: FilmShape) -> Iterator[Field]:
    """007, once for each kind of carrier that there are copies on."""
    colour = COLOURS.get(film.colour, "u")
    known = dict.fromkeys(BY_FORMAT[copy.format] for copy in film.copies if copy.format in BY_FORMAT)
    for kind, form, medium, size in known or {("u", "u", "u", "u"): None}:
        yield Field("007", data=f"v{kind} {colour}{form}a{medium}{size}u")


def coded(film: FilmShape) -> Field:
    """008 for visual materials."""
    day = f"{film.changed_at:%y%m%d}"
    year = f"s{film.year:04}    " if film.year else "nuuuuuuuu"
    minutes = film.runtime_minutes
    runtime = "---" if minutes is None else "000" if minutes > LONGEST else f"{minutes:03}"
    codes = list(dict.fromkeys(language_code(tag) for tag in film.languages))
    language = codes[0] if len(codes) == 1 else "mul" if codes else "und"
    return Field("008", data=f"{day}{year}xx {runtime}{' ' * 12}vl{language} d")


def languages(film: FilmShape) -> Iterator[Field]:
    """041: spoken languages and subtitles; by ISO 639-3 those that MARC has no code for."""
    spoken = list(dict.fromkeys(language_code(tag) for tag in film.languages))
    written = list(dict.fromkeys(language_code(tag) for tag in film.subtitles))
    codes = [Subfield("a", code) for code in spoken if code != NO_CODE]
    codes += [Subfield("j", code) for code in written if code != NO_CODE]
    if codes:
        yield Field("041", Indicators("1" if written else "0", " "), codes)
    others = [iso_code(tag) for tag in film.languages if language_code(tag) == NO_CODE]
    if others:
        named = [*(Subfield("a", code) for code in others), Subfield("2", "iso639-3")]
        yield Field("041", Indicators("1" if written else "0", "7"), named)


def playing_time(minutes: int | None) -> str:
    """hhmmss for 306; empty if unknown or of a hundred hours."""
    return "" if minutes is None or minutes >= 6000 else f"{minutes // 60:02}{minutes % 60:02}00"
