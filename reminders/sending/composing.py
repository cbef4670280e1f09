"""From claimed rows to the mail that they go in; and what is not to be sent, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

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
from reminders.writing.messages import write
from reminders.writing.own_words import Texts
from reminders.writing.written import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from office.models import Distributor
    from reminders.channels.channel import Channel


@dataclass(frozen=True, slots=True)
class Composer:
    """For one batch of a channel."""

    channel: Channel
    seller: Distributor
    gate: Gate
    texts: Texts

    def composed(self, group: Sequence[Reminder]) -> tuple[Outgoing | None, list[Settled]]:
        """The message of some rows, and how those are settled that are not in it. A row that fails does not hold up the others."""
        written: list[Written] = []
        settled: list[Settled] = []
        for row in group:
            what = self._written(row)
            if isinstance(what, Written):
                written.append(what)
            else:
                settled += what
        if not written:
            return None, settled
        rows = [each.reminder for each in written]
        message = self.channel.message(written, self.seller)
        if message is None:
            return None, [*settled, cancelled(rows, _("Its recipient is no longer there."))]
        return Outgoing(message, rows), settled

    def _written(self, row: Reminder) -> Written | list[Settled]:
        if row.fruitless_claims > MOST_FRUITLESS_CLAIMS:
            return [failed([row], TOO_OFTEN_FRUITLESS)]
        if row.expires_at and row.claimed_at and row.expires_at <= row.claimed_at:
            return [cancelled([row])]  # a dead worker had it until then
        try:
            kind = kind_named(row.kind)
            if kind is None:
                raise LookupError(f"No app knows reminders of the kind “{row.kind}”.")
            if held := self.gate.holds(row, kind, self.channel):
                return [held]
            said = write(row.copy_of or row, kind, self.seller, self.texts)
            return replace(said, reminder=row) if said else [cancelled([row])]
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one message must not hold up the others
            return could_not_compose(row, error)
