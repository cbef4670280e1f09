"""The outbox as the office sees it: what is waiting, when it is due, for whom; what failed, and why."""

from __future__ import annotations

from django.apps import apps
from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from office.site.front.panels import Panel, Urgency, register
from office.site.lines import page_of
from office.site.rows import OfficeAdmin
from reminders.kinds import kind_named
from reminders.models import Reminder


@admin.register(Reminder)
class ReminderAdmin(OfficeAdmin[Reminder]):
    list_display = ("due_at", "what", "recipient", "status", "sent_at", "attempts", "last_error", "subject")
    list_filter = ("status", "kind")
    search_fields = ("recipient", "subject", "key")
    date_hierarchy = "due_at"
    list_select_related = ("user",)
    raw_id_fields = ("user",)
    exclude = ("data", "key")
    readonly_fields = (
        "what",
        "about",
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
    actions = ("send_again",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # only the verb that makes a reminder due creates it

    @admin.display(description=_("what"), ordering="kind")
    def what(self, reminder: Reminder) -> str:
        kind = kind_named(reminder.kind)
        return str(kind.label) if kind else reminder.kind

    @admin.display(description=_("about"))
    def about(self, reminder: Reminder) -> str:
        """The row that it is about, with a link to its page."""
        label, _colon, key = reminder.subject.partition(":")
        try:
            model = apps.get_model(label)
            row = model._base_manager.filter(pk=key).first()  # noqa: SLF001 - the documented name for any model's manager
        except (LookupError, ValueError):
            return reminder.subject
        if row is None or not self.admin_site.is_registered(model):
            return reminder.subject
        return format_html('<a href="{}">{}</a>', page_of(row), row)

    @admin.action(description=_("Send again now"), permissions=["change"])
    def send_again(self, request: HttpRequest, rows: QuerySet[Reminder]) -> None:
        failed = rows.filter(status=Reminder.Status.FAILED)
        number = failed.update(status=Reminder.Status.PENDING, attempts=0, fruitless_claims=0, due_at=Now())
        sentence = ngettext(
            "%(number)d reminder will be sent again.", "%(number)d reminders will be sent again.", number
        )
        self.message_user(request, sentence % {"number": number})


register(
    Panel(
        _("Reminders that could not be sent"),
        "reminders.view_reminder",
        lambda: Reminder.objects.filter(status=Reminder.Status.FAILED).order_by("-due_at"),
        lambda row: row.recipient,
        "status__exact=failed",
        Urgency.WRONG,
    )
)
