"""The three questions of the licence finder."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from catalog.search.matching import search_films
from catalog.search.words.folding import fold
from licensing.buyers.memberships import institutions_of
from licensing.forms.buying.checkout import choice_of
from licensing.forms.institutions import country_choices
from licensing.models import Institution, Tier
from licensing.prices.offers import Buyer
from licensing.terms.class_use import FACE_TO_FACE, TEACH
from licensing.terms.days import LATEST_START, office_today
from licensing.terms.rights import Admission, Carrier, Intended, Use, Watcher
from licensing.terms.rights.uses import SCREENED, STREAMED
from licensing.terms.spans import last_day
from licensing.terms.words import CARRIER_LABELS, WATCHER_LABELS
from wording.say import Title

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

MOST_FOUND = 6
MOST_PEOPLE = 10_000_000
LONGEST_PATH = 201
PURPOSES = {
    Use.CLASSROOM: _("show it in class, face to face"),
    Use.CAMPUS_STREAMING: _("stream it to our own students, staff or members"),
    Use.SIGNED_IN_STREAMING: _("let library patrons stream it when they sign in"),
    Use.LENDING: _("lend a copy"),
    Use.PUBLIC_SCREENING: _("screen it for an audience"),
    Use.ONLINE_SCREENING: _("screen it for the public online"),
    Use.BROADCAST: _("broadcast it, or show it on closed circuit"),
    Use.CLIPS: _("put clips of it into the pages of a course"),
    Use.PRIVATE_VIEWING: _("watch it at home"),
}
ADMISSIONS = {
    Admission.NONE: _("nothing"),
    Admission.DONATIONS: _("a donation, if they like"),
    Admission.COST_RECOVERY: _("enough to cover costs"),
    Admission.CHARGED: _("a ticket"),
}
LASTS = {
    "day": _("one day"),
    "week": _("a week"),
    "month": _("a month"),
    "term": _("a term (four months)"),
    "year": _("a year"),
    "three-years": _("three years"),
    "five-years": _("five years"),
    "always": _("without end"),
}
OPENS = format_lazy(
    """<details class="mb-3"{{% if form.is_bound %}} open{{% endif %}}><summary>{words}</summary>""",
    words=_("Screenings, and who watches"),
)
MONTHS = {"month": 1, "term": 4, "year": 12, "three-years": 36, "five-years": 60}
COUNTED = {use.value for use in SCREENED | STREAMED}
"""Uses of which a licence may limit the number of people."""
CONFIRMED = sorted(FACE_TO_FACE.codes | TEACH.codes)


class FinderForm(forms.Form):
    """Asks which film, what is to be done with it, and who asks; answers are in the address, so that it can be shared."""

    film = forms.CharField(max_length=LONGEST_PATH, required=False, widget=forms.HiddenInput)
    title = forms.CharField(label=_("Film or part"), max_length=200, required=False)
    use = forms.ChoiceField(
        label=_("We want to"),
        choices=[(use.value, label) for use, label in PURPOSES.items()],
        widget=forms.RadioSelect,
    )
    people = forms.IntegerField(
        label=_("How many people"),
        required=False,
        min_value=1,
        max_value=MOST_PEOPLE,
        help_text=_("At one screening; of streaming, in all."),
        error_messages={"max_value": _("Enter ten million at most.")},
    )
    watchers = forms.MultipleChoiceField(
        label=_("Who watches"),
        required=False,
        choices=[(who.value, label) for who, label in WATCHER_LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    times = forms.IntegerField(label=_("How many screenings"), required=False, min_value=1, max_value=1000)
    admission = forms.ChoiceField(
        label=_("Visitors pay"),
        required=False,
        choices=[(admission.value, label) for admission, label in ADMISSIONS.items()],
    )
    lasts = forms.ChoiceField(label=_("For how long"), required=False, choices=list(LASTS.items()))
    advertised = forms.BooleanField(label=_("It is advertised to the public."), required=False)
    outdoors = forms.BooleanField(label=_("It is shown outdoors."), required=False)
    carrier = forms.ChoiceField(
        label=_("Shown from"),
        required=False,
        choices=[
            ("", _("whatever you deliver")),
            *((carrier.value, label) for carrier, label in CARRIER_LABELS.items()),
        ],
    )
    institution = forms.ChoiceField(label=_("We are"), required=False)
    tier = forms.ChoiceField(label=_("What kind of buyer"), required=False, choices=Tier.choices)
    enrolled = forms.IntegerField(
        label=_("How many are enrolled"),
        required=False,
        min_value=1,
        max_value=MOST_PEOPLE,
        error_messages={"max_value": _("Enter ten million at most.")},
    )
    country = forms.ChoiceField(label=_("Country"), required=False, choices=country_choices)
    starts = forms.DateField(
        label=_("From when"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: today."),
    )
    confirmed = forms.MultipleChoiceField(required=False, choices=[(code, code) for code in CONFIRMED])

    def __init__(
        self, *args: Any, user: User | AnonymousUser, tier: Tier | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.chosen: Film | None = None
        self.found: list[Film] = []
        own = institutions_of(user) if user.is_authenticated else []
        choice_of(self, "institution").choices = [
            *((str(each.pk), each.legal_name) for each in own),
            ("", _("someone else")),
        ]
        self.own = {str(each.pk) for each in own}
        self.initial = {
            "tier": tier or Tier.HIGHER_EDUCATION,
            "country": "US",
            "lasts": "day",
            "institution": str(own[0].pk) if own else "",
            **self.initial,
        }
        self.helper = FormHelper()
        self.helper.form_method, self.helper.disable_csrf = "get", True
        self.helper.form_error_title = _("The question is not complete yet")
        who = ("institution",) if own else ()
        self.helper.layout = Layout(
            Fieldset(_("1. Which film or part?"), HTML('{% include "licensing/finder_film.html" %}'), "title"),
            Fieldset(
                _("2. What do you want to do with it?"),
                "use",
                "lasts",
                "people",
                HTML(OPENS),
                "watchers", "times", "admission", "advertised", "outdoors", "carrier",
                HTML("</details>"),
            ),
            Fieldset(_("3. Who are you?"), *who, "tier", "country", "enrolled", "starts"),
        )  # fmt: skip
        self.helper.add_input(Submit("", _("Find the licence")))

    @property
    def family(self) -> list[Film]:
        """The parts of the film that was chosen, or of its whole, in order."""
        parts = self.chosen.whole.parts.all() if self.chosen else ()
        return sorted(parts, key=lambda part: part.part_number or 0)

    def resolve_film(self) -> None:
        """Finds the film that is named by its path, or by a title; at most two queries.

        What is typed comes first, so that another title beside a chosen film asks anew.
        """
        values = self.data if self.is_bound else self.initial
        path, title = str(values.get("film", ""))[:LONGEST_PATH], str(values.get("title", "")).strip()[:200]
        public = Film.objects.public().select_related("part_of").prefetch_related("parts")
        if "\0" in path + title:
            return
        if path:
            self.chosen = public.at(path).first()
        if title and fold(title):
            self._search(public, title)

    def _search(self, public: Any, title: str) -> None:
        wholes = {film.whole.pk: film for film in search_films(public, title)[:MOST_FOUND]}
        family = public.filter(pk__in=wholes) | public.filter(part_of__in=wholes)
        place = {key: at for at, key in enumerate(wholes)}
        found = sorted(family, key=lambda film: (place[film.whole.pk], film.part_number or 0))
        if self.chosen is not None and self.chosen in found:
            return
        exact = [film for film in found if fold(film.title) == fold(title)]
        self.found = exact if len(exact) == 1 else found
        self.chosen = self.found[0] if len(self.found) == 1 else None

    def clean_starts(self) -> date:
        day: date | None = self.cleaned_data.get("starts")
        today = office_today()
        if day is None:
            return today
        if day < today:
            raise ValidationError(_("Choose today or a later day."), "starts-too-early")
        if day > today + LATEST_START:
            raise ValidationError(
                _("A licence can begin at most eighteen months after it is ordered."), "starts-too-late"
            )
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.resolve_film()
        if self.chosen is None and "title" not in self.errors and "film" not in self.errors:
            self.add_error("title", self._why_no_film(data.get("title", "")))
        if not data.get("institution"):
            for name in ("tier", "country"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, ValidationError(_("Choose one."), "required"))
        if data.get("use") in COUNTED and not data.get("people") and "people" not in self.errors:
            self.add_error(
                "people", ValidationError(_("Say how many people will watch, at most."), "required")
            )
        return data

    def _why_no_film(self, title: str) -> ValidationError:
        if self.found:
            return ValidationError(_("Several films and parts are found. Choose one of them."), "several")
        if title:
            return ValidationError(
                _("No film or part is found under “%(title)s”. Try another spelling, or one word of it."),
                "not-found",
                {"title": title},
            )
        return ValidationError(_("Say which film or part you mean."), "required")

    def holder(self) -> Institution | None:
        """The institution that asks, if it is one of the person's. One query."""
        key = self.cleaned_data.get("institution")
        return Institution.objects.get(pk=int(key)) if key in self.own and key else None

    def buyer(self, holder: Institution | None) -> Buyer:
        if holder is not None:
            return Buyer.of(holder)
        return Buyer(Tier(self.cleaned_data["tier"]), self.cleaned_data["country"])

    def intended(self, film: Film, country: str) -> Intended:
        """The use as the rules see it. A whole film is used in all of its parts."""
        data = self.cleaned_data
        parts = [] if film.part_of_id else list(film.parts.all())
        works = parts or [film]
        return Intended(
            use=Use(data["use"]),
            works=frozenset(work.pk for work in works),
            first_day=data["starts"],
            last_day=_last_day(data["starts"], data.get("lasts") or "day"),
            country=country,
            watchers=_watchers(Use(data["use"]), data["watchers"]),
            audience=data.get("people") or 0,
            enrolment=data.get("enrolled"),
            admission=Admission(data.get("admission") or Admission.NONE),
            public_advertising=data["advertised"],
            screenings=data.get("times") or 1,
            outdoors=data["outdoors"],
            formats=frozenset({Carrier(data["carrier"])} if data.get("carrier") else ()),
            titles={work.pk: Title(work.title, work.title_language) for work in works},
        )


def _watchers(use: Use, named: list[str]) -> frozenset[Watcher]:
    """Who watches; a screening of which nothing is said is for everybody."""
    if use in SCREENED and not named:
        return frozenset({Watcher.PUBLIC})
    return frozenset(Watcher(who) for who in named)


def _last_day(first: date, lasts: str) -> date:
    if lasts == "always":
        return date.max
    if lasts in MONTHS:
        return last_day(first, MONTHS[lasts]) or date.max
    return first + timedelta(days=6 if lasts == "week" else 0)
