"""A festival, its films, and which of them keep apart. Each `save()` calls one verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.models import Institution
from office.refusals import RefusalsOn
from screenings.forms.inputs import clock_input, day_input
from screenings.lookup import PLAN, presenters_for, venues_for
from screenings.models import Festival, FestivalFilm, FestivalPair, Screen
from screenings.models.festivals import MOST_SHOWINGS_OF_A_FILM
from screenings.planner.festival import Together
from screenings.programme.festivals.arranging import add_film, create_festival, keep_apart
from screenings.reach import MOST_PEOPLE
from wording.one_line import one_line

if TYPE_CHECKING:
    from accounts.models import User

FIELD_OF_CODE = {
    "days-backward": "last_day", "too-long": "last_day", "too-far": "last_day", "past": "first_day",
    "no-screens": "screens", "time-zones": "screens", "not-for-hire": "screens", "not-yours": "institution",
}  # fmt: skip


def _helper(submit: Any, action: str = "") -> FormHelper:
    helper = FormHelper()
    helper.form_action = action
    helper.add_input(Submit("submit", submit))
    return helper


class FestivalForm(forms.Form):
    """A new festival on screens of venues where one may present."""

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
    travel_minutes = forms.IntegerField(
        label=_("Minutes from one venue to another"), initial=20, min_value=0, max_value=600
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._by = by
        self.fields["institution"].queryset = presenters = presenters_for(by)  # type: ignore[attr-defined] # a model field
        screens = Screen.objects.filter(venue__in=venues_for(by, PLAN)).select_related("venue")
        self.fields["screens"].queryset = screens.order_by("venue__name", "name")  # type: ignore[attr-defined] # as above
        self.fields["institution"].initial = presenters.first()
        self.helper = _helper(_("Make the festival"))

    def save(self) -> Festival | None:
        """The festival; None when the verb refuses, whose reasons are on the form then."""
        with RefusalsOn(self, FIELD_OF_CODE):
            return create_festival(**self.cleaned_data, by=self._by)
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
    guest_from = forms.DateField(label=_("A guest is there from"), required=False, widget=day_input())
    guest_until = forms.DateField(label=_("A guest is there until"), required=False, widget=day_input())

    def __init__(self, *args: Any, festival: Festival, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._festival, self._by = festival, by
        self.fields["film"].queryset = Film.objects.public().order_by("title", "pk")  # type: ignore[attr-defined] # a model field
        self.helper = _helper(_("Add the film"), reverse("screenings:festival-film", args=[festival.pk]))

    def save(self) -> FestivalFilm | None:
        with RefusalsOn(self, {"days-backward": "guest_until", "too-many": "showings", "booked": "showings"}):
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
        self.helper = _helper(_("Keep them apart"), reverse("screenings:festival-pair", args=[festival.pk]))

    def save(self) -> FestivalPair | None:
        one, other = self.cleaned_data["one"], self.cleaned_data["other"]
        with RefusalsOn(self, {"one-film": "other"}):
            return keep_apart(film=one, other=other, why=Together(self.cleaned_data["why"]), by=self._by)
        return None
