"""Information about films: titles, credits, statements of sources, relations."""

from __future__ import annotations

from django.contrib import admin

from catalog.admin.rows import FilmRowAdmin, FilmRowInline
from catalog.models import Credit, Relation, Statement, Title


class TitleInline(FilmRowInline):
    model = Title
    fields = ("order", "kind", "language", "text", "source")


@admin.register(Title)
class TitleAdmin(FilmRowAdmin):
    list_display = ("text", "language", "kind", "film")
    list_filter = ("kind", "language")
    search_fields = ("text", "film__title")


class CreditInline(FilmRowInline):
    model = Credit
    fields = ("order", "role", "person", "detail", "source")


@admin.register(Credit)
class CreditAdmin(FilmRowAdmin):
    list_display = ("person", "role", "detail", "film")
    list_filter = ("role",)
    list_select_related = ("film", "film__part_of", "person")
    search_fields = ("person__name", "person__original_name", "film__title")


class StatementInline(FilmRowInline):
    model = Statement
    classes = ("collapse",)
    fields = ("fact", "value", "source", "note")


@admin.register(Statement)
class StatementAdmin(FilmRowAdmin):
    list_display = ("film", "fact", "value", "source", "note")
    list_filter = ("fact",)
    list_select_related = ("film", "film__part_of", "source")
    search_fields = ("value", "film__title", "source__name")


class RelationInline(FilmRowInline):
    model = Relation
    classes = ("collapse",)
    fk_name = "film"
    fields = ("kind", "other", "note")
    also_fetched = ("other__part_of",)


@admin.register(Relation)
class RelationAdmin(FilmRowAdmin):
    list_display = ("film", "kind", "other", "note")
    list_filter = ("kind",)
    list_select_related = ("film", "film__part_of", "other", "other__part_of")
    search_fields = ("film__title", "other__title")
