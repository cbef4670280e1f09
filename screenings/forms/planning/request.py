"""A request to the planner, in the programmer's words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.models import Film, FilmQuerySet
from licensing.models import Institution, Licence
from office.permissions import may
from office.refusals import RefusalsOn
from screenings import planner
from screenings.forms.inputs import as_typed, day_input
from screenings.forms.planning.groups import Group
from screenings.forms.planning.parts import PartsForm, RepeatsForm
from screenings.forms.planning.wishes import WishesForm
from screenings.lookup import PLAN, presenters_for, screenings_for, venues_for
from screenings.models import HouseStyle, PlanRequest, Screening, Showing, Venue
from screenings.planning.kind_names import ASKABLE, KIND_NAMES, USUALLY_ASKED
from screenings.planning.styles import SHIPPED
from screenings.programme.house_styles import keep_style
from screenings.programme.plan_requests import ask_plan
from screenings.reach import refuse_beyond_reach
from wording.durations import length_text
from wording.one_line import one_line

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
    "no-such-part": "part_1",
    "no-stay": "part_1",
    "no-such-repeat": "repeat_parts",
}


TERRITORY = """
<div id="territory" aria-live="polite" hx-get="{% url "screenings:plan-territory" %}" hx-include="#id_film, #id_venue, #id_first_day, #id_last_day"
  hx-trigger="change from:#id_film, change from:#id_venue, change from:#id_first_day, change from:#id_last_day">
  {% include "screenings/plan_territory.html" %}
</div>
"""
"""What may be licensed there then; crispy renders it with the page's context."""


PRESSED_BY_ENTER = """{% load i18n %}<button class="visually-hidden" type="submit" name="ask" value="1" tabindex="-1" aria-hidden="true">{% translate "Ask the planner" %}</button>"""
"""A form's first button is what Enter presses in any of its fields."""


USE_STYLE = Submit(
    "use_style", _("Use this style"), css_class="btn btn-outline-secondary", formnovalidate=True
)
MOST_SCREENINGS = 30


def _pairs(legend: Any, *fields: Any) -> Fieldset:
    """Two columns where there is room."""
    return Fieldset(legend, Div(*fields, css_class="form-pairs"))


def to_come_for(by: User) -> QuerySet[Screening]:
    """The next screenings on a person's desk: what one may be kept apart from. Of others' drafts, nobody who hires learns the film."""
    coming = (
        Showing.objects.standing().filter(screening=OuterRef("pk"), ends_at__gt=timezone.now()).order_by()
    )
    newest = screenings_for(by).filter(Exists(coming)).exclude(status=Screening.Status.CANCELLED)
    keys = newest.order_by("-created_at").values("pk")[:MOST_SCREENINGS]
    rows = Screening.objects.filter(pk__in=keys).select_related("venue")
    return rows.annotate(begins=Min("showings__starts_at")).order_by("begins", "pk")


class ScreeningsField(forms.ModelMultipleChoiceField[Screening]):
    """Screenings by title, venue and the day on which they begin, which are annotated as `begins`."""

    def label_from_instance(self, obj: Screening) -> str:
        begins: datetime = obj.begins  # type: ignore[attr-defined]  # annotated
        day = date_format(begins.astimezone(obj.venue.zone), "DATE_FORMAT")
        return f"{obj.title}, {obj.venue.name}, {day}"


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


