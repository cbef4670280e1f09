"""What those who run a venue say of it. Each `save()` calls one verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.validators import URLValidator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from office.refusals import RefusalsOn
from screenings.forms.inputs import clock_input, day_input
from screenings.models import OpeningHours, Screen, Venue
from screenings.models.venues import DEVICE_CHOICES
from screenings.planner import LONGEST_WAY
from screenings.reach import MOST_PEOPLE
from screenings.venues.describing import add_meal_place, close_venue, describe_venue
from screenings.venues.elsewhere.keeping import add_calendar, as_web
from screenings.venues.hours import open_weekly
from screenings.venues.ways import keep_way
from wording.bounds import LONGEST_PROSE
from wording.one_line import one_line

if TYPE_CHECKING:
    from accounts.models import User


FIELD_OF_CODE = {
    "days-backward": "last_day",
    "too-far": "last_day",
    "past": "first_day",
    "no-length": "closes",
    "overlap": "opens",
}


class VenueForm(forms.Form):
    """About a venue, by one who runs it. `name` is the last step of the address that it is sent to."""

    name = ""
    submit: Any = ""

    def __init__(self, *args: Any, venue: Venue, by: User, **kwargs: Any) -> None:
        kwargs["prefix"] = self.name
        super().__init__(*args, **kwargs)
        self.venue, self.by = venue, by

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_action = reverse("screenings:desk-venue-add", args=[self.venue.slug, self.name])
        helper.add_input(Submit("submit", self.submit, css_id=f"submit-{self.name}"))
        return helper

    def save(self) -> bool:
        """Whether the verb did it; if not, the form says why."""
        with RefusalsOn(self, FIELD_OF_CODE):
            self.act(**self.cleaned_data)
            return True
        return False

    def act(self, **said: Any) -> None:
        raise NotImplementedError


class _WebAddress(forms.CharField):
    def to_python(self, value: Any) -> str:
        return as_web(super().to_python(value) or "")


class CalendarForm(VenueForm):
    name, submit = "calendar", _("Read this calendar")

    label = forms.CharField(
        label=_("Name"),
        max_length=100,
        validators=[one_line],
        help_text=_("For yourselves, such as: hires of Screen 2."),
    )
    screen = forms.ModelChoiceField(
        label=_("Takes"), queryset=Screen.objects.none(), required=False, empty_label=_("all screens")
    )
    address = _WebAddress(
        label=_("Address"),
        max_length=1000,
        validators=[URLValidator(["http", "https"])],
        help_text=_("Of an iCalendar (.ics). Only those who run the venue see it."),
        widget=forms.URLInput(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["screen"].queryset = self.venue.screens.all()  # type: ignore[attr-defined]

    def act(self, **said: Any) -> None:
        add_calendar(
            venue=self.venue, name=said["label"], address=said["address"], screen=said["screen"], by=self.by
        )


class VisitForm(VenueForm):
    name, submit = "visit", _("Save")

    getting_there = forms.CharField(
        label=_("How to get there"),
        required=False,
        max_length=LONGEST_PROSE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Stops and lines, cycle stands, parking, and the way from there."),
    )
    access = forms.CharField(
        label=_("Access"),
        required=False,
        max_length=LONGEST_PROSE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Steps, lifts, toilets, and whom to ask."),
    )
    curfew = forms.TimeField(
        label=_("Curfew"),
        required=False,
        widget=clock_input(),
        help_text=_("Everyone must have left by then. Empty: the closing time applies."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        venue = self.venue
        self.initial.update({each: getattr(venue, each) for each in ("getting_there", "access", "curfew")})
        self.screens = list(venue.screens.all())
        for screen in self.screens:
            self.fields[f"wheelchairs_{screen.pk}"] = forms.IntegerField(
                label=_("Places for wheelchairs: %(screen)s") % {"screen": screen.name},
                required=False,
                min_value=0,
                max_value=min(screen.capacity, MOST_PEOPLE),
                initial=screen.wheelchair_places,
                help_text=_("Empty: not known. 0: there are none."),
            )
            self.fields[f"devices_{screen.pk}"] = forms.MultipleChoiceField(
                label=_("Devices: %(screen)s") % {"screen": screen.name},
                required=False,
                choices=DEVICE_CHOICES,
                initial=screen.devices,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("What people with poor hearing or sight can borrow or switch to."),
            )

    def act(self, **said: Any) -> None:
        own = {key: said[key] for key in ("getting_there", "access", "curfew")}
        wheelchairs, devices = (
            {screen.pk: said[f"{name}_{screen.pk}"] for screen in self.screens}
            for name in ("wheelchairs", "devices")
        )
        describe_venue(venue=self.venue, wheelchairs=wheelchairs, devices=devices, by=self.by, **own)


class MealPlaceForm(VenueForm):
    name, submit = "meal", _("Add")

    label = forms.CharField(label=_("Name"), max_length=100, validators=[one_line])
    minutes = forms.IntegerField(
        label=_("Minutes on foot"),
        min_value=0,
        max_value=60,
        initial=5,
        help_text=_("One way. 0: in the building."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=200,
        required=False,
        validators=[one_line],
        help_text=_("Such as: soup and bread, closed on Mondays."),
    )

    def act(self, **said: Any) -> None:
        add_meal_place(
            venue=self.venue, name=said["label"], minutes=said["minutes"], note=said["note"], by=self.by
        )


class ClosureForm(VenueForm):
    name, submit = "closure", _("Close these days")

    first_day = forms.DateField(label=_("First day"), widget=day_input())
    last_day = forms.DateField(label=_("Last day"), widget=day_input())
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False, validators=[one_line])

    def act(self, **said: Any) -> None:
        close_venue(venue=self.venue, by=self.by, **said)


class HoursForm(VenueForm):
    """The same hours on some weekdays."""

    name, submit = "hours", _("Open then")

    weekdays = forms.TypedMultipleChoiceField(
        label=_("On"), coerce=int, choices=OpeningHours.Weekday, widget=forms.CheckboxSelectMultiple
    )
    opens = forms.TimeField(label=_("Opens"), initial="10:00", widget=clock_input())
    closes = forms.TimeField(
        label=_("Closes"),
        initial="23:00",
        widget=clock_input(),
        help_text=_("Not later than it opens: on the next day."),
    )

    def act(self, **said: Any) -> None:
        open_weekly(venue=self.venue, by=self.by, **said)


class _VenuesField(forms.ModelChoiceField[Venue]):
    def label_from_instance(self, obj: Venue) -> str:
        return f"{obj.city}, {obj.name}"


class WayForm(VenueForm):
    name, submit = "way", _("Keep the way")

    other = _VenuesField(label=_("To and from"), queryset=Venue.objects.none())
    minutes = forms.IntegerField(
        label=_("Minutes on the way"),
        min_value=0,
        max_value=LONGEST_WAY,
        help_text=_("From door to door, as people or a courier with a print usually go."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Venue.objects.exclude(pk=self.venue.pk).order_by("city", "name", "pk")
        self.fields["other"].queryset = others  # type: ignore[attr-defined] # a model field

    def act(self, **said: Any) -> None:
        keep_way(venue=self.venue, by=self.by, **said)


FORMS: tuple[type[VenueForm], ...] = (
    CalendarForm,
    HoursForm,
    ClosureForm,
    VisitForm,
    MealPlaceForm,
    WayForm,
)
