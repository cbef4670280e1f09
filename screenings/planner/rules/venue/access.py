"""The rules about accessible showings: every part has one, and better so that one run is accessible from beginning to end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from screenings.access import ASKED_WORDS, CARRIED, Access, meets, offered
from screenings.planner.answer import Finding, Plan
from screenings.planner.frame import Frame
from screenings.planner.question import Question, Screen
from screenings.planner.rules.comfort import Soft
from screenings.planner.rules.rule import Changed, Rule
from screenings.planner.wishes import Use
from wording.say import Listed, Say, Word, gettext_noop

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Flag, Model

ASKED_BY = "access"


class AboutAccess(Rule):
    """Base of rules about the access that is asked for."""

    @property
    def asked(self) -> tuple[Access, ...]:
        choice = self.settings.choice(ASKED_BY)
        return () if choice and choice.use is Use.OFF else self.settings.access

    @property
    def wanted(self) -> bool:
        return bool(self.asked)

    def _parts(self) -> list[list[int]]:
        """Each part as the indexes of the blocks that show it, one for each of its runs."""
        parts: dict[tuple[str, str, int], list[int]] = {}
        for index, block in enumerate(self.frame.question.blocks):
            parts.setdefault((block.strand, block.label, block.part), []).append(index)
        return list(parts.values())

    def _can(self, screen: Screen, block: int, asked: Access) -> bool:
        shown = self.frame.question.blocks[block]
        return meets(asked, offered(screen.access, shown.carries, shown.marks))

    def _flag(self, model: Model, blocks: Iterable[int], asked: Access) -> Flag:
        """Holds only where all that is shown of these blocks is on screens that can."""
        flag, chosen = model.flag(), set(blocks)
        for i, piece in enumerate(self.frame.pieces):
            if piece.block in chosen:
                can = [int(self._can(window.screen, piece.block, asked)) for window in self.frame.windows]
                model.cp.add(flag <= model.choose(i, can))
        return flag

    def _offered(self, plan: Plan, block: int, asked: Access) -> bool:
        """Whether all that a plan shows of a block is on screens that can, and it shows some."""
        screens = {sitting.screen for sitting in plan.sittings if sitting.block == block}
        return bool(screens) and all(self._can(self.frame.screens[key], block, asked) for key in screens)


class Accessible(AboutAccess):
    """Every part has, in one of its runs, a showing that offers each kind of access asked for."""

    code = ASKED_BY
    optional = True
    effort = 80

    @property
    def most_give(self) -> int:  # type: ignore[override]  # a class constant that here depends on the question
        return len(self.asked) * len(self._parts())

    def constrain(self, model: Model, give: Expr = 0) -> None:
        lacking = []
        for asked, runs in product(self.asked, self._parts()):
            lacking.append(model.flag())
            model.cp.add_bool_or(*(self._flag(model, [block], asked) for block in runs), lacking[-1])
        model.cp.add(sum(lacking) <= give)

    def over(self, plan: Plan) -> int:
        """How many parts lack access, once for each kind of it."""
        return sum(1 for _ in self._lacking(plan))

    def check(self, plan: Plan) -> Iterator[Finding]:
        for asked, runs in self._lacking(plan):
            at = tuple(at for at, sitting in enumerate(plan.sittings) if sitting.block in runs)
            template = gettext_noop("'{film}' has no showing with {access}.")
            yield self.finding(template, at, 0, film=self._label(runs), access=Word(ASKED_WORDS[asked]))

    def _lacking(self, plan: Plan) -> Iterator[tuple[Access, Sequence[int]]]:
        shown = {sitting.block for sitting in plan.sittings}
        for asked, runs in product(self.asked, self._parts()):
            if shown.intersection(runs) and not any(self._offered(plan, block, asked) for block in runs):
                yield asked, runs

    def impossible(self) -> Iterator[Say]:
        """Why what is asked for is out of the question: once for each part whose copy does not carry it, and for what no screen has."""
        for asked, runs in product(self.asked, self._parts()):
            if not self._possible(asked, runs):
                missing = Word(ASKED_WORDS[asked])
                if self._carried(asked, runs):
                    yield self.sentence(gettext_noop("No screen here offers {missing}."), missing=missing)
                else:
                    template = gettext_noop("The copy of '{film}' carries no {missing}.")
                    yield self.sentence(template, film=self._label(runs), missing=missing)

    def say(self) -> Say:
        """With the reason, where it is out of the question for a part."""
        access = _listed(self.asked)
        for asked, runs in product(self.asked, self._parts()):
            if not self._possible(asked, runs):
                missing = Word(ASKED_WORDS[asked])
                return self.sentence(
                    self._why_not(asked, runs), access=access, missing=missing, film=self._label(runs)
                )
        return self.sentence(gettext_noop("Every part has a showing with {access}."), access=access)

    def _possible(self, asked: Access, runs: Sequence[int]) -> bool:
        return any(self._can(*pair, asked) for pair in product(self.frame.screens.values(), runs))

    def _carried(self, asked: Access, runs: Sequence[int]) -> bool:
        blocks = self.frame.question.blocks
        return asked not in CARRIED or any(asked in blocks[block].carries for block in runs)

    def _why_not(self, asked: Access, runs: Sequence[int]) -> str:
        if not self._carried(asked, runs):
            return gettext_noop(
                "Every part has a showing with {access}, but the copy of '{film}' carries no {missing}."
            )
        return gettext_noop("Every part has a showing with {access}, but no screen here offers {missing}.")

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        gone = {asked for asked, _ in self._lacking(plan)}
        kept = tuple(each for each in self.asked if each not in gone)
        access = _listed(each for each in self.asked if each in gone)
        return self.setting(question, gettext_noop("Do without {access}."), {"access": kept}, access=access)

    def _label(self, runs: Sequence[int]) -> str:
        return self.frame.question.blocks[runs[0]].label


def impossible_access(question: Question) -> tuple[Say, ...]:
    """Why the access that must be is out of the question whatever the times; nothing where it may be had, or need not be."""
    rule = Accessible(Frame(question))
    return tuple(dict.fromkeys(rule.impossible())) if rule.hard else ()


class AccessibleThroughout(AboutAccess, Soft):
    """Who needs access can see the whole in one run: of each kind asked for, some run that shows every part offers it throughout."""

    code = "access-throughout"

    @property
    def wanted(self) -> bool:
        return super().wanted and bool(self.frame.repeats)

    def _runs(self) -> list[list[list[int]]]:
        """Of each strand the runs that show most, which is the whole: each as its blocks."""
        strands: dict[str, dict[int, list[int]]] = {}
        for index, block in enumerate(self.frame.question.blocks):
            strands.setdefault(block.strand, {}).setdefault(block.run, []).append(index)
        return [
            [shown for shown in runs.values() if len(shown) == max(map(len, runs.values()))]
            for runs in strands.values()
        ]

    def constrain(self, model: Model, give: Expr = 0) -> None:
        for asked, runs in product(self.asked, self._runs()):
            scattered = model.flag()
            model.cp.add_bool_or(*(self._flag(model, shown, asked) for shown in runs), scattered)
            model.pay(scattered, self.settings.costs.access_scattered)

    def check(self, plan: Plan) -> Iterator[Finding]:
        for asked, runs in product(self.asked, self._runs()):
            if not any(all(self._offered(plan, block, asked) for block in shown) for shown in runs):
                template = gettext_noop("No run has {access} from beginning to end.")
                cost = self.settings.costs.access_scattered
                yield self.finding(template, (), cost, access=Word(ASKED_WORDS[asked]))

    def say(self) -> Say:
        template = gettext_noop("It is better that one run has {access} from beginning to end.")
        return self.sentence(template, access=_listed(self.asked))


def _listed(kinds: Iterable[Access]) -> Listed:
    return Listed(tuple(Word(ASKED_WORDS[each]) for each in kinds))
