"""The shape of a catalogue record: one film with its parts, and everything said about it.

A distributor writes these as YAML, one film a file; docs/catalogue-records.md tells how. Every
model refuses fields it does not know and values of another type, so that a slip of the pen is
a fault with a line and not a silent loss.
"""

from datetime import date
from itertools import pairwise
from typing import Any, Literal

from pydantic import Field, field_validator
from pydantic_core.core_schema import ValidationInfo

from catalog.exchange.fields import (
    Address,
    Isbn,
    Minutes,
    Name,
    Note,
    Position,
    PrintYear,
    Short,
    Year,
    identified,
    stated_value,
)
from records.faults import unfit
from records.fields import Count, Country, Day, Label, Language, Line, Prose, Slug
from records.reading import Record
from wording.say import gettext_noop

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
PersonNameKind = Literal["original", "transliteration", "alternative"]
FactName = Literal["year", "runtime", "colour", "countries", "languages", "credit"]
RecognitionKind = Literal["prize", "selection", "poll", "screening"]
RelationKind = Literal["companion", "continues", "answers"]
RightUseName = Literal[
    "education", "non-theatrical", "theatrical", "broadcast", "home-video", "streaming",
]  # fmt: skip
CopyFormat = Literal["dcp", "blu-ray", "dvd", "file", "35mm", "16mm"]


class SourceRecord(Record):
    """A source; records cite its key. `address` only if it is public."""

    key: Slug
    name: Line
    kind: SourceKind
    address: Address | None = None


class Wording(Record):
    """Text in a named language."""

    text: Line
    language: Language


class TitleRecord(Wording):
    """One of a film's titles."""

    kind: TitleKind
    source: str | None = None


class PersonNameRecord(Wording):
    """One of a person's names, in another script or spelling."""

    kind: PersonNameKind = "alternative"
    source: str | None = None


class CreditRecord(Record):
    """Who did what. `detail` is the character or the exact role; `sort_name` is the name as it is sorted; `life` a few lines (Markdown).

    sort_name, original, names and life need be given with one of a person's credits only.
    """

    role: Role
    detail: Label | None = None
    name: Line
    sort_name: Line | None = None
    original: Wording | None = None
    names: list[PersonNameRecord] | None = None
    life: Prose | None = None
    organisation: bool = False
    source: str | None = None


class StatementRecord(Record):
    """What one named source says about one fact, whether or not the distributor agrees."""

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


class RecognitionRecord(Record):
    """A prize, a selection, a poll or a notable screening."""

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
    paraphrase: Prose
    source: str | None = None
    note: Note | None = None


class AboutRecord(Record):
    """Another film of the catalogue that a reading discusses, and on which pages."""

    film: Slug
    pages: Short | None = None


class ReadingRecord(Record):
    """Something to read about the film. `pages_here`: the pages about it; `also_about`: other films."""

    key: Slug
    author: Name | None = None
    title: Note
    container: Line | None = None
    issue: Label | None = None
    pages: Short | None = None
    publisher: Line | None = None
    year: PrintYear | None = None
    isbn: Isbn | None = None
    note: Note | None = None
    source: str | None = None
    pages_here: Short | None = None
    also_about: list[AboutRecord] = []


class RelationRecord(Record):
    """A relation to another film of the catalogue, by its slug."""

    film: Slug
    kind: RelationKind = "companion"
    note: Note | None = None


class CopyRecord(Record):
    """A copy that can be projected. `chapter_points`: minutes from its start at which it may pause."""

    label: Label
    format: CopyFormat
    runtime_minutes: Minutes
    language: Language | None = None
    subtitles: list[Language] = []
    captions: list[Language] = []
    audio_description: list[Language] = []
    chapter_points: list[int] = []
    sample: bool = False

    @field_validator("chapter_points")
    @classmethod
    def points_lie_inside_and_rise(cls, points: list[int], info: ValidationInfo) -> list[int]:
        """Each point after the one before it, the first after 0, the last before the end."""
        runtime = info.data.get("runtime_minutes")
        bounded = [0, *points, runtime] if isinstance(runtime, int) else [0, *points]
        if any(later <= earlier for earlier, later in pairwise(bounded)):
            template = gettext_noop(
                "The chapter points must rise, and lie between the copy’s start and its end."
            )
            raise unfit("bad-chapter-points", template)
        return points


class PreviewRecord(Record):
    """A short piece to watch before asking for the film, at a public address."""

    title: Line
    address: Address
    seconds: Count | None = None


class RightRecord(Record):
    """Where, for what and for how long the distributor may license the film; no countries: the world; no uses: all."""

    territory: Label
    countries: list[Country] = []
    uses: list[RightUseName] = []
    starts_on: Day | None = None
    ends_on: Day | None = None
    note: Note | None = None

    @field_validator("ends_on")
    @classmethod
    def ends_after_it_starts(cls, ends_on: date | None, info: ValidationInfo) -> date | None:
        """A right does not end before it starts."""
        starts_on = info.data.get("starts_on")
        if ends_on is not None and isinstance(starts_on, date) and ends_on < starts_on:
            raise unfit("ends-before-start", gettext_noop("The right ends before it starts."))
        return ends_on


class HoldbackRecord(Record):
    """Uses that are held back until a day, that day included, in some countries or everywhere."""

    uses: list[RightUseName] = Field(min_length=1)
    countries: list[Country] = []
    until: Day
    note: Note | None = None


class Identified(Record):
    """Numbers by which others know a film or part, with their check characters."""

    eidr: str | None = None
    isan: str | None = None
    imdb: str | None = None
    wikidata: str | None = None

    @field_validator("eidr", "isan", "imdb", "wikidata")
    @classmethod
    def is_a_number_of_its_register(cls, number: str | None, info: ValidationInfo) -> str | None:
        """As the register writes it."""
        return identified(str(info.field_name), number) if number else number


class PartRecord(Identified):
    """A part: a film inside a film. What it omits is taken from the whole, but not its runtime, which may be unknown."""

    number: int
    slug: Slug
    title: Wording
    titles: list[TitleRecord] = []
    year: Year | None = None
    runtime_minutes: Minutes | None = None
    synopsis: Prose | None = None
    statements: list[StatementRecord] = []
    copies: list[CopyRecord] = []
    previews: list[PreviewRecord] = []


class FilmRecord(Identified):
    """A film and everything in the catalogue about it. Its own values are the distributor's."""

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
    synopsis: Prose
    featured: Position | None = None
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
    holdbacks: list[HoldbackRecord] = []
    sources: list[SourceRecord] = []


class SeeFromRecord(Record):
    """A word that leads to a term, and the word in other languages."""

    name: Label
    translations: dict[str, Label] = {}


class SubjectRecord(Record):
    """A term of the vocabulary: in other languages by BCP 47 tag in small letters (fr, zh-hans), under a broader term."""

    name: Label
    translations: dict[str, Label] = {}
    broader: Label | None = None
    see_from: list[SeeFromRecord] = []


class SubjectsFile(Record):
    """The file of the vocabulary."""

    subjects: list[SubjectRecord]


class SourcesFile(Record):
    """The file of the sources that several films cite."""

    sources: list[SourceRecord]
