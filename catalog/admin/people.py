"""People, sources and readings: what films share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.admin.rows import NamedCodes
from catalog.models import Film, Person, PersonName, Reading, ReadingAbout, Source
from catalog.search.indexing import index_films
from office.site.rows import OfficeAdmin, TableInline


class NameInline(NamedCodes, TableInline[PersonName, Person]):
    model = PersonName
    fields = ("text", "language", "kind", "source", "order")
    autocomplete_fields = ("source",)


@admin.register(PersonName)
class PersonNameAdmin(NamedCodes, OfficeAdmin[PersonName]):
    list_display = ("text", "language", "kind", "person")
    list_filter = ("kind",)
    list_select_related = ("person",)
    search_fields = ("text", "person__name")
    autocomplete_fields = ("person", "source")
    change_form_template = "catalog/office/named_form.html"

    def save_model(
        self, request: HttpRequest, obj: PersonName, form: forms.ModelForm[PersonName], change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        index_films(Film.objects.filter(credits__person=obj.person).distinct())


@admin.register(Person)
class PersonAdmin(NamedCodes, OfficeAdmin[Person]):
    list_display = ("name", "original_name", "sort_name", "films")
    search_fields = ("name", "original_name", "sort_name", "names__text")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (NameInline,)
    change_form_template = "catalog/office/named_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return super().get_queryset(request).annotate(film_count=Count("credits__film", distinct=True))

    @admin.display(description=_("films"), ordering="film_count")
    def films(self, person: Person) -> int:
        return int(getattr(person, "film_count", 0))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        index_films(Film.objects.filter(credits__person=form.instance).distinct())


@admin.register(Source)
class SourceAdmin(OfficeAdmin[Source]):
    list_display = ("name", "kind", "key", "address")
    list_filter = ("kind",)
    search_fields = ("name", "key")


class AboutInline(TableInline[ReadingAbout, Reading]):
    model = ReadingAbout
    fields = ("film", "pages", "order")
    autocomplete_fields = ("film",)


@admin.register(Reading)
class ReadingAdmin(OfficeAdmin[Reading]):
    list_display = ("title", "author", "year", "container")
    search_fields = ("title", "author", "container", "isbn")
    autocomplete_fields = ("source",)
    inlines = (AboutInline,)
