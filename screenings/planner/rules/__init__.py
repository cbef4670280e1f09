"""All the rules, in the order in which people see them."""

from __future__ import annotations

from collections.abc import Sequence

from screenings.planner.answer import Plan
from screenings.planner.frame import Frame
from screenings.planner.kinds import KINDS
from screenings.planner.rules.appointments import GuestThere, MustStart
from screenings.planner.rules.breaks import LongestUnbroken, MealBreak, MinimumBreak
from screenings.planner.rules.calendar.days import (
    DaysAsked,
    LeastDays,
    MostADay,
    MostDays,
    MostGap,
    OnWeekdays,
)
from screenings.planner.rules.calendar.kinds import Breakfast, EveningStart, FreeMorning, NightFalls, OfKind
from screenings.planner.rules.calendar.others import Differs
from screenings.planner.rules.calendar.repeats import RepeatsApart, RepeatsFollow, RepeatsWithin
from screenings.planner.rules.calendar.rhythm import EvenRhythm, SameHour, Sooner
from screenings.planner.rules.comfort import (
    Interruptions,
    LateNight,
    LongDay,
    SingleScreen,
    Waiting,
)
from screenings.planner.rules.conflicts import Conflicts
from screenings.planner.rules.film import InOrder, ShownWhole, StartGrid, Talks
from screenings.planner.rules.hours import (
    Curfew,
    EarliestStart,
    LatestEnd,
    LicenceFrom,
    LicenceTo,
)
from screenings.planner.rules.meals import MealInside, MealTimes, OnEnd
from screenings.planner.rules.rule import Rule
from screenings.planner.rules.standing import Fits, MovesWithin, OneEach, Stays
from screenings.planner.rules.starts import RaggedStart, UsualStarts, WorkingHours
from screenings.planner.rules.venue.access import Accessible, AccessibleThroughout
from screenings.planner.rules.venue.foyer import Staggered
from screenings.planner.rules.venue.openings import OpeningHours
from screenings.planner.rules.venue.projectionists import Projectionists
from screenings.planner.rules.venue.room import Bookings, Turnaround
from screenings.planner.rules.venue.shifts import LongestShift, Rest
from screenings.planner.rules.ways import Ways
from screenings.planner.wishes import Use

HARD: tuple[type[Rule], ...] = (
    ShownWhole,
    OneEach,
    InOrder,
    RepeatsFollow,
    Stays,
    Fits,
    MovesWithin,
    DaysAsked,
    OpeningHours,
    Curfew,
    EarliestStart,
    LatestEnd,
    MustStart,
    GuestThere,
    LicenceFrom,
    LicenceTo,
    Bookings,
    Turnaround,
    Projectionists,
    Staggered,
    LongestShift,
    Rest,
    Accessible,
    Conflicts,
    Ways,
    Talks,
    MinimumBreak,
    MealBreak,
    LongestUnbroken,
    OnWeekdays,
    MostADay,
    LeastDays,
    MostDays,
    MostGap,
    RepeatsApart,
    RepeatsWithin,
    StartGrid,
)
SOFT: tuple[type[Rule], ...] = (
    WorkingHours,
    RaggedStart,
    UsualStarts,
    LongDay,
    OnEnd,
    Interruptions,
    MealInside,
    MealTimes,
    Waiting,
    LateNight,
    FreeMorning,
    SingleScreen,
    AccessibleThroughout,
    SameHour,
    EvenRhythm,
    Sooner,
)


def hard_rules(frame: Frame, kind: str, beside: Sequence[Plan] = ()) -> list[Rule]:
    """Every rule that restricts plans of this kind for this question; those `beside` others differ from them."""
    chosen = KINDS[kind]
    rules = [rule for rule in _used(frame) if rule.hard]
    if chosen.bounds:
        rules.append(OfKind(frame, chosen))
    if chosen.evenings:
        rules.append(EveningStart(frame))
    if chosen.is_night:
        rules += [NightFalls(frame), Breakfast(frame)]
    if beside:
        rules.append(Differs(frame, beside))
    return rules


def soft_rules(frame: Frame) -> list[Rule]:
    """Every rule that adds to the price of plans for this question."""
    return [rule for rule in _used(frame) if not rule.hard]


def optional_codes() -> set[str]:
    """The rules that a question may use otherwise than usual."""
    return {rule.code for rule in (*HARD, *SOFT) if rule.optional}


def cost_of_a_cut(frame: Frame) -> int:
    """The least that any interruption of a part costs."""
    costs = frame.settings.costs
    asked = (rule for rule in soft_rules(frame) if isinstance(rule, Interruptions))
    return sum(rule.weight * min(costs.interruption, costs.interruption_overnight) for rule in asked)


def _used(frame: Frame) -> list[Rule]:
    """The rules that say something about this question, as far as it does not leave them out."""
    every = (kept(frame) for kept in (*HARD, *SOFT))
    return [rule for rule in every if rule.use is not Use.OFF and rule.wanted]
