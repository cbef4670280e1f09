"""Places for a visitor. `save()` calls one verb, and shows its refusal beside the field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from office.refusals import RefusalsOn
from screenings.audience.changing import change, entered_by
from screenings.audience.registering import register
from screenings.models import Registration, Screening, Showing, Wait
from screenings.reach import MOST_TOGETHER
from screenings.schedules.announced import access_words
from wording.bounds import validate_mailbox
from wording.enumeration import enumerated
from wording.one_line import one_line
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

SEEN = re.compile(r"(\d{1,18}):(\d{1,9})")
FIELD_OF_CODE = {"full": "showings", "over": "showings", "moved": "showings"}


class ChoosingForm(forms.Form):
    """Which showings, for how many people, and which to wait for. `seen` says how the showings stood on the page."""

    showings = forms.MultipleChoiceField(
        label=_("Showings"), required=False, widget=forms.CheckboxSelectMultiple
    )
    waits = forms.MultipleChoiceField(
        label=_("Waiting list"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "These have too few places left. When enough become free at all that you tick, we write to you and hold them for a time."
        ),
    )
    people = forms.IntegerField(
        label=_("For how many people?"),
        min_value=1,
        max_value=MOST_TOGETHER,
        initial=1,
        required=False,
        help_text=_("Yourself included. A class can come with one registration."),
    )
    seen = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        screening: Screening,
        showings: list[Showing],
        held: Mapping[int, int],
        waited: Collection[int] = (),
        **kwargs: Any,
    ) -> None:
        """`held`: how many places the person has at each showing already, by its key; `waited`: the keys of those waited for."""
        super().__init__(*args, **kwargs)
        self.screening = screening
        free = {each.pk: each.places_left + held.get(each.pk, 0) for each in showings}
        people = self._people_asked()
        self.by_key = {str(each.pk): each for each in showings if free[each.pk] > 0}
        self.short = {str(each.pk): each for each in showings if free[each.pk] < people or each.pk in waited}
        self._offer("showings", self.by_key)
        self._offer("waits", self.short)
        self.fields["seen"].initial = " ".join(f"{each.pk}:{each.sequence}" for each in showings)

    def _people_asked(self) -> int:
        asked = str(self.data.get("people", "") if self.is_bound else self.initial.get("people", 1))
        return int(asked) if asked.isdecimal() and len(asked) < 6 else 1

    def _offer(self, name: str, showings: Mapping[str, Showing]) -> None:
        """The choices of a field, which is left out where there are none."""
        choices = [(key, self._label(showing)) for key, showing in showings.items()]
        cast("forms.MultipleChoiceField", self.fields[name]).choices = choices
        if not choices:
            del self.fields[name]

    def _label(self, showing: Showing) -> str:
        return enumerated(filter(None, (self._named(showing), access_words(showing.access))))

    def _named(self, showing: Showing) -> str:
        local = showing.starts_at.astimezone(self.screening.venue.zone)
        left = ngettext("%(count)d place left", "%(count)d places left", showing.places_left)
        return _now("%(film)s: %(when)s, %(left)s") % {
            "film": showing.film.title,
            "when": date_format(local, "SHOWING_WITHOUT_YEAR_FORMAT"),
            "left": left % {"count": showing.places_left},
        }

    def laid_out(self, order: Iterable[str], button: Submit) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "form-column"
        helper.layout = Layout(*(Field(name) for name in order if name in self.fields), button)
        return helper

    def clean_people(self) -> int:
        return self.cleaned_data["people"] or 1

    def clean_seen(self) -> dict[int, int]:
        """The sequence of each showing as the page had it; what a browser has garbled says nothing."""
        return {int(key): int(sequence) for key, sequence in SEEN.findall(self.cleaned_data["seen"])}

    def chosen(self) -> list[Showing]:
        return [self.by_key[key] for key in self.cleaned_data.get("showings", [])]

    def waited_for(self) -> list[Showing]:
        """A showing that is ticked in both lists is chosen: the verb says whether it can be had."""
        chosen = set(self.cleaned_data.get("showings", []))
        return [self.short[key] for key in self.cleaned_data.get("waits", []) if key not in chosen]


class RegistrationForm(ChoosingForm):
    """All parts, or only some; name and address."""

    ALL, SOME = "all", "some"

    what = forms.ChoiceField(
        label=_("What would you like to see?"),
        choices=[
            (ALL, _("All of it: a pass for every showing")),
            (SOME, _("Only the showings ticked below")),
        ],
        initial=ALL,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        validators=[one_line],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        validators=[validate_mailbox],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We use it to ask you to confirm and to tell you about changes, and for nothing else."),
    )

    def __init__(
        self,
        *args: Any,
        screening: Screening,
        showings: list[Showing],
        by: User | None,
        language: str,
        **kwargs: Any,
    ) -> None:
        initial = {"name": by.name, "email": by.email} if by else {}
        super().__init__(
            *args, screening=screening, showings=showings, held={}, **{"initial": initial, **kwargs}
        )
        self.by, self.language = by, language
        self.registration: Registration | None = None
        if self.short:
            del self.fields["what"]
        elif len(showings) == 1:
            del self.fields["what"], self.fields["showings"]

    @property
    def helper(self) -> FormHelper:
        order = ("what", "showings", "waits", "people", "name", "email", "seen")
        return self.laid_out(order, Submit("register", _("Register")))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self._wants_some and not data.get("showings") and not data.get("waits"):
            field = "showings" if "showings" in self.fields else "waits"
            asked_for_all = "what" not in self.fields and self.data.get("what") == self.ALL
            nothing = ValidationError(_("Choose at least one showing."), "nothing-chosen")
            self.add_error(field, self._pass_too_large() if asked_for_all else nothing)
        return data

    def _pass_too_large(self) -> ValidationError:
        """Names what does not fit."""
        people = self.cleaned_data.get("people") or 1
        text = ngettext(
            "A pass for %(people)d person does not fit. Too few places are left at: %(short)s.",
            "A pass for %(people)d people does not fit. Too few places are left at: %(short)s.",
            people,
        )
        short = "; ".join(self._named(showing) for showing in self.short.values())
        return ValidationError(text % {"people": people, "short": short}, "full")

    @property
    def _wants_some(self) -> bool:
        if "what" in self.fields:
            return self.cleaned_data.get("what") == self.SOME
        return bool(self.short)

    def save(self) -> bool:
        """Whether the request was accepted; only the owner of the address learns the outcome.

        Too many waiting registrations are not shown as a refusal: that would tell strangers who is registered.
        """
        with RefusalsOn(self, FIELD_OF_CODE):
            self.registration = self._register()
            return True
        return False

    def _register(self) -> Registration | None:
        data = self.cleaned_data
        try:
            return register(
                screening=self.screening,
                showings=self.chosen() if self._wants_some else None,
                wait_for=self.waited_for(),
                people=data["people"],
                seen=data["seen"],
                name=data["name"],
                email=data["email"],
                user=self.by,
                language=self.language,
            )
        except Refused as refused:
            if {error.code for error in refused.error_list} != {"too-many-held"}:
                raise
            return None


class ChangeForm(ChoosingForm):
    """A registration that stands, for other showings or another number of people."""

    def __init__(
        self, *args: Any, registration: Registration, showings: list[Showing], **kwargs: Any
    ) -> None:
        entered = entered_by(registration)
        self.staying = [each for each in showings if each.pk in entered]
        showings = [each for each in showings if each.pk not in entered]
        held = dict(registration.places.exclude(showing__in=entered).values_list("showing", "people"))
        wait = Wait.objects.filter(registration=registration).first()
        waited = set(wait.showings.values_list("pk", flat=True)) if wait else set()
        initial = {
            "showings": [str(key) for key in held],
            "waits": [str(key) for key in waited],
            "people": registration.people,
        }
        super().__init__(
            *args,
            screening=registration.screening,
            showings=showings,
            held=held,
            waited=waited,
            **{"initial": initial, **kwargs},
        )
        self.registration = registration
        self.fields["people"].help_text = _("At each of the showings that you tick.")
        if wait is not None and wait.offered_until is not None:
            self.fields.pop("waits", None)  # it is answered first

    @property
    def helper(self) -> FormHelper:
        return self.laid_out(("showings", "waits", "people", "seen"), Submit("change", _("Save the change")))

    def save(self) -> bool:
        data = self.cleaned_data
        with RefusalsOn(self, FIELD_OF_CODE | {"nothing-chosen": "showings"}):
            change(
                registration=self.registration,
                showings=self.chosen(),
                people=data["people"],
                wait_for=self.waited_for(),
                seen=data["seen"],
            )
            return True
        return False
