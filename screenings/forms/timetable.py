"""A timetable as a form: one row for each showing, or stretch of one, that stands. It reads places; a verb writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from screenings.forms.inputs import clock_input, day_input, instant_on_wall, second_time_input
from screenings.models import Screen, Screening, Showing
from screenings.planner.question import programme_day
from screenings.planning.by_hand.places import Place
from screenings.reach import refuse_beyond_reach

MOST_PLACES = 60
MOST_MINUTES = 10_000
SHIFT = 600
LONGEST_KEY = 19
"""Digits: Python reads no number of some thousands."""


class PlaceForm(forms.Form):
    """Where one of the places is. `shift` moves it and all that follow it on its day by so many minutes: a break is resized."""

    showing = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    from_minute = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_MINUTES)
    until_minute = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_MINUTES)
    is_new = forms.BooleanField(widget=forms.HiddenInput, required=False)
    day = forms.DateField(label=_("Day"), widget=day_input(), validators=[refuse_beyond_reach])
    clock = forms.TimeField(label=_("Starts at"), widget=clock_input())
    second_time = second_time_input()
    screen = forms.TypedChoiceField(label=_("Screen"), coerce=int)
    shift = forms.IntegerField(
        label=_("Later with all that follows on its day, by minutes"),
        required=False,
        min_value=-SHIFT,
        max_value=SHIFT,
        widget=forms.NumberInput(attrs={"step": 5}),
    )

    def __init__(self, *args: Any, screens: Sequence[Screen], zone: ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        choices = [(each.pk, each.name) for each in screens]
        cast("forms.TypedChoiceField", self.fields["screen"]).choices = choices

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("day") and data.get("clock"):
            try:
                second_time = data["second_time"]
                data["starts_at"] = instant_on_wall(
                    data["day"], data["clock"], self.zone, second_time=second_time
                )
            except forms.ValidationError as error:
                self.add_error("clock", error)
        return data

    def place(self) -> Place:
        data = self.cleaned_data
        return Place(
            showing=data["showing"],
            from_minute=data["from_minute"],
            until_minute=data["until_minute"],
            screen=data["screen"],
            starts_at=data["starts_at"],
            is_new=data["is_new"],
        )


class PlaceRows(forms.BaseFormSet[PlaceForm]):
    """All the rows: a timetable has at least one, and none of them is blank."""

    default_error_messages = dict.fromkeys(
        ("missing_management_form", "too_few_forms", "too_many_forms"),
        _("The timetable did not arrive whole. Load the page again."),
    )

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return super().get_form_kwargs(index) | {"empty_permitted": False}


PlaceFormSet = forms.formset_factory(
    PlaceForm,
    formset=PlaceRows,
    extra=0,
    min_num=1,
    validate_min=True,
    max_num=MOST_PLACES,
    absolute_max=MOST_PLACES,
    validate_max=True,
)


def place_forms(
    screening: Screening,
    screens: Sequence[Screen],
    *,
    data: Mapping[str, Any] | None = None,
    places: Sequence[Place] = (),
) -> forms.BaseFormSet[PlaceForm]:
    """The rows as they were sent, or of these places."""
    zone = screening.venue.zone
    initial = [_initial(each, zone) for each in places]
    made: forms.BaseFormSet[PlaceForm] = PlaceFormSet(
        data, initial=initial, prefix="place", form_kwargs={"screens": screens, "zone": zone}
    )
    return made


def _initial(place: Place, zone: ZoneInfo) -> dict[str, Any]:
    local = place.starts_at.astimezone(zone)
    return {
        "showing": place.showing,
        "from_minute": place.from_minute,
        "until_minute": place.until_minute,
        "is_new": place.is_new,
        "day": local.date(),
        "clock": local.time(),
        "second_time": local.fold,
        "screen": place.screen,
    }


def places_in(rows: forms.BaseFormSet[PlaceForm], zone: ZoneInfo) -> list[Place]:
    """The places of valid rows, with every shift made."""
    places = [row.place() for row in rows.forms]
    shifts = [
        (row.cleaned_data.get("shift") or 0, place) for row, place in zip(rows.forms, places, strict=True)
    ]
    return [_shifted(each, shifts, zone) for each in places]


def _shifted(place: Place, shifts: Sequence[tuple[int, Place]], zone: ZoneInfo) -> Place:
    day = programme_day(place.starts_at, zone)
    by = sum(
        minutes
        for minutes, first in shifts
        if programme_day(first.starts_at, zone) == day and first.starts_at <= place.starts_at
    )
    return replace(place, starts_at=place.starts_at + timedelta(minutes=by)) if by else place


def refused_rows(rows: forms.BaseFormSet[PlaceForm], showings: Mapping[int, Showing]) -> list[str]:
    """What is wrong with invalid rows, in sentences that name the film or part."""
    said = [str(each) for each in rows.non_form_errors()]
    for row in rows.forms:
        key = f"{row['showing'].value()}"
        showing = showings.get(int(key)) if key.isdecimal() and len(key) < LONGEST_KEY else None
        name = f"“{showing.film.title}”: " if showing else ""
        said += [f"{name}{error}" for errors in row.errors.values() for error in errors]
    return said
