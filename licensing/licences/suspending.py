"""A licence is suspended, and reinstated: by the office, or by the system for a payment that is disputed or overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from licensing.licences.moves import IllegalMove, Status, move, refuse_outsider, refuse_unfounded
from licensing.licences.resting import ask_again, held_licence
from licensing.models import Licence
from licensing.notices import owed as notices
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

Cause = Licence.Cause


@transaction.atomic
def suspend(
    *,
    licence: Licence,
    because: str,
    by: User | None,
    cause: Licence.Cause = Cause.OFFICE,
    order: int | None = None,
) -> Licence:
    """Takes a licence out of force until it is reinstated, with the reason that the check page will show.

    `cause` and the key of the `order` whose money it is about name the cause. A licence that is suspended already keeps its
    causes and gets this one beside them, once. What rests on it is covered by another licence, or taken from sale. The
    licensee is told. Idempotent. Raises Refused (codes `office-only`, `because`, `ended`) and IllegalMove.
    """
    row = held_licence(licence)
    reason = refuse_unfounded(by, because)
    if row.status == Status.SUSPENDED:
        return _for_these(row, {Licence.cause_of(cause, order): reason} | row.suspensions)
    if row.standing(office_today()) is Standing.ENDED:
        raise Refused(_("Licence %(number)s has ended."), "ended", {"number": row.number})
    move(row, Status.SUSPENDED, because=reason, suspensions={Licence.cause_of(cause, order): reason})
    notices.owe_licence_changed(licence=row, kind="licensing.licence-suspended", because=reason)
    ask_again(row)
    return row


@transaction.atomic
def reinstate(
    *, licence: Licence, by: User | None, cause: Licence.Cause = Cause.OFFICE, order: int | None = None
) -> Licence:
    """Puts a suspended licence into force again; what was taken from sale and is covered again is back on sale. Idempotent.

    The system (`by=None`) takes back this one cause, and reinstates only when no other is left. A person of the office, who
    sees all causes, takes back all of them. Raises Refused (code `office-only`) and IllegalMove.
    """
    row = held_licence(licence)
    refuse_outsider(by)
    if row.status == Status.ACTIVE:
        return row
    if row.status == Status.SUPERSEDED:
        raise IllegalMove(
            _("Licence %(number)s was replaced by another one, so it cannot be reinstated."),
            "illegal-move",
            {"number": row.number},
        )
    if by is None and row.status == Status.SUSPENDED:
        gone = Licence.cause_of(cause, order)
        left = {name: reason for name, reason in row.suspensions.items() if name != gone}
        if left:
            return _for_these(row, left)
    move(row, Status.ACTIVE)
    notices.owe_licence_changed(licence=row, kind="licensing.licence-reinstated", because="")
    ask_again(row)
    return row


def _for_these(row: Licence, causes: dict[str, str]) -> Licence:
    """Keeps a suspended licence suspended for these causes, and says the first of them on the check page."""
    if causes != row.suspensions:
        row.suspensions = causes
        row.status_because = row.causes()[0][1]
        row.save(update_fields=["suspensions", "status_because"])
    return row
