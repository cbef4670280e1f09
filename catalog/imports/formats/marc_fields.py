"""The fields of a MARC 21 record that a film's record is made of (https://www.loc.gov/marc/bibliographic/)."""

from __future__ import annotations

import re
from typing import Any

import langcodes
import pycountry
from pymarc import Field, Record

from catalog.exports.marc.notes import ROLES
from catalog.exports.plain import clean
from catalog.imports.formats.exported import slugs_in
from catalog.imports.formats.families import Row, made_slug
from wording.say import gettext_noop, say

UNKNOWN_LANGUAGE = "und"
PROJECTED = "g"
ROLE_BY_CODE = {code: role for role, (_note, _term, code) in ROLES.items()}
ROLE_BY_TERM = {term: role for role, (_note, term, _code) in ROLES.items()} | {
    "cinematographer": "cinematography"
}
COLOURS = {
    "color": "colour",
    "colour": "colour",
    "black and white": "black-and-white",
    "color and black and white": "mixed",
}
UNITS = ("part", "episode", "era", "film", "screening part")
MINUTES = re.compile(r"\b(\d{1,5}) ?min")
YEAR = re.compile(r"\b(1[89]\d\d|20\d\d|2100)\b")
ISBD = " /:;,="
"""What stands at the end of a subfield before the next one (ISBD), and is not part of the text."""


def row_of(record: Record, place: int) -> Row:
    """What the record says of a film, or of a part of one (field 773)."""
    if str(record.leader)[6:7] not in (PROJECTED, "m", "k"):
        return Row(place, said=say("not-a-film", gettext_noop("This record is not of a film or video.")))
    if str(record.leader)[5:6] == "d":
        return Row(place, said=say("deleted-record", gettext_noop("This record is marked as deleted; nothing was removed.")))  # fmt: skip
    key = _text(record, "001")
    part_of = _whole(record)
    whole_slug, part_slug = _slugs(record)
    data = _said(record, is_part=bool(part_of))
    year = data.get("year", "")
    made = f"{made_slug(data, key or 'film')}-{year}".strip("-")
    data["slug"] = (part_slug or made_slug(data, key)) if part_of else (whole_slug or made)
    return Row(
        place, {name: value for name, value in data.items() if value not in (None, "", [])}, key, part_of
    )


def _said(record: Record, *, is_part: bool) -> dict[str, Any]:
    proper, remainder, number = _title(record)
    common: dict[str, Any] = {
        "title": {"text": proper, "language": UNKNOWN_LANGUAGE},
        "titles": _titles(record, proper),
        "year": _year(record),
        "runtime_minutes": _minutes(record),
        "synopsis": "\n\n".join(_all(record, "520", "a")),
    }
    if is_part:
        return common | {
            "number": number,
            "title": {"text": remainder or proper, "language": UNKNOWN_LANGUAGE},
        }
    return common | {
        "colour": _colour(record),
        "countries": _countries(record),
        "languages": _languages(record),
        "kind": _kind(record),
        "part_unit": _unit(record),
        "subjects": _subjects(record),
        "credits": _credits(record),
        "recognition": [each for text in _all(record, "586", "a") if (each := _prize(text))],
    }


def _text(record: Record, tag: str) -> str:
    field = record.get(tag)
    return clean(str(field.data or "")).strip() if field is not None else ""


def _all(record: Record, tag: str, code: str) -> list[str]:
    found = [value for field in record.get_fields(tag) for value in field.get_subfields(code)]
    return [text for each in found if (text := clean(each).strip())]


def _first(field: Field, code: str) -> str:
    return clean(next(iter(field.get_subfields(code)), "")).strip()


def _whole(record: Record) -> str:
    """What names the whole: the number in 773 $w, without who gave it."""
    numbers = _all(record, "773", "w")
    return re.sub(r"^\([^)]*\)", "", numbers[0]).strip() if numbers else ""


def _slugs(record: Record) -> tuple[str, str]:
    return next((slugs for each in _all(record, "856", "u") if (slugs := slugs_in(each))[0]), ("", ""))


def _title(record: Record) -> tuple[str, str, int | None]:
    field = record.get("245")
    if field is None:
        return "", "", None
    number = re.search(r"\d{1,4}", _first(field, "n"))
    proper = " ".join(filter(None, (_bare(_first(field, "a")), _bare(_first(field, "b")))))
    return proper, _bare(_first(field, "p")), int(number[0]) if number else None


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(ISBD).removesuffix(" .").strip()


def _titles(record: Record, proper: str) -> list[dict[str, str]]:
    found = [(_bare(each), "alternative") for each in _all(record, "246", "a")]
    for field in record.get_fields("880"):
        link = _first(field, "6")
        if link.startswith(("245", "246")):
            found.append((_bare(_first(field, "p") if field.get_subfields("p") and _whole(record) else _first(field, "a")), "original"))  # fmt: skip
    known: dict[str, str] = {}
    for text, kind in found:
        if text and text != proper:
            known.setdefault(text, kind)
    return [{"text": text, "language": UNKNOWN_LANGUAGE, "kind": kind} for text, kind in known.items()]


def _year(record: Record) -> int | None:
    dates = [
        *_all(record, "046", "k"),
        _text(record, "008")[7:11],
        *_all(record, "264", "c"),
        *_all(record, "260", "c"),
    ]
    return next((int(found[0]) for each in dates if (found := YEAR.search(each))), None)


