"""The rule about the way to and from what is shown at other venues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.frame import MINUTE
from screenings.planner.question import SHORTEST_WAY, Question
from screenings.planner.rules.conflicts import Conflicts, named, venue_named
from screenings.planner.rules.rule import Changed, Rule
from screenings.planner.wishes import Conflict, Use, Why
from wording.say import Clock, Minutes, Plural, Say, Value, gettext_noop, ngettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Flag, Model


class _Hurry(NamedTuple):
    """Too little time on one side of a sitting (by its index in a plan): whoever or whatever comes from a showing elsewhere, or
    else goes to it, leaves one venue at an instant and is needed at the other at another."""

    at: int
    conflict: Conflict
    comes: bool
    leaves: datetime
    needed: datetime

    @property
    def short(self) -> int:
        """The minutes that are missing for the way."""
        return self.conflict.way - (self.needed - self.leaves) // MINUTE


class Ways(Rule):
    """Between what is shown here and what is shown at another venue there is time for the way.

    People come when one ends and are there when the other begins. A print leaves when one screen is cleared and is there before the
    other is set up: a projectionist rewinds and packs it, and there laces it up and looks at the first reel, before anybody is let in.
    Showings that overlap are no matter of the way: where that is allowed, nobody goes from one to the other.
    """

    code = "ways"
    optional = True
    effort = 2

    @cached_property
    def _elsewhere(self) -> list[Conflict]:
        return [conflict for conflict in self.frame.question.conflicts if conflict.way]

    @property
    def wanted(self) -> bool:
        """Not where nobody asks whether they overlap."""
        overlaps = self.settings.choice(Conflicts.code)
        return bool(self._elsewhere) and (overlaps is None or overlaps.use is not Use.OFF)

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the question
        return max(0, self._longest - SHORTEST_WAY)

    @property
    def most_over(self) -> int:
        screens = self.frame.question.screens
        return self._longest + max(max(each.setup_minutes, each.turnaround_minutes) for each in screens)

    @property
    def _longest(self) -> int:
        return max(conflict.way for conflict in self._elsewhere)

    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Only the edges of a sitting count: nobody leaves in the middle."""
        for conflict in self._elsewhere:
            begin, end = self.frame.minute(conflict.starts_at), self.frame.minute(conflict.ends_at)
            for i in (i for i, piece in enumerate(self.frame.pieces) if conflict.concerns(piece.block)):
                after, before = begin - model.end[i], model.start[i] - end
                if conflict.why is Why.COPY:
                    after -= model.pick(i, lambda window: window.screen.turnaround_minutes)
                    before -= model.pick(i, lambda window: window.screen.setup_minutes)
                for edge, gap, meets in (
                    (model.ends(i), after, model.end[i] > begin),
                    (model.begins(i), before, model.start[i] < end),
                ):
                    suffices, overlaps = model.flag(), model.flag()
                    self._leave_time(model, conflict, gap, give, suffices)
                    model.cp.add(meets).only_enforce_if(overlaps)
                    model.cp.add_bool_or(suffices, overlaps, *(~each for each in edge))

    def _leave_time(self, model: Model, conflict: Conflict, gap: Expr, give: Expr, suffices: Flag) -> None:
        """The gap suffices for the way. A hard rule never gives way so far that nothing is left of it."""
        model.cp.add(gap + give >= conflict.way).only_enforce_if(suffices)
        if self.hard:
            model.cp.add(gap >= min(conflict.way, SHORTEST_WAY)).only_enforce_if(suffices)

    def over(self, plan: Plan) -> int:
        """The minutes that are missing where most are."""
        return max((hurry.short for hurry in self._hurries(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for hurry in self._hurries(plan):
            conflict = hurry.conflict
            yield self.finding(
                _template(conflict.why, comes=hurry.comes),
                (hurry.at,),
                film=plan.sittings[hurry.at].label,
                other=named(conflict),
                venue=venue_named(conflict),
                way=Minutes(conflict.way),
                leaves=self._clock(hurry.leaves),
                needed=self._clock(hurry.needed),
            )

    def _hurries(self, plan: Plan) -> Iterator[_Hurry]:
        for at, sitting in enumerate(plan.sittings):
            for conflict in self._elsewhere:
                if conflict.concerns(sitting.block):
                    yield from (each for each in self._beside(at, sitting, conflict) if each.short > 0)

    def _beside(self, at: int, sitting: Sitting, conflict: Conflict) -> Iterator[_Hurry]:
        """The time between the two; none where they overlap."""
        room, carried = self.frame.screens[sitting.screen], conflict.why is Why.COPY
        if sitting.starts_at >= conflict.ends_at:
            needed = sitting.starts_at - carried * room.setup_minutes * MINUTE
            yield _Hurry(at, conflict, comes=True, leaves=conflict.ends_at, needed=needed)
        elif sitting.ends_at <= conflict.starts_at:
            leaves = sitting.ends_at + carried * room.turnaround_minutes * MINUTE
            yield _Hurry(at, conflict, comes=False, leaves=leaves, needed=conflict.starts_at)

    def say(self) -> Say:
        places = {(each.venue, each.way) for each in self._elsewhere}
        if len(places) == 1:
            one = gettext_noop("Between here and {venue} there is time for the way: {way}.")
            return self.sentence(one, venue=venue_named(self._elsewhere[0]), way=Minutes(self._longest))
        several: Plural = ngettext_noop(
            "There is time for the way between here and {count} other venue: up to {way}.",
            "There is time for the ways between here and {count} other venues: up to {way}.",
        )
        return self.sentence(several, count=len(places), way=Minutes(self._longest))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        """As much of each way as the plan leaves time for, the same for everything at that venue."""
        short: dict[tuple[str, int], int] = {}
        venues: dict[tuple[str, int], Value] = {}
        for hurry in self._hurries(plan):
            place = hurry.conflict.venue, hurry.conflict.way
            short[place] = max(hurry.short, short.get(place, 0))
            venues[place] = venue_named(hurry.conflict)
        template = gettext_noop(
            "Take no more than {less} for the way between here and {venue}, instead of {way}."
        )
        steps = tuple(
            self.sentence(template, less=Minutes(place[1] - most), venue=venues[place], way=Minutes(place[1]))
            for place, most in short.items()
        )
        conflicts = tuple(
            replace(each, way=each.way - short.get((each.venue, each.way), 0)) for each in question.conflicts
        )
        return Changed(steps, replace(question, conflicts=conflicts))

    def _clock(self, moment: datetime) -> Clock:
        return Clock(moment.astimezone(self.frame.question.screens[0].zone).time())


def _template(why: Why, *, comes: bool) -> str:
    if why is Why.COPY and comes:
        return gettext_noop(
            "The copy of '{film}' is free at {leaves}, too late for its set-up here at {needed}: {way} on the way from {venue}."
        )
    if why is Why.COPY:
        return gettext_noop(
            "The copy of '{film}' is free here at {leaves}, too late for where it is needed at {needed}: {way} on the way to {venue}."
        )
    if comes:
        return gettext_noop(
            "'{film}' begins at {needed}, too soon after {other}, which ends at {leaves}: {way} on the way from {venue}."
        )
    return gettext_noop(
        "'{film}' ends at {leaves}, too late for {other}, which begins at {needed}: {way} on the way to {venue}."
    )
