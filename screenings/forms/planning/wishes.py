"""How days should be: the fields of a house style, from settings of the planner and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from screenings import planner
from screenings.access import ASKED_WORDS, Access
from screenings.forms.inputs import clock_input
from screenings.forms.planning.fields import ClocksField, HoursField
from screenings.forms.planning.groups import Group
from screenings.planner import Choice, Hours, Use
from screenings.planner.rules import HARD, SOFT
from screenings.planning.rule_names import RULE_NAMES
from screenings.planning.styles import SHIPPED, USUAL

STARTS = ((5, _("every five minutes")), (15, _("every quarter of an hour")), (1, _("on any minute")))
LONGEST_DAY = 24 * 60
NOON = time(12)
BREAKFAST = planner.Settings().breakfast
AS_USUAL = {Use.HARD: _("as usual: must be"), Use.SOFT: _("as usual: is better")}
USUAL_USES = {rule.code: rule.usual for rule in (*HARD, *SOFT) if rule.optional}
USES = (
    ("off", _("does not matter")),
    ("soft", _("is better")),
    ("soft-3", _("is much better")),
    ("hard", _("must be")),
)
BREAKS = (
    "longest_unbroken", "most_minutes_a_day", "minimum_break", "meal_minutes", "longest_meal", "meal_after", "meal_times",
    "meals_inside", "breakfast_from", "breakfast_until",
)  # fmt: skip
ACCESS_CHOICES = [(each.value, _(words)) for each, words in ASKED_WORDS.items()]
VENUE = ("projectionists", "stagger_minutes", "longest_shift", "least_rest")


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

    breakfast_from = forms.TimeField(
        label=_("Breakfast after a night begins from"),
        required=False,
        widget=clock_input(),
        initial=BREAKFAST.begin,
    )
    breakfast_until = forms.TimeField(
        label=_("to"),
        required=False,
        widget=clock_input(),
        initial=BREAKFAST.end,
        help_text=_("For plans of a whole night, which end with it. Before noon."),
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

    access = forms.TypedMultipleChoiceField(
        label=_("Every part has a showing with"),
        coerce=Access,
        choices=ACCESS_CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "On screens whose devices and places the venue names. Where a part is shown again, once is enough."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in RULE_NAMES.items():
            usual = ("", AS_USUAL[USUAL_USES[code]])
            self.fields[f"use_{code}"] = forms.ChoiceField(
                label=label, choices=[usual, *USES], required=False
            )

    def wishes_layout(self) -> tuple[Group, ...]:
        usual = fields_of(SHIPPED[USUAL].settings)
        groups: dict[Any, tuple[str, ...]] = {
            _("Hours"): ("earliest_start", "latest_end", "usual_starts", "evening_from", "start_step"),
            _("Breaks and meals"): BREAKS,
            _("Staff and foyer"): VENUE,
            _("Accessible showings"): ("access",),
            _("How much each rule counts"): tuple(f"use_{code}" for code in RULE_NAMES),
        }
        return tuple(Group(name, *fields, usual=usual) for name, fields in groups.items())

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
        self._refuse_odd_breakfast(data)
        return data

    def _refuse_odd_breakfast(self, data: Mapping[str, Any]) -> None:
        hours = self._breakfast(data)
        if not hours.begin < hours.end <= NOON and "breakfast_from" not in self.errors:
            sentence = _("Breakfast ends after it begins, and by noon.")
            self.add_error("breakfast_until", ValidationError(sentence, "backward"))

    def _breakfast(self, data: Mapping[str, Any]) -> Hours:
        return Hours(
            data.get("breakfast_from") or BREAKFAST.begin, data.get("breakfast_until") or BREAKFAST.end
        )

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
            breakfast=self._breakfast(data),
            longest_unbroken=data["longest_unbroken"],
            most_minutes_a_day=data["most_minutes_a_day"],
            evening_from=data["evening_from"],
            usual_starts=data["usual_starts"],
            start_step=data["start_step"],
            earliest_start=data["earliest_start"],
            latest_end=data["latest_end"],
            access=tuple(data["access"]),
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
    breakfast = {"breakfast_from": settings.breakfast.begin, "breakfast_until": settings.breakfast.end}
    several = {"access": [each.value for each in settings.access]}
    return plain | uses | breakfast | several | {"usual_starts": starts, "meal_times": meals}
