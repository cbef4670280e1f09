"""A film as literature: CSL-JSON, BibTeX, RIS."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from catalog.exports.description import FilmShape, PersonShape
from catalog.exports.plain import plain
from wording.one_line import on_one_line

GENRES = {"documentary": "Documentary film", "fiction": "Film", "hybrid": "Film"}
BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
"""What TeX would take for a command (https://www.bibtex.org/SpecialSymbols/). Letters stay as they are: UTF-8."""


def csl(film: FilmShape) -> dict[str, Any]:
    """An item of CSL-JSON 1.0 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables)."""
    item = {
        "id": film.id,
        "type": "motion_picture",
        "title": film.full_title,
        "director": [_csl_name(person) for person in film.directors],
        "issued": {"date-parts": [[film.year]]} if film.year else None,
        "publisher": film.distributor,
        "genre": GENRES.get(film.kind, "Film"),
        "dimensions": f"{film.runtime_minutes} min" if film.runtime_minutes else "",
        "part-number": str(film.part_number) if film.part_number else "",
        "language": film.languages[0] if film.languages else "",
        "abstract": plain(film.synopsis),
        "URL": film.address,
    }
    original = next((title.text for title in film.titles if title.kind == "original"), "")
    return {key: value for key, value in (item | {"original-title": original}).items() if value}


def _csl_name(person: PersonShape) -> dict[str, str]:
    family, comma, given = person.sort_name.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": person.name}


def bibtex(film: FilmShape) -> str:
    """An entry `@misc`, which every style knows."""
    fields = {
        "title": f"{{{_tex(film.full_title)}}}",
        "author": " and ".join(_tex_name(person) for person in film.directors),
        "year": str(film.year or ""),
        "howpublished": GENRES.get(film.kind, "Film"),
        "publisher": _tex(film.distributor),
        "note": f"{film.runtime_minutes} min" if film.runtime_minutes else "",
        "language": film.languages[0] if film.languages else "",
        "url": film.address,
        "abstract": _tex(on_one_line(plain(film.synopsis))),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(film)},", *lines, "}\n\n"])


def _key(film: FilmShape) -> str:
    """Such as wang2003film12: only ASCII letters and digits, and never twice."""
    maker = film.directors[0].sort_name.partition(",")[0] if film.directors else ""
    plain_letters = unicodedata.normalize("NFKD", maker).encode("ascii", "ignore").decode().casefold()
    return re.sub("[^a-z0-9]", "", f"{plain_letters}{film.year or ''}{film.id}")


def _tex(text: str) -> str:
    return "".join(BIBTEX.get(letter, letter) for letter in on_one_line(text))


def _tex_name(person: PersonShape) -> str:
    """In braces where it has no comma: BibTeX would take “Wang Bing” apart, and “and” for another person."""
    return _tex(person.sort_name) if "," in person.sort_name else f"{{{_tex(person.name)}}}"


def ris(film: FilmShape) -> str:
    """A reference of type MPCT (motion picture), with the line ends that RIS asks for."""
    return "\r\n".join(
        [*(f"{tag}  - {on_one_line(value)}" for tag, value in _ris(film) if value), "ER  - ", "", ""]
    )


def _ris(film: FilmShape) -> Iterator[tuple[str, str]]:
    yield "TY", "MPCT"
    yield "ID", film.id
    yield "TI", film.full_title
    yield from (("TT", title.text) for title in film.titles if title.kind == "original")
    yield from (("AU", person.sort_name) for person in film.directors)
    yield "PY", str(film.year or "")
    yield "PB", film.distributor
    yield "M1", f"{film.runtime_minutes} min" if film.runtime_minutes else ""
    yield "M3", GENRES.get(film.kind, "Film")
    yield "LA", ", ".join(film.languages)
    yield from (("KW", subject) for subject in film.subjects)
    yield "AB", plain(film.synopsis)
    yield "UR", film.address
