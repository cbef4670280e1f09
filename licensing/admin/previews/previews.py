"""Educators' previews in the office: the requests with their answers as buttons, the viewings, and the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.models import EducatorPreview, PreviewPolicy, PreviewViewing
from licensing.models.previews import LONGEST_REASON, MOST_DAYS
from licensing.previews.asking import MAY, grant_preview, refuse_preview, revoke_preview
from licensing.previews.playing import playables_of
from licensing.terms.days import office_today
from office.site.moves import Move, MovesAdmin
from office.site.rows import OneRowAdmin, ReadOnly, ReadOnlyAdmin, ShownInline

Status = EducatorPreview.Status


class PreviewMove(Move[EducatorPreview]):
    permission = MAY

    @classmethod
    def fits(cls, row: EducatorPreview) -> bool:
        return row.status == Status.ASKED

    def facts(self) -> Iterable[tuple[object, object]]:
        row = self.row
        yield _("film"), row.film
        yield _("asked by"), f"{row.asked_by} ({row.asked_by.email})"
        yield _("institution"), f"{row.institution}, {row.institution.get_verification_display()}"
        yield _("course"), row.course
        yield _("why"), row.why
        played = [
            f"{each.film.title}: {each.copy}" for each in playables_of(row.film, row.institution.country)
        ]
        yield _("what can be watched"), "; ".join(played) or _now("nothing yet")
        before = EducatorPreview.objects.filter(asked_by=row.asked_by).exclude(pk=row.pk)
        yield _("previews asked for before"), before.count()


class Grant(PreviewMove):
    name = "grant"
    label = _("Grant the preview")
    days = forms.IntegerField(label=_("For how many days"), min_value=1, max_value=MOST_DAYS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("days", PreviewPolicy.the_row().days)

    def act(self) -> str:
        preview = grant_preview(preview=self.row, days=self.cleaned_data["days"], by=self.by)
        return _now("%(person)s can watch the film until %(day)s, and will be told.") % {
            "person": preview.asked_by,
            "day": date_format(preview.ends_on or office_today()),
        }


class Refuse(PreviewMove):
    name = "refuse"
    label = _("Do not grant it")
    because = forms.CharField(
        label=_("Why it is not granted"), max_length=LONGEST_REASON, help_text=_("The person reads this.")
    )

    def act(self) -> str:
        preview = refuse_preview(preview=self.row, because=self.cleaned_data["because"], by=self.by)
        return _now("It is not granted. %(person)s will be told why.") % {"person": preview.asked_by}


class Revoke(PreviewMove):
    name = "revoke"
    label = _("Take the preview back")
    because = forms.CharField(
        label=_("Why it ends"), max_length=LONGEST_REASON, help_text=_("The person reads this.")
    )

    @classmethod
    def fits(cls, row: EducatorPreview) -> bool:
        return row.status == Status.GRANTED

    def act(self) -> str:
        preview = revoke_preview(preview=self.row, because=self.cleaned_data["because"], by=self.by)
        return _now("The preview has ended. %(person)s will be told why.") % {"person": preview.asked_by}


class ViewingInline(ShownInline[PreviewViewing, EducatorPreview]):
    model = PreviewViewing
    fields = readonly_fields = ("began_at", "film", "file", "link")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("film__part_of", "file", "link__copy__film")


@admin.register(EducatorPreview)
class EducatorPreviewAdmin(ReadOnly, MovesAdmin[EducatorPreview]):
    """Only verbs make and answer requests."""

    list_display = ("film", "asked_by", "institution", "course", "status", "ends_on", "asked_at")
    list_filter = ("status", "asked_at")
    search_fields = ("film__title", "asked_by__email", "asked_by__name", "institution__legal_name", "course")
    list_select_related = ("film__part_of", "asked_by", "institution")
    date_hierarchy = "asked_at"
    inlines = (ViewingInline,)
    fields = readonly_fields = (
        "film", "institution", "asked_by", "course", "why", "status", "starts_on", "ends_on", "because", "answered_by",
        "answered_at", "asked_at",
    )  # fmt: skip
    moves = (Grant, Refuse, Revoke)


@admin.register(PreviewViewing)
class PreviewViewingAdmin(ReadOnlyAdmin[PreviewViewing]):
    """The log; rows that are old enough are deleted by a periodic task."""

    list_display = ("began_at", "film", "person", "institution")
    list_filter = ("began_at",)
    search_fields = ("film__title", "preview__asked_by__email", "preview__institution__legal_name")
    list_select_related = ("film__part_of", "preview__asked_by", "preview__institution")
    date_hierarchy = "began_at"
    fields = ("preview", "film", "file", "link", "began_at")

    @admin.display(description=_("person"))
    def person(self, row: PreviewViewing) -> str:
        return str(row.preview.asked_by)

    @admin.display(description=_("institution"))
    def institution(self, row: PreviewViewing) -> str:
        return str(row.preview.institution)


@admin.register(PreviewPolicy)
class PreviewPolicyAdmin(OneRowAdmin[PreviewPolicy]):
    """One row. Its form begins with what holds without one."""

    list_display = ("days", "at_once_for_verified", "remind_days", "log_days")
