"""A licence that another one took the place of is in force again, because that other one was revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from licensing.licences.moves import IllegalMove, Status, move, refuse_outsider
from licensing.licences.resting import ask_again, held_licence
from licensing.models import Licence
from licensing.notices import owed as notices

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def restore(*, licence: Licence, by: User | None) -> Licence:
    """Puts a superseded licence into force again, with its own dates, once its successor is revoked. Idempotent.

    Its reminders are owed anew, the licensee is told, and what rested on it is asked again. Raises Refused (code
    `office-only`) and IllegalMove.
    """
    row = held_licence(licence)
    refuse_outsider(by)
    if row.status == Status.ACTIVE:
        return row
    if row.superseded_by is None or row.superseded_by.status != Status.REVOKED:
        raise IllegalMove(
            _("Licence %(number)s comes into force again only when the one that replaced it is revoked."),
            "illegal-move",
            {"number": row.number},
        )
    move(row, Status.ACTIVE)
    notices.owe_new_end(licence=row)
    notices.owe_licence_changed(licence=row, kind="licensing.licence-restored", because="")
    ask_again(row)
    return row
