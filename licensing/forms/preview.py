"""Asking for a preview of a film."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.models import Film
from licensing.models import EducatorPreview, Institution
from licensing.models.previews import LONGEST_WHY
from licensing.previews.asking import ask_preview
from office.refusals import RefusalsOn
from wording.one_line import one_line

if TYPE_CHECKING:
    from accounts.models import User


class PreviewForm(forms.Form):
    """Which institution, which course, and why."""

    institution = forms.ModelChoiceField(
        label=_("Your institution"), queryset=Institution.objects.none(), empty_label=None
    )
    course = forms.CharField(
        label=_("Course"),
        max_length=200,
        validators=[one_line],
        help_text=_("Its name or subject, and who takes it: Labour History 201, 40 students."),
    )
    why = forms.CharField(
        label=_("Why you want to see the film"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A sentence or two: how you would use it."),
    )

    def __init__(
        self, *args: Any, film: Film, institutions: Sequence[Institution], user: User, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.film, self.user = film, user
        choice: Any = self.fields["institution"]
        choice.queryset = Institution.objects.filter(pk__in=[each.pk for each in institutions])
        self.helper = FormHelper()
        self.helper.add_input(Submit("ask", _("Ask for the preview")))

    def save(self) -> EducatorPreview | None:
        """The request, new or standing already; None if the verb refused, with its reasons among the errors."""
        data = self.cleaned_data
        with RefusalsOn(self, {"refused-institution": "institution", "not-a-member": "institution"}):
            return ask_preview(
                film=self.film,
                institution=data["institution"],
                course=data["course"],
                why=data["why"],
                by=self.user,
            )
        return None
