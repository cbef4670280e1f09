"""The front page: its sections, its doors, and collections of films."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.models import Collection, CollectionFilm, Door, FrontSection
from office.site.rows import OfficeAdmin, TableInline


@admin.register(FrontSection)
class FrontSectionAdmin(OfficeAdmin[FrontSection]):
    list_display = ("__str__", "order", "is_shown", "heading")
    list_editable = ("order", "is_shown")
    fields = (("kind", "order", "is_shown"), "heading", "text", "translations")


@admin.register(Door)
class DoorAdmin(OfficeAdmin[Door]):
    list_display = ("name", "order", "link", "address")
    list_editable = ("order",)
    fields = (("name", "order"), "text", ("link", "address"), "translations")


class PlaceInline(TableInline[CollectionFilm, Collection]):
    model = CollectionFilm
    fields = ("order", "film")
    autocomplete_fields = ("film",)


@admin.register(Collection)
class CollectionAdmin(OfficeAdmin[Collection]):
    list_display = ("name", "is_published", "front_position", "page")
    list_filter = ("is_published", ("front_position", admin.EmptyFieldListFilter))
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "slug", ("is_published", "front_position"), "text", "translations")
    inlines = (PlaceInline,)

    @admin.display(description=_("page"))
    def page(self, collection: Collection) -> SafeString:
        return format_html('<a href="{}">{}</a>', collection.get_absolute_url(), _("open"))


@admin.register(CollectionFilm)
class CollectionFilmAdmin(OfficeAdmin[CollectionFilm]):
    list_display = ("collection", "film", "order")
    list_select_related = ("collection", "film__part_of")
    search_fields = ("collection__name", "film__title")
    autocomplete_fields = ("collection", "film")
