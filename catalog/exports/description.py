"""A film as other systems are told of it: plain values, from which every format is written.

The JSON export is these models themselves, and their JSON Schema is published. Fields are named as in the records that
films are loaded from (catalog.exchange.records). Texts contain no control characters but line breaks.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

type Code = Annotated[str, Field(min_length=1)]


class Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Shape):
    """A text in a language, by its BCP 47 tag."""

    text: str
    language: Code


class TitleShape(Words):
    kind: Annotated[str, Field(description="display, original, transliteration, translation, alternative")]


class PersonShape(Shape):
    """A person or collective. `sort_name` as in a sorted list: “Wang, Bing”."""

    name: str
    sort_name: str
    original: Words | None = None
    names: Annotated[
        tuple[Words, ...], Field(description="Other names, in other scripts and spellings.")
    ] = ()
    address: str


class CreditShape(Shape):
    """What someone did. `detail` is the character or the exact role."""

    role: str
    detail: str = ""
    person: PersonShape


class AwardShape(Shape):
    """A prize, selection, screening or poll."""

    kind: str
    outcome: str
    event: str
    year: int | None = None


class CopyShape(Shape):
    """A copy that can be projected. `subtitles` are BCP 47 tags."""

    format: str
    runtime_minutes: int | None
    language: str = ""
    subtitles: tuple[str, ...] = ()


class IdentifierShape(Shape):
    """A number by which others know the film. `address` is its page there, if the register has one."""

    scheme: Annotated[str, Field(description="eidr, isan, imdb, wikidata")]
    value: str
    address: str = ""


class Member(Shape):
    """A part of a film as its whole names it, or the whole as its part names it. `number` is the part's."""

    id: str
    address: str
    title: Words
    number: int | None = None
    runtime_minutes: int | None
    year: int | None
    synopsis: str = ""


class FilmShape(Shape):
    """A film, or a part of one (`part_of`). `synopsis` is Markdown; countries are ISO 3166-1, languages BCP 47."""

    id: Annotated[str, Field(description="Never changes, even if the address does.")]
    address: str
    picture: Annotated[str, Field(description="The poster, as a PNG picture of 1200 by 630 pixels.")]
    changed_at: Annotated[
        datetime, Field(description="When the film, a part of it or anything of them last changed.")
    ]
    title: Words
    titles: tuple[TitleShape, ...] = ()
    kind: str
    year: int | None
    runtime_minutes: Annotated[int | None, Field(description="Whole minutes; null where nobody knows.")]
    colour: str
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    synopsis: str = ""
    subjects: tuple[str, ...] = ()
    credits: tuple[CreditShape, ...] = ()
    recognition: tuple[AwardShape, ...] = ()
    identifiers: tuple[IdentifierShape, ...] = ()
    copies: tuple[CopyShape, ...] = ()
    part_unit: Annotated[str, Field(description="What a part is called: part, episode, era.")] = ""
    part_of: Member | None = None
    part_number: int | None = None
    parts: tuple[Member, ...] = ()
    terms: Annotated[
        str, Field(description="Who may use the film, in one sentence; the page has it in full.")
    ]
    distributor: str

    @property
    def directors(self) -> tuple[PersonShape, ...]:
        return tuple(each.person for each in self.credits if each.role == "director")

    def identifier(self, scheme: str) -> str:
        """Its number in a register; empty if it has none there."""
        return next((each.value for each in self.identifiers if each.scheme == scheme), "")

    @property
    def full_title(self) -> str:
        """“West of the Tracks: Rust” for a part."""
        return f"{self.part_of.title.text}: {self.title.text}" if self.part_of else self.title.text

    @property
    def subtitles(self) -> tuple[str, ...]:
        """Languages in which some copy has subtitles, each once."""
        return tuple(dict.fromkeys(tag for copy in self.copies for tag in copy.subtitles))
