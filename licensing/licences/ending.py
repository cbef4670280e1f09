"""A licence ends before its time: revoked, shortened to a day, or superseded by another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from licensing.licences.moves import IllegalMove, Status, move, refuse_unfounded
from licensing.licences.resting import ask_again, held_licence
from licensing.models import Licence
from licensing.notices import owed as notices
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def revoke(*, licence: Licence, because: str, by: User | None) -> Licence:
    """Ends a licence for good, with the reason that the check page will show. `by` is None for the system. Idempotent.

    What rests on it is covered by another licence, or taken from sale. The licensee is told.
    Raises Refused (codes `office-only`, `because`) and IllegalMove.
    """
    row = held_licence(licence)
    reason = refuse_unfounded(by, because)
    if row.status == Status.REVOKED:
        return row
    move(row, Status.REVOKED, because=reason)
    notices.forget(row)
    notices.owe_licence_changed(licence=row, kind="licensing.licence-revoked", because=reason)
    ask_again(row)
    return row


@transaction.atomic
def shorten(*, licence: Licence, until: date, because: str, by: User | None) -> Licence:
    """Brings the last day of a licence forward; its certificate keeps the words that were signed. Idempotent.

    `until` is today or later, on or after its first day, and before its last. Raises Refused (codes `office-only`,
    `because`, `until`) and IllegalMove (of a licence that has ended, or is revoked or superseded).
    """
    row = held_licence(licence)
    reason = refuse_unfounded(by, because)
    if row.ends_on == until and row.shortened_at:
        return row
    _refuse_over(row)
    _refuse_day(row, until)
    if not row.shortened_at:
        row.signed_until = row.ends_on
    row.ends_on, row.shortened_at, row.shortened_because = until, timezone.now(), reason
    row.save(update_fields=["ends_on", "signed_until", "shortened_at", "shortened_because"])
    notices.owe_new_end(licence=row)
    notices.owe_licence_changed(licence=row, kind="licensing.licence-shortened", because=reason)
    ask_again(row)
    return row


@transaction.atomic
def supersede(*, licence: Licence, successor: Licence, because: str, by: User | None) -> Licence:
    """Ends a licence because another one of the same institution takes its place, as after an upgrade. Idempotent.

    What rests on it is covered by that or another licence, or taken from sale. Raises Refused (codes `office-only`,
    `because`, `successor`) and IllegalMove.
    """
    row = held_licence(licence)
    reason = refuse_unfounded(by, because)
    if row.status == Status.SUPERSEDED and row.superseded_by_id == successor.pk:
        return row
    _refuse_successor(row, Licence.objects.get(pk=successor.pk))
    move(row, Status.SUPERSEDED, because=reason, superseded_by=successor)
    notices.forget(row)
    notices.owe_licence_changed(licence=row, kind="licensing.licence-superseded", because=reason)
    ask_again(row)
    return row


def _refuse_over(row: Licence) -> None:
    if row.standing(office_today()) in (Standing.ENDED, Standing.REVOKED, Standing.SUPERSEDED):
        raise IllegalMove(
            _("Licence %(number)s is over, so it cannot end earlier."),
            "illegal-move",
            {"number": row.number},
        )


def _refuse_day(row: Licence, until: date) -> None:
    first = max(row.starts_on, office_today())
    if until < first:
        raise Refused(
            _("The new last day can be %(first)s at the earliest."), "until", {"first": date_format(first)}
        )
    if row.ends_on is not None and until >= row.ends_on:
        raise Refused(
            _("The licence ends on %(day)s already; choose an earlier day."),
            "until",
            {"day": date_format(row.ends_on)},
        )


def _refuse_successor(row: Licence, successor: Licence) -> None:
    if successor.pk == row.pk or successor.institution_id != row.institution_id or not successor.is_active:
        raise Refused(
            _("The licence that takes its place must be another one of the same institution, and active."),
            "successor",
        )
