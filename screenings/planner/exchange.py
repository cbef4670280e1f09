"""Converts questions, plans and answers to plain data for JSON, and back.

Reading checks every type and every rule of the dataclasses, and raises ValueError (pydantic's subclass of it)
with the location of each error.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from screenings.planner.answer import Answer, Plan
from screenings.planner.question import Question, Settings


@cache
def _questions() -> TypeAdapter[Question]:
    return TypeAdapter(Question)


@cache
def _settings() -> TypeAdapter[Settings]:
    return TypeAdapter(Settings)


@cache
def _plans() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


def question_to_data(question: Question) -> dict[str, Any]:
    """A question as dicts, lists, strings and numbers; instants and days are ISO 8601 strings."""
    data: dict[str, Any] = _questions().dump_python(question, mode="json")
    return data


def question_from_data(data: dict[str, Any]) -> Question:
    """The question that `question_to_data` wrote."""
    return _questions().validate_python(data)


def settings_to_data(settings: Settings) -> dict[str, Any]:
    """Settings in the same plain form."""
    data: dict[str, Any] = _settings().dump_python(settings, mode="json")
    return data


def settings_from_data(data: dict[str, Any]) -> Settings:
    """The settings that `settings_to_data` wrote."""
    return _settings().validate_python(data)


def plan_to_data(plan: Plan) -> dict[str, Any]:
    """A plan in the same plain form."""
    data: dict[str, Any] = _plans().dump_python(plan, mode="json")
    return data


def plan_from_data(data: dict[str, Any]) -> Plan:
    """The plan that `plan_to_data` wrote."""
    return _plans().validate_python(data)


def answer_to_data(answer: Answer) -> dict[str, Any]:
    """An answer in the same plain form."""
    data: dict[str, Any] = _answers().dump_python(answer, mode="json")
    return data


def answer_from_data(data: dict[str, Any]) -> Answer:
    """The answer that `answer_to_data` wrote."""
    return _answers().validate_python(data)
