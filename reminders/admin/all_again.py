"""All that failed is sent again at once, after the office has seen how much that is and why it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reminders.models import Reminder
from reminders.outbox import send_again

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Reminder]
else:
    Base = object

MOST_REASONS = 20


class AllAgain(Base):
    change_list_template = "reminders/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.all_again_view)
        return [path("all-again/", view, name="reminders_reminder_all_again"), *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        may = self.has_change_permission(request)
        return super().changelist_view(request, {**(extra_context or {}), "may_send_again": may})

    def all_again_view(self, request: HttpRequest) -> HttpResponse:
        """Shows the reasons and asks (GET); sends again (POST)."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        back = reverse("admin:reminders_reminder_changelist")
        if request.method == "POST":
            number = send_again()
            sentence = ngettext(
                "%(number)d reminder will be sent again.", "%(number)d reminders will be sent again.", number
            )
            messages.success(request, sentence % {"number": number})
            return redirect(back)
        reasons = Reminder.objects.failed().values("last_error").annotate(number=Count("pk"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Send all that failed again"),
            "opts": self.opts,
            "back": back,
            "reasons": reasons.order_by("-number", "last_error")[:MOST_REASONS],
            "number": Reminder.objects.failed().count(),
        }
        return TemplateResponse(request, "reminders/all_again.html", context)
