"""The shape of a catalogue record: one film with its parts, and all that is said of it.

A distributor writes these as YAML, one film a file; catalog/data/README.md tells how. Every
model refuses fields it does not know and values of another type, so that a slip of the pen is
a fault with a line and not a silent loss.
"""

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import ValidationInfo

from catalog.codes import validate_country, validate_language
from catalog.exchange.isbn import is_isbn

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
YEAR_SPAN = re.compile(r"\d{4}/\d{4}")

TitleKind = Literal["display", "original", "transliteration", "translation", "alternative"]
FilmKind = Literal["documentary", "fiction", "hybrid"]
Colour = Literal["colour", "black-and-white", "mixed"]
PartUnit = Literal["part", "episode", "era", "film", "screening part"]
SourceKind = Literal[
    "distributor", "festival", "encyclopaedia", "cinema", "archive", "database", "news",
    "university", "scholarship", "publisher", "criticism", "retailer",
]  # fmt: skip
Role = Literal[
    "director", "writer", "producer", "cinematography", "sound", "editing", "music",
    "narration", "cast", "participant", "other",
]  # fmt: skip
FactName = Literal["year", "runtime", "colour", "countries", "languages", "credit"]
RecognitionKind = Literal["prize", "selection", "poll", "screening"]
RelationKind = Literal["companion", "continues", "answers"]
CopyFormat = Literal["dcp", "blu-ray", "dvd", "file", "35mm", "16mm"]


def known_language(tag: str) -> str:
    """The tag itself, by the rule of catalog.codes; unknown-language otherwise."""
    try:
        validate_language(tag)
    except ValidationError as error:
        raise PydanticCustomError("unknown-language", "{said}", {"said": error.messages[0]}) from None
    return tag


def known_country(code: str) -> str:
    """The code itself, by the rule of catalog.codes; unknown-country otherwise."""
    try:
        validate_country(code)
    except ValidationError as error:
        raise PydanticCustomError("unknown-country", "{said}", {"said": error.messages[0]}) from None
    return code


def positive_minutes(minutes: int) -> int:
    """The minutes themselves, one or more."""
    if minutes < 1:
        message = "A runtime is one minute or more; {minutes} was given."
        raise PydanticCustomError("runtime-not-positive", message, {"minutes": minutes})
    return minutes


def _text(limit: int | None = None) -> Callable[[str], str]:
    """A check for text that says something, in at most limit characters (the column's width)."""

    def check(text: str) -> str:
        if not text.strip():
            raise PydanticCustomError("empty-text", "This text is empty; leave the field out or fill it.")
        if limit is not None and len(text) > limit:
            message = "This text has {length} characters; at most {limit} fit here."
            raise PydanticCustomError("too-long", message, {"length": len(text), "limit": limit})
        return text.strip()

    return check


def _slug(text: str) -> str:
    if not SLUG.fullmatch(text) or len(text) > 80:
        message = "“{text}” is not a slug; use small letters a to z, digits and single hyphens, 80 at most."
        raise PydanticCustomError("bad-slug", message, {"text": text})
    return text


def _possible_year(year: int) -> int:
    if not 1888 <= year <= 2100:
        message = "{year} is not a year of film; it lies outside 1888 to 2100."
        raise PydanticCustomError("bad-year", message, {"year": year})
    return year


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or len(text) > 500:
        message = "“{text}” is not a public address; it must begin with https:// or http://."
        raise PydanticCustomError("bad-address", message, {"text": text})
    return text


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            message = "“{value}” is not a date; write it as 2026-09-01."
            raise PydanticCustomError("bad-date", message, {"value": value}) from None
    return value


def _isbn(text: str) -> str:
    if not is_isbn(text):
        message = "“{text}” is not an ISBN: its length or its check digit is wrong."
        raise PydanticCustomError("bad-isbn", message, {"text": text})
    return text.replace("-", "")