def _minutes(record: Record) -> int | None:
    if found := MINUTES.search(" ".join(_all(record, "300", "a"))):
        return int(found[1])
    coded = _text(record, "008")[18:21]
    if coded.isdigit() and coded != "000":
        return int(coded)
    times = [each for each in _all(record, "306", "a") if re.fullmatch(r"\d{6}", each)]
    return int(times[0][:2]) * 60 + int(times[0][2:4]) if times else None


def _colour(record: Record) -> str | None:
    for said in _all(record, "300", "b"):
        for name in ("color and black and white", "black and white", "colour", "color"):
            if name in said.replace("&", "and").replace("b and w", "black and white"):
                return COLOURS[name]
    coded = {field.data[3:4] for field in record.get_fields("007") if field.data}
    return next(
        (
            colour
            for code, colour in (("c", "colour"), ("m", "mixed"), ("b", "black-and-white"))
            if code in coded
        ),
        None,
    )


def _countries(record: Record) -> list[str]:
    codes = [each.upper()[:2] for each in _all(record, "044", "c")]
    named = [pycountry.countries.get(name=each.rstrip(".")) for each in _all(record, "257", "a")]
    return list(dict.fromkeys(codes or [country.alpha_2 for country in named if country]))


def _languages(record: Record) -> list[str]:
    """041 $a with what 008 says where there is none, as BCP 47 tags."""
    codes = _all(record, "041", "a") or [_text(record, "008")[35:38]]
    tags = []
    for code in dict.fromkeys(codes):
        if code in ("und", "mul", "mis", "") or not code.isalpha():
            continue
        known = pycountry.languages.get(bibliographic=code) or pycountry.languages.get(alpha_3=code)
        tags.append(langcodes.standardize_tag(known.alpha_3) if known else code)
    return tags


def _kind(record: Record) -> str | None:
    genres = " ".join([*_all(record, "655", "a"), *_all(record, "650", "v")]).casefold()
    told = "documentary" in genres or "nonfiction films" in genres
    played = "fiction films" in genres.replace("nonfiction films", "") or "feature films" in genres
    return "hybrid" if told and played else "documentary" if told else "fiction" if played else None


def _unit(record: Record) -> str | None:
    contents = " ".join(_all(record, "505", "a")).casefold()
    return next((unit for unit in UNITS if contents.startswith(f"{unit} 1.")), None)


def _subjects(record: Record) -> list[str]:
    found = [_bare(each).rstrip(".") for tag in ("653", "650", "651") for each in _all(record, tag, "a")]
    return list(dict.fromkeys(each for each in found if each))


def _credits(record: Record) -> list[dict[str, Any]]:
    """700 and 710, once for each role; a person without a role that we know is a contributor."""
    linked = {_first(each, "6")[4:6]: _first(each, "a") for each in record.get_fields("880") if _first(each, "6")[:3] == "700"}  # fmt: skip
    said = _named_in_notes(record)
    found = []
    for field in record.get_fields("100", "700", "710", "110"):
        sort_name = re.sub(r"(?<=\w{4})\.$", "", _bare(_first(field, "a")))
        if not sort_name or field.get_subfields("t"):
            continue
        original = linked.get(_first(field, "6")[4:6], "")
        codes = [
            role for code in field.get_subfields("4") if (role := ROLE_BY_CODE.get(code.rsplit("/", 1)[-1]))
        ]
        terms = [
            role for term in field.get_subfields("e") if (role := ROLE_BY_TERM.get(_bare(term).rstrip(".")))
        ]
        for role in dict.fromkeys(codes or terms or ["other"]):
            person: dict[str, Any] = {
                "role": role,
                "name": _in_order(sort_name, said),
                "sort_name": sort_name,
            }
            if field.tag in ("110", "710"):
                person["organisation"] = True
            if original:
                person["original"] = {"text": original, "language": UNKNOWN_LANGUAGE}
            found.append(person)
    return found


def _in_order(sort_name: str, said: dict[str, str]) -> str:
    """“Ophuls, Marcel” as “Marcel Ophuls”, but as the notes spell it where they name the same words: “Wang Bing”."""
    last, _comma, first = sort_name.partition(", ")
    return said.get(_words(sort_name), f"{first} {last}".strip())


def _named_in_notes(record: Record) -> dict[str, str]:
    """Names in 245 $c, 508 and 511 by their words."""
    notes = [*_all(record, "245", "c"), *_all(record, "508", "a"), *_all(record, "511", "a")]
    names = (
        each.strip().removeprefix("directed by ") for note in notes for each in re.split(r"[,;()]", note)
    )
    return {_words(name): name for name in names if name}


def _words(name: str) -> str:
    return " ".join(sorted(re.sub(r"[.,]", " ", name).casefold().split()))


def _prize(text: str) -> dict[str, Any] | None:
    """“Grand Prix, FIDMarseille, 2003”; without a festival it is no prize that the catalogue could hold."""
    said, year = text.rstrip("."), None
    if found := re.search(r"^(.*), (\d{4})$", said):
        said, year = found[1], int(found[2])
    outcome, comma, event = said.rpartition(", ")
    return {"outcome": outcome, "event": event, "year": year, "kind": "prize"} if comma else None
