"""The base class of all rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from screenings.planner.answer import Finding, Plan
from screenings.planner.frame import Frame
from screenings.planner.question import Question
from screenings.planner.wishes import Use
from wording.say import Plural, Say, Value, say

if TYPE_CHECKING:
    from screenings.planner.solver.model import Expr, Model


class Changed(NamedTuple):
    """Concessions in words, and the question as it is when they are made: asking it again proves them."""

    steps: tuple[Say, ...]
    question: Question


class Rule(ABC):
    """One requirement of a plan: `constrain` gives it to the solver, `check` tests any plan, `say` explains it to people.

    A hard rule restricts plans; a soft one adds to their price. A `fixed` rule is never left out in the search for
    clashes. A rule with `effort` can give way: `constrain` then takes `give`, a whole number of the rule's own units up
    to `most_give`, each of which costs `effort`; `change` says what that means. A rule with `drop_effort` can only
    be left out altogether. `other_ways` are rules with the same code that give way in another respect. A `minor` rule
    is named in a clash only when there is no clash without it; a `common` one may belong to several causes at once.

    A question may use an `optional` rule otherwise than usual (`Settings.choices`): not at all, hard though it is soft, or
    soft though it is hard; then each unit by which a plan is `over` it costs `effort`. Whoever uses a rule calls `apply`
    and `findings`, which know of this; `constrain` and `check` are the rule as it is.
    """

    code: ClassVar[str]
    usual: ClassVar[Use] = Use.HARD
    optional: ClassVar[bool] = False
    fixed: ClassVar[bool] = False
    effort: ClassVar[int] = 0
    most_give: ClassVar[int] = 0
    drop_effort: ClassVar[int] = 0
    minor: ClassVar[bool] = False
    common: ClassVar[bool] = False
    other_ways: ClassVar[tuple[type[Rule], ...]] = ()

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.settings = frame.settings
        choice = frame.settings.choice(self.code) if self.optional else None
        self.use = choice.use if choice else self.usual
        self.weight = choice.weight if choice else 1

    @property
    def hard(self) -> bool:
        """Whether a plan must keep it."""
        return self.use is Use.HARD

    @property
    def wanted(self) -> bool:
        """Whether the rule applies to this question at all."""
        return True

    @abstractmethod
    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Add the requirement (hard) or its price (soft) to the solver's model."""

    @abstractmethod
    def check(self, plan: Plan) -> Iterator[Finding]:
        """What the rule finds wrong with a plan."""

    @abstractmethod
    def say(self) -> Say:
        """The rule as a sentence."""

    def apply(self, model: Model, give: Expr = 0) -> None:
        """Add the rule to the solver's model in the way in which the question uses it."""
        if self.use is self.usual is Use.HARD:
            self.constrain(model, give)
            return
        paid = len(model.costs)
        if self.usual is Use.HARD:
            model.pay(self.soften(model), self.effort)
        else:
            self.constrain(model, give)
        own, model.costs[paid:] = model.costs[paid:], []
        for amount, points, piece in own:
            if self.hard:
                model.cp.add(amount * points == 0)
            else:
                model.pay(amount, points * self.weight, piece)

    def findings(self, plan: Plan) -> list[Finding]:
        """What is wrong with a plan, in the way in which the question uses the rule."""
        found = list(self.check(plan))
        if self.use is self.usual:
            return (
                [replace(each, cost=each.cost * self.weight) for each in found] if self.weight > 1 else found
            )
        if self.hard:
            return [replace(each, hard=True, cost=0) for each in found if each.cost]
        cost = self.over(plan) * self.effort * self.weight if found else 0
        return [replace(each, hard=False, cost=0 if at else cost) for at, each in enumerate(found) if cost]

    def soften(self, model: Model) -> Expr:
        """Add the requirement to the model as one that may be broken; returns by how many units."""
        over = model.count(self.most_over)
        self.constrain(model, over)
        return over

    def over(self, plan: Plan) -> int:
        """By how many of its own units a plan breaks the rule, at the worst place; 0 when it keeps it."""
        raise NotImplementedError(f"{self.code} has no units.")

    @property
    def most_over(self) -> int:
        """More units than any plan can break it by."""
        return self.most_give

    def change(self, question: Question, give: int, plan: Plan) -> Changed:
        """What giving way by so many units means for the plan that needs it; `give` is 0 for a rule that is left out."""
        raise NotImplementedError(f"{self.code} does not give way.")

    def setting(
        self, question: Question, template: str | Plural, changed: dict[str, Any], **params: Value
    ) -> Changed:
        """A change of settings, in one sentence."""
        settings = replace(question.settings, **changed)
        return Changed((self.sentence(template, **params),), replace(question, settings=settings))

    def sentence(self, template: str | Plural, **params: Value) -> Say:
        """A sentence under this rule's code."""
        return say(self.code, template, **params)

    def finding(self, template: str | Plural, at: tuple[int, ...], cost: int = 0, **params: Value) -> Finding:
        """Something to say of the sittings at these places of a plan."""
        return Finding(self.code, self.hard, self.sentence(template, **params), cost, at)
