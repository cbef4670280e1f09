"""A MARC 21 bibliographic record of a film or of a part (https://www.loc.gov/marc/bibliographic/)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from pymarc import Field, Indicators, Record, Subfield

from catalog.exports.articles import nonfiling
from catalog.exports.description import FilmShape, Member
from catalog.exports.marc.fixed import coded, languages, leader, physical, playing_time
from catalog.exports.marc.languages import is_roman, script_code
from catalog.exports.marc.notes import ROLES, in_minutes, notes
from wording.codes import country_name

LONGEST_RECORD = 99_000
"""Bytes of all fields after 008: a record has 99,999 at most (ISO 2709), of which its head needs some."""
ENTRY = 12
"""Bytes of a field's entry in the directory."""
GIVEN_UP = ("774", "505", "306", "880", "700", "520")
NONE = Indicators(" ", " ")
GENRES = {"documentary": ("Documentary films",), "fiction": ("Fiction films",), "hybrid": ("Documentary films", "Fiction films")}  # fmt: skip


def record_of(film: FilmShape) -> Record:
    """In Unicode, with field 880 for what stands in another script."""
    record = Record(leader=leader(film), force_utf8=True)
    record.add_field(*_numbers(film.id, film.changed_at), *physical(film), coded(film))
    scripts = Scripts()
    fields = list(_fields(film, scripts))
    record.add_field(*_fitting(sorted([*fields, *scripts.fields], key=lambda field: field.tag)))
    return record


def _fitting(fields: list[Field]) -> list[Field]:
    """The fields without the last of those that a film of very many parts or people has too many of."""
    room = LONGEST_RECORD - sum(len(field.as_marc("utf-8")) + ENTRY for field in fields)
    for tag in GIVEN_UP:
        for field in reversed([each for each in fields if each.tag == tag]):
            if room >= 0:
                return fields
            fields.remove(field)
            room += len(field.as_marc("utf-8")) + ENTRY
    return fields


def withdrawn(key: str, changed_at: datetime) -> Record:
    """Status d: the film is no longer offered, and its record is to be deleted."""
    record = Record(leader="00000dgm a22000007c 4500", force_utf8=True)
    record.add_field(*_numbers(key, changed_at))
    record.add_field(Field("008", data=f"{changed_at:%y%m%d}nuuuuuuuuxx ---{' ' * 12}vlund d"))
    record.add_field(_field("245", "0", "0", a=f"[Withdrawn: {key}]"))
    return record


class Scripts:
    """Gathers fields 880, each linked to its field in Latin letters by $6."""

    def __init__(self) -> None:
        self.fields: list[Field] = []
        self.links = 0

    def link(self, field: Field, *, in_script: str, at: str = "a", also: Sequence[str] = ()) -> Field:
        """The field with its number; the same in the other script is kept, with `in_script` in place of subfield `at`.

        `also`: in further scripts or forms. A field may be linked to several 880 (MARC 21, appendix A).
        """
        self.links += 1
        number = f"{self.links:02}"
        for text in (in_script, *also):
            self.alone(field, in_script=text, at=at, number=number)
        field.subfields.insert(0, Subfield("6", f"880-{number}"))
        return field

    def alone(self, field: Field, *, in_script: str, at: str = "a", number: str = "00") -> None:
        """Without a field in Latin letters."""
        said = [Subfield(each.code, in_script if each.code == at else each.value) for each in field.subfields]
        link = Subfield("6", f"{field.tag}-{number}{script_code(in_script)}")
        self.fields.append(Field("880", field.indicators, [link, *said]))


def _fields(film: FilmShape, scripts: Scripts) -> Iterator[Field]:
    for each in film.identifiers:
        yield _field("024", "7", " ", **{"a": each.value, "2": each.scheme})
    yield _field("040", a=host(), b="eng", c=host())
    yield from languages(film)
    if film.countries:
        yield Field("044", NONE, [Subfield("c", code.lower()) for code in film.countries])
    if film.year:
        yield _field("046", k=f"{film.year:04}")
    yield _title(film, scripts)
    yield from _other_titles(film, scripts)
    for code in film.countries:
        yield _field("257", a=country_name(code))
    yield _field("264", " ", "2", b=film.distributor)
    yield _extent(film)
    for minutes in (film.runtime_minutes, *(part.runtime_minutes for part in film.parts)):
        if time := playing_time(minutes):
            yield _field("306", a=time)
    yield Field("336", NONE, [Subfield("a", "two-dimensional moving image"), Subfield("b", "tdi"), Subfield("2", "rdacontent")])  # fmt: skip
    yield Field("337", NONE, [Subfield("a", "video"), Subfield("b", "v"), Subfield("2", "rdamedia")])
    yield from notes(film)
    if film.terms:
        yield _field("540", a=film.terms, u=f"{film.address}#licences")
    yield from _headings(film)
    yield from _people(film, scripts)
    yield from _family(film)
    yield Field("856", Indicators("4", "2"), [Subfield("3", "Page of the film, with licences and prices"), Subfield("u", film.address)])  # fmt: skip