class PlanForm(PartsForm, RepeatsForm, WishesForm):
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
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Only on"),
        coerce=int,
        choices=list(WEEKDAYS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: on any."),
    )
    over_holds = forms.BooleanField(
        label=_("Plan over screens that others only hold"),
        required=False,
        help_text=_("Such a plan can be taken as a second option: it is yours if they let go."),
    )
    apart_from = ScreeningsField(
        Screening.objects.none(),
        label=_("Not at the same time as"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Screenings for the same people or by the same maker. A print that is shown elsewhere is kept clear of anyway."
        ),
    )
    usual_way = forms.IntegerField(
        label=_("Minutes on the way to or from another venue"),
        min_value=0,
        max_value=planner.LONGEST_WAY,
        initial=planner.Settings().usual_way,
        required=False,
        help_text=_(
            "For people, and for a print, where neither venue has said on its page how long the way is. Within this venue: none."
        ),
    )
    style = forms.ChoiceField(
        label=_("House style"),
        required=False,
        help_text=_("It fills in the hours, breaks and rules below, which you may still change."),
    )
    styled = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    """The style whose wishes stand below."""
    style_name = forms.CharField(
        label=_("Name of the style"), required=False, max_length=80, validators=[one_line]
    )
    style_is_usual = forms.BooleanField(label=_("New requests for this venue begin with it"), required=False)
    intro_minutes = forms.IntegerField(
        label=_("Introduction before the first part, in minutes"), min_value=0, max_value=120, initial=0
    )
    qa_minutes = forms.IntegerField(
        label=_("Questions and answers after the last, in minutes"), min_value=0, max_value=180, initial=0
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of plan to look for"),
        choices=[(code, KIND_NAMES[code]) for code in ASKABLE],
        initial=list(USUALLY_ASKED),
        widget=forms.CheckboxSelectMultiple,
    )

    plans_of_a_kind = forms.TypedChoiceField(
        label=_("Plans of each kind"),
        coerce=int,
        choices=[(1, _("the best")), (2, _("the two best")), (3, _("the three best"))],
        initial=1,
        required=False,
        help_text=_("The next best begins some part at least an hour earlier or later."),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        cast("forms.ChoiceField", self.fields["film"]).choices = film_choices(by)
        cast("forms.ModelChoiceField[Venue]", self.fields["venue"]).queryset = venues_for(
            by, PLAN
        ).select_related("institution")
        self._offer_presenters()
        cast("ScreeningsField", self.fields["apart_from"]).queryset = to_come_for(by)
        self._offer_styles()
        if "keep_style" in self.data:
            self.fields["film"].required = False  # a style is for any film

    def _offer_styles(self) -> None:
        own = HouseStyle.objects.filter(venue__in=venues_for(self.by, PLAN)).select_related("venue")
        cast("forms.ChoiceField", self.fields["style"]).choices = [
            (_now("Shipped"), [(style.code, style.name) for style in SHIPPED.values()]),
            (_now("Of your venues"), [(f"{row.pk}", str(row)) for row in own]),
        ]

    def _offer_presenters(self) -> None:
        """Who acts for one institution presents as it; the office also presents as the venue's own."""
        field = cast("forms.ModelChoiceField[Institution]", self.fields["institution"])
        field.queryset = presenters_for(self.by)
        if not may(self.by, PLAN):
            field.required, field.empty_label = True, None

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column form-wide"
        helper.form_error_title = _("The request has not been sent yet. What you typed is still here.")
        # An empty field in a closed group would stop the browser without a word; the page says what is wrong, and opens the group.
        helper.attrs = {"novalidate": True}
        helper.layout = Layout(
            HTML(PRESSED_BY_ENTER),
            _pairs(_("What and where"), "film", "venue", "institution"),
            _pairs(_("When"), "first_day", "last_day", HTML(TERRITORY)),
            Fieldset(_("Answers"), "kinds", Div("plans_of_a_kind", css_class="form-pairs")),
            _pairs(_("House style"), "style", USE_STYLE, "styled"),
            Group(
                _("Weekdays, holds, other screenings"),
                "weekdays",
                "over_holds",
                "apart_from",
                "usual_way",
                usual={},
            ),
            *self.wishes_layout(),
            Group(_("Talks"), "intro_minutes", "qa_minutes", usual={}),
            self.parts_layout(),
            self.repeats_layout(),
            Group(
                _("Keep these wishes as a style of the venue"),
                "style_name",
                "style_is_usual",
                Submit("keep_style", _("Keep the style"), css_class="btn btn-outline-secondary"),
                usual={},
            ),
            Submit("ask", _("Ask the planner"), css_class="mt-4"),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("styled") and data.get("style") and data["style"] != data["styled"]:
            sentence = _(
                "This style is chosen, but what stands below is not its yet: press “Use this style”, or choose the one that was there."
            )
            self.add_error("style", ValidationError(sentence, "not-used"))
        return data

    def keep_style(self) -> HouseStyle | None:
        """Keeps the wishes of a valid form as a style of the venue; None with errors on the form if that is refused."""
        data = self.cleaned_data
        if not data["style_name"]:
            self.add_error("style_name", ValidationError(_now("Give the style a name."), "required"))
            return None
        with RefusalsOn(
            self, {"not-yours": "style_name", "too-many": "style_name", "one-line": "style_name"}
        ):
            kept = keep_style(
                venue=data["venue"],
                name=data["style_name"],
                settings=self.settings(),
                is_usual=data["style_is_usual"],
                by=self.by,
            )
            self._offer_styles()
            return kept
        return None

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
                settings=self.settings(
                    kinds=tuple(data["kinds"]),
                    plans_of_a_kind=data["plans_of_a_kind"] or 1,
                    weekdays=tuple(data["weekdays"]),
                    usual_way=planner.Settings().usual_way
                    if data["usual_way"] is None
                    else data["usual_way"],
                    **self.repeat_settings(),
                ),
                repeats=self.repeats(),
                parts=self.part_wishes(),
                intro_minutes=data["intro_minutes"],
                qa_minutes=data["qa_minutes"],
                over_holds=data["over_holds"],
                apart_from=list(data["apart_from"]),
                said=as_typed(self, leaving_out=("style_name", "style_is_usual")),
            )
        return None
