"""Rules about repeats: what is shown again, for others, comes after what it repeats, and neither too soon nor too late."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.question import Question
from screenings.planner.rules.rule import Changed, Rule
from wording.say import Days, Say, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class Repeats(Rule):
    """Base of rules about a block and its repeat."""

    @property
    def wanted(self) -> bool:
        return bool(self.frame.repeats)

    def _pieces(self) -> Iterator[tuple[int, int, int]]:
        """Of each repeated block its first and its last piece, and the first of its repeat."""
        places: dict[int, list[int]] = {}
        for i, piece in enumerate(self.frame.pieces):
            places.setdefault(piece.block, []).append(i)
        for shown, again in self.frame.repeats:
            yield places[shown][0], places[shown][-1], places[again][0]

    def _shown(self, plan: Plan) -> Iterator[tuple[tuple[int, int], Sitting, Sitting, Sitting]]:
        """The same in a plan, with the indexes of the last sitting of a block and the first of its repeat."""
        places: dict[int, list[int]] = {}
        for at, sitting in enumerate(plan.sittings):
            places.setdefault(sitting.block, []).append(at)
        for shown, again in self.frame.repeats:
            if shown in places and again in places:
                first, last, repeat = places[shown][0], places[shown][-1], places[again][0]
                shows = plan.sittings
                yield (last, repeat), shows[first], shows[last], shows[repeat]

    def _gaps(self, plan: Plan) -> Iterator[tuple[tuple[int, int], Sitting, int]]:
        """For each repeat: the sittings, the first of the repeat, and how many days after the first showing it begins."""
        for at, first, _, repeat in self._shown(plan):
            yield at, repeat, (repeat.day - first.day).days

    def _days_later(self, model: Model) -> Iterator[Expr]:
        ordinals = [window.ordinal for window in self.frame.windows]
        for first, _, repeat in self._pieces():
            yield model.choose(repeat, ordinals) - model.choose(first, ordinals)


class RepeatsFollow(Repeats):
    """A repeat begins when what it repeats is over."""

    code = "repeats-follow"
    fixed = True

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for _, last, repeat in self._pieces():
            model.cp.add(model.start[repeat] >= model.end[last])

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, _, last, repeat in self._shown(plan):
            if repeat.starts_at < last.ends_at:
                template = gettext_noop("'{film}' is shown again before it has ended.")
                yield self.finding(template, at, film=repeat.label)

    def say(self) -> Say:
        return self.sentence(gettext_noop("What is shown again comes after its first showing."))


class RepeatsApart(Repeats):
    """A repeat comes at least so many days after what it repeats."""

    code = "repeats-apart"
    optional = True
    effort = 20
    most_give = 62

    @property
    def wanted(self) -> bool:
        return super().wanted and self.settings.repeat_least_days > 0

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for days in self._days_later(model):
            model.cp.add(days >= self.settings.repeat_least_days - give)

    def over(self, plan: Plan) -> int:
        """Days by which a repeat comes too soon."""
        return max((self.settings.repeat_least_days - days for _, _, days in self._gaps(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, repeat, days in self._gaps(plan):
            if days < self.settings.repeat_least_days:
                template = gettext_noop("'{film}' is shown again {days} later, which is too soon.")
                yield self.finding(template, at, film=repeat.label, days=Days(max(0, days)))

    def say(self) -> Say:
        days = Days(self.settings.repeat_least_days)
        template = gettext_noop("What is shown again is shown at least {days} later.")
        return self.sentence(template, days=days)

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        days = Days(self.settings.repeat_least_days - give)
        template = gettext_noop("Let repeats come {days} later.")
        if not days.days:
            template = gettext_noop("Let repeats come on the same day.")
        return self.setting(question, template, {"repeat_least_days": days.days}, days=days)


class RepeatsWithin(Repeats):
    """A repeat comes at most so many days after what it repeats."""

    code = "repeats-within"
    optional = True
    effort = 20
    most_give = 62

    @property
    def wanted(self) -> bool:
        return super().wanted and self.settings.repeat_most_days is not None

    @property
    def _most(self) -> int:
        return self.settings.repeat_most_days or 0

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for days in self._days_later(model):
            model.cp.add(days <= self._most + give)

    def over(self, plan: Plan) -> int:
        """Days by which a repeat comes too late."""
        return max((days - self._most for _, _, days in self._gaps(plan)), default=0)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for at, repeat, days in self._gaps(plan):
            if days > self._most:
                template = gettext_noop("'{film}' is shown again only {days} later.")
                yield self.finding(template, at, film=repeat.label, days=Days(days))

    def say(self) -> Say:
        template = gettext_noop("What is shown again is shown at most {days} later.")
        return self.sentence(template, days=Days(self._most))

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        days = Days(self._most + give)
        template = gettext_noop("Let repeats come up to {days} later.")
        return self.setting(question, template, {"repeat_most_days": days.days}, days=days)
