"""What is held back when it is due: addresses that take no mail, kinds that were declined, and the night."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from reminders.channels.channel import Channel
from reminders.kinds import Kind
from reminders.models import DeadAddress, DeclinedKind, Reminder
from reminders.sending.settling import STOPPED, Settled, cancelled, failed, held_until

NIGHT_BEGINS, NIGHT_ENDS = time(21), time(8)
"""On the wall of the recipient."""


@dataclass(frozen=True)
class Gate:
    """For one batch: the reasons of its dead addresses, and the kinds that its addresses declined."""

    dead: dict[str, str]
    declined: set[tuple[str, str]]

    @classmethod
    def of(cls, rows: Sequence[Reminder]) -> Gate:
        """Two statements."""
        emails = {row.recipient.lower() for row in rows}
        dead = DeadAddress.objects.filter(email__in=emails)
        declined = DeclinedKind.objects.filter(email__in=emails).values_list("email", "kind")
        return cls({each.email: each.because or each.get_how_display() for each in dead}, set(declined))

    def holds(self, row: Reminder, kind: Kind, channel: Channel) -> Settled | None:
        """How a row is settled that is not sent now; None if it may go."""
        email = row.recipient.lower()
        if email in self.dead and not kind.is_asked_for:
            return failed([row], f"{STOPPED}: {self.dead[email]}")
        if kind.is_optional and (email, row.kind) in self.declined:
            return cancelled([row], _("The reader has declined messages of this kind."))
        if (
            channel.keeps_quiet
            and kind.keeps_quiet
            and (morning := morning_after(timezone.now(), row.time_zone))
        ):
            return held_until(row, morning)
        return None


def morning_after(now: datetime, zone: str) -> datetime | None:
    """When the night is over in which this is; None by day. Raises for a zone that does not exist."""
    there = now.astimezone(ZoneInfo(zone))
    if NIGHT_ENDS <= there.time() < NIGHT_BEGINS:
        return None
    day = there.date() + timedelta(days=there.time() >= NIGHT_BEGINS)
    return datetime.combine(day, NIGHT_ENDS, there.tzinfo)
