"""What the rules say of a timetable that a person changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils import timezone

from screenings import planner
from screenings.models import Screen, Screening, Showing
from screenings.planning.arrangement import BINDING, question_by_hand
from screenings.planning.by_hand.places import Place, as_showings
from screenings.planning.works import Work


@dataclass(frozen=True, slots=True)
class Mend:
    """Another place for one of the places (by its key), in a sentence."""

    key: str
    screen: int
    starts_at: datetime
    say: planner.Say


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says, of which places (by their keys), and what would put it right."""

    level: planner.Level
    say: planner.Say
    keys: Sequence[str]
    mend: Mend | None

    @property
    def is_marked(self) -> bool:
        """Whether its places are marked where they are drawn: not for what only has a price, or hardly any would be without a mark."""
        return self.level is not planner.Level.NOTE


@dataclass(frozen=True, slots=True)
class Opinion:
    plan: planner.Plan
    remarks: Sequence[Remark]

    @property
    def errors(self) -> list[Remark]:
        return [each for each in self.remarks if each.level is planner.Level.ERROR]


def opinion_on(
    screening: Screening, places: Sequence[Place], showings: Mapping[int, Showing], screens: Sequence[Screen]
) -> Opinion:
    """The opinion of the rules that the screening was planned with, of the venue as it is now. Four queries, and no solver. Three more where screenings
    were named to be kept apart from.

    `showings` has by key those that stand, `screens` are all of the venue. What has begun cannot be moved.
    """
    made = as_showings(screening, places, showings, {each.pk: each for each in screens})
    wishes = _wishes(screening)
    question, sittings = question_by_hand(
        screening,
        made,
        screens,
        settings=wishes.settings,
        wished={block.film: block for block in wishes.blocks},
        apart_from=wishes.apart_from,
    )
    now = timezone.now()
    begun = {each.pk for each in showings.values() if each.starts_at <= now}
    by_stretch = {(f"{Work.of(showings[each.showing])}", each.from_minute): each for each in places}
    stays = {
        (each.block, each.from_minute)
        for each in sittings
        if by_stretch[each.film, each.from_minute].showing in begun
    }
    plan, remarks = planner.opinion(question, sittings, binding=BINDING, stays=stays)
    keys = [by_stretch[each.film, each.from_minute].key for each in plan.sittings]
    return Opinion(plan, [_remark(each, keys) for each in remarks])


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What was asked for when the screening was planned."""

    settings: planner.Settings = field(default_factory=planner.Settings)
    blocks: Sequence[planner.Block] = ()
    apart_from: Collection[int] = ()


def _wishes(screening: Screening) -> _Wishes:
    if screening.plan_request is None:
        return _Wishes()
    asked = planner.question_from_data(screening.plan_request.question)
    # Licences are asked for themselves, and the kind of plan was the programmer's to leave.
    settings = replace(asked.settings, licence_from=None, licence_to=None, kinds=())
    return _Wishes(settings, asked.blocks, asked.apart_from)


def _remark(each: planner.Remark, keys: Sequence[str]) -> Remark:
    found = each.mend
    mend = Mend(keys[found.sitting], int(found.screen), found.starts_at, found.say) if found else None
    return Remark(each.level, each.finding.say, [keys[at] for at in each.finding.sittings], mend)
