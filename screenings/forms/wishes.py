"""How days should be: the fields of a house style, from settings of the planner and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from crispy_forms.layout import HTML, Div, Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from screenings import planner
from screenings.forms.inputs import clock_input
from screenings.planner import Choice, Hours, Use
from screenings.planning.rule_names import RULE_NAMES

STARTS = ((5, _("every five minutes")), (15, _("every quarter of an hour")), (1, _("on any minute")))
LONGEST_DAY = 24 * 60
USES = (
    ("", _("as usual")),
    ("off", _("does not matter")),
    ("soft", _("is better")),
    ("soft-3", _("is much better")),
    ("hard", _("must be")),
)
MOST_STARTS = 12
VENUE = ("projectionists", "stagger_minutes", "longest_shift", "least_rest")


def _clock(text: str) -> time:
    """An hour of the venue's wall, whatever zone it names. Raises ValueError."""
    return time.fromisoformat(text.strip()).replace(second=0, microsecond=0, tzinfo=None)


class ClocksField(forms.CharField):
    """Several hours of a clock, as in “14:00, 19:30”."""

    def clean(self, value: Any) -> tuple[time, ...]:
        text = super().clean(value) or ""
        try:
            clocks = tuple(_clock(each) for each in text.split(",") if each.strip())
        except ValueError as error:
            raise ValidationError(_("Write hours as 14:00, with commas between them."), "no-clock") from error
        if len(clocks) > MOST_STARTS:
            raise ValidationError(_("Name at most 12 hours."), "too-many")
        return clocks


class HoursField(forms.CharField):
    """Several stretches of the day, as in “11:30-14:30, 17:30-20:30”."""

    def clean(self, value: Any) -> tuple[Hours, ...]:
        text = super().clean(value) or ""
        try:
            pairs = [each.split("-") for each in text.replace("–", "-").split(",") if each.strip()]
            hours = tuple(Hours(*map(_clock, pair)) for pair in pairs)
        except (TypeError, ValueError) as error:
            raise ValidationError(
                _("Write hours as 11:30-14:30, with commas between them."), "no-hours"
            ) from error
        if len(hours) > MOST_STARTS or any(each.end <= each.begin for each in hours):
            raise ValidationError(_("Each of at most 12 stretches must end after it begins."), "no-hours")
        return hours


