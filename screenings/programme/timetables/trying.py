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
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import cancel_showing
from screenings.programme.timetables.rearranging import rearrange

if TYPE_CHECKING:
    from accounts.models import User

HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The names of those who would get a mail, for how many people they registered, and the first one's mail as text; without
    the link that only its reader may use."""

    told: Sequence[str] = ()
    people: int = 0
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
    """Of other places for its showings. Raises Refused as `rearrange` does."""
    return _tried(
        "screenings.showings-moved",
        screening,
        lambda: rearrange(screening=screening, places=places, version=version, by=by, undoes=undoes),
    )


def try_calling_off(*, showing: Showing, version: int, by: User) -> Outcome:
    """Raises Refused as `cancel_showing` does."""
    return _tried(
        "screenings.showing-cancelled",
        showing,
        lambda: cancel_showing(showing=showing, version=version, by=by),
    )


def try_calling_all_off(*, screening: Screening, by: User) -> Outcome:
    """Raises Refused as `cancel_screening` does."""
    return _tried(
        "screenings.screening-cancelled", screening, lambda: cancel_screening(screening=screening, by=by)
    )


def _tried(kind: str, about: Screening | Showing, change: Callable[[], object]) -> Outcome:
    """Makes the change, reads what it would send of this kind, and takes all of it back."""
    with transaction.atomic():
        waiting = Reminder.objects.waiting().filter(kind=kind, subject=subject_of(about))
        before = set(waiting.values_list("pk", flat=True))
        change()
        outcome = _outcome(list(waiting.exclude(pk__in=before).order_by("pk")))
        transaction.set_rollback(True)
    return outcome


def _outcome(owed: Sequence[Reminder]) -> Outcome:
    if not owed:
        return Outcome()
    rows = Registration.objects.in_bulk([each.data["registration"] for each in owed])
    mail, token = preview(owed[0]), rows[owed[0].data["registration"]].token
    return Outcome(
        told=sorted(each.name for each in rows.values()),
        people=sum(each.people for each in rows.values()),
        subject=mail.subject,
        text=mail.text.replace(token, HIDDEN),
    )
