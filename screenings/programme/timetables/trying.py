"""A change of a timetable tried out: whether it would be refused, who would be told, and in which words. Nothing stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from reminders.models import Reminder
from reminders.outbox import subject_of
from reminders.writing.preview import preview
from screenings.models import Registration, Screening, Showing, TimetableChange
from screenings.planning.by_hand.places import Place
from screenings.programme.booking import cancel_showing
from screenings.programme.timetables.rearranging import rearrange

if TYPE_CHECKING:
    from accounts.models import User

MOVED, CALLED_OFF = "screenings.showings-moved", "screenings.showing-cancelled"
HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The names of those who would get a mail, and the first one's mail as text; without the link that only its reader may use."""

    told: Sequence[str] = ()
    subject: str = ""
    text: str = ""


def try_out(
    *,
    screening: Screening,
    places: Sequence[Place],
    version: int,
    by: User,
    undoes: TimetableChange | None = None,
) -> Outcome:
    """Makes the change, reads what it would send, and takes all of it back. Raises Refused as `rearrange` does."""

    def change() -> None:
        rearrange(screening=screening, places=places, version=version, by=by, undoes=undoes)

    return _outcome_of(change, MOVED, screening)


def try_calling_off(*, showing: Showing, by: User) -> Outcome:
    """The same for one showing that would be called off. Raises Refused as `cancel_showing` does."""
    return _outcome_of(lambda: cancel_showing(showing=showing, by=by), CALLED_OFF, showing)


def _outcome_of(change: Callable[[], object], kind: str, subject: Screening | Showing) -> Outcome:
    with transaction.atomic():
        waiting = Reminder.objects.waiting().filter(kind=kind, subject=subject_of(subject))
        before = set(waiting.values_list("pk", flat=True))
        change()
        owed = list(waiting.exclude(pk__in=before).order_by("pk"))
        people = Registration.objects.in_bulk([each.data["registration"] for each in owed])
        names = sorted(people[each.data["registration"]].name for each in owed)
        outcome = Outcome(names)
        if owed:
            mail = preview(owed[0])
            token = people[owed[0].data["registration"]].token
            outcome = Outcome(names, mail.subject, mail.text.replace(token, HIDDEN))
        transaction.set_rollback(True)
    return outcome
