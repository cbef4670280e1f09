"""The outbox as the office sees it: what is waiting, when it is due, for whom; what failed, and why; what it says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from office.site.lines import page_of
from office.site.moves import Move, MovesAdmin
from reminders.admin.all_again import AllAgain
from reminders.admin.due_page import DuePage, page_of_due, said
from reminders.admin.subjects import linked, subjects_of
from reminders.models import Reminder
from reminders.outbox import send_again
from reminders.writing.preview import preview

LEFT = (Reminder.Status.SENDING, Reminder.Status.SENT)


class SendAgain(Move[Reminder]):
    name = "send-again"
    label = _("Send again")
    permission = "reminders.change_reminder"

    @classmethod
    def fits(cls, row: Reminder) -> bool:
        return row.status == Reminder.Status.FAILED

    def facts(self) -> Iterable[tuple[object, object]]:
        return [
            (_("what"), said(self.row)),
            (_("to"), self.row.recipient),
            (_("why it failed"), self.row.last_error),
        ]

    def act(self) -> str:
        number = send_again(rows=[self.row.pk])
        sentence = ngettext(
            "%(number)d reminder will be sent again.", "%(number)d reminders will be sent again.", number
        )
        return sentence % {"number": number}


class WithSubjects(ChangeList):
    """Fetches what the rows of a page are about, once for all."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        found = subjects_of(rows)
        for row in rows:
            row.about_row = found.get(row.subject)
        self.result_list = rows


@admin.register(Reminder)
class ReminderAdmin(AllAgain, DuePage, MovesAdmin[Reminder]):
    list_display = ("due_at", "what", "about", "recipient", "status", "sent_at", "attempts", "last_error")
    list_filter = ("status", "kind")
    search_fields = ("recipient", "subject", "key")
    date_hierarchy = "due_at"
    list_select_related = ("user",)
    raw_id_fields = ("user",)
    exclude = ("data", "key")
    readonly_fields = (
        "what",
        "about",
        "says",
        "others",
        "kind",
        "subject",
        "created_at",
        "expires_at",
        "claimed_at",
        "leased_until",
        "sent_at",
        "attempts",
        "fruitless_claims",
        "last_error",
        "message_id",
    )
    moves = (SendAgain,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # only the verb that makes a reminder due creates it

    def has_change_permission(self, request: HttpRequest, obj: Reminder | None = None) -> bool:
        """What is on its way or sent is only looked at."""
        return super().has_change_permission(request, obj) and (obj is None or obj.status not in LEFT)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """While a form is saved no worker claims its row. A page that was opened before the mail left does not make it wait again."""
        saves = request.method == "POST" and self.has_change_permission(request)
        if not saves or object_id is None or not object_id.isdecimal():
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            row = Reminder.objects.select_for_update().filter(pk=object_id).first()
            if row is None or row.status not in LEFT:
                return super().changeform_view(request, object_id, form_url, extra_context)
        messages.error(request, _now("It is being sent, or was sent, so nothing was changed."))
        return redirect(page_of(row))

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "status":  # only a worker says that it sends, or has sent
            kwargs["choices"] = [each for each in Reminder.Status.choices if each[0] not in LEFT]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Reminder, form: Any, change: bool) -> None:
        if obj.status != Reminder.Status.PENDING:
            obj.secret = {}
        super().save_model(request, obj, form, change)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return WithSubjects

    @admin.display(description=_("what"), ordering="kind")
    def what(self, reminder: Reminder) -> str:
        return said(reminder)

    @admin.display(description=_("about"))
    def about(self, reminder: Reminder) -> str:
        """The row that it is about, with a link to its page."""
        if hasattr(reminder, "about_row"):
            row = cast("Model | None", reminder.about_row)
        else:
            row = subjects_of([reminder]).get(reminder.subject)
        return linked(reminder.subject, row, self.admin_site)

    @admin.display(description=_("what else is due"))
    def others(self, reminder: Reminder) -> str:
        links = [
            (page_of_due(about=reminder.subject), _now("About the same")),
            (page_of_due(to=reminder.recipient), _now("To the same address")),
        ]
        return format_html_join(" · ", '<a href="{}">{}</a>', links)

    @admin.display(description=_("what it says"))
    def says(self, reminder: Reminder) -> str:
        address = reverse("admin:reminders_reminder_preview", args=[reminder.pk])
        return format_html('<a href="{}">{}</a>', address, _now("Read it as it would be sent now"))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.preview_view)
        name = "reminders_reminder_preview"
        return [path("<int:pk>/preview/", view, name=name), *super().get_urls()]

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the mail says with today's data. Codes and links that only its recipient may read are left out."""
        reminder = self.get_object(request, str(pk))
        if reminder is None or not self.has_view_permission(request, reminder):
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": said(reminder),
            "opts": self.opts,
            "original": reminder,
            "preview": preview(reminder),
        }
        return TemplateResponse(request, "reminders/preview.html", context)
