"""The base class of all rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from screenings.planner.answer import Finding, Plan
from screenings.planner.frame import Frame
from screenings.planner.question import Question
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
    """

    code: ClassVar[str]
    hard: ClassVar[bool] = True
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
