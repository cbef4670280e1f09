"""What readers of the mailing list choose."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from catalog.mailing.subscribing import choose, subscribe
from catalog.models import Subject, Subscription
from wording.bounds import validate_mailbox
from wording.translations import said


class SubjectChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # of Subject; not generic while the program runs
    """Terms that stand at the top of the vocabulary: what is filed under their narrower ones is told too."""

    def __init__(self, **options: Any) -> None:
        tops = Subject.objects.filter(broader=None)
        super().__init__(tops, widget=forms.CheckboxSelectMultiple, required=False, **options)

    def label_from_instance(self, obj: Any) -> str:
        return str(said(obj, "name"))


class ChoiceForm(forms.Form):
    """Language and subjects."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    subjects = SubjectChoices(label=_("Subjects"), help_text=_("Choose none to hear of all new films."))

    button = _("Save")

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.add_input(Submit("save", self.button))
        return helper

    def save(self, subscription: Subscription) -> Subscription | None:
        """None if the address left meanwhile."""
        return choose(subscription=subscription, **self.cleaned_data)


class SubscribeForm(ChoiceForm):
    """The same with an address, for anyone."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        validators=[validate_mailbox],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We ask it to confirm first, and use it for this alone."),
    )
    field_order = ("email", "language", "subjects")
    button = _("Subscribe")

    @property
    def helper(self) -> FormHelper:
        helper = super().helper
        helper.form_action = "catalog:mailing-list"
        helper.disable_csrf = (
            True  # the page's own origin takes the token's place (accounts.requests.same_origin)
        )
        return helper

    def ask(self) -> None:
        subscribe(**self.cleaned_data)