Text = Annotated[str, AfterValidator(_text())]
Note = Annotated[str, AfterValidator(_text(300))]
Line = Annotated[str, AfterValidator(_text(200))]
Name = Annotated[str, AfterValidator(_text(150))]
Label = Annotated[str, AfterValidator(_text(100))]
Short = Annotated[str, AfterValidator(_text(50))]
Slug = Annotated[str, AfterValidator(_slug)]
Language = Annotated[str, AfterValidator(known_language)]
Country = Annotated[str, AfterValidator(known_country)]
Minutes = Annotated[int, AfterValidator(positive_minutes)]
Year = Annotated[int, AfterValidator(_possible_year)]
Address = Annotated[str, AfterValidator(_web_address)]
Day = Annotated[date, BeforeValidator(_day)]
Isbn = Annotated[str, AfterValidator(_isbn)]


class Record(BaseModel):
    """Refuses unknown fields and other types; does not change once made."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SourceRecord(Record):
    """Who says something; the key is what records cite. address only where it is public."""

    key: Slug
    name: Line
    kind: SourceKind
    address: Address | None = None


class Wording(Record):
    """Words in a named language."""

    text: Line
    language: Language


class TitleRecord(Wording):
    """One of a film's titles."""

    kind: TitleKind
    source: str | None = None


class CreditRecord(Record):
    """Who did what. detail is the character or the exact role; sort_name as a list sorts it."""

    role: Role
    detail: Label | None = None
    name: Line
    sort_name: Line | None = None
    original: Wording | None = None
    organisation: bool = False
    source: str | None = None

    @property
    def sorted_as(self) -> str:
        """Family name first, "Ophuls, Marcel", unless the record says otherwise."""
        first, _, last = self.name.rpartition(" ")
        return self.sort_name or (self.name if self.organisation or not first else f"{last}, {first}")

    @property
    def person_slug(self) -> str:
        """The address of whoever is credited, from the name; empty where it has no Latin letters."""
        return slugify(self.name)

    @property
    def person(self) -> tuple[str, str, str, str]:
        """Name, sort name, name in its own script and the language of that."""
        original = (self.original.text, self.original.language) if self.original else ("", "")
        return (self.name, self.sorted_as, *original)


class StatementRecord(Record):
    """What one named source says of one fact, whether or not the distributor agrees."""

    fact: FactName
    value: int | str | list[str]
    source: str
    note: Note | None = None

    @field_validator("value", mode="plain")
    @classmethod
    def value_fits_the_fact(cls, value: Any, info: ValidationInfo) -> int | str | list[str]:
        """Minutes, a year or a span "1975/1979", a colour, a list of codes, a credit in words."""
        return stated_value(info.data.get("fact"), value)

    @property
    def as_text(self) -> str:
        """The value as a page prints it: ["CN", "FR"] is "CN, FR"."""
        return ", ".join(self.value) if isinstance(self.value, list) else str(self.value)


def stated_value(fact: str | None, value: object) -> int | str | list[str]:
    """The value as the fact asks for it.

    Raises PydanticCustomError (bad-statement, unknown-language, unknown-country,
    runtime-not-positive, bad-year) with a full sentence.
    """
    match fact, value:
        case "runtime", int() if type(value) is int:
            return positive_minutes(value)
        case "year", int() if type(value) is int:
            return _possible_year(value)
        case "year", str() if YEAR_SPAN.fullmatch(value):
            return value
        case "colour", "colour" | "black-and-white" | "mixed":
            return str(value)
        case "credit", str():
            return _text(250)(value)
        case (("countries" | "languages"), list()) if value:
            known = known_country if fact == "countries" else known_language
            return [known(str(code)) for code in value]
    message = "The value “{value}” does not fit the fact “{fact}”."
    raise PydanticCustomError("bad-statement", message, {"value": str(value), "fact": str(fact)})


class RecognitionRecord(Record):
    """A prize, a selection, a poll or a screening worth telling."""

    event: Line
    year: Year | None = None
    outcome: Line
    kind: RecognitionKind
    source: str | None = None
    note: Note | None = None


class PressRecord(Record):
    """What a critic said, in the distributor's words: a paraphrase, never a quotation."""

    author: Name | None = None
    outlet: Name
    paraphrase: Text
    source: str | None = None
    note: Note | None = None


