"""From claimed rows to the mail that they go in; and what is not to be sent, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.sending.connections import Outgoing
from reminders.sending.gate import Gate
from reminders.sending.settling import (
    MOST_FRUITLESS_CLAIMS,
    TOO_OFTEN_FRUITLESS,
    Settled,
    cancelled,
    could_not_compose,
    failed,
)
from reminders.writing.messages import mail_of, write
from reminders.writing.own_words import Texts
from reminders.writing.written import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from office.models import Distributor


def composed(
    group: Sequence[Reminder], seller: Distributor, gate: Gate, texts: Texts
) -> tuple[Outgoing | None, list[Settled]]:
    """The mail of some rows, and how those are settled that are not in it. A row that fails does not hold up the others."""
    written: list[Written] = []
    settled: list[Settled] = []
    for row in group:
        what = _written(row, seller, gate, texts)
        if isinstance(what, Written):
            written.append(what)
        else:
            settled += what
    if not written:
        return None, settled
    return Outgoing(mail_of(written, seller), [each.reminder for each in written]), settled


def _written(row: Reminder, seller: Distributor, gate: Gate, texts: Texts) -> Written | list[Settled]:
    if row.fruitless_claims > MOST_FRUITLESS_CLAIMS:
        return [failed([row], TOO_OFTEN_FRUITLESS)]
    try:
        kind = kind_named(row.kind)
        if kind is None:
            raise LookupError(f"No app knows reminders of the kind “{row.kind}”.")
        if held := gate.holds(row, kind):
            return [held]
        return write(row, kind, seller, texts) or [cancelled([row])]
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one message must not hold up the others
        return could_not_compose(row, error)
