"""“Does it cover a use?”: the office asks a licence about a use, and reads every reason against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.models import Licence
from licensing.models.licences.works import works_under
from licensing.terms.days import office_today
from licensing.terms.rights import Admission, Intended, Use, Watcher, covers, smallest_change
from licensing.terms.words import ADMISSION_LABELS, USE_LABELS, WATCHER_LABELS, grants_words
from office.site.moves import Move
from wording.codes import validate_country
from wording.refusals import Refused


class DoesItCover(Move[Licence]):
    """Changes nothing; the answer is kept in the licence's history, with its day."""

    name = "covers"
    label = _("Does it cover a use?")
    permission = "licensing.view_licence"
    use = forms.ChoiceField(label=_("Use"), choices=[(use.value, label) for use, label in USE_LABELS.items()])
    watchers = forms.MultipleChoiceField(
        label=_("Who watches"),
        choices=[(who.value, label) for who, label in WATCHER_LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    country = forms.CharField(label=_("Country (code)"), max_length=2, validators=[validate_country])
    first_day = forms.DateField(label=_("First day"))
    last_day = forms.DateField(label=_("Last day"))
    audience = forms.IntegerField(label=_("Audience or viewers"), min_value=0, max_value=10**6, initial=0)
    admission = forms.ChoiceField(
        label=_("Admission"), choices=[(kind.value, label) for kind, label in ADMISSION_LABELS.items()]
    )
    site = forms.CharField(label=_("Site"), max_length=200, required=False)
    public_advertising = forms.BooleanField(label=_("Advertised to the public"), required=False)
    outdoors = forms.BooleanField(label=_("Outdoors"), required=False)

    def __init__(self, *args: Any, row: Licence, **kwargs: Any) -> None:
        today = office_today()
        countries = row.countries or [row.institution.country]
        initial = {"first_day": today, "last_day": today, "country": countries[0]}
        super().__init__(*args, row=row, initial=initial, **kwargs)

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("licence"), self.row.number
        yield _("film"), self.row.film
        yield _("what it grants"), " ".join(grants_words(self.row.terms()))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("first_day") and data.get("last_day") and data["last_day"] < data["first_day"]:
            self.add_error(
                "last_day", ValidationError(_("The last day is before the first."), "days-backward")
            )
        return data

    def act(self) -> str:
        works = works_under([self.row.film_id])[self.row.film_id]
        held, intended = self.row.held(works=works), self._intended(works)
        reasons = covers(held, intended)
        if reasons:
            change = smallest_change([held], intended)
            raise Refused.saying(*reasons, *(change.steps if change else ()))
        words = {"number": self.row.number, "use": str(USE_LABELS[intended.use])}
        return _now("Licence %(number)s covers this: %(use)s.") % words

    def _intended(self, works: frozenset[int]) -> Intended:
        data = self.cleaned_data
        return Intended(
            use=Use(data["use"]),
            works=works,
            first_day=data["first_day"],
            last_day=data["last_day"],
            country=data["country"],
            watchers=frozenset(Watcher(who) for who in data["watchers"]),
            audience=data["audience"],
            admission=Admission(data["admission"]),
            public_advertising=data["public_advertising"],
            outdoors=data["outdoors"],
            site=data["site"],
        )