class WishesForm(forms.Form):
    """Everything that a house style says."""

    earliest_start = forms.TimeField(
        label=_("Nothing starts before"),
        required=False,
        widget=clock_input(),
        help_text=_("Leave empty to use the venue's opening hours."),
    )
    latest_end = forms.TimeField(
        label=_("Everything ends by"),
        required=False,
        widget=clock_input(),
        help_text=_("A time before 06:00 means after midnight."),
    )
    usual_starts = ClocksField(
        label=_("Days usually begin at"),
        required=False,
        max_length=100,
        help_text=_("As 14:00, 19:30. Empty: at any hour."),
    )
    evening_from = forms.TimeField(
        label=_("Evenings begin at"),
        widget=clock_input(),
        initial=time(17),
        help_text=_("For plans of evenings."),
    )
    start_step = forms.TypedChoiceField(label=_("Showings start"), coerce=int, choices=STARTS, initial=5)
    longest_unbroken = forms.IntegerField(
        label=_("Longest stretch without a break, in minutes"),
        required=False,
        min_value=10,
        max_value=LONGEST_DAY,
        help_text=_(
            "Empty: as long as the part. A part is interrupted only at the chapter points of its copy."
        ),
    )
    most_minutes_a_day = forms.IntegerField(
        label=_("Most film per day, in minutes"),
        required=False,
        min_value=10,
        max_value=LONGEST_DAY,
        help_text=_("Empty: no limit."),
    )
    minimum_break = forms.IntegerField(
        label=_("Shortest break, in minutes"), min_value=planner.SHORTEST_BREAK, max_value=60, initial=15
    )
    meal_minutes = forms.IntegerField(
        label=_("Meal break, in minutes"), min_value=planner.SHORTEST_MEAL, max_value=180, initial=45
    )
    longest_meal = forms.IntegerField(
        label=_("Longest meal break that is no waiting, in minutes"),
        min_value=20,
        max_value=300,
        initial=60,
        required=False,
    )
    meal_after = forms.IntegerField(
        label=_("Longest time without a meal, in minutes"),
        required=False,
        min_value=60,
        max_value=LONGEST_DAY,
        initial=300,
        help_text=_("Empty: no limit. A single part that lasts longer is still shown, and the plan says so."),
    )
    meal_times = HoursField(
        label=_("Meal times"),
        required=False,
        max_length=150,
        initial="11:30-14:30, 17:30-20:30",
        help_text=_("When a meal break begins. Empty: at any hour."),
    )
    meals_inside = forms.BooleanField(
        label=_("Meals may interrupt a part"),
        required=False,
        help_text=_(
            "Otherwise a meal comes between parts where it can, and inside a part only a short pause."
        ),
    )

    projectionists = forms.IntegerField(
        label=_("Projectionists there at once"),
        required=False,
        min_value=1,
        max_value=planner.MOST_PROJECTIONISTS,
        help_text=_(
            "So many screens of the venue may be in use at once, with what is on there already. Empty: no limit."
        ),
    )
    stagger_minutes = forms.IntegerField(
        label=_("Showings begin so far apart, in minutes"),
        required=False,
        min_value=0,
        max_value=120,
        help_text=_(
            "For the foyer: apart from each other and from what is on in the venue already. Empty: they may begin at once."
        ),
    )
    longest_shift = forms.IntegerField(
        label=_("Longest shift, in minutes"),
        required=False,
        min_value=60,
        max_value=LONGEST_DAY,
        help_text=_("From the first set-up of a day to the end of its last turnaround. Empty: no limit."),
    )
    least_rest = forms.IntegerField(
        label=_("Least rest between two shifts, in minutes"),
        required=False,
        min_value=0,
        max_value=LONGEST_DAY,
        help_text=_("660 are eleven hours. Empty: no limit."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in RULE_NAMES.items():
            self.fields[f"use_{code}"] = forms.ChoiceField(label=label, choices=USES, required=False)

    def wishes_layout(self) -> tuple[Any, ...]:
        uses = [f"use_{code}" for code in RULE_NAMES]
        return (
            Fieldset(
                _("Hours"), "earliest_start", "latest_end", "usual_starts", "evening_from", "start_step"
            ),
            Fieldset(_("How much at a time"), "longest_unbroken", "most_minutes_a_day"),
            Fieldset(
                _("Breaks"),
                "minimum_break",
                "meal_minutes",
                "longest_meal",
                "meal_after",
                "meal_times",
                "meals_inside",
            ),
            Fieldset(_("Staff and foyer"), *VENUE),
            Div(
                HTML('<details class="mb-4"><summary>'),
                HTML("{% load i18n %}{% translate 'How much each rule counts' %}</summary>"),
                *uses,
                HTML("</details>"),
            ),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        meal, shortest = data.get("meal_minutes"), data.get("minimum_break")
        if meal is not None and shortest is not None and meal <= shortest:
            self.add_error(
                "meal_minutes",
                ValidationError(
                    _("The meal break must be longer than the shortest break."), "meal-too-short"
                ),
            )
        return data

    def settings(self, **more: Any) -> planner.Settings:
        """The settings that a valid form asks for."""
        data = self.cleaned_data
        return planner.Settings(
            minimum_break=data["minimum_break"],
            meal_minutes=data["meal_minutes"],
            longest_meal=data["longest_meal"] or planner.Settings().longest_meal,
            meal_after=data["meal_after"],
            meal_times=data["meal_times"],
            meals_inside=data["meals_inside"],
            longest_unbroken=data["longest_unbroken"],
            most_minutes_a_day=data["most_minutes_a_day"],
            evening_from=data["evening_from"],
            usual_starts=data["usual_starts"],
            start_step=data["start_step"],
            earliest_start=data["earliest_start"],
            latest_end=data["latest_end"],
            **{name: data[name] for name in VENUE},
            choices=tuple(_choice(code, data[f"use_{code}"]) for code in RULE_NAMES if data[f"use_{code}"]),
            **more,
        )


def _choice(code: str, use: str) -> Choice:
    name, _dash, weight = use.partition("-")
    return Choice(code, Use(name), int(weight or 1))


def fields_of(settings: planner.Settings) -> Mapping[str, Any]:
    """The fields of a form that asks for these settings, by their names."""
    plain = {
        name: getattr(settings, name)
        for name in (
            "earliest_start", "latest_end", "evening_from", "start_step", "longest_unbroken", "most_minutes_a_day",
            "minimum_break", "meal_minutes", "longest_meal", "meal_after", "meals_inside", *VENUE,
        )
    }  # fmt: skip
    uses = {f"use_{code}": "" for code in RULE_NAMES}
    for choice in settings.choices:
        weighted = choice.use is Use.SOFT and choice.weight > 1
        uses[f"use_{choice.code}"] = "soft-3" if weighted else choice.use.value
    starts = ", ".join(f"{clock:%H:%M}" for clock in settings.usual_starts)
    meals = ", ".join(f"{hours.begin:%H:%M}-{hours.end:%H:%M}" for hours in settings.meal_times)
    return plain | uses | {"usual_starts": starts, "meal_times": meals}
