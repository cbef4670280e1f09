"""Venues written as YAML: hours, closures and screens of each. `screenings/data/venues.yaml` holds two invented ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import models, transaction
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from accounts.models import validate_time_zone
from catalog.exchange.faults import Fault, unfit
from catalog.exchange.positions import read_document
from catalog.exchange.wording import said
from licensing.models import Institution
from screenings.models import Closure, OpeningHours, Screen, Venue
from wording.codes import validate_country
from wording.say import gettext_noop

OWN_LIST = Path(__file__).parents[1] / "data" / "venues.yaml"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

type Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
type Format = Literal["dcp", "blu-ray", "dvd", "file", "35mm", "16mm"]
type Minutes = Annotated[int, Field(ge=0, le=600)]


def _read[T](parse: Callable[[str], T]) -> Callable[[object], object]:
    def read(value: object) -> object:
        try:
            return parse(value) if isinstance(value, str) else value
        except ValueError:
            return value

    return read


def _checked(validator: Callable[[str], None]) -> Callable[[str], str]:
    """A validator of Django's as one of pydantic's, with its own sentence and code."""

    def check(value: str) -> str:
        try:
            validator(value)
        except DjangoValidationError as error:
            raise unfit("unknown-code", "{sentence}", sentence=error.messages[0]) from error
        return value

    return check


type Clock = Annotated[time, BeforeValidator(_read(time.fromisoformat))]
type Day = Annotated[date, BeforeValidator(_read(date.fromisoformat))]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class HoursRecord(_Written):
    """The same hours on each of some weekdays; hours that close at or before they open run past midnight."""

    days: Annotated[list[Weekday], Field(min_length=1)]
    opens: Clock
    closes: Clock

    @model_validator(mode="after")
    def has_length(self) -> Self:
        if self.opens == self.closes:
            raise unfit("no-length", gettext_noop("The hours close when they open."))
        return self


class ClosureRecord(_Written):
    first_day: Day
    last_day: Day
    reason: str = ""

    @model_validator(mode="after")
    def runs_forward(self) -> Self:
        if self.last_day < self.first_day:
            raise unfit("days-backward", gettext_noop("The closure ends before it begins."))
        return self


class ScreenRecord(_Written):
    name: str
    capacity: Annotated[int, Field(gt=0)]
    set_up: Minutes = 0
    turnaround: Minutes = 15
    formats: list[Format] = []


class VenueRecord(_Written):
    slug: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    name: str
    is_sample: bool = False
    time_zone: Annotated[str, AfterValidator(_checked(validate_time_zone))]
    address: str = ""
    city: str
    country: Annotated[str, AfterValidator(_checked(validate_country))]
    curfew: Clock | None = None
    doors_minutes: Minutes = 20
    access: str = ""
    hours: Annotated[list[HoursRecord], Field(min_length=1)]
    closures: list[ClosureRecord] = []
    screens: Annotated[list[ScreenRecord], Field(min_length=1)]


class VenueList(_Written):
    venues: Annotated[list[VenueRecord], Field(min_length=1)]


class VenuesRefused(Exception):  # noqa: N818 - an answer with its reasons, not a fault of the program
    """Nothing was loaded; `faults` has the line, field and sentence of everything wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def read_venues(file: Path) -> list[VenueRecord]:
    """The venues, checked as a whole. Raises VenuesRefused with every fault."""
    document = read_document(file, below=file.parent)
    faults = list(document.faults)
    try:
        if not faults:
            return VenueList.model_validate(document.data).venues
    except ValidationError as error:
        faults += said(document, error)
    raise VenuesRefused(sorted(faults))


@transaction.atomic
def load_venues(*, institution: Institution, file: Path = OWN_LIST) -> list[Venue]:
    """Makes the venues of an institution what the file says; twice is once. Raises VenuesRefused.

    Hours and closures become exactly those of the file; a screen that the file does not name stays, as it may be booked.
    """
    return [_load(record, institution) for record in read_venues(file)]


def _load(record: VenueRecord, institution: Institution) -> Venue:
    own = record.model_dump(exclude={"slug", "hours", "closures", "screens"}) | {"institution": institution}
    venue, is_new = Venue.objects.get_or_create(slug=record.slug, defaults=own)
    if not is_new:
        _change(venue, own)
    hours = [
        {"weekday": WEEKDAYS.index(day), "opens": each.opens, "closes": each.closes}
        for each in record.hours
        for day in each.days
    ]
    _make_exactly(OpeningHours, venue, hours)
    _make_exactly(Closure, venue, [closure.model_dump() for closure in record.closures])
    for screen in record.screens:
        Screen.objects.update_or_create(
            venue=venue, name=screen.name, defaults=screen.model_dump(exclude={"name"})
        )
    return venue


def _change(row: models.Model, values: dict[str, Any]) -> None:
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    if differing:
        row.save()


def _make_exactly(
    model: type[OpeningHours] | type[Closure], venue: Venue, wanted: list[dict[str, Any]]
) -> None:
    standing = list(model.objects.filter(venue=venue))
    for row in standing:
        if not any(all(getattr(row, name) == value for name, value in each.items()) for each in wanted):
            row.delete()
    for each in wanted:
        model.objects.get_or_create(venue=venue, **each)
