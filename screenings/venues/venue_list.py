"""Venues written as YAML: hours, closures and screens of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from django.db import transaction
from pydantic import AfterValidator, Field, model_validator

from accounts.models import validate_time_zone
from licensing.models import Institution
from records.alignment import Wanted, align
from records.faults import unfit
from records.fields import Clock, Country, Day, Label, Line, Prose, Slug, checked, line
from records.outcome import LoadReport
from records.reading import Record, read_record
from screenings.models import Closure, MealPlace, OpeningHours, Screen, Venue
from screenings.reach import MOST_PEOPLE
from screenings.venues.hours import overlap
from screenings.venues.seats import seats_followed
from wording.say import gettext_noop

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

type Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
type Format = Literal["dcp", "blu-ray", "dvd", "file", "35mm", "16mm"]
type Device = Literal["captions", "description", "loop"]
type Minutes = Annotated[int, Field(ge=0, le=600)]
type TimeZone = Annotated[str, AfterValidator(checked(validate_time_zone, "unknown-time-zone"))]


class HoursRecord(Record):
    """The same hours on each of some weekdays; hours that close at or before they open run past midnight."""

    days: Annotated[list[Weekday], Field(min_length=1)]
    opens: Clock
    closes: Clock

    @model_validator(mode="after")
    def has_length(self) -> Self:
        if self.opens == self.closes:
            raise unfit("no-length", gettext_noop("The closing time is the same as the opening time."))
        return self


class ClosureRecord(Record):
    first_day: Day
    last_day: Day
    reason: Line = ""

    @model_validator(mode="after")
    def runs_forward(self) -> Self:
        if self.last_day < self.first_day:
            raise unfit("days-backward", gettext_noop("The closure ends before it begins."))
        return self


class ScreenRecord(Record):
    name: Label
    capacity: Annotated[int, Field(gt=0, le=MOST_PEOPLE)]
    set_up: Minutes = 0
    turnaround: Minutes = 15
    wheelchair_places: Annotated[int, Field(ge=0, le=MOST_PEOPLE)] | None = None
    devices: list[Device] = []
    formats: list[Format] = []

    @model_validator(mode="after")
    def seats_wheelchairs(self) -> Self:
        if self.wheelchair_places is not None and self.wheelchair_places > self.capacity:
            raise unfit("wheelchairs", gettext_noop("There are more places for wheelchairs than seats."))
        return self


class MealPlaceRecord(Record):
    name: Label
    minutes: Annotated[int, Field(ge=0, le=60)] = 0
    note: Line = ""


class VenueRecord(Record):
    slug: Slug
    name: Line
    is_sample: bool = False
    time_zone: TimeZone
    address: Annotated[str, AfterValidator(line(300))] = ""
    city: Annotated[str, AfterValidator(line(120))]
    country: Country
    curfew: Clock | None = None
    doors_minutes: Minutes = 20
    access: Prose = ""
    getting_there: Prose = ""
    hours: Annotated[list[HoursRecord], Field(min_length=1)]
    closures: list[ClosureRecord] = []
    screens: Annotated[list[ScreenRecord], Field(min_length=1)]
    meal_places: list[MealPlaceRecord] = []

    @model_validator(mode="after")
    def says_each_thing_once(self) -> Self:
        openings = [(day, hours.opens) for hours in self.hours for day in hours.days]
        if len(set(openings)) < len(openings):
            raise unfit("repeated-hours", gettext_noop("A weekday opens twice at the same time."))
        if overlap(OpeningHours(**row) for row in self.hours_rows(0)):
            raise unfit("overlapping-hours", gettext_noop("Some of these hours overlap."))
        if len({screen.name for screen in self.screens}) < len(self.screens):
            raise unfit("repeated-screen", gettext_noop("Two screens have the same name."))
        if len({place.name for place in self.meal_places}) < len(self.meal_places):
            raise unfit("repeated-meal-place", gettext_noop("Two places to eat have the same name."))
        return self

    def row(self) -> dict[str, Any]:
        """The venue's own columns."""
        return self.model_dump(exclude={"hours", "closures", "screens", "meal_places"})

    def hours_rows(self, venue_id: int) -> Iterator[Wanted]:
        """A row of OpeningHours for each weekday."""
        for hours in self.hours:
            for day in hours.days:
                weekday = WEEKDAYS.index(day)
                yield {"venue_id": venue_id, "weekday": weekday, "opens": hours.opens, "closes": hours.closes}


class VenueList(Record):
    venues: Annotated[list[VenueRecord], Field(min_length=1)]

    @model_validator(mode="after")
    def names_each_venue_once(self) -> Self:
        if len({venue.slug for venue in self.venues}) < len(self.venues):
            raise unfit("repeated-venue", gettext_noop("Two venues have the same slug."))
        return self


def read_venues(path: Path) -> list[VenueRecord]:
    """The venues, checked as a whole. Raises RecordsRefused with every fault."""
    return read_record(path, VenueList).venues


@transaction.atomic
def load_venues(*, institution: Institution, path: Path) -> LoadReport:
    """Makes the venues of an institution what the file says; loading it again changes nothing. Raises RecordsRefused.

    Hours, closures and meal places become exactly those of the file; a screen that the file does not name is kept, since it may be booked.
    """
    records = read_venues(path)
    venues = align(
        Venue.objects.all(),
        [record.row() | {"institution_id": institution.pk} for record in records],
        key=["slug"],
        remove=False,
    )
    keys = {row.slug: row.pk for row in venues.rows.values()}
    hours = [row for record in records for row in record.hours_rows(keys[record.slug])]
    closures = [row for record in records for row in _rows(record.closures, keys[record.slug])]
    screens = [row for record in records for row in _rows(record.screens, keys[record.slug])]
    meals = [row for record in records for row in _rows(record.meal_places, keys[record.slug])]
    own = {"venue__in": keys.values()}
    with seats_followed(Screen.objects.filter(**own)):
        rooms = align(Screen.objects.filter(**own), screens, key=["venue_id", "name"], remove=False).report
    return (
        venues.report
        + align(
            OpeningHours.objects.filter(**own), hours, key=["venue_id", "weekday", "opens"], remove=True
        ).report
        + align(
            Closure.objects.filter(**own),
            closures,
            key=["venue_id", *ClosureRecord.model_fields],
            remove=True,
        ).report
        + rooms
        + align(MealPlace.objects.filter(**own), meals, key=["venue_id", "name"], remove=True).report
    )


def _rows(records: Sequence[Record], venue_id: int) -> Iterator[Wanted]:
    """Rows of Closure, Screen or MealPlace, whose records have the columns' names."""
    for record in records:
        yield record.model_dump() | {"venue_id": venue_id}
