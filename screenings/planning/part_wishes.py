"""What a programmer asks for single parts: the hour at which one starts, and when its guest is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from screenings import planner
from wording.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWish:
    """For one part by its number in the film (1 where it has no parts). `guest` is a day with its hours at the venue; an end
    that is not after the beginning is on the next day."""

    part: int
    starts: time | None = None
    guest: tuple[date, time, time] | None = None

    def stay(self, zone: ZoneInfo) -> planner.Stay | None:
        """Raises Refused (`no-stay`) for an hour that the clocks skip."""
        if self.guest is None:
            return None
        day, begins, ends = self.guest
        until = day + timedelta(days=ends <= begins)
        comes, goes = (
            datetime.combine(*each, zone).astimezone(UTC) for each in ((day, begins), (until, ends))
        )
        if goes <= comes:
            raise Refused(
                _("The guest of part %(part)d is there for no time: that night the clocks skip this hour."),
                "no-stay",
                {"part": self.part},
            )
        return planner.Stay(comes, goes)


def with_wishes(
    blocks: Sequence[planner.Block], wishes: Iterable[PartWish], zone: ZoneInfo
) -> list[planner.Block]:
    """The blocks with what is asked for them; a guest who is there on several days has a wish for each.

    Raises Refused: `no-such-part` for a number that the film does not have, `no-stay`.
    """
    wished = list(blocks)
    for wish in wishes:
        if not 1 <= wish.part <= len(wished):
            raise Refused(_("The film has no part %(part)d."), "no-such-part", {"part": wish.part})
        block, stay = wished[wish.part - 1], wish.stay(zone)
        guest = (*block.guest, stay) if stay else block.guest
        wished[wish.part - 1] = replace(block, must_start=wish.starts or block.must_start, guest=guest)
    return wished
