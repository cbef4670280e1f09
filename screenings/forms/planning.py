"""A request to the planner, in the programmer's words."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.models import Film, FilmQuerySet
from licensing.models import Institution, Licence
from office.permissions import may
from office.refusals import RefusalsOn
from screenings import planner
from screenings.forms.inputs import clock_input, day_input
from screenings.lookup import PLAN, presenters_for, venues_for
from screenings.models import PlanRequest, Venue
from screenings.planning.kind_names import ASKABLE, KIND_NAMES
from screenings.programme.plan_requests import ask_plan
from screenings.reach import refuse_beyond_reach
from wording.durations import length_text

if TYPE_CHECKING:
    from accounts.models import User

FIELD_OF_CODE = {
    "days-backward": "last_day",
    "past": "first_day",
    "too-far": "last_day",
    "too-long": "last_day",
    "no-screens": "venue",
    "not-for-hire": "venue",
    "no-format": "venue",
    "no-length": "film",
    "territory": "venue",
}
STARTS = ((5, _("every five minutes")), (15, _("every quarter of an hour")), (1, _("on any minute")))
LONGEST_DAY = 24 * 60


def film_choices(by: User) -> list[tuple[str, Any]]:
    """Every public film under its title: the whole, then its parts; then what was withdrawn and is licensed still. Three queries."""
    wholes = Film.objects.public().wholes().prefetch_related("parts").order_by("title", "pk")
    grouped: list[tuple[str, Any]] = [
        (film.title, [_film_choice(film), *_part_choices(film)]) for film in wholes
    ]
    if held := [_film_choice(film) for film in licensed_though_withdrawn(by)]:
        grouped.append((_now("Withdrawn, but licensed to you"), held))
    return [("", _("Choose a film")), *grouped]


def licensed_though_withdrawn(by: User) -> FilmQuerySet:
    """Films and parts that visitors see no longer, under licences of the institutions that a person presents for."""
    gone = Q(withdrawn_at__isnull=False) | Q(part_of__withdrawn_at__isnull=False)
    licensed = Licence.objects.filter(institution__in=presenters_for(by), film=OuterRef("pk"))
    return (
        Film.objects.filter(gone, Exists(licensed.order_by()))
        .select_related("part_of")
        .order_by("title", "pk")
    )


def _film_choice(film: Film) -> tuple[int, str]:
    return film.pk, _with_length(str(film), film.runtime)


def _part_choices(film: Film) -> list[tuple[int, str]]:
    parts = sorted(film.parts.all(), key=lambda part: part.part_number or 0)
    return [
        (part.pk, _with_length(f"{part.part_number}. {part.title}", part.runtime))
        for part in parts
        if part.is_published
    ]


def _with_length(title: str, minutes: int | None) -> str:
    return _now("%(title)s, %(length)s") % {"title": title, "length": length_text(minutes)}


class PlanForm(forms.Form):
    """A request to the planner, in the programmer's words."""

    film = forms.TypedChoiceField(label=_("Film or part"), coerce=int)
    venue = forms.ModelChoiceField(
        Venue.objects.none(),
        label=_("Venue"),
        empty_label=None,
        help_text=_(
            "We must be allowed to license the film in the venue's country; its page says where we are."
        ),
    )
    institution = forms.ModelChoiceField(
        Institution.objects.none(),
        label=_("Presented by"),
        required=False,
        empty_label=_("the venue's own institution"),
        help_text=_("Who presents holds the licence. The venue may be another's."),
    )
    first_day = forms.DateField(label=_("First day"), widget=day_input(), validators=[refuse_beyond_reach])
    last_day = forms.DateField(
        label=_("Last day"),
        widget=day_input(),
        validators=[refuse_beyond_reach],
        help_text=_("At most 62 days in total."),
    )
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
    meal_after = forms.IntegerField(
        label=_("Longest time without a meal, in minutes"),
        required=False,
        min_value=60,
        max_value=LONGEST_DAY,
        initial=300,
        help_text=_("Empty: no limit. A single part that lasts longer is still shown, and the plan says so."),
    )
    meals_inside = forms.BooleanField(
        label=_("Meals may interrupt a part"),
        required=False,
        help_text=_(
            "Otherwise a meal comes between parts where it can, and inside a part only a short pause."
        ),
    )
    intro_minutes = forms.IntegerField(
        label=_("Introduction before the first part, in minutes"), min_value=0, max_value=120, initial=0
    )
    qa_minutes = forms.IntegerField(
        label=_("Questions and answers after the last, in minutes"), min_value=0, max_value=180, initial=0
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of plan to look for"),
        choices=[(code, KIND_NAMES[code]) for code in ASKABLE],
        initial=list(ASKABLE),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        cast("forms.ChoiceField", self.fields["film"]).choices = film_choices(by)
        cast("forms.ModelChoiceField[Venue]", self.fields["venue"]).queryset = venues_for(
            by, PLAN
        ).select_related("institution")
        self._offer_presenters()

    def _offer_presenters(self) -> None:
        """Who acts for one institution presents as it; the office also presents as the venue's own."""
        field = cast("forms.ModelChoiceField[Institution]", self.fields["institution"])
        field.queryset = presenters_for(self.by)
        if not may(self.by, PLAN):
            field.required, field.empty_label = True, None

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        helper.form_show_errors = True
        helper.layout = Layout(
            Fieldset(_("What and where"), "film", "venue", "institution"),
            Fieldset(
                _("When"),
                "first_day",
                "last_day",
                "earliest_start",
                "latest_end",
                "evening_from",
                "start_step",
            ),
            Fieldset(_("How much at a time"), "longest_unbroken", "most_minutes_a_day"),
            Fieldset(_("Breaks"), "minimum_break", "meal_minutes", "meal_after", "meals_inside"),
            Fieldset(_("Talks"), "intro_minutes", "qa_minutes"),
            Fieldset(_("Answers"), "kinds"),
            Submit("ask", _("Ask the planner")),
        )
        return helper

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

    def save(self) -> PlanRequest | None:
        """The plan request; None with errors on the form if it is refused."""
        data = self.cleaned_data
        with RefusalsOn(self, FIELD_OF_CODE):
            return ask_plan(
                venue=data["venue"],
                film=Film.objects.get(pk=data["film"]),  # one of the choices
                first_day=data["first_day"],
                last_day=data["last_day"],
                by=self.by,
                institution=data["institution"],
                settings=self._settings(),
                intro_minutes=data["intro_minutes"],
                qa_minutes=data["qa_minutes"],
            )
        return None

    def _settings(self) -> planner.Settings:
        data = self.cleaned_data
        return planner.Settings(
            minimum_break=data["minimum_break"],
            meal_minutes=data["meal_minutes"],
            meal_after=data["meal_after"],
            meals_inside=data["meals_inside"],
            longest_unbroken=data["longest_unbroken"],
            most_minutes_a_day=data["most_minutes_a_day"],
            evening_from=data["evening_from"],
            start_step=data["start_step"],
            earliest_start=data["earliest_start"],
            latest_end=data["latest_end"],
            kinds=tuple(data["kinds"]),
        )
