"""What comes into the catalogue and goes out of it: imports of films, with what they would change; catalogues as PDF."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.admin.film.films import said_of_published
from catalog.editing.publishing import publish_films
from catalog.imports.findings import report_lines
from catalog.imports.formats.registry import FORMATS
from catalog.imports.uploads import MOST_FINDINGS, NEEDED, begin_import, findings_of, new_films, upload_films
from catalog.models import Booklet, FilmImport, ImportFinding
from office.permissions import may
from office.refusals import RefusalsOn
from office.site.moves import Move, MovesAdmin
from office.site.rows import ReadOnlyAdmin, ShownInline

if TYPE_CHECKING:
    from accounts.models import User

MOST_SHOWN = 100
WHILE_WORKING = "2"
"""Seconds after which a browser asks again how far the worker is."""


class UploadForm(forms.ModelForm[FilmImport]):
    form = forms.ChoiceField(
        label=_("Format"), required=False, choices=lambda: [("", _("by the name of the file")), *((each.name, each.label) for each in FORMATS.values())]
    )  # fmt: skip

    class Meta:
        model = FilmImport
        fields = ("file", "form")
        help_texts = {"file": _("At most 19 MB. It is checked first; you then see what it would change.")}

    def __init__(self, *args: Any, by: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        if "file" in self.fields:
            self.fields["file"].required = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and "file" in cleaned:
            with RefusalsOn(self):
                self.instance = upload_films(file=cleaned["file"], form=cleaned.get("form", ""), by=self.by)
        return cleaned


class Import(Move[FilmImport]):
    name = "import"
    label = _("Import these films")
    permission = "catalog.add_filmimport"
    all_or_nothing = forms.BooleanField(
        label=_("Everything or nothing"), required=False,
        help_text=_("If a row is refused after all, no film is imported. Otherwise the good rows are."),
    )  # fmt: skip

    @classmethod
    def fits(cls, row: FilmImport) -> bool:
        return row.is_checked and bool(row.file) and bool(row.created or row.changed)

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("new"), self.row.created
        yield _("changed"), self.row.changed
        yield _("unchanged"), self.row.unchanged
        yield _("refused"), self.row.refused

    def act(self) -> str:
        begin_import(film_import=self.row, all_or_nothing=self.cleaned_data["all_or_nothing"], by=self.by)
        return _now("The films of %(name)s are being imported.") % {"name": self.row.name}


class PublishNew(Move[FilmImport]):
    name = "publish-new"
    label = _("Publish the new films")
    permission = "catalog.change_film"

    @classmethod
    def fits(cls, row: FilmImport) -> bool:
        return (
            row.stage == FilmImport.Stage.IMPORT and row.status == FilmImport.Status.DONE and row.created > 0
        )

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("drafts"), new_films(self.row).filter(is_published=False, withdrawn_at=None).count()

    def act(self) -> str:
        return said_of_published(publish_films(films=new_films(self.row), by=self.by))


class FindingInline(ShownInline[ImportFinding, FilmImport]):
    model = ImportFinding
    verbose_name_plural = _("What was found, the first hundred rows; the report has all")
    fields = ("line", "sort", "film", "field", "said")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportFinding]:
        match = request.resolver_match
        key = match.kwargs.get("object_id", "") if match else ""
        rows = super().get_queryset(request).filter(film_import__pk=key if str(key).isdecimal() else 0)
        row = FilmImport.objects.filter(pk=key).first() if str(key).isdecimal() else None
        first = rows.filter(stage=row.stage if row else "").order_by("pk").values("pk")[:MOST_SHOWN]
        return rows.filter(pk__in=list(first.values_list("pk", flat=True))).order_by("pk")


@admin.register(FilmImport)
class FilmImportAdmin(MovesAdmin[FilmImport]):
    list_display = ("name", "created_at", "asked_by", "stage", "status", "created", "changed", "refused")
    list_select_related = ("asked_by",)
    search_fields = ("name",)
    moves = (Import, PublishNew)
    inlines = (FindingInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return all(may(request.user, each) for each in NEEDED)

    def has_change_permission(self, request: HttpRequest, obj: FilmImport | None = None) -> bool:
        return False

    def get_form(
        self, request: HttpRequest, obj: FilmImport | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        if obj is not None:
            return super().get_form(request, obj, change, **kwargs)
        by = cast("User", request.user)

        class Uploading(UploadForm):
            def __init__(self, *args: Any, **given: Any) -> None:
                super().__init__(*args, by=by, **given)

        return Uploading

    def get_fields(self, request: HttpRequest, obj: FilmImport | None = None) -> Any:
        if obj is None:
            return ("file", "form")
        has_added = obj.stage == FilmImport.Stage.IMPORT and obj.created > 0  # a check adds nothing
        drafts = ("drafts",) if has_added else ()
        return ("name", "format", "stage", "status", "progress", "created", "changed", "unchanged", "refused", *drafts, "report", "asked_by", "finished_at")  # fmt: skip

    def get_inlines(self, request: HttpRequest, obj: FilmImport | None) -> Any:
        return self.inlines if obj else ()

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> FilmImport:
        return cast("FilmImport", form.save(commit=False))

    def save_model(self, request: HttpRequest, obj: FilmImport, form: Any, change: bool) -> None:
        """The verb saved it when the form was checked."""

    def response_post_save_add(self, request: HttpRequest, obj: FilmImport) -> HttpResponseRedirect:
        """To the page that shows what the file would change."""
        return redirect("admin:catalog_filmimport_change", obj.pk)

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> Any:
        answer = super().changeform_view(request, object_id, *args, **kwargs)
        if (
            object_id
            and object_id.isdecimal()
            and FilmImport.objects.unfinished().filter(pk=object_id).exists()
        ):
            answer["Refresh"] = WHILE_WORKING
        return answer

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.report_view)
        return [path("<int:pk>/report.csv", view, name="catalog_filmimport_report"), *super().get_urls()]

    def report_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """All that was found, as CSV."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = FilmImport.objects.filter(pk=pk).first()
        if row is None:
            raise Http404
        answer = StreamingHttpResponse(report_lines(findings_of(row)), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="import-{pk}.csv"'
        return answer

    @admin.display(description=_("format"))
    def format(self, row: FilmImport) -> str:
        return str(FORMATS[row.form].label) if row.form in FORMATS else row.form

    @admin.display(description=_("read so far"))
    def progress(self, row: FilmImport) -> SafeString:
        done = row.size if row.finished_at else min(row.bytes_read, row.size)
        said = _now("%(rows)d rows") % {"rows": row.rows_read}
        return format_html(
            '<progress max="{}" value="{}" aria-label="{}"></progress> {}',
            row.size or 1,
            done,
            _("read so far"),
            said,
        )

    @admin.display(description=_("new films"))
    def drafts(self, _row: FilmImport) -> SafeString:
        """What becomes of them, and the way to them."""
        said = _(
            "They are drafts, and so are their parts: “Publish the new films” shows all of them to everyone, and “Publish now” on its page a single one."
        )
        address = f"{reverse('admin:catalog_film_changelist')}?state=draft"
        return format_html('{} <a href="{}">{}</a>', said, address, _("Drafts"))

    @admin.display(description=_("report"))
    def report(self, row: FilmImport) -> SafeString:
        address = reverse("admin:catalog_filmimport_report", args=[row.pk])
        text = _now("Save the report as CSV (the first %(most)d findings)") % {"most": MOST_FINDINGS}
        return format_html('<a href="{}">{}</a>', address, text)


@admin.register(Booklet)
class BookletAdmin(ReadOnlyAdmin[Booklet]):
    list_display = ("created_at", "asked_by", "films", "status", "expires_at")
    list_select_related = ("asked_by",)
    fields = ("search", "language", "films", "films_done", "is_cut", "status", "asked_by", "created_at", "finished_at", "expires_at")  # fmt: skip
