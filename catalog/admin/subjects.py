"""The vocabulary of subjects: terms, with the words that lead to them and the terms under them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.models import Film, SeeFrom, Subject
from catalog.models.subjects import subject_slug
from catalog.search.indexing import index_films
from office.site.rows import OfficeAdmin, ShownInline, TableInline


class SeeFromInline(TableInline[SeeFrom, Subject]):
    model = SeeFrom
    fields = ("name", "language")


class NarrowerInline(ShownInline[Subject, Subject]):
    model = Subject
    fields = ("name",)
    show_change_link = True
    verbose_name = _("narrower term")
    verbose_name_plural = _("narrower terms")


class SubjectForm(forms.ModelForm[Subject]):
    """The address is made of the name where the office leaves it empty, as for a name in Chinese."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self) -> str:
        given: str = self.cleaned_data["slug"]
        return given or subject_slug(str(self.cleaned_data.get("name", "")))


@admin.register(Subject)
class SubjectAdmin(OfficeAdmin[Subject]):
    form = SubjectForm
    list_display = ("name", "broader", "words", "films")
    list_filter = (("broader", admin.EmptyFieldListFilter),)
    list_select_related = ("broader",)
    search_fields = ("name", "see_from__name")
    search_help_text = _("A term, or a word that leads to one.")
    fields = ("name", "slug", "broader", "translations")
    autocomplete_fields = ("broader",)
    prepopulated_fields = {"slug": ("name",)}
    inlines = (SeeFromInline, NarrowerInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Subject]:
        counts = {
            "film_count": Count("films", distinct=True),
            "word_count": Count("see_from", distinct=True),
        }
        return super().get_queryset(request).annotate(**counts)

    @admin.display(description=_("words that lead to it"), ordering="word_count")
    def words(self, subject: Subject) -> int:
        return int(getattr(subject, "word_count", 0))

    @admin.display(description=_("films"), ordering="film_count")
    def films(self, subject: Subject) -> int:
        return int(getattr(subject, "film_count", 0))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        term = form.instance
        index_films(Film.objects.filter(Q(subjects=term) | Q(subjects__broader=term)).distinct())


@admin.register(SeeFrom)
class SeeFromAdmin(OfficeAdmin[SeeFrom]):
    list_display = ("name", "language", "subject")
    list_select_related = ("subject",)
    search_fields = ("name", "subject__name")
    autocomplete_fields = ("subject",)
