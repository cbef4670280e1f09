"""A festival, its films, and which of them keep apart. Each `save()` calls one verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.forms.models import model_to_dict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.models import Institution
from office.refusals import RefusalsOn
from screenings.access import Access
from screenings.forms.inputs import clock_input, day_input
from screenings.lookup import PLAN, presenters_for, venues_for
from screenings.models import Festival, FestivalFilm, FestivalLostDay, FestivalPair, Screen
from screenings.models.festivals import MOST_SHOWINGS_OF_A_FILM
from screenings.models.venues import ASKED_CHOICES
from screenings.planner.festival import Together
from screenings.planning.festivals import venues_in_twos
from screenings.programme.festivals.about import FIELDS, About, change_festival, create_festival
from screenings.programme.festivals.arranging import add_film, keep_apart
from screenings.programme.festivals.losing import lose_screen
from screenings.reach import MOST_PEOPLE, refuse_beyond_reach
from wording.one_line import one_line

if TYPE_CHECKING:
    from accounts.models import User

FIELD_OF_CODE = {
    "days-backward": "last_day", "too-long": "last_day", "too-far": "last_day", "past": "first_day",
    "no-screens": "screens", "time-zones": "screens", "not-for-hire": "screens", "booked": "screens", "not-yours": "institution",
}  # fmt: skip
FILM_FIELD_OF_CODE = {
    "days-backward": "guest_until", "too-many": "showings", "booked": "showings", "half-hours": "liked_until",
    "no-such-screen": "screens", "too-many-accessible": "accessible_showings",
}  # fmt: skip


def _helper(name: str, submit: Any, action: str = "") -> FormHelper:
    """`name` tells its button from those of other forms on the page."""
    helper = FormHelper()
    helper.form_action = action
    helper.add_input(Submit("submit", submit, css_id=f"submit-{name}"))
    return helper


class FestivalForm(forms.Form):
    """A festival on screens of venues where one may present: a new one, or what one is about. A field for each two of its venues says how
    long the way between them takes."""

    institution = forms.ModelChoiceField(label=_("Presented by"), queryset=Institution.objects.none())
    name = forms.CharField(label=_("Name"), max_length=200, validators=[one_line])
    first_day = forms.DateField(label=_("First day"), widget=day_input())
    last_day = forms.DateField(label=_("Last day"), widget=day_input())
    screens = forms.ModelMultipleChoiceField(
        label=_("Screens"), queryset=Screen.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    liked_from = forms.TimeField(label=_("Showings should start from"), initial="18:00", widget=clock_input())
    liked_until = forms.TimeField(
        label=_("Showings should start until"), initial="21:00", widget=clock_input()
    )
    premiere_from = forms.TimeField(
        label=_("Premieres should start from"), initial="18:00", widget=clock_input()
    )
    premiere_until = forms.TimeField(
        label=_("Premieres should start until"), initial="20:30", widget=clock_input()
    )
    travel_minutes = forms.IntegerField(
        label=_("Minutes from one venue to another"), initial=20, min_value=0, max_value=600
    )

    def __init__(self, *args: Any, by: User, festival: Festival | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._by, self._festival = by, festival
        self.fields["institution"].queryset = presenters = presenters_for(by)  # type: ignore[attr-defined] # a model field
        screens = Screen.objects.filter(venue__in=venues_for(by, PLAN)).select_related("venue")
        self.fields["screens"].queryset = screens.order_by("venue__name", "name")  # type: ignore[attr-defined] # as above
        self.fields["institution"].initial = presenters.first()
        self._twos: dict[str, tuple[int, int]] = {}
        if festival is not None:
            self._say_what_stands(festival)
        self.helper = _helper("save", _("Make the festival") if festival is None else _("Keep the changes"))

    def _say_what_stands(self, festival: Festival) -> None:
        del self.fields["institution"]
        own = list(festival.screens.select_related("venue"))
        self.initial = {name: getattr(festival, name) for name in FIELDS} | {
            "screens": [screen.pk for screen in own]
        }
        known = {(way.venue_id, way.other_id): way.minutes for way in festival.ways.all()}
        for one, other in venues_in_twos(own):
            name = f"way_{one.pk}_{other.pk}"
            self._twos[name] = one.pk, other.pk
            self.fields[name] = forms.IntegerField(
                label=_("Minutes from %(one)s to %(other)s, if it takes another time")
                % {"one": one.name, "other": other.name},
                initial=known.get((one.pk, other.pk)), min_value=0, max_value=600, required=False,
            )  # fmt: skip

    def save(self) -> Festival | None:
        """The festival; None when the verb refuses, whose reasons are on the form then."""
        said = self.cleaned_data
        ways = {two: said[name] for name, two in self._twos.items() if said[name] is not None}
        about = About(**{name: said[name] for name in FIELDS}, screens=list(said["screens"]), ways=ways)
        with RefusalsOn(self, FIELD_OF_CODE):
            if self._festival is None:
                return create_festival(institution=said["institution"], about=about, by=self._by)
            return change_festival(festival=self._festival, about=about, by=self._by)
        return None


class FestivalFilmForm(forms.Form):
    """A film of the festival, and how it is to be shown. A film that is there already is changed."""

    film = forms.ModelChoiceField(label=_("Film"), queryset=Film.objects.none())
    showings = forms.IntegerField(
        label=_("Showings"), initial=1, min_value=1, max_value=MOST_SHOWINGS_OF_A_FILM
    )
    demand = forms.IntegerField(
        label=_("People expected at a showing"), initial=50, min_value=0, max_value=MOST_PEOPLE
    )
    strand = forms.CharField(
        label=_("Strand"),
        required=False,
        max_length=60,
        validators=[one_line],
        help_text=_("Films of one strand have one audience."),
    )
    premiere = forms.BooleanField(label=_("Premiere"), required=False)
    days_apart = forms.IntegerField(
        label=_("Days from one showing to the next"), initial=1, min_value=1, max_value=30
    )
    guest_from = forms.DateField(
        label=_("A guest is there from"), required=False, widget=day_input(), validators=[refuse_beyond_reach]
    )
    guest_until = forms.DateField(
        label=_("A guest is there until"),
        required=False,
        widget=day_input(),
        validators=[refuse_beyond_reach],
    )
    liked_from = forms.TimeField(
        label=_("It should start from"), required=False, widget=clock_input(),
        help_text=_("Empty: as all films of the festival."),
    )  # fmt: skip
    liked_until = forms.TimeField(label=_("It should start until"), required=False, widget=clock_input())
    screens = forms.ModelMultipleChoiceField(
        label=_("Only on these screens"), queryset=Screen.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("None: on all that can show it."),
    )  # fmt: skip
    access = forms.TypedMultipleChoiceField(
        label=_("Its showings have"), coerce=Access, choices=ASKED_CHOICES, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("On screens whose devices and places the venue names, from copies that carry captions or description."),
    )  # fmt: skip
    accessible_showings = forms.IntegerField(
        label=_("At so many of its showings"), required=False, min_value=1, max_value=MOST_SHOWINGS_OF_A_FILM,
        help_text=_("Empty: at each. If fewer, not at a premiere nor where the guest comes first."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, festival: Festival, by: User, wish: FestivalFilm | None = None, **kwargs: Any
    ) -> None:
        """`wish`: the film of the festival that is changed."""
        super().__init__(*args, **kwargs)
        self._festival, self._by = festival, by
        self.fields["film"].queryset = Film.objects.public().order_by("title", "pk")  # type: ignore[attr-defined] # a model field
        self.fields["screens"].queryset = festival.screens.select_related("venue").order_by(  # type: ignore[attr-defined] # as above
            "venue__name", "name"
        )
        if wish is not None:
            self.initial = model_to_dict(wish, fields=list(self.fields))
        self.helper = _helper(
            "add",
            _("Add the film") if wish is None else _("Keep the changes"),
            reverse("screenings:festival-film", args=[festival.pk]),
        )

    def save(self) -> FestivalFilm | None:
        with RefusalsOn(self, FILM_FIELD_OF_CODE):
            return add_film(festival=self._festival, by=self._by, **self.cleaned_data)
        return None


class PairForm(forms.Form):
    """Two films of the festival that keep apart."""

    one = forms.ModelChoiceField(label=_("Film"), queryset=FestivalFilm.objects.none())
    other = forms.ModelChoiceField(label=_("Other film"), queryset=FestivalFilm.objects.none())
    why = forms.ChoiceField(label=_("Why"), choices=FestivalPair.WHY)

    def __init__(self, *args: Any, festival: Festival, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._by = by
        films = festival.films.select_related("film__part_of").order_by("film__title", "pk")
        for name in ("one", "other"):
            field = self.fields[name]
            field.queryset = films  # type: ignore[attr-defined] # a model field
            field.label_from_instance = lambda wished: str(wished.film)  # type: ignore[attr-defined] # as above
        self.helper = _helper(
            "part", _("Keep them apart"), reverse("screenings:festival-pair", args=[festival.pk])
        )

    def save(self) -> FestivalPair | None:
        one, other = self.cleaned_data["one"], self.cleaned_data["other"]
        with RefusalsOn(self, {"one-film": "other"}):
            return keep_apart(film=one, other=other, why=Together(self.cleaned_data["why"]), by=self._by)
        return None


class LostDayForm(forms.Form):
    """A day on which the festival cannot have a screen."""

    screen = forms.ModelChoiceField(label=_("Screen"), queryset=Screen.objects.none())
    day = forms.DateField(label=_("Day"), widget=day_input())

    def __init__(self, *args: Any, festival: Festival, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._festival, self._by = festival, by
        field = self.fields["screen"]
        field.queryset = festival.screens.select_related("venue").order_by("venue__name", "name", "pk")  # type: ignore[attr-defined] # a model field
        self.helper = _helper(
            "lose", _("Plan without it"), reverse("screenings:festival-lost", args=[festival.pk])
        )

    def save(self) -> FestivalLostDay | None:
        screen, day = self.cleaned_data["screen"], self.cleaned_data["day"]
        with RefusalsOn(self, {"no-such-day": "day", "no-such-screen": "screen"}):
            return lose_screen(festival=self._festival, screen=screen, day=day, by=self._by)
        return None
