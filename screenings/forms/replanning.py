"""What has changed for a screening, and which of its showings stay all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from office.refusals import RefusalsOn
from screenings.forms.inputs import as_typed, clock_input, day_input
from screenings.models import PlanRequest, Screening, Showing
from screenings.planner.question import DAY_TURNS_AT, programme_day
from screenings.planning.arrangement import showing_day
from screenings.planning.replans import Changed
from screenings.programme.replanning import ask_replan
from screenings.reach import refuse_beyond_reach

if TYPE_CHECKING:
    from accounts.models import User

DAYS_AFTER = 7
LONGEST = 24 * 60
FIELD_OF_CODE = {
    "days-backward": "last_day",
    "past": "first_day",
    "too-far": "last_day",
    "too-long": "last_day",
}


class ReplanForm(forms.Form):
    """The question of a replan. A field for the length of each showing is made for it: `length_<key>`."""

    stays = forms.TypedMultipleChoiceField(
        label=_("These stay where they are"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Because they are sold, or a guest comes. The others may move, but do so only if they must."
        ),
    )
    lost_screen = forms.TypedChoiceField(
        label=_("What cannot be used"), coerce=int, required=False, empty_value=None
    )
    lost_from_day = forms.DateField(label=_("From"), required=False, widget=day_input())
    lost_from_clock = forms.TimeField(label=_("From, at"), required=False, widget=clock_input())
    lost_to_day = forms.DateField(label=_("Until"), required=False, widget=day_input())
    lost_to_clock = forms.TimeField(
        label=_("Until, at"),
        required=False,
        widget=clock_input(),
        help_text=_("Without times, the whole days. Closed days of the venue are known already."),
    )
    first_day = forms.DateField(
        label=_("Showings may move to days from"), widget=day_input(), validators=[refuse_beyond_reach]
    )
    last_day = forms.DateField(label=_("to"), widget=day_input(), validators=[refuse_beyond_reach])

    def __init__(
        self,
        *args: Any,
        screening: Screening,
        showings: Sequence[Showing],
        by: User,
        again: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        """It begins like one that was asked before (`again`)."""
        days = [showing_day(showing, screening) for showing in showings]
        today = programme_day(timezone.now(), screening.venue.zone)
        initial = {"first_day": max(today, min(days)), "last_day": max(days) + timedelta(days=DAYS_AFTER)}
        super().__init__(*args, **{"initial": initial | dict(again or {}), **kwargs})
        self.screening, self.showings, self.by = screening, showings, by
        cast("forms.ChoiceField", self.fields["stays"]).choices = [
            (showing.pk, self._named(showing)) for showing in showings
        ]
        screens = [(screen.pk, screen.name) for screen in screening.venue.screens.all()]
        cast("forms.ChoiceField", self.fields["lost_screen"]).choices = [
            ("", _now("nothing: another thing has changed")),
            (0, _now("the whole venue")),
            *screens,
        ]
        for showing in showings:
            self.fields[f"length_{showing.pk}"] = forms.IntegerField(
                label=self._named(showing),
                min_value=1,
                max_value=LONGEST,
                initial=showing.until_minute - showing.from_minute,
            )

    def _named(self, showing: Showing) -> str:
        local = showing.starts_at.astimezone(self.screening.venue.zone)
        return _now("%(film)s, %(when)s, %(screen)s (places taken: %(booked)d)") % {
            "film": showing.film.title,
            "when": date_format(local, "SHOWING_FORMAT"),
            "screen": showing.screen.name,
            "booked": showing.booked,
        }

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        lengths = [name for name in self.fields if name.startswith("length_")]
        helper.layout = Layout(
            Fieldset(_("What stays"), "stays"),
            Fieldset(
                _("What is lost"),
                "lost_screen",
                "lost_from_day",
                "lost_from_clock",
                "lost_to_day",
                "lost_to_clock",
            ),
            Fieldset(_("How many minutes of film each shows"), *lengths),
            Fieldset(_("Where to"), "first_day", "last_day"),
            Submit("ask", _("Ask the planner")),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("lost_screen") is None:
            return data
        for name in ("lost_from_day", "lost_to_day"):
            if not data.get(name) and name not in self.errors:
                self.add_error(
                    name, ValidationError(_("Say from when until when it cannot be used."), "required")
                )
        if data.get("lost_from_day") and data.get("lost_to_day"):
            data["lost"] = begins, ends = self._lost(data)
            if ends <= begins:
                self.add_error(
                    "lost_to_day", ValidationError(_("This is before it begins."), "days-backward")
                )
        return data

    def _lost(self, data: dict[str, Any]) -> tuple[datetime, datetime]:
        """From the beginning of the first day, or its clock, to the end of the last, or its clock, at the venue. A day without
        a clock is one of the programme, with its night."""
        zone = self.screening.venue.zone
        since, until = data.get("lost_from_clock"), data.get("lost_to_clock")
        begins = datetime.combine(data["lost_from_day"], DAY_TURNS_AT if since is None else since, zone)
        last = data["lost_to_day"] + timedelta(days=until is None)
        ends = datetime.combine(last, DAY_TURNS_AT if until is None else until, zone)
        return begins.astimezone(UTC), ends.astimezone(UTC)

    def save(self) -> PlanRequest | None:
        data = self.cleaned_data
        with RefusalsOn(self, FIELD_OF_CODE):
            return ask_replan(
                screening=self.screening,
                first_day=data["first_day"],
                last_day=data["last_day"],
                by=self.by,
                changed=Changed(
                    stays=data["stays"],
                    lengths={each.pk: data[f"length_{each.pk}"] for each in self.showings},
                    lost=self._lost_screens(data),
                ),
                said=as_typed(self),
            )
        return None

    def _lost_screens(self, data: dict[str, Any]) -> dict[int, tuple[datetime, datetime]]:
        if "lost" not in data:
            return {}
        chosen = data["lost_screen"]
        keys = [chosen] if chosen else [screen.pk for screen in self.screening.venue.screens.all()]
        return dict.fromkeys(keys, data["lost"])
