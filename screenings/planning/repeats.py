"""What is shown more than once in one screening: the whole or some parts again, for those who could not come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from screenings import planner
from screenings.planning.questions import Work
from wording.refusals import Refused

MOST_REPEATS = 3


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
