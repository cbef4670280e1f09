"""Forms of the desk and of registration. Each `save()` calls one verb, and shows its refusal beside the field."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.models import Film
from catalog.reel import duration_text
from licensing.models.licence_types import ADMISSION_LABELS
from licensing.refusals import Refused
from screenings import planner
from screenings.announcing import revise_screening
from screenings.booking import move_showing
from screenings.kind_names import ASKABLE, KIND_NAMES
from screenings.lookup import venues_for
from screenings.models import PlanRequest, Registration, Screen, Screening, Showing, Venue
from screenings.planning import ask_plan
from screenings.registering import register

if TYPE_CHECKING:
    from accounts.models import User

FIELD_OF_CODE = {
    "days-backward": "last_day",
    "past": "first_day",
    "too-long": "last_day",
    "no-screens": "venue",
    "no-format": "venue",
}
NO_LIMIT = ""
STRETCHES = (90, 120, 150, 180, 240)
HOURS_A_DAY = (180, 240, 300, 360, 480, 600)
MEALS_AFTER = (180, 240, 300, 360)


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def clock_input() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


def show_refusal(form: forms.Form, refused: Refused, fields: dict[str, str]) -> None:
    """Puts each sentence of a refusal beside the field that its code is about, or above the form."""
    for error in refused.error_list:
        name = fields.get(error.code or "")
        form.add_error(name if name in form.fields else None, error)


class ScreenField(forms.ModelChoiceField[Screen]):
    def label_from_instance(self, obj: Any) -> str:
        return _now("%(name)s, %(seats)d seats") % {"name": obj.name, "seats": obj.capacity}


def film_choices() -> list[tuple[str, Any]]:
    """Every public film under its title: the whole, then its parts. Two queries."""
    wholes = Film.objects.public().wholes().prefetch_related("parts").order_by("title", "pk")
    grouped = [(film.title, [_film_choice(film), *_part_choices(film)]) for film in wholes]
    return [("", _("Choose a film")), *grouped]


def _film_choice(film: Film) -> tuple[int, str]:
    return film.pk, _now("%(title)s, %(length)s") % {"title": film.title, "length": duration_text(film.runtime)}


def _part_choices(film: Film) -> list[tuple[int, str]]:
    parts = sorted(film.parts.all(), key=lambda part: part.part_number or 0)
    return [
        (part.pk, f"{part.part_number}. {part.title}, {duration_text(part.runtime)}")
        for part in parts
        if part.is_published
    ]


def _lengths(minutes: tuple[int, ...], no_limit: Any) -> list[tuple[int | str, Any]]:
    return [(NO_LIMIT, no_limit), *((length, duration_text(length)) for length in minutes)]


def _number(told: str) -> int | None:
    return int(told) if told else None


class PlanForm(forms.Form):
    """A question to the planner, in the programmer's words."""

    film = forms.TypedChoiceField(label=_("Film, or one part of it"), coerce=int)
    venue = forms.ModelChoiceField(Venue.objects.none(), label=_("Venue"), empty_label=None)
    first_day = forms.DateField(label=_("First day"), widget=day_input())
    last_day = forms.DateField(label=_("Last day"), widget=day_input(), help_text=_("At most 62 days in all."))
    earliest_start = forms.TimeField(
        label=_("Nothing starts before"),
        required=False,
        widget=clock_input(),
        help_text=_("Leave it empty to keep to the venue's opening hours."),
    )
    latest_end = forms.TimeField(
        label=_("Everything is over by"),
        required=False,
        widget=clock_input(),
        help_text=_("A time before 06:00 means after midnight."),
    )
    longest_unbroken = forms.ChoiceField(
        label=_("Longest stretch without a break"),
        required=False,
        choices=lambda: _lengths(STRETCHES, _("as long as the part")),
        help_text=_("A part is interrupted only at the chapter points of its copy."),
    )
    most_minutes_a_day = forms.ChoiceField(
        label=_("Most film on one day"), required=False, choices=lambda: _lengths(HOURS_A_DAY, _("no limit"))
    )
    minimum_break = forms.IntegerField(
        label=_("Shortest break, in minutes"), min_value=5, max_value=60, initial=15
    )
    meal_minutes = forms.IntegerField(label=_("Meal break, in minutes"), min_value=20, max_value=180, initial=45)
    meal_after = forms.ChoiceField(
        label=_("Nobody goes without a meal for longer than"),
        required=False,
        choices=lambda: _lengths(MEALS_AFTER, _("no limit")),
        initial=300,
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
        cast("forms.ChoiceField", self.fields["film"]).choices = film_choices()
        cast("forms.ModelChoiceField[Venue]", self.fields["venue"]).queryset = venues_for(by).select_related("institution")

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        helper.form_show_errors = True
        helper.layout = Layout(
            Fieldset(_("What and where"), "film", "venue"),
            Fieldset(_("When"), "first_day", "last_day", "earliest_start", "latest_end"),
            Fieldset(_("How much at once"), "longest_unbroken", "most_minutes_a_day"),
            Fieldset(_("Breaks"), "minimum_break", "meal_minutes", "meal_after"),
            Fieldset(_("Talks"), "intro_minutes", "qa_minutes"),
            Fieldset(_("Answers"), "kinds"),
            Submit("ask", _("Ask the planner")),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        meal, shortest = told.get("meal_minutes"), told.get("minimum_break")
        if meal is not None and shortest is not None and meal <= shortest:
            self.add_error(
                "meal_minutes",
                ValidationError(_("A meal break is longer than the shortest break."), "meal-too-short"),
            )
        return told

    def save(self) -> PlanRequest | None:
        """The question as it was put; None with errors on the form when it is refused."""
        told = self.cleaned_data
        try:
            return ask_plan(
                venue=told["venue"],
                film=Film.objects.public().get(pk=told["film"]),
                first_day=told["first_day"],
                last_day=told["last_day"],
                by=self.by,
                settings=self._settings(),
                intro_minutes=told["intro_minutes"],
                qa_minutes=told["qa_minutes"],
            )
        except Refused as refused:
            show_refusal(self, refused, FIELD_OF_CODE)
            return None

    def _settings(self) -> planner.Settings:
        told = self.cleaned_data
        return planner.Settings(
            minimum_break=told["minimum_break"],
            meal_minutes=told["meal_minutes"],
            meal_after=_number(told["meal_after"]),
            longest_unbroken=_number(told["longest_unbroken"]),
            most_minutes_a_day=_number(told["most_minutes_a_day"]),
            earliest_start=told["earliest_start"],
            latest_end=told["latest_end"],
            kinds=tuple(told["kinds"]),
        )


class DetailsForm(forms.Form):
    """What is said of a screening, and what decides which licence covers it."""

    title = forms.CharField(label=_("Title"), max_length=250)
    description = forms.CharField(
        label=_("Description"), required=False, widget=forms.Textarea(attrs={"rows": 5}), help_text=_("Markdown.")
    )
    audience = forms.IntegerField(
        label=_("Most people at a showing"),
        min_value=1,
        help_text=_("No more places are given out, and the licence must allow as many."),
    )
    admission = forms.ChoiceField(
        label=_("Admission"), choices=[(kind.value, label) for kind, label in ADMISSION_LABELS.items()]
    )
    public_advertising = forms.BooleanField(label=_("It is advertised to the public"), required=False)

    def __init__(self, *args: Any, screening: Screening, by: User, **kwargs: Any) -> None:
        names = ("title", "description", "audience", "admission", "public_advertising")
        super().__init__(*args, **{"initial": {name: getattr(screening, name) for name in names}, **kwargs})
        self.screening, self.by = screening, by

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        helper.add_input(Submit("revise", _("Save")))
        return helper

    def save(self) -> Screening | None:
        try:
            return revise_screening(screening=self.screening, by=self.by, **self.cleaned_data)
        except Refused as refused:
            show_refusal(self, refused, {"too-small": "audience", "audience": "audience", "admission": "admission"})
            return None


class MoveForm(forms.Form):
    """Another time, on the venue's clock, or another screen."""

    day = forms.DateField(label=_("Day"), widget=day_input())
    clock = forms.TimeField(label=_("Starts at"), widget=clock_input())
    screen = ScreenField(Screen.objects.none(), label=_("Screen"), empty_label=None)

    def __init__(self, *args: Any, showing: Showing, by: User, **kwargs: Any) -> None:
        local = showing.starts_at.astimezone(showing.screening.venue.zone)
        initial = {"day": local.date(), "clock": local.time(), "screen": showing.screen_id}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.showing, self.by = showing, by
        cast("ScreenField", self.fields["screen"]).queryset = Screen.objects.filter(venue=showing.screening.venue)

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        helper.layout = Layout("day", "clock", "screen", Submit("move", _("Move the showing")))
        return helper

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("day") and told.get("clock"):
            try:
                told["starts_at"] = self._instant(told["day"], told["clock"])
            except ValidationError as error:
                self.add_error("clock", error)
        return told

    def _instant(self, day: Any, clock: time) -> datetime:
        """The instant that the venue's wall shows; an hour that a change of clocks skips does not exist."""
        zone = self.showing.screening.venue.zone
        wall = datetime.combine(day, clock, zone)
        instant = wall.astimezone(UTC)
        if instant.astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None):
            raise ValidationError(_("The clocks go forward that night; this time does not exist."), "no-such-time")
        return instant

    def save(self) -> Showing | None:
        told = self.cleaned_data
        try:
            return move_showing(
                showing=self.showing, starts_at=told["starts_at"], screen=told["screen"], by=self.by
            )
        except Refused as refused:
            show_refusal(self, refused, {"past": "day", "other-venue": "screen", "too-small": "screen"})
            return None


class RegistrationForm(forms.Form):
    """All parts, or only some; name and address."""

    ALL, SOME = "all", "some"

    what = forms.ChoiceField(
        label=_("What would you like to see?"),
        choices=[(ALL, _("All of it: a pass for every showing")), (SOME, _("Only the showings ticked below"))],
        initial=ALL,
        widget=forms.RadioSelect,
    )
    showings = forms.MultipleChoiceField(
        label=_("Showings"), required=False, widget=forms.CheckboxSelectMultiple
    )
    name = forms.CharField(
        label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("For the confirmation, and to tell you of changes. It is used for nothing else."),
    )

    def __init__(
        self, *args: Any, screening: Screening, showings: list[Showing], by: User | None, language: str, **kwargs: Any
    ) -> None:
        initial = {"name": by.name, "email": by.email} if by else {}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.screening, self.by, self.language = screening, by, language
        self.by_key = {str(showing.pk): showing for showing in showings if showing.places_left}
        choices = [(key, self._label(showing)) for key, showing in self.by_key.items()]
        cast("forms.MultipleChoiceField", self.fields["showings"]).choices = choices
        if len(showings) == 1:
            del self.fields["what"], self.fields["showings"]
        elif len(self.by_key) < len(showings):
            self.fields.pop("what")

    def _label(self, showing: Showing) -> str:
        local = showing.starts_at.astimezone(self.screening.venue.zone)
        left = ngettext("%(count)d place left", "%(count)d places left", showing.places_left)
        return _now("%(film)s: %(when)s, %(left)s") % {
            "film": showing.film.title,
            "when": date_format(local, "D j F, H:i"),
            "left": left % {"count": showing.places_left},
        }

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        names = [name for name in ("what", "showings", "name", "email") if name in self.fields]
        helper.layout = Layout(*(Field(name) for name in names), Submit("register", _("Register")))
        return helper

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if self._wants_some and not told.get("showings"):
            self.add_error("showings", ValidationError(_("Tick at least one showing."), "nothing-chosen"))
        return told

    @property
    def _wants_some(self) -> bool:
        if "showings" not in self.fields:
            return False
        return "what" not in self.fields or self.cleaned_data.get("what") == self.SOME

    def save(self) -> Registration | None:
        told = self.cleaned_data
        chosen = [self.by_key[key] for key in told["showings"]] if self._wants_some else None
        try:
            return register(
                screening=self.screening,
                showings=chosen,
                name=told["name"],
                email=told["email"],
                user=self.by,
                language=self.language,
            )
        except Refused as refused:
            show_refusal(self, refused, {"registered-already": "email", "full": "showings", "over": "showings"})
            return None
