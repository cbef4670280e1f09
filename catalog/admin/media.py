"""Material about a film: previews, stills, study guides."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.files.storage import default_storage
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin.rows import FilmRowAdmin, FilmRowInline, StackedFilmRowInline
from catalog.material.pictures import FORMATS
from catalog.material.sizes import name_of, sizes_of
from catalog.models import Preview, Still, StudyGuide
from catalog.models.media import PictureField
from wording.durations import duration_text


class PreviewInline(StackedFilmRowInline):
    model = Preview
    fields = (("title", "order"), ("address", "seconds"), "file", ("captions", "captions_language"))


@admin.register(Preview)
class PreviewAdmin(FilmRowAdmin):
    list_display = ("title", "film", "length", "address")
    search_fields = ("title", "film__title")

    @admin.display(description=_("length"), ordering="seconds")
    def length(self, preview: Preview) -> str:
        return duration_text(-(-preview.seconds // 60)) if preview.seconds else ""


class PictureInput(forms.FileInput):
    """Shows the picture that stands there, in its smallest size: a click on it sets the focal point (static/js/film-form.js)."""

    def __init__(self) -> None:
        super().__init__({"accept": ",".join(f"image/{each.lower()}" for each in FORMATS)})

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        field, still = super().render(name, value, attrs, renderer), getattr(value, "instance", None)
        if not isinstance(still, Still) or not still.digest:
            return field
        small = default_storage.url(name_of(still.digest, sizes_of(still.width)[0], "webp"))
        picture = format_html(
            '<img class="office-picture" src="{}" width="{}" height="{}" alt="{}">',
            small,
            still.width,
            still.height,
            still.description,
        )
        return picture + field


class StillInline(StackedFilmRowInline):
    model = Still
    fields = (("image", "order"), "description", "credit", ("focus_x", "focus_y"))
    formfield_overrides: ClassVar = {PictureField: {"widget": PictureInput}}


@admin.register(Still)
class StillAdmin(FilmRowAdmin):
    fields = ("film", ("image", "order"), "description", "credit", ("focus_x", "focus_y"))
    formfield_overrides: ClassVar = {PictureField: {"widget": PictureInput}}
    list_display = ("film", "description", "credit")
    search_fields = ("description", "film__title")


class StudyGuideInline(FilmRowInline):
    model = StudyGuide
    classes = ("collapse",)


@admin.register(StudyGuide)
class StudyGuideAdmin(FilmRowAdmin):
    list_display = ("title", "film", "file")
    search_fields = ("title", "film__title")
