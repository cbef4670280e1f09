"""What is owed is sent by the worker; the rest waits; a showing moves, and takes with it what it owes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.urls import reverse

from demo import sample, sample_people
from demo.errors import DemoError
from demo.mailbox import letters
from demo.waiting import wait_for
from reminders.models import Reminder
from reminders.outbox import subject_of
from screenings.models import Screening, Showing
from screenings.programme.booking import move_showing

type Steps = Iterator[tuple[str, str]]


def remind(mailbox: Path) -> Steps:
    """Sent, waiting, moved, told."""
    outbox = reverse("admin:reminders_reminder_changelist")
    sent = wait_for(lambda: _all_sent(mailbox), what="Sending what is due")
    yield f"The worker has sent {sent} mails; they lie in the mailbox.", reverse("demo:mailbox")
    waiting = Reminder.objects.waiting().order_by("due_at")
    yield f"{waiting.count()} reminders wait for their time:", f"{outbox}?status__exact=pending"
    for reminder in waiting[:4]:
        yield f"  {reminder.due_at:%Y-%m-%d %H:%M} UTC  {reminder.kind}  to {reminder.recipient}", outbox
    showing = _last_showing()
    before = _due_times(showing)
    moved = move_showing(
        showing=showing,
        starts_at=showing.starts_at + timedelta(days=1),
        by=sample.person(sample_people.PROGRAMMER),
    )
    if _due_times(moved) == before:
        raise DemoError("The showing was moved, and what it owes was not.")
    path = reverse("screenings:desk-screening", args=[moved.screening.slug])
    yield f"{moved.film.title} is moved to the next day; what it owes moves with it.", path
    told = wait_for(lambda: _told_of_move(mailbox), what="Telling the registered of the move")
    yield f"{told} registered people are told of it.", reverse("demo:mailbox")


def _all_sent(mailbox: Path) -> int | None:
    """How many letters lie in the mailbox, once nothing that is due waits any more."""
    if refused := Reminder.objects.exclude(last_error="").first():
        raise DemoError(f"A reminder ({refused.kind}) could not be sent: {refused.last_error}")
    owed = Reminder.objects.due().exists()
    sending = Reminder.objects.filter(status=Reminder.Status.SENDING).exists()
    return None if owed or sending else len(letters(mailbox))


def _last_showing() -> Showing:
    screening = Screening.objects.get(status=Screening.Status.PUBLISHED)
    return screening.showings.select_related("film", "screening").order_by("-starts_at")[0]


def _due_times(showing: Showing) -> list[datetime]:
    """When those who hold a place at a showing are to be reminded of it."""
    owed = Reminder.objects.about(subject_of(showing)).waiting().order_by("key")
    return list(owed.values_list("due_at", flat=True))


def _told_of_move(mailbox: Path) -> int | None:
    moved = Reminder.objects.filter(kind__contains="moved", status=Reminder.Status.SENT)
    recipients = set(moved.values_list("recipient", flat=True))
    arrived = {letter.recipient for letter in letters(mailbox)}
    return len(recipients) if recipients and recipients <= arrived else None
