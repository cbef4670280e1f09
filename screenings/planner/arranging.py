"""Turns placed sittings into a plan: what each occupies, what kind of pauses lie between them, the headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from screenings.planner.answer import Interval, IntervalKind, Plan, Sitting
from screenings.planner.frame import MINUTE, Frame
from screenings.planner.kinds import KINDS
from wording.say import Clock, Day, Days, Say


def place(
    frame: Frame,
    *,
    block: int,
    screen: str,
    starts_at: datetime,
    from_minute: int = 0,
    to_minute: int | None = None,
) -> Sitting:
    """Puts one block (or a stretch of it, in minutes of the film) on a screen at an aware instant.

    The end follows from the running time, the day from the start. Raises IndexError or
    KeyError for a block or screen that the question does not have.
    """
    shown, room = frame.question.blocks[block], frame.screens[screen]
    until = shown.minutes if to_minute is None else to_minute
    intro = shown.intro_minutes if from_minute == 0 else 0
    qa = shown.qa_minutes if until == shown.minutes else 0
    begin = frame.instant(frame.minute(starts_at))
    end = begin + (intro + until - from_minute + qa) * MINUTE
    return Sitting(
        block=block,
        film=shown.film,
        label=shown.label,
        part=shown.part,
        from_minute=from_minute,
        to_minute=until,
        screen=screen,
        time_zone=room.time_zone,
        day=frame.day_of(begin, room.zone),
        starts_at=begin,
        ends_at=end,
        occupies_from=begin - room.setup_minutes * MINUTE,
        occupies_to=end + room.turnaround_minutes * MINUTE,
        intro_minutes=intro,
        qa_minutes=qa,
    )


def arrange(frame: Frame, sittings: Iterable[Sitting], kind: str) -> Plan:
    """A plan of the given sittings, without a price: in order, with what they occupy and the pauses between them."""
    ordered = sorted(sittings, key=lambda sitting: (sitting.starts_at, sitting.block, sitting.from_minute))
    held = [_occupying(frame, ordered, at) for at in range(len(ordered))]
    first = [each for each in held if frame.question.blocks[each.block].run == 1] or held
    return Plan(kind, _headline(first, kind), tuple(held), tuple(intervals(frame, held)))


def strands(frame: Frame, sittings: Iterable[Sitting]) -> list[list[int]]:
    """For each audience (a strand, and which run of it) the indexes of its sittings, in order of time."""
    chains: dict[tuple[str, int], list[int]] = {}
    for at, sitting in enumerate(sittings):
        chains.setdefault(frame.question.blocks[sitting.block].audience, []).append(at)
    return list(chains.values())


def following(frame: Frame, sittings: Iterable[Sitting]) -> Iterator[tuple[int, int]]:
    """Indexes of consecutive sittings for one audience, in order of time."""
    for chain in strands(frame, sittings):
        yield from pairwise(chain)


def continues(before: Sitting, after: Sitting) -> bool:
    """Whether the second sitting continues the block of the first."""
    return before.block == after.block and before.to_minute == after.from_minute


def intervals(frame: Frame, sittings: list[Sitting]) -> Iterator[Interval]:
    """The pauses between consecutive sittings of each strand, with their kinds; overlapping sittings have none."""
    for before, after in following(frame, sittings):
        first, second = sittings[before], sittings[after]
        minutes = (second.starts_at - first.ends_at) // MINUTE
        days = (second.day - first.day).days
        if minutes > 0:
            yield Interval(before, after, _named(minutes, days, frame.settings.meal_minutes), minutes, days)


def _named(minutes: int, days: int, meal: int) -> IntervalKind:
    if days > 1:
        return IntervalKind.DAYS
    if days == 1:
        return IntervalKind.OVERNIGHT
    return IntervalKind.MEAL if minutes >= meal else IntervalKind.SHORT


def _occupying(frame: Frame, sittings: list[Sitting], at: int) -> Sitting:
    """Set-up before, turnaround after; between two stretches of one block in one window the room stays occupied."""
    sitting = sittings[at]
    room = frame.screens[sitting.screen]
    begin = sitting.starts_at - room.setup_minutes * MINUTE
    end = sitting.ends_at + room.turnaround_minutes * MINUTE
    for other in sittings:
        if (other.screen, other.day) != (sitting.screen, sitting.day):
            continue
        if continues(other, sitting) and other.ends_at <= sitting.starts_at:
            begin = sitting.starts_at
        if continues(sitting, other) and sitting.ends_at <= other.starts_at:
            end = other.starts_at
    return replace(sitting, occupies_from=begin, occupies_to=end)


def _headline(sittings: list[Sitting], kind: str) -> Say:
    days = {sitting.day for sitting in sittings}
    if not days:
        return Say("empty", "", {})
    first, last = sittings[0], sittings[-1]
    return Say(
        kind,
        KINDS[kind].headline,
        {
            "days": Days(len(days)),
            "first": Day(min(days)),
            "last": Day(max(days)),
            "start": Clock(first.starts_local.time()),
            "end": Clock(last.ends_local.time()),
        },
    )
