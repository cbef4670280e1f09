"""What every rule is: one demand with three faces."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from screenings.planner.answer import Finding, Plan
from screenings.planner.frame import Frame
from wording.say import Plural, Say, Value, say

if TYPE_CHECKING:
    from screenings.planner.model import Expr, Model


class Rule(ABC):
    """One demand on a plan: `constrain` tells the solver, `check` any plan however made, `say` people.

    A hard rule bounds, a soft one costs. A `fixed` rule is never left out when a clash is looked for. A rule
    with `effort` can give way: `constrain` then takes `give`, a whole number of the rule's own units up to
    `most_give`, each of which weighs `effort`; `change` says what that would mean. A rule with `drop_effort`
    can only be left out whole. `other_ways` are rules of the same code that give way elsewhere. A `minor` rule
    is named in a clash only where there is no clash without it.
    """

    code: ClassVar[str]
    hard: ClassVar[bool] = True
    fixed: ClassVar[bool] = False
    effort: ClassVar[int] = 0
    most_give: ClassVar[int] = 0
    drop_effort: ClassVar[int] = 0
    minor: ClassVar[bool] = False
    other_ways: ClassVar[tuple[type[Rule], ...]] = ()

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.settings = frame.settings

    @property
    def wanted(self) -> bool:
        """Does this question ask for the rule at all?"""
        return True

    @abstractmethod
    def constrain(self, model: Model, give: Expr = 0) -> None:
        """Add the demand (hard) or its price (soft) to the solver's model."""

    @abstractmethod
    def check(self, plan: Plan) -> Iterator[Finding]:
        """What the rule has to say against a plan."""

    @abstractmethod
    def say(self) -> Say:
        """The rule as a sentence."""

    def change(self, give: int) -> Say:
        """What giving way by so many units would mean; `give` is 0 for a rule that is left out whole."""
        raise NotImplementedError(f"{self.code} does not give way.")

    def sentence(self, template: str | Plural, **params: Value) -> Say:
        """A sentence under this rule's code."""
        return say(self.code, template, **params)

    def finding(self, template: str | Plural, at: tuple[int, ...], cost: int = 0, **params: Value) -> Finding:
        """Something to say of the sittings at these places of a plan."""
        return Finding(self.code, self.hard, self.sentence(template, **params), cost, at)
