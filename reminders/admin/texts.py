"""The texts of mails: which are ours and which the office's own, and the page on which one is written and tried."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from office.permissions import may
from office.refusals import RefusalsOn
from office.site.front.panels import Panel, Urgency, register
from office.site.rows import ReadOnlyAdmin
from reminders.admin.text_page import TextForm, TextPage
from reminders.kinds import Kind, all_kinds, kind_named
from reminders.models import MailText
from reminders.texts.saving import PERMISSION, back_to_ours

if TYPE_CHECKING:
    from accounts.models import User


@admin.register(MailText)
class MailTextAdmin(ReadOnlyAdmin[MailText]):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.text_view)
        return [
            path("text/<str:kind>/<slug:language>/", view, name="reminders_mailtext_text"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Every kind, with its text in each language."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _now("Texts of mails"),
            "opts": self.opts,
            "languages": [name for _code, name in settings.LANGUAGES],
            "groups": groups_of_kinds(),
        }
        return TemplateResponse(request, "reminders/texts/list.html", context)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """A version stands on the page of its text."""
        row = self.get_object(request, object_id)
        if row is None:
            return super().change_view(request, object_id, *args, **kwargs)
        return redirect(f"{page_of_text(row.kind, row.language)}?version={row.number}")

    def text_view(self, request: HttpRequest, kind: str, language: str) -> HttpResponse:
        """Shows the text and what it says (GET, and POST with `show`); saves it, or makes ours count again (POST)."""
        known = kind_named(kind)
        if known is None or language not in dict(settings.LANGUAGES):
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        page = TextPage(known, language)
        form = TextForm(request.POST or None, page=page, initial=page.initial(request.GET.get("version", "")))
        is_act = request.method == "POST" and "show" not in request.POST
        if is_act and (answer := self._act(request, form, page)):
            return answer
        context = {
            **self.admin_site.each_context(request),
            **page.context(form),
            "title": known.label,
            "opts": self.opts,
            "may_write": may(request.user, PERMISSION),
        }
        return TemplateResponse(request, "reminders/texts/text.html", context)

    def _act(self, request: HttpRequest, form: TextForm, page: TextPage) -> HttpResponse | None:
        by = cast("User", request.user)
        if not may(by, PERMISSION):
            raise PermissionDenied
        if not form.is_valid():
            return None
        with RefusalsOn(form):
            if "ours" in request.POST:
                after = form.cleaned_data["after"]
                back_to_ours(kind=page.kind.name, language=page.language, after=after, by=by)
                messages.success(request, _now("Our own text counts again."))
            else:
                form.save(by=by)
                messages.success(request, _now("Mails of this kind say this from now on."))
            return redirect(page_of_text(page.kind.name, page.language))
        return None


def page_of_text(kind: str, language: str) -> str:
    return reverse("admin:reminders_mailtext_text", args=[kind, language])


def groups_of_kinds() -> list[tuple[str, list[tuple[Kind, list[tuple[str, str, MailText | None]]]]]]:
    """The kinds of each app; each with its address, language and the version that counts, if it is not ours."""
    rows = {(row.kind, row.language): row for row in MailText.objects.in_use()}
    ordered = sorted(all_kinds(), key=lambda kind: (kind.name.partition(".")[0], str(kind.label)))
    return [
        (
            str(apps.get_app_config(app).verbose_name) if apps.is_installed(app) else app,
            [
                (
                    kind,
                    [
                        (page_of_text(kind.name, code), str(name), rows.get((kind.name, code)))
                        for code, name in settings.LANGUAGES
                    ],
                )
                for kind in kinds
            ],
        )
        for app, kinds in groupby(ordered, key=lambda kind: kind.name.partition(".")[0])
    ]


register(
    Panel(
        _("Texts of mails that could not be used"),
        "reminders.view_mailtext",
        MailText.objects.broken,
        lambda row: row.fault,
        "",
        Urgency.WRONG,
        lambda row: kind.label if (kind := kind_named(row.kind)) else row.kind,
    )
)
