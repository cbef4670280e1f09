"""What the office's first page says of mails; and beside a person, what is due to them, when and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db.models import Model, QuerySet
from django.db.models.functions import Now
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from office.site.beside import Beside
from office.site.beside import register as register_beside
from office.site.front.panels import Panel, Urgency, register
from reminders.admin.due_page import said
from reminders.models import DeadAddress, Reminder
from reminders.outbox import subject_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def when(row: Reminder) -> str:
    """Such as “sent, 3 March 2027, 9:00”; with the mail server's words if there are any."""
    at = date_format(localtime(row.sent_at or row.due_at), "SHORT_DATETIME_FORMAT")
    words = f"{row.get_status_display()}, {at}"
    return f"{words} ({row.last_error})" if row.last_error else words


def to_whom_and_when(row: Reminder) -> str:
    return f"{row.recipient}, {when(row)}"


def about(row: Model) -> QuerySet[Reminder]:
    """What was and will be said about a row, what waits in front."""
    return Reminder.objects.about(subject_of(row)).order_by("-due_at", "-pk")


def mails_about[Row: Model](
    on: type[Row], rows: Callable[[Row], QuerySet[Reminder]] = about
) -> Beside[Row, Reminder]:
    """The panel of a row's page that says what is due about it, when, to whom; each app registers it for its own rows."""
    label: _StrPromise = _("Mails about it")
    query: Callable[[Row], str] = lambda row: f"q={subject_of(row)}"  # noqa: E731 - as the others are given
    return Beside(on, label, "reminders.view_reminder", rows, to_whom_and_when, query=query, name=said)


def failed() -> QuerySet[Reminder]:
    return Reminder.objects.failed().order_by("-due_at")


def put_off() -> QuerySet[Reminder]:
    return Reminder.objects.put_off().order_by("due_at")


def due_today() -> QuerySet[Reminder]:
    from datetime import timedelta

    return Reminder.objects.waiting().filter(due_at__lte=Now() + timedelta(days=1)).order_by("due_at", "pk")


register_beside(
    Beside(
        User,
        _("Mails to this person"),
        "reminders.view_reminder",
        lambda person: Reminder.objects.filter(user=person).order_by("-due_at", "-pk"),
        when,
        query=lambda person: f"q={person.email}",
        name=said,
    )
)
register(
    Panel(
        _("Reminders that could not be sent"),
        "reminders.view_reminder",
        failed,
        lambda row: f"{row.recipient}: {row.last_error}",
        "status__exact=failed",
        Urgency.WRONG,
        said,
    ),
    Panel(
        _("Addresses that take no mail"),
        "reminders.view_deadaddress",
        DeadAddress.objects.all,
        lambda row: row.because or row.get_how_display(),
        "",
        Urgency.WRONG,
    ),
    Panel(
        _("Mails that were refused for now"),
        "reminders.view_reminder",
        put_off,
        to_whom_and_when,
        "status__exact=pending",
        Urgency.SOON,
        said,
    ),
    Panel(
        _("Mails due within a day"),
        "reminders.view_reminder",
        due_today,
        to_whom_and_when,
        "status__exact=pending",
        Urgency.SOON,
        said,
    ),
)
