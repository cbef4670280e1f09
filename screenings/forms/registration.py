"""Places for a visitor. `save()` calls one verb, and shows its refusal beside the field."""

from __future__ import annotations

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
from screenings.audience.registering import register
from screenings.models import Registration, Screening, Showing
from wording.bounds import validate_mailbox
from wording.one_line import one_line
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

FIELD_OF_CODE = {"full": "showings", "over": "showings"}


class RegistrationForm(forms.Form):
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
    showings = forms.MultipleChoiceField(
        label=_("Showings"), required=False, widget=forms.CheckboxSelectMultiple
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
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.screening, self.by, self.language = screening, by, language
        self.registration: Registration | None = None
        self.by_key = {str(showing.pk): showing for showing in showings if showing.places_left > 0}
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
            "when": date_format(local, "SHOWING_WITHOUT_YEAR_FORMAT"),
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
        data = super().clean() or self.cleaned_data
        if self._wants_some and not data.get("showings"):
            self.add_error("showings", ValidationError(_("Choose at least one showing."), "nothing-chosen"))
        return data

    @property
    def _wants_some(self) -> bool:
        if "showings" not in self.fields:
            return False
        return "what" not in self.fields or self.cleaned_data.get("what") == self.SOME

    def save(self) -> bool:
        """Whether the request was accepted; only the owner of the address learns the outcome.

        Too many waiting registrations are not shown as a refusal: that would tell strangers who is registered.
        """
        data = self.cleaned_data
        chosen = [self.by_key[key] for key in data["showings"]] if self._wants_some else None
        with RefusalsOn(self, FIELD_OF_CODE):
            self.registration = self._register(data["name"], data["email"], chosen)
            return True
        return False

    def _register(self, name: str, email: str, chosen: list[Showing] | None) -> Registration | None:
        try:
            return register(
                screening=self.screening,
                showings=chosen,
                name=name,
                email=email,
                user=self.by,
                language=self.language,
            )
        except Refused as refused:
            if {error.code for error in refused.error_list} != {"too-many-held"}:
                raise
            return None
