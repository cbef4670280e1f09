"""What a programmer asks for single parts: the hour at which one starts, when its guest is there, what is shown again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from screenings import planner
from screenings.planning.works import Work
from screenings.reach import refuse_beyond_reach
from wording.refusals import Refused

MOST_REPEATS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWish:
    """For one part by its number in the film (1 where it has no parts). `guest` is a day with its hours at the venue; an end
    that is not after the beginning is on the next day."""

    part: int
    starts: time | None = None
    guest: tuple[date, time, time] | None = None

    def stay(self, zone: ZoneInfo) -> planner.Stay | None:
        """Raises Refused: `no-stay` for an hour that the clocks skip, `past` and `too-far` for a day out of reach."""
        if self.guest is None:
            return None
        day, begins, ends = self.guest
        refuse_beyond_reach(day)
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

    Raises Refused: `no-such-part` for a number that the film does not have, and as `stay` does.
    """
    wished = list(blocks)
    for wish in wishes:
        if not 1 <= wish.part <= len(wished):
            raise Refused(_("The film has no part %(part)d."), "no-such-part", {"part": wish.part})
        block, stay = wished[wish.part - 1], wish.stay(zone)
        guest = (*block.guest, stay) if stay else block.guest
        wished[wish.part - 1] = replace(block, must_start=wish.starts or block.must_start, guest=guest)
    return wished


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """How many times more the parts with these numbers are shown (1 where the film has no parts); without numbers, the whole."""

    times: int = 0
    parts: Sequence[int] = ()


def with_repeats(blocks: Sequence[planner.Block], repeats: Repeats) -> list[planner.Block]:
    """The blocks, and after them those of each further run. Talks and guests are for the first run.

    Raises Refused (`no-such-repeat`) for a part that the film does not have.
    """
    if missing := [part for part in repeats.parts if not 1 <= part <= len(blocks)]:
        raise Refused(_("The film has no part %(part)d."), "no-such-repeat", {"part": missing[0]})
    again = [
        block for at, block in enumerate(blocks, start=1) if not repeats.parts or at in set(repeats.parts)
    ]
    runs = range(2, min(repeats.times, MOST_REPEATS) + 2)
    return [*blocks, *(_in_run(block, run) for run in runs for block in again)]


def _in_run(block: planner.Block, run: int) -> planner.Block:
    film = str(replace(Work.read(block.film), run=run))
    return replace(block, film=film, run=run, intro_minutes=0, qa_minutes=0, must_start=None, guest=())
