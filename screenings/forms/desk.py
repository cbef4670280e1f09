"""The details of a screening; moving a showing, and what it offers. Each `save()` calls one verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.terms.words import ADMISSION_LABELS
from office.refusals import RefusalsOn
from screenings.access import Access
from screenings.forms.inputs import clock_input, day_input, instant_on_wall
from screenings.models import Screen, Screening, Showing
from screenings.models.screenings import MARK_CHOICES
from screenings.programme.announcing import revise_screening
from screenings.programme.booking import move_showing
from screenings.programme.timetables.marking import mark_showing
from screenings.reach import MOST_PEOPLE, refuse_beyond_reach
from wording.bounds import LONGEST_PROSE
from wording.one_line import one_line

if TYPE_CHECKING:
    from accounts.models import User


DECIDING = ("audience", "admission", "public_advertising", "members_only", "outdoors")
"""What decides, beside films and days, which licence covers a screening."""


class ScreenField(forms.ModelChoiceField[Screen]):
    def label_from_instance(self, obj: Any) -> str:
        return _now("%(name)s, %(seats)d seats") % {"name": obj.name, "seats": obj.capacity}


class DetailsForm(forms.Form):
    """The details of a screening, including those that decide which licence covers it."""

    title = forms.CharField(label=_("Title"), max_length=250, validators=[one_line])
    description = forms.CharField(
        label=_("Description"),
        required=False,
        max_length=LONGEST_PROSE,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Markdown."),
    )
    audience = forms.IntegerField(
        label=_("Maximum number of people per showing"),
        min_value=1,
        max_value=MOST_PEOPLE,
        help_text=_("No more places than this are given out, and the licence must allow this many."),
    )
    admission = forms.ChoiceField(
        label=_("Admission"), choices=[(kind.value, label) for kind, label in ADMISSION_LABELS.items()]
    )
    price = forms.CharField(
        label=_("What a place costs, and how it is paid"),
        required=False,
        max_length=200,
        validators=[one_line],
        help_text=_(
            "In your words, as in “12 euros, 8 reduced; at the door”. Visitors read it before they register. Needed for publication where people pay."
        ),
    )
    public_advertising = forms.BooleanField(label=_("Advertised to the public"), required=False)
    members_only = forms.BooleanField(label=_("For members only"), required=False)
    outdoors = forms.BooleanField(label=_("Outdoors"), required=False)

    def __init__(self, *args: Any, screening: Screening, by: User, **kwargs: Any) -> None:
        names = ("title", "description", "price", *DECIDING)
        super().__init__(*args, **{"initial": {name: getattr(screening, name) for name in names}, **kwargs})
        self.screening, self.by = screening, by

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        helper.add_input(Submit("revise", _("Save")))
        return helper

    def save(self) -> Screening | None:
        fields = {
            "too-small": "audience",
            "too-many": "audience",
            "too-long": "description",
            "no-price": "price",
        }
        with RefusalsOn(self, fields):
            return revise_screening(screening=self.screening, by=self.by, **self.cleaned_data)
        return None


class MoveForm(forms.Form):
    """Another time, on the venue's clock, or another screen."""

    day = forms.DateField(label=_("Day"), widget=day_input(), validators=[refuse_beyond_reach])
    clock = forms.TimeField(label=_("Starts at"), widget=clock_input())
    screen = ScreenField(Screen.objects.none(), label=_("Screen"), empty_label=None)

    def __init__(self, *args: Any, showing: Showing, by: User, **kwargs: Any) -> None:
        local = showing.starts_at.astimezone(showing.screening.venue.zone)
        initial = {"day": local.date(), "clock": local.time(), "screen": showing.screen_id}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.showing, self.by = showing, by
        cast("ScreenField", self.fields["screen"]).queryset = Screen.objects.filter(
            venue=showing.screening.venue
        )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        helper.layout = Layout("day", "clock", "screen", Submit("move", _("Move the showing")))
        return helper

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("day") and data.get("clock"):
            try:
                zone = self.showing.screening.venue.zone
                data["starts_at"] = instant_on_wall(data["day"], data["clock"], zone)
            except ValidationError as error:
                self.add_error("clock", error)
        return data

    def save(self) -> Showing | None:
        data = self.cleaned_data
        fields = {"past": "day", "too-far": "day", "other-venue": "screen", "too-small": "screen"}
        with RefusalsOn(self, fields):
            return move_showing(
                showing=self.showing, starts_at=data["starts_at"], screen=data["screen"], by=self.by
            )
        return None


class AccessForm(forms.Form):
    """What was decided for a showing."""

    marks = forms.TypedMultipleChoiceField(
        label=_("This showing has"),
        coerce=Access,
        choices=MARK_CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Captions on the screen are open captions: everybody sees them. A relaxed showing has some light and less sound, and nobody minds who moves or speaks."
        ),
    )

    def __init__(self, *args: Any, showing: Showing, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"marks": showing.marks}, **kwargs})
        self.showing, self.by = showing, by

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        helper.add_input(Submit("mark", _("Save")))
        return helper

    def save(self) -> Showing | None:
        with RefusalsOn(self, {"no-captions": "marks"}):
            return mark_showing(showing=self.showing, by=self.by, **self.cleaned_data)
        return None