class AboutRecord(Record):
    """Another film of the catalogue that a reading treats, and on which pages."""

    film: Slug
    pages: Short | None = None


class ReadingRecord(Record):
    """Something to read about the film; pages_here where in it; also_about: other films."""

    key: Slug
    author: Name | None = None
    title: Note
    container: Line | None = None
    issue: Label | None = None
    pages: Short | None = None
    publisher: Line | None = None
    year: Year | None = None
    isbn: Isbn | None = None
    note: Note | None = None
    source: str | None = None
    pages_here: Short | None = None
    also_about: list[AboutRecord] = []


class RelationRecord(Record):
    """How this film belongs to another one of the catalogue, by its slug."""

    film: Slug
    kind: RelationKind = "companion"
    note: Note | None = None


class CopyRecord(Record):
    """A copy that can be projected. chapter_points: minutes from its start where it may pause."""

    label: Label
    format: CopyFormat
    runtime_minutes: Minutes
    language: Language | None = None
    subtitles: list[Language] = []
    chapter_points: list[int] = []
    sample: bool = False

    @field_validator("chapter_points")
    @classmethod
    def points_lie_inside_and_rise(cls, points: list[int], info: ValidationInfo) -> list[int]:
        """Each point after the one before it, the first after 0, the last before the end."""
        runtime = info.data.get("runtime_minutes")
        bounded = [0, *points, runtime] if isinstance(runtime, int) else [0, *points]
        if any(later <= earlier for earlier, later in pairwise(bounded)):
            message = "The chapter points must rise, and lie between the copy’s start and its end."
            raise PydanticCustomError("bad-chapter-points", message)
        return points


class PreviewRecord(Record):
    """A short piece to watch before asking for the film, at a public address."""

    title: Line
    address: Address
    seconds: Annotated[int, Field(gt=0)] | None = None


class RightRecord(Record):
    """Where and for how long the distributor may license the film; no countries: the world."""

    territory: Label
    countries: list[Country] = []
    starts_on: Day | None = None
    ends_on: Day | None = None
    note: Note | None = None

    @field_validator("ends_on")
    @classmethod
    def ends_after_it_starts(cls, ends_on: date | None, info: ValidationInfo) -> date | None:
        """A right does not end before it starts."""
        starts_on = info.data.get("starts_on")
        if ends_on is not None and isinstance(starts_on, date) and ends_on < starts_on:
            raise PydanticCustomError("ends-before-start", "The right ends before it starts.")
        return ends_on


class PartRecord(Record):
    """A part: a film inside a film. What it leaves out, it takes from the whole."""

    number: int
    slug: Slug
    title: Wording
    titles: list[TitleRecord] = []
    year: Year | None = None
    runtime_minutes: Minutes | None = None
    synopsis: Text | None = None
    statements: list[StatementRecord] = []
    copies: list[CopyRecord] = []
    previews: list[PreviewRecord] = []


class FilmRecord(Record):
    """A film and all that the catalogue holds of it. Its own values are the distributor's."""

    slug: Slug
    title: Wording
    titles: list[TitleRecord] = []
    year: Year
    runtime_minutes: Minutes
    colour: Colour
    countries: list[Country] = []
    languages: list[Language] = []
    kind: FilmKind
    part_unit: PartUnit | None = None
    synopsis: Text
    credits: list[CreditRecord] = []
    statements: list[StatementRecord] = []
    parts: list[PartRecord] = []
    recognition: list[RecognitionRecord] = []
    press: list[PressRecord] = []
    readings: list[ReadingRecord] = []
    subjects: list[Label] = []
    relations: list[RelationRecord] = []
    copies: list[CopyRecord] = []
    previews: list[PreviewRecord] = []
    rights: list[RightRecord] = []
    sources: list[SourceRecord] = []

    @property
    def divides(self) -> bool:
        """Whether the parts can stand as films of their own: each has a runtime."""
        return bool(self.parts) and all(part.runtime_minutes is not None for part in self.parts)


class SourcesFile(Record):
    """The file of the sources that several films cite."""

    sources: list[SourceRecord]
