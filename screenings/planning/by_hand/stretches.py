"""What a change by hand cut and joined: in which stretches a part was shown before, and in which it is now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from screenings.models import TimetableChange
from screenings.planning.by_hand.places import Place, from_data
from screenings.planning.works import Work

type Moments = list[datetime]


def stretches_of(change: TimetableChange) -> dict[int, tuple[Moments, Moments]]:
    """By the keys of the showings after a change: when what each shows began before, stretch by stretch, and when it begins now.

    Of a showing that was cut, the second has all its stretches; of one that was joined, the first has. One query.
    """
    works = {each.pk: Work.of(each) for each in change.screening.showings.all()}
    before, after = from_data(change.before), from_data(change.after)
    return {each.showing: _about(each, before, after, works) for each in after}


def _about(
    place: Place, before: Sequence[Place], after: Sequence[Place], works: dict[int, Work]
) -> tuple[Moments, Moments]:
    def meeting(these: Sequence[Place], of: Sequence[Place]) -> list[Place]:
        met = [
            each
            for each in these
            if works[each.showing] == works[place.showing]
            and any(each.from_minute < one.until_minute and one.from_minute < each.until_minute for one in of)
        ]
        return sorted(met, key=lambda each: each.from_minute)

    sources = meeting(before, [place])
    now = [place] if len(sources) > 1 else meeting(after, sources)
    return [each.starts_at for each in sources], [each.starts_at for each in now]
