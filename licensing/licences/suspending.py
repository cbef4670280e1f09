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
    *, licence: Licence, because: str, by: User | None, cause: Licence.Cause = Cause.OFFICE
) -> Licence:
    """Takes a licence out of force until it is reinstated, with the reason that the check page will show.

    What rests on it is covered by another licence, or taken from sale. The licensee is told. Idempotent: a suspended licence
    stays as it is, except that a person of the office takes over a suspension by the system (`by=None`).
    Raises Refused (codes `office-only`, `because`, `ended`) and IllegalMove.
    """
    row = held_licence(licence)
    reason = refuse_unfounded(by, because)
    if row.status == Status.SUSPENDED:
        if by is not None and row.suspended_for != Cause.OFFICE:
            row.suspended_for, row.status_because = Cause.OFFICE, reason
            row.save(update_fields=["suspended_for", "status_because"])
        return row
    if row.standing(office_today()) is Standing.ENDED:
        raise Refused(_("Licence %(number)s has ended."), "ended", {"number": row.number})
    move(row, Status.SUSPENDED, because=reason, suspended_for=cause)
    notices.owe_licence_changed(licence=row, kind="licensing.licence-suspended", because=reason)
    ask_again(row)
    return row


@transaction.atomic
def reinstate(*, licence: Licence, by: User | None, cause: Licence.Cause = Cause.OFFICE) -> Licence:
    """Puts a suspended licence into force again; what was taken from sale and is covered again is back on sale. Idempotent.

    The system (`by=None`) reinstates only what it suspended for this cause. Raises Refused (code `office-only`) and
    IllegalMove.
    """
    row = held_licence(licence)
    refuse_outsider(by)
    if row.status == Status.ACTIVE or (
        by is None and row.status == Status.SUSPENDED and row.suspended_for != cause
    ):
        return row
    if row.status == Status.SUPERSEDED:
        raise IllegalMove(
            _("Licence %(number)s was replaced by another one, so it cannot be reinstated."),
            "illegal-move",
            {"number": row.number},
        )
    move(row, Status.ACTIVE)
    notices.owe_licence_changed(licence=row, kind="licensing.licence-reinstated", because="")
    ask_again(row)
    return row
