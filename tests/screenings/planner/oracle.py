"""Small random questions, and every answer to them: the rules' checks try each way of placing each piece.

Nothing here uses the solver, so it says what the planner must answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from screenings.access import CARRIED, MARKS, Access
from screenings.planner import (
    Block,
    Booking,
    Choice,
    Conflict,
    Frame,
    Plan,
    Question,
    Sitting,
    Standing,
    Stay,
    Use,
    Why,
    place,
)
from screenings.planner.arranging import arrange
from screenings.planner.rules import hard_rules, soft_rules
from tests.screenings.planner.asking import ask

STEP = 15
GENEROUS = 1000
"""From this number on questions are asked generously: short parts, and wishes for most of what refuses. Most of them have a plan."""
LONGEST, LONGEST_OF_GENEROUS = 130, 50
"""Every part is shorter, in minutes."""
FIRST_DAYS = (date(2026, 3, 6), date(2026, 3, 27), date(2026, 10, 23), date(2026, 6, 1))
OPTIONAL = (
    "minimum-break",
    "meal-break",
    "most-a-day",
    "latest-end",
    "earliest-start",
    "longest-unbroken",
    "must-start",
    "guest-there",
    "repeats-apart",
    "repeats-within",
    "weekdays",
    "conflicts",
)
HOUSE = ("projectionists", "longest-shift", "rest", "staggered")
WAIVED = (
    "weekdays",
    "must-start",
    "guest-there",
    "access",
    "conflicts",
    "ways",
    "longest-unbroken",
    "most-a-day",
    "earliest-start",
    "latest-end",
)
"""What refuses most, and is only a wish in most of the generous questions."""
WISHES = (
    "single-screen",
    "same-hour",
    "working-hours",
    "meal-times",
    "waiting",
    "late-night",
    "usual-starts",
    "interruption",
    "long-day",
)


def question_of(seed: int) -> Question:
    """A question with at most three sittings on two or three evenings, on starts of a quarter of an hour; generous from `GENEROUS` on."""
    random = Random(seed)  # noqa: S311 - nothing is secret here
    first = random.choice(FIRST_DAYS)
    opens = random.choice((time(17), time(18), time(19)))
    blocks = _blocks(random, first, LONGEST if seed < GENEROUS else LONGEST_OF_GENEROUS)
    # Drawn apart, so that the questions stay what they were. A repeat of the last comes after all, so every plan is in order.
    again = Random(seed + 7)  # noqa: S311 - nothing is secret here
    if len(blocks) == 2 and again.random() < 0.3:
        blocks = (*blocks, replace(blocks[-1], run=2, chapter_points=(), must_start=None, guest=()))
    taken = datetime.combine(first, time(17), UTC) + timedelta(minutes=random.randrange(0, 1800, 5))
    asked: dict[str, Any] = {
        "meal_after": random.choice((None, 120, 200)),
        "meal_minutes": random.choice((30, 45, 60)),
        "minimum_break": random.choice((0, 10, 20)),
        "longest_unbroken": random.choice((None, None, 60)),
        "most_minutes_a_day": random.choice((None, None, 100, 150)),
        "latest_end": random.choice((None, None, time(21), time(22, 30))),
        "earliest_start": random.choice((None, time(18, 30))),
        "usual_starts": random.choice(((), (), (time(18), time(19, 45)))),
        "choices": _choices(random),
        "repeat_least_days": again.choice((0, 0, 1)),
        "repeat_most_days": again.choice((None, 0, 1)),
        "repeats_alike": again.random() < 0.5,
        "weekdays": again.choice(((), (), (), (first.weekday(),), (5, 6))),
    }
    asking = ask(
        blocks=blocks,
        first=first,
        last=first + timedelta(days=random.choice((0, 1, 1) if len(blocks) > 1 else (1, 2))),
        opens=opens,
        closes=random.choice((time(21), time(22), time(22, 30))),
        screens=random.choice((1, 1, 2)),
        setup=random.choice((0, 10)),
        turnaround=random.choice((0, 20, 45)),
        bookings=random.choice(
            ((), (), (Booking(taken, taken + timedelta(minutes=random.randrange(5, 120))),))
        ),
        start_step=STEP,
        **asked,
    )
    asking = replace(asking, conflicts=_conflicts(again, first)) if again.random() < 0.3 else asking
    asking = _with_a_house(asking, Random(seed + 11))  # noqa: S311 - nothing is secret here
    asking = _with_access(asking, Random(seed + 13))  # noqa: S311 - nothing is secret here
    asking = _with_ways(asking, Random(seed + 17))  # noqa: S311 - nothing is secret here
    return _generous(asking, Random(seed + 19)) if seed >= GENEROUS else asking  # noqa: S311 - nothing is secret here


def _with_a_house(question: Question, random: Random) -> Question:
    """Half of the questions are asked by a house with few hands. Two parts may be for two audiences, who can be there at once."""
    if random.random() < 0.5:
        return question
    blocks = question.blocks
    if len(blocks) == 2 and blocks[1].run == 1 and random.random() < 0.5:
        blocks = (blocks[0], replace(blocks[1], strand="other"))
    uses = [(code, random.choice((Use.HARD, Use.HARD, Use.SOFT, Use.OFF))) for code in HOUSE]
    settings = replace(
        question.settings,
        projectionists=random.choice((None, 1, 1, 2)),
        longest_shift=random.choice((None, 120, 180, 240)),
        stagger_minutes=random.choice((None, 20, 45, 90)),
        least_rest=random.choice((None, 20 * 60, 22 * 60)),
        choices=(*question.settings.choices, *(Choice(*use, random.choice((1, 3))) for use in uses)),
    )
    begins = datetime.combine(question.first_day, time(17), UTC) + timedelta(
        minutes=random.randrange(0, 240, 5)
    )
    beside = tuple(
        Booking(at, at + timedelta(minutes=random.randrange(15, 150)), begins_at=at + timedelta(minutes=10))
        for at in (begins, begins + timedelta(minutes=30), begins + timedelta(days=1))
    )
    return replace(question, blocks=blocks, settings=settings, beside=beside[: random.choice((0, 1, 2, 3))])


def _with_access(question: Question, random: Random) -> Question:
    """A third of the questions asks for access, which some screens and copies have."""
    if random.random() < 2 / 3:
        return question
    asked = tuple(random.sample((Access.CAPTIONS, Access.WHEELCHAIRS), random.choice((1, 1, 2))))
    screens = tuple(
        replace(each, access=tuple(kind for kind in asked if random.random() < 0.6))
        for each in question.screens
    )
    blocks = tuple(
        replace(
            each,
            carries=tuple(CARRIED) if random.random() < 0.8 else (),
            marks=MARKS if random.random() < 0.1 else (),
        )
        for each in question.blocks
    )
    uses = [("access", random.choice(tuple(Use))), ("access-throughout", random.choice(tuple(Use)))]
    choices = (*question.settings.choices, *(Choice(*each, random.choice((1, 3))) for each in uses))
    return replace(
        question,
        blocks=blocks,
        screens=screens,
        settings=replace(question.settings, access=asked, choices=choices),
    )


def _conflicts(random: Random, first: date) -> tuple[Conflict, ...]:
    made = []
    for key in range(random.choice((1, 2))):
        begins = datetime.combine(first + timedelta(days=random.randrange(2)), time(17), UTC)
        begins += timedelta(minutes=random.randrange(0, 180, 5))
        ends = begins + timedelta(minutes=random.randrange(5, 120))
        why = random.choice(tuple(Why))
        made.append(Conflict(key, begins, ends, "", why, random.choice(((), (0,), (1,)))))
    return tuple(made)


def _with_ways(question: Question, random: Random) -> Question:
    """Half of the questions keep clear of something at another venue."""
    if random.random() < 0.5:
        return question
    shown = question.conflicts or _conflicts(random, question.first_day)
    conflicts = tuple(replace(each, way=random.choice((0, 10, 25, 60))) for each in shown)
    use = random.choice((Use.HARD, Use.HARD, Use.HARD, Use.SOFT, Use.OFF))
    choices = (*question.settings.choices, Choice("ways", use, random.choice((1, 3))))
    return replace(question, conflicts=conflicts, settings=replace(question.settings, choices=choices))


def _generous(question: Question, random: Random) -> Question:
    """The same with most of what refuses as a wish, whatever was chosen for it. Four pieces have one screen, or there were millions of ways."""
    waived = [Choice(code, Use.SOFT, random.choice((1, 3))) for code in WAIVED if random.random() < 0.85]
    settings = replace(question.settings, choices=(*waived, *question.settings.choices))
    screens = question.screens if len(Frame(question).pieces) < 4 else question.screens[:1]
    return replace(question, screens=screens, settings=settings)


def _blocks(random: Random, first: date, longest: int) -> tuple[Block, ...]:
    made = []
    for part in range(1, random.choice((2, 2, 3)) + 1):
        minutes = random.randrange(20, longest)
        points = (random.randrange(5, minutes - 4),) if part == 1 and random.random() < 0.2 else ()
        begins = datetime.combine(first + timedelta(days=random.randrange(2)), time(17), UTC)
        begins += timedelta(minutes=random.randrange(0, 180, 5))
        stay = Stay(begins, begins + timedelta(minutes=random.randrange(60, 240)))
        made.append(
            Block(
                f"f{part}", f"Part {part}", minutes, part, points,
                intro_minutes=random.choice((0, 0, 10)), qa_minutes=random.choice((0, 0, 20)),
                must_start=random.choice((None,) * 5 + (time(19), time(20, 30))),
                guest=random.choice(((),) * 5 + ((stay,),)),
            )
        )  # fmt: skip
    return tuple(made)


def _choices(random: Random) -> tuple[Choice, ...]:
    looser = random.sample(OPTIONAL, random.choice((0, 0, 1, 2)))
    stricter = random.sample(WISHES, random.choice((0, 0, 0, 1)))
    uses = [*((code, random.choice((Use.OFF, Use.SOFT, Use.SOFT))) for code in looser)]
    uses += [(code, random.choice((Use.OFF, Use.HARD, Use.SOFT))) for code in stricter]
    return tuple(Choice(code, use, random.choice((1, 1, 3))) for code, use in uses)


def with_standing(question: Question, seed: int) -> Question:
    """The same as a replan: each piece stands at a random place, perhaps on a screen that is gone, and one may stay."""
    random, frame = Random(seed + 1), Frame(question)  # noqa: S311 - nothing is secret here
    standing = []
    begins = datetime.combine(question.first_day, time(17), UTC)
    for number, piece in enumerate(frame.pieces):
        begins += timedelta(minutes=random.choice((0, 45, 75, 90, 122, 1440 if number == 1 else 60)))
        screen = random.choice((*frame.screens, *frame.screens, "gone"))
        stays = screen != "gone" and random.random() < 0.2
        fits = random.choice(((), (), ("1",)))
        standing.append(
            Standing(
                f"{number}",
                piece.block,
                piece.from_minute,
                screen,
                begins,
                begins + timedelta(hours=1),
                stays,
                fits,
            )
        )
        begins += timedelta(minutes=STEP * ((piece.minutes + piece.talk) // STEP))
    return replace(question, standing=tuple(standing))


class Everything:
    """Every plan of a question that the rules of one kind allow."""

    def __init__(self, question: Question, kind: str) -> None:
        self.kind = kind
        self.frame = Frame(question)
        self.hard, self.soft = hard_rules(self.frame, kind), soft_rules(self.frame)

    def costs(self) -> list[int]:
        return [self.cost(plan) for plan in self.plans()]

    def moves(self) -> list[tuple[int, int, int]]:
        """Of each plan: how many standing showings move, by how many minutes together, what it costs."""
        return [(*self._moved(plan), self.cost(plan)) for plan in self.plans()]

    def plans(self) -> Iterator[Plan]:
        for sittings in self._from(0, {}):
            plan = arrange(self.frame, sittings, self.kind)
            if not any(each.hard for rule in self.hard for each in rule.findings(plan)):
                yield plan

    def cost(self, plan: Plan) -> int:
        return sum(each.cost for rule in self.soft for each in rule.findings(plan))

    def _moved(self, plan: Plan) -> tuple[int, int]:
        there = {(sitting.block, sitting.from_minute): sitting for sitting in plan.sittings}
        pairs = [(there[each.block, each.from_minute], each) for each in self.frame.question.standing]
        shifts = [abs(int((new.starts_at - old.starts_at).total_seconds())) // 60 for new, old in pairs]
        moved = sum(
            bool(shift) or new.screen != old.screen for (new, old), shift in zip(pairs, shifts, strict=True)
        )
        return moved, sum(shifts)

    def _from(self, piece: int, after: dict[str, Sitting]) -> Iterator[list[Sitting]]:
        """Every way of placing the pieces from this one on, those of a strand in order; consecutive ones of a block may be one
        sitting."""
        pieces = self.frame.pieces
        if piece == len(pieces):
            yield []
            return
        for last in range(piece, len(pieces)):
            if pieces[last].block != pieces[piece].block:
                break
            strand = self.frame.block(piece).strand
            for sitting in self._placed(piece, last):
                if strand not in after or sitting.starts_at >= after[strand].ends_at:
                    for rest in self._from(last + 1, {**after, strand: sitting}):
                        yield [sitting, *rest]

    def _placed(self, first: int, last: int) -> Iterator[Sitting]:
        pieces, question = self.frame.pieces, self.frame.question
        stretch = {"from_minute": pieces[first].from_minute, "to_minute": pieces[last].to_minute}
        stands = self.frame.standing.get(first)
        for screen in question.screens:
            for begins in self._starts(stands):
                yield place(
                    self.frame, block=pieces[first].block, screen=screen.key, starts_at=begins, **stretch
                )

    def _starts(self, stands: Standing | None) -> list[datetime]:
        """Quarters of an hour within the opening hours of the days asked for, and where it stands already.

        The hours at which parts must start are quarters, too. A part that may miss its hour starts at no other minute for that.
        """
        quarters = [
            begins
            for opening in self.frame.question.screens[0].openings
            if opening.opens_at.date() <= self.frame.question.last_day
            for begins in _quarters(opening.opens_at, opening.closes_at)
        ]
        return [*quarters, stands.starts_at] if stands and stands.starts_at not in quarters else quarters


def _quarters(begins: datetime, ends: datetime) -> Iterator[datetime]:
    while begins < ends:
        yield begins
        begins += timedelta(minutes=STEP)
