"""The rule about the foyer: audiences come one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, combinations, product
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan
from screenings.planner.frame import MINUTE
from screenings.planner.question import Question
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Clock, Day, Minutes, Say, gettext_noop

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from screenings.planner.solver.model import Expr, Model


class Staggered(Rule):
    """Showings in the venue begin at least so many minutes apart, whichever their screens, also apart from those there already.

    A booking that would have to move is not counted among these: nobody knows where to.
    """

    code = "staggered"
    optional = True
    effort = 1

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the settings
        return self._apart

    @property
    def wanted(self) -> bool:
        return bool(self.settings.stagger_minutes)

    @property
    def _apart(self) -> int:
        return self.settings.stagger_minutes or 0

    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Each beginning takes the foyer for so many minutes. What begins there already may be closer together, so it is told in
        lanes, in none of which anything is."""
        taken = model.count(self._apart)
        model.cp.add(taken == self._apart - give)
        own = [self._arrival(model, i, taken) for i in range(len(model.start))]
        there = [(self.frame.minute(booking.audience_at), stays) for booking, stays in model.running]
        for lane in _lanes(there, self._apart):
            others = (
                model.cp.new_optional_interval_var(begin, taken, taken + begin, stays, "")
                for begin, stays in lane
            )
            model.cp.add_no_overlap([*own, *others])

    def _arrival(self, model: Model, i: int, taken: cp_model.IntVar) -> cp_model.IntervalVar:
        """The time for which those who come to piece `i` take the foyer, if a sitting begins with it."""
        start, left = model.start[i], model.count(model.last_minute + self._apart)
        model.cp.add(left == start + taken)
        begins = model.begins(i)
        if begins:
            return model.cp.new_optional_interval_var(start, taken, left, begins[0], "")
        return model.cp.new_interval_var(start, taken, left, "")

    def over(self, plan: Plan) -> int:
        """Minutes that lie too few between the closest beginnings."""
        return max((self._apart - gap for gap, *_ in self._close(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for _, first, second, at in self._close(plan):
            film, day = plan.sittings[at[0]].label, Day(plan.sittings[at[0]].day)
            template = gettext_noop(
                "'{film}' begins too soon before or after another showing: on {day} at {first} and {second}."
            )
            yield self.finding(template, at, 0, film=film, day=day, **self._clocks(first, second))

    def _close(self, plan: Plan) -> Iterator[tuple[int, datetime, datetime, tuple[int, ...]]]:
        """Beginnings that lie too close together: by how many minutes, both instants, and which sittings they are."""
        own = [(sitting.starts_at, (at,)) for at, sitting in enumerate(plan.sittings)]
        others = [(booking.audience_at, ()) for booking in self.frame.running]
        for (one, at), (other, beside) in chain(combinations(own, 2), product(own, others)):
            gap = abs(one - other) // MINUTE
            if gap < self._apart:
                yield gap, min(one, other), max(one, other), (*at, *beside)

    def say(self) -> Say:
        template = gettext_noop("Showings in the venue begin at least {apart} apart.")
        return self.sentence(template, apart=Minutes(self._apart))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        gap, first, second, at = min(self._close(plan))
        template = gettext_noop("Let showings begin {apart} apart, on {day} at {first} and {second}.")
        if not gap:
            template = gettext_noop("Let two showings begin at once, on {day} at {first}.")
        changed = {"stagger_minutes": self._apart - give}
        day = Day(plan.sittings[at[0]].day)
        return self.setting(
            question, template, changed, apart=Minutes(gap), day=day, **self._clocks(first, second)
        )

    def _clocks(self, first: datetime, second: datetime) -> dict[str, Clock]:
        zone = self.frame.question.screens[0].zone
        return {
            name: Clock(each.astimezone(zone).time()) for name, each in (("first", first), ("second", second))
        }


def _lanes[Stays](begins: Iterable[tuple[int, Stays]], apart: int) -> list[list[tuple[int, Stays]]]:
    """The minutes in as few lanes as may be, so that in each they are so far apart; one, empty, where there are none."""
    lanes: list[list[tuple[int, Stays]]] = [[]]
    for begin, stays in sorted(begins, key=lambda each: each[0]):
        free = next((lane for lane in lanes if not lane or lane[-1][0] + apart <= begin), None)
        if free is None:
            lanes.append([(begin, stays)])
        else:
            free.append((begin, stays))
    return lanes
