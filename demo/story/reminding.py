"""The worker sends the messages that are due, and the others wait; a showing is moved, and its messages move too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.urls import reverse

from demo.errors import DemoError
from demo.mailbox import letters
from demo.sample import people
from demo.sample.accounts import person
from demo.waiting import wait_for
from reminders.models import Reminder
from reminders.outbox import subject_of
from screenings.models import Screening, Showing
from screenings.programme.booking import move_showing

type Steps = Iterator[tuple[str, str]]


def remind(mailbox: Path) -> Steps:
    """Messages sent, waiting, moved; people notified."""
    outbox = reverse("admin:reminders_reminder_changelist")
    sent = wait_for(lambda: _all_sent(mailbox), what="Sending what is due")
    yield f"The worker has sent {sent} e-mails; they are in the mailbox.", reverse("demo:mailbox")
    waiting = Reminder.objects.waiting().order_by("due_at")
    yield f"{waiting.count()} reminders are waiting for their time:", f"{outbox}?status__exact=pending"
    for reminder in waiting[:4]:
        yield f"  {reminder.due_at:%Y-%m-%d %H:%M} UTC  {reminder.kind}  to {reminder.recipient}", outbox
    showing = _last_showing()
    before = _due_times(showing)
    moved = move_showing(
        showing=showing,
        starts_at=showing.starts_at + timedelta(days=1),
        by=person(people.PROGRAMMER),
    )
    if _due_times(moved) == before:
        raise DemoError("The showing was moved, but its messages were not.")
    path = reverse("screenings:desk-screening", args=[moved.screening.slug])
    yield f"{moved.film.title} is moved to the next day, and its messages with it.", path
    notified = wait_for(lambda: _notified_of_move(mailbox), what="Notifying people of the move")
    who = "person who registered is" if notified == 1 else "people who registered are"
    yield f"{notified} {who} notified.", reverse("demo:mailbox")


def _all_sent(mailbox: Path) -> int | None:
    """The number of letters in the mailbox, once everything that is due has been sent."""
    if refused := Reminder.objects.exclude(last_error="").first():
        raise DemoError(f"A reminder ({refused.kind}) could not be sent: {refused.last_error}")
    owed = Reminder.objects.due().exists()
    sending = Reminder.objects.filter(status=Reminder.Status.SENDING).exists()
    return None if owed or sending else len(letters(mailbox))


def _last_showing() -> Showing:
    screening = Screening.objects.get(status=Screening.Status.PUBLISHED)
    return screening.showings.select_related("film", "screening").order_by("-starts_at")[0]


def _due_times(showing: Showing) -> list[datetime]:
    """When the people with a place at a showing will be reminded of it."""
    owed = Reminder.objects.about(subject_of(showing)).waiting().order_by("key")
    return list(owed.values_list("due_at", flat=True))


def _notified_of_move(mailbox: Path) -> int | None:
    moved = Reminder.objects.filter(kind__contains="moved", status=Reminder.Status.SENT)
    recipients = set(moved.values_list("recipient", flat=True))
    arrived = {letter.recipient for letter in letters(mailbox)}
    return len(recipients) if recipients and recipients <= arrived else None
