"""Checks any plan against the rules, however it was made: for a person who drags a showing, and for the price."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from screenings.planner.answer import Finding, Plan, Sitting
from screenings.planner.arranging import arrange
from screenings.planner.frame import Frame
from screenings.planner.kinds import BY_HAND
from screenings.planner.question import Question
from screenings.planner.rules import hard_rules, soft_rules


def review(plan: Plan, question: Question) -> list[Finding]:
    """Every finding on a plan, hard ones first. Without hard findings the plan is possible."""
    frame = Frame(question)
    arranged = arrange(frame, plan.sittings, plan.kind)
    rules = [*hard_rules(frame, plan.kind), *soft_rules(frame)]
    findings = [finding for rule in rules for finding in rule.findings(arranged)]
    return sorted(findings, key=lambda finding: not finding.hard)


def by_hand(question: Question, sittings: Iterable[Sitting]) -> Plan:
    """A priced plan of sittings that a person arranged; `review` says whether it is possible."""
    frame = Frame(question)
    return priced(frame, arrange(frame, sittings, BY_HAND.code))


def priced(frame: Frame, plan: Plan) -> Plan:
    """The plan with its price: what each soft rule charges for it, most expensive first."""
    asked = [finding for rule in soft_rules(frame) for finding in rule.findings(plan)]
    return replace(plan, price=tuple(sorted(asked, key=lambda finding: -finding.cost)))
