"""Films, each with its parts and everything that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.admin.copies import CopyInline, HoldbackInline, RightInline
from catalog.admin.film.beside import beside_the_form
from catalog.admin.film.filters import Lengths, State, WholeOrPart
from catalog.admin.film.moves import FilmMovesAdmin
from catalog.admin.film.parts import PartInline
from catalog.admin.media import PreviewInline, StillInline, StudyGuideInline
from catalog.admin.press import PressInline, ReadingInline, RecognitionInline
from catalog.admin.rows import NamedCodes
from catalog.admin.statements import CreditInline, RelationInline, StatementInline, TitleInline
from catalog.editing.publishing import publish_films
from catalog.exchange.sums import sum_of
from catalog.models import Film, FilmQuerySet
from catalog.search.indexing import index_films
from catalog.search.matching import search_films
from wording.durations import short_duration
from wording.sentences import sentence

if TYPE_CHECKING:
    from accounts.models import User


@admin.register(Film)
class FilmAdmin(NamedCodes, FilmMovesAdmin):
    change_form_template = "catalog/office/film_form.html"
    chooses_names = True
    list_display = ("title", "part_of", "year", "length", "state", "featured", "page")
    list_filter = (WholeOrPart, State, Lengths, ("featured", admin.EmptyFieldListFilter), "kind", "colour")
    list_select_related = ("part_of",)
    search_fields = ("title",)  # what get_search_results does instead
    search_help_text = _("Any title, maker or part, in any script.")
    autocomplete_fields = ("part_of", "subjects")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (
        PartInline, TitleInline, CreditInline, StillInline, PreviewInline, CopyInline, RightInline, HoldbackInline,
        RecognitionInline, PressInline, ReadingInline, StudyGuideInline, RelationInline, StatementInline,
    )  # fmt: skip
    fieldsets = (
        (
            _("What it is called"),
            {"fields": (("title", "title_language"), "slug", ("part_of", "part_number"))},
        ),
        (
            _("Facts"),
            {
                "fields": (
                    ("year", "runtime", "hours"),
                    "lengths",
                    ("kind", "colour"),
                    "countries",
                    "languages",
                    "part_unit",
                )
            },
        ),
        (_("Known elsewhere as"), {"fields": (("eidr", "isan"), ("imdb", "wikidata"))}),
        (_("Words"), {"fields": ("synopsis", "subjects")}),
        (_("On the site"), {"fields": (("state", "featured"),)}),
    )
    readonly_fields = ("hours", "lengths", "state")

    actions = ("publish_drafts",)

    @admin.action(description=_("Publish the drafts, with their parts"), permissions=["change"])
    def publish_drafts(self, request: HttpRequest, queryset: QuerySet[Film]) -> None:
        count = publish_films(films=cast("FilmQuerySet", queryset), by=cast("User", request.user))
        messages.success(request, said_of_published(count))

    @admin.display(description=_("length"), ordering="runtime")
    def length(self, film: Film) -> str:
        return short_duration(film.runtime) if film.runtime else ""

    @admin.display(description=_("in hours"))
    def hours(self, film: Film) -> str:
        return self.length(film)

    @admin.display(description=_("whole and parts"))
    def lengths(self, film: Film) -> str:
        return said_of_lengths(film)

    @admin.display(description=_("state"))
    def state(self, film: Film) -> str:
        if film.withdrawn_at:
            return str(_("withdrawn"))
        if film.publish_at:
            moment = date_format(localtime(film.publish_at), "SHORT_DATETIME_FORMAT")
            return _now("to be published: %(moment)s") % {"moment": moment}
        return str(_("published")) if film.is_published and film.pk else str(_("draft"))

    @admin.display(description=_("page"))
    def page(self, film: Film) -> SafeString:
        return format_html('<a href="{}">{}</a>', film.get_absolute_url(), _("open"))

    def render_change_form(  # noqa: PLR0917 - Django calls it with these arguments
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Film | None = None,
    ) -> HttpResponse:
        """With the sections of the form, the errors under the names that people read, and what the records still miss."""
        context |= beside_the_form(context, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Film], search_term: str
    ) -> tuple[QuerySet[Film], bool]:
        return search_films(cast("FilmQuerySet", queryset), search_term), False

    def save_model(
        self, request: HttpRequest, obj: Film, form: forms.BaseModelForm[Film], change: bool
    ) -> None:
        """A new film is a draft until a button publishes it."""
        if not change:
            obj.is_published = False
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: forms.BaseModelForm[Film], formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        index_films([form.instance])
        if note := said_of_lengths(form.instance):
            messages.warning(request, note)


def said_of_published(count: int) -> str:
    return ngettext(
        "%(count)d film or part is published.", "%(count)d films and parts are published.", count
    ) % {"count": count}


def said_of_lengths(film: Film) -> str:
    """What there is to say of a film's parts; empty if it has none, or they add up. One query."""
    parts = Film.objects.filter(part_of=film).order_by("part_number") if film.pk else Film.objects.none()
    note = sum_of(film.runtime or 0, list(parts.values_list("runtime", flat=True)))
    return sentence(note) if note else ""
