"""The rule about how many projectionists are there at once: each looks after one screen, from its set-up to its turnaround."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from screenings.planner.answer import Finding, Plan
from screenings.planner.question import MOST_PROJECTIONISTS, Question, programme_day
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Clock, Day, Plural, Say, ngettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class Busy[User](NamedTuple):
    """A time in which the same screens are in use, and by what each."""

    begins: datetime
    ends: datetime
    users: list[User]


class Projectionists(Rule):
    """While anything of this is set up, shown or cleared, no more screens of the venue are in use than there are projectionists.

    What is on there already counts as it is now, but a booking that would have to move does not: nobody knows where to.
    """

    code = "projectionists"
    optional = True
    effort = 60

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the settings
        return max(0, MOST_PROJECTIONISTS - self._there)

    @property
    def most_over(self) -> int:
        return len(self.frame.pieces) + len(self.frame.running)

    @property
    def wanted(self) -> bool:
        return self.settings.projectionists is not None

    @property
    def _there(self) -> int:
        return self.settings.projectionists or 0

    def constrain(self, model: Model, give: Expr = 0) -> None:
        """More screens may be in use already than there are projectionists: then nothing of this is."""
        model.hands = self._there + give
        for busy in _busy((booking.starts_at, booking.ends_at, stays) for booking, stays in model.running):
            begins, ends = self.frame.minute(busy.begins), self.frame.minute(busy.ends)
            model.beside.append((begins, ends, sum(busy.users)))

    def over(self, plan: Plan) -> int:
        """How many projectionists are missing at the busiest time."""
        return max((len(busy.users) - self._there for busy in self._too_busy(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for busy in self._too_busy(plan):
            template: Plural = ngettext_noop(
                "On {day} from {begins} to {ends} {count} screen is in use at once.",
                "On {day} from {begins} to {ends} {count} screens are in use at once.",
            )
            at = tuple(user for user in busy.users if user is not None)
            yield self.finding(template, at, 0, count=len(busy.users), **self._when(busy))

    def _too_busy(self, plan: Plan) -> Iterator[Busy[int | None]]:
        """When too many screens are in use for a plan, by its sittings (their indexes) and by what is there already (None)."""
        if not plan.sittings:
            return
        begins = min(each.occupies_from for each in plan.sittings)
        ends = max(each.occupies_to for each in plan.sittings)
        others = [(each.starts_at, each.ends_at, None) for each in self.frame.running_between(begins, ends)]
        own = [(each.occupies_from, each.occupies_to, at) for at, each in enumerate(plan.sittings)]
        for busy in _busy([*own, *others]):
            if len(busy.users) > self._there and any(user is not None for user in busy.users):
                yield busy

    def say(self) -> Say:
        template: Plural = ngettext_noop(
            "There is {count} projectionist: one screen is in use at a time.",
            "There are {count} projectionists: so many screens are in use at once.",
        )
        return self.sentence(template, count=self._there)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        busiest = max(self._too_busy(plan), key=lambda busy: len(busy.users))
        template: Plural = ngettext_noop(
            "Have {count} projectionist there on {day} from {begins} to {ends}.",
            "Have {count} projectionists there on {day} from {begins} to {ends}.",
        )
        there = self._there + give
        return self.setting(question, template, {"projectionists": there}, count=there, **self._when(busiest))

    def _when(self, busy: Busy[int | None]) -> dict[str, Day | Clock]:
        zone = self.frame.question.screens[0].zone
        begins, ends = (Clock(each.astimezone(zone).time()) for each in (busy.begins, busy.ends))
        return {"day": Day(programme_day(busy.begins, zone)), "begins": begins, "ends": ends}


def _busy[User](taken: Iterable[tuple[datetime, datetime, User]]) -> Iterator[Busy[User]]:
    """The times in which screens are in use, cut wherever one more or one less is."""
    coming = deque(sorted(taken, key=lambda each: each[0]))
    there: list[tuple[datetime, User]] = []
    for begins, ends in pairwise(sorted({edge for each in coming for edge in each[:2]})):
        there = [each for each in there if each[0] > begins]
        while coming and coming[0][0] == begins:
            there.append(coming.popleft()[1:])
        if there:
            yield Busy(begins, ends, [user for _, user in there])
