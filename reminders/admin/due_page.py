"""The page of what is due, when and why; also about one subject, or to one person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from office.reports import report
from reminders.admin.due import DAYS, MOST_COUNTED, due
from reminders.admin.subjects import linked, subjects_of
from reminders.kinds import kind_named
from reminders.models import Reminder

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Reminder]
else:
    Base = object

LONGEST = 254
"""Of an address or a subject; there are no longer ones."""


class DuePage(Base):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.due_view)
        return [path("due/", view, name="reminders_reminder_due"), *super().get_urls()]

    @report
    def due_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        about, to = (request.GET.get(name, "")[:LONGEST] for name in ("about", "to"))
        found = due(about=about, to=to)
        rows = [*found.first, *found.faults]
        subjects = subjects_of([*rows, *([Reminder(subject=about)] if about else [])])

        def named(subject: str) -> tuple[str, str]:
            """With its link, and as bare words."""
            row = subjects.get(subject)
            return linked(subject, row, self.admin_site), str(row or subject)

        context = {
            **self.admin_site.each_context(request),
            "title": _("What is due, and when"),
            "opts": self.opts,
            "due": found,
            "about": named(about)[0] if about else "",
            "to": to,
            "first": [(row, said(row), *named(row.subject), why(row)) for row in found.first],
            "faults": [(row, said(row), *named(row.subject), row.last_error) for row in found.faults],
            "days": DAYS,
            "most": MOST_COUNTED,
            "zone": timezone.get_default_timezone_name(),
        }
        return TemplateResponse(request, "reminders/due.html", context)


def said(row: Reminder) -> str:
    kind = kind_named(row.kind)
    return str(kind.label) if kind else row.kind


def why(row: Reminder) -> str:
    """Why a reminder waits that was taken up before; empty where its time has not come."""
    if row.attempts:
        return _("Refused for now: %(error)s") % {"error": row.last_error}
    if row.claimed_at and row.due_at > timezone.now():
        return _("It waits for the morning where its reader is.")
    return ""


def page_of_due(**about: str) -> str:
    address = reverse("admin:reminders_reminder_due")
    return f"{address}?{urlencode(about)}" if about else address