def _numbers(key: str, changed_at: datetime) -> list[Field]:
    stamp = f"{changed_at:%Y%m%d%H%M%S}.0"
    return [Field("001", data=key), Field("003", data=host()), Field("005", data=stamp)]


def _title(film: FilmShape, scripts: Scripts) -> Field:
    """245: the whole's title, and for a part its number and its name."""
    first = film.part_of.title if film.part_of else film.title
    number = {"n": f"Part {film.part_number}", "p": film.title.text} if film.part_of else {}
    directors = ", ".join(person.name for person in film.directors)
    made_by = {"c": f"directed by {directors}"} if directors else {}
    field = _field("245", "0", str(nonfiling(first.text, first.language)), a=first.text, **number, **made_by)
    place, own = ("p", film.title) if film.part_of else ("a", first)
    original = next(
        (each for each in film.titles if each.kind == "original" and not is_roman(each.text)), None
    )
    if original and is_roman(own.text):
        return scripts.link(field, in_script=original.text, at=place)
    return field


def _other_titles(film: FilmShape, scripts: Scripts) -> Iterator[Field]:
    """246; a title in another script is linked to its transliteration, or stands in an 880 of its own."""
    roman = [each for each in film.titles if is_roman(each.text) and each.text != film.title.text]
    others = [each for each in film.titles if not is_roman(each.text) and each.text != film.title.text]
    for other in others:
        spelt = next((each for each in roman if each.kind == "transliteration" and _same_language(each.language, other.language)), None)  # fmt: skip
        if spelt:
            roman.remove(spelt)
            yield scripts.link(_field("246", "3", " ", a=spelt.text), in_script=other.text)
        else:
            scripts.alone(_field("246", "3", " ", a=other.text), in_script=other.text)
    for each in roman:
        yield _field("246", "3", " ", a=each.text)


def _same_language(one: str, other: str) -> bool:
    return one.split("-", maxsplit=1)[0] == other.split("-", maxsplit=1)[0]


def _extent(film: FilmShape) -> Field:
    parts = f" in {len(film.parts)} parts" if film.parts else ""
    colours = {"colour": "color", "black-and-white": "black and white", "mixed": "color and black and white"}
    return _field("300", a=f"1 film{parts}{in_minutes(film.runtime_minutes)}", b=colours.get(film.colour, ""))


def _headings(film: FilmShape) -> Iterator[Field]:
    for subject in film.subjects:
        yield _field("650", " ", "4", a=subject)  # a vocabulary of our own: its source is not in MARC's list
    for genre in GENRES.get(film.kind, ()):
        yield Field("655", Indicators(" ", "7"), [Subfield("a", genre), Subfield("2", "lcgft")])


def _people(film: FilmShape, scripts: Scripts) -> Iterator[Field]:
    """700, once for a person, with all that they did, and an 880 for the name in each other script.

    Other spellings in Latin letters belong in authority records (400), not here.
    """
    done: dict[str, list[str]] = {}
    persons = {each.person.address: each.person for each in film.credits}
    for each in film.credits:
        done.setdefault(each.person.address, []).append(each.role)
    for address, person in persons.items():
        roles = [ROLES[role] for role in dict.fromkeys(done[address]) if role in ROLES]
        terms = [Subfield("e", term) for _note, term, _code in roles]
        codes = [Subfield("4", code) for _note, _term, code in roles]
        kind = "1" if "," in person.sort_name else "0"
        field = Field("700", Indicators(kind, " "), [Subfield("a", person.sort_name), *terms, *codes])
        original = [person.original] if person.original else []
        names = dict.fromkeys(each.text for each in (*original, *person.names) if not is_roman(each.text))
        if names and is_roman(person.sort_name):
            first, *also = names
            scripts.link(field, in_script=first, also=also)
        yield field


def _family(film: FilmShape) -> Iterator[Field]:
    """773 to the whole, 774 to each part."""
    if film.part_of:
        yield _member("773", film.part_of, g=f"Part {film.part_number}")
    for part in film.parts:
        yield _member("774", part, g=f"Part {part.number}{in_minutes(part.runtime_minutes)}")


def _member(tag: str, member: Member, **more: str) -> Field:
    said = {"t": member.title.text, **more, "w": f"({host()}){member.id}"}
    return Field(tag, Indicators("0", " "), [Subfield(code, value) for code, value in said.items()])


def _field(tag: str, first: str = " ", second: str = " ", **subfields: str) -> Field:
    return Field(tag, Indicators(first, second), [Subfield(code, value) for code, value in subfields.items() if value])  # fmt: skip


def host() -> str:
    """Whose records these are: the name of the site's machine."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"
