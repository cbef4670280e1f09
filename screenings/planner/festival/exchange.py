"""Converts a festival's question and programme to plain data for JSON, and back; reading checks every type and rule (ValueError)."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from screenings.planner.festival.answer import Programme
from screenings.planner.festival.question import Festival


@cache
def _festivals() -> TypeAdapter[Festival]:
    return TypeAdapter(Festival)


@cache
def _programmes() -> TypeAdapter[Programme]:
    return TypeAdapter(Programme)


def festival_to_data(festival: Festival) -> dict[str, Any]:
    """A question as dicts, lists, strings and numbers; instants and days are ISO 8601 strings."""
    data: dict[str, Any] = _festivals().dump_python(festival, mode="json")
    return data


def festival_from_data(data: dict[str, Any]) -> Festival:
    """The question that `festival_to_data` wrote."""
    return _festivals().validate_python(data)


def programme_to_data(programme: Programme) -> dict[str, Any]:
    """A programme in the same plain form."""
    data: dict[str, Any] = _programmes().dump_python(programme, mode="json")
    return data


def programme_from_data(data: dict[str, Any]) -> Programme:
    """The programme that `programme_to_data` wrote."""
    return _programmes().validate_python(data)
