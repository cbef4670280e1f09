"""A film's parts in its form, with unique numbers and slugs, even if the film itself is not saved yet."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.admin.rows import NamedCodes
from catalog.exchange.sums import longer_than_whole
from catalog.models import Film
from office.site.rows import TableInline
from wording.refusals import Refused


class PartForm(forms.ModelForm[Film]):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "part_number" in self.fields:
            self.fields["part_number"].help_text = _("Leave empty to use the next number.")

    def _get_validation_exclusions(self) -> set[str]:
        """Fields about the whole are checked by the formset, which knows the whole even before it has a key."""
        return super()._get_validation_exclusions() | {"part_of"}  # type: ignore[misc,no-any-return]  # Django's own form sets override it too


class PartFormSet(BaseInlineFormSet[Film, Film, PartForm]):
    def clean(self) -> None:
        super().clean()
        forms = [form for form in self.forms if form.has_changed() or form.instance.pk]
        if forms and self.instance.part_of_id:
            raise ValidationError(_("A part cannot have parts of its own."), "part-of-a-part")
        self._give_numbers(forms)
        self._refuse_same(forms, "part_number", _("Two parts have the number %(value)s."))
        self._refuse_longer(forms)
        self._refuse_same(forms, "slug", _("Two parts have the slug “%(value)s”."))

    def _give_numbers(self, forms: list[PartForm]) -> None:
        last = max((form.instance.part_number or 0 for form in forms), default=0)
        for form in forms:
            if form.instance.part_number is None and "part_number" not in form.errors:
                last += 1
                form.instance.part_number = last

    def _refuse_longer(self, forms: list[PartForm]) -> None:
        whole = self.instance.runtime
        for number, form in enumerate(forms, start=1):
            minutes = form.instance.runtime
            if whole and minutes and minutes > whole:
                too_long = longer_than_whole(form.instance.part_number or number, minutes, whole)
                form.add_error("runtime", Refused.saying(too_long))

    def _refuse_same(self, forms: list[PartForm], field: str, sentence: Any) -> None:
        counted = Counter(getattr(form.instance, field) for form in forms)
        for form in forms:
            value = getattr(form.instance, field)
            if value and counted[value] > 1:
                form.add_error(field, ValidationError(sentence, "same", {"value": value}))


class PartInline(NamedCodes, TableInline[Film, Film]):
    model = Film
    fk_name = "part_of"
    form = PartForm
    formset = PartFormSet  # type: ignore[assignment]  # the stubs want exactly ModelForm
    fields = ("part_number", "title", "title_language", "slug", "year", "runtime", "is_published")
    prepopulated_fields = {"slug": ("title",)}
    ordering = ("part_number",)
    show_change_link = True
    verbose_name = _("part")
    verbose_name_plural = _("parts")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Film]:
        return super().get_queryset(request).select_related("part_of")  # a part is called after its whole

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # records of sales and showings need the part; unpublish it instead
