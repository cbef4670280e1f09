"""The rule about how many projectionists are there at once: each looks after one screen, from its set-up to its turnaround."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.question import MOST_PROJECTIONISTS, Booking, Question, programme_day
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Clock, Day, Plural, Say, ngettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class Busy(NamedTuple):
    """A time in which the same number of screens is in use, and the sittings of a plan among them."""

    begins: datetime
    ends: datetime
    screens: int
    at: tuple[int, ...] = ()


class Projectionists(Rule):
    """While anything of this is set up, shown or cleared, no more screens of the venue are in use than there are projectionists.

    What is on there already counts as it is now, also a booking that would have to move: nobody knows where to.
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
        for busy in _busy(self.frame.running):
            model.beside.append((self.frame.minute(busy.begins), self.frame.minute(busy.ends), busy.screens))

    def over(self, plan: Plan) -> int:
        """How many projectionists are missing at the busiest time."""
        return max((busy.screens - self._there for busy in self._too_busy(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for busy in self._too_busy(plan):
            template: Plural = ngettext_noop(
                "On {day} from {begins} to {ends} {count} screen is in use at once.",
                "On {day} from {begins} to {ends} {count} screens are in use at once.",
            )
            yield self.finding(template, busy.at, 0, count=busy.screens, **self._when(busy))

    def _too_busy(self, plan: Plan) -> Iterator[Busy]:
        if not plan.sittings:
            return
        begins = min(each.occupies_from for each in plan.sittings)
        ends = max(each.occupies_to for each in plan.sittings)
        for busy in _busy(self.frame.running_between(begins, ends), plan.sittings):
            if busy.at and busy.screens > self._there:
                yield busy

    def say(self) -> Say:
        template: Plural = ngettext_noop(
            "There is {count} projectionist: one screen is in use at a time.",
            "There are {count} projectionists: so many screens are in use at once.",
        )
        return self.sentence(template, count=self._there)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        busiest = max(self._too_busy(plan), key=lambda busy: busy.screens)
        template: Plural = ngettext_noop(
            "Have {count} projectionist there on {day} from {begins} to {ends}.",
            "Have {count} projectionists there on {day} from {begins} to {ends}.",
        )
        there = self._there + give
        return self.setting(question, template, {"projectionists": there}, count=there, **self._when(busiest))

    def _when(self, busy: Busy) -> dict[str, Day | Clock]:
        zone = self.frame.question.screens[0].zone
        begins, ends = (Clock(each.astimezone(zone).time()) for each in (busy.begins, busy.ends))
        return {"day": Day(programme_day(busy.begins, zone)), "begins": begins, "ends": ends}


def _busy(running: Iterable[Booking], sittings: Sequence[Sitting] = ()) -> Iterator[Busy]:
    """The times in which screens are in use, cut wherever one more or one less is."""
    more: Counter[datetime] = Counter()
    for begins, ends in (
        *((each.starts_at, each.ends_at) for each in running),
        *((each.occupies_from, each.occupies_to) for each in sittings),
    ):
        more[begins] += 1
        more[ends] -= 1
    edges = sorted(more)
    for (begins, ends), screens in zip(
        pairwise(edges), accumulate(more[edge] for edge in edges), strict=False
    ):
        if screens:
            own = (
                at
                for at, each in enumerate(sittings)
                if each.occupies_from < ends and begins < each.occupies_to
            )
            yield Busy(begins, ends, screens, tuple(own))
