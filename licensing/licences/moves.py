"""The states of a licence, and the legal moves between them. That it has ended is no state: the calendar says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.models import Licence
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

Status = Licence.Status
LEGAL_MOVES: dict[Status, frozenset[Status]] = {
    Status.ACTIVE: frozenset({Status.SUSPENDED, Status.REVOKED, Status.SUPERSEDED}),
    Status.SUSPENDED: frozenset({Status.ACTIVE, Status.REVOKED, Status.SUPERSEDED}),
    Status.REVOKED: frozenset(),
    Status.SUPERSEDED: frozenset({Status.ACTIVE}),  # only when its successor is revoked: `restoring.restore`
}
MOVED = ("status", "status_since", "status_because", "suspensions", "superseded_by")
LONGEST_REASON = 250


class IllegalMove(Refused):
    """The licence may not move from its current state to the requested one."""


def move(licence: Licence, to: Status, *, because: str = "", **fields: Any) -> None:
    """Moves a locked licence and saves it. `fields`: the causes, or the successor. Raises IllegalMove (code `illegal-move`)."""
    refuse_illegal(licence, to)
    licence.status, licence.status_because = to, because
    licence.status_since = None if to == Status.ACTIVE else timezone.now()
    licence.suspensions, licence.superseded_by = {}, None
    for name, value in fields.items():
        setattr(licence, name, value)
    licence.save(update_fields=MOVED)


def refuse_illegal(licence: Licence, to: Status) -> None:
    now = Status(licence.status)
    if to not in LEGAL_MOVES[now]:
        raise IllegalMove(
            _("Licence %(number)s is %(now)s and cannot become %(to)s."),
            "illegal-move",
            {"number": licence.number, "now": now.label, "to": to.label},
        )


def refuse_unfounded(by: User | None, because: str) -> str:
    """The reason, trimmed. `by` is None for the system. Raises Refused (codes `office-only`, `because`)."""
    refuse_outsider(by)
    if not (reason := because.strip()):
        raise Refused(
            _("Say why: the licensee is told, and the page that checks licences shows it."), "because"
        )
    if len(reason) > LONGEST_REASON:
        raise Refused(
            _("The reason can have at most %(most)d characters."), "because", {"most": LONGEST_REASON}
        )
    return reason


def refuse_outsider(by: User | None) -> None:
    """Raises Refused (code `office-only`) for a person who may not change licences; `by` is None for the system."""
    refuse_unless_may(by, "licensing.change_licence")
