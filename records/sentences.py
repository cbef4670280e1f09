"""Says in a full sentence what pydantic found, in the words of people who write records."""

from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from records.document import Document, field_name
from records.faults import Fault

_EXPECTED = {
    "int_type": "a whole number",
    "string_type": "text",
    "bool_type": "true or false",
    "list_type": "a list",
    "date_type": "a date such as 2026-09-01",
    "model_type": "a group of fields",
    "model_attributes_type": "a group of fields",
}


def said(document: Document, error: ValidationError, shape: type[BaseModel]) -> Iterator[Fault]:
    """One fault for each thing that pydantic found in a document of a shape, with its line and field."""
    for detail in error.errors():
        steps = tuple(detail["loc"])
        code, message = _sentence(detail, shape)
        yield Fault(document.file, document.line(steps), field_name(steps), message, code)


def _sentence(detail: ErrorDetails, shape: type[BaseModel]) -> tuple[str, str]:
    kind, given = detail["type"], _short(detail["input"])
    name = str(detail["loc"][-1]) if detail["loc"] else "record"
    if kind == "missing":
        return "missing-field", f"The field “{name}” is missing."
    if kind == "extra_forbidden":
        return "unknown-field", f"There is no field “{name}” here{_meant(name, shape)}."
    if kind == "literal_error":
        return "unknown-value", f"“{given}” is not possible here; write one of {detail['ctx']['expected']}."
    if kind == "greater_than":
        return "too-small", f"The number must be greater than {detail['ctx']['gt']}; {given} was given."
    if kind in _EXPECTED:
        return "wrong-type", f"This must be {_EXPECTED[kind]}; {given} was given."
    # What is left are our own rules, whose type is the code and whose message is a sentence.
    return kind, detail["msg"]


def _short(given: object) -> str:
    match given:
        case None:
            return "nothing"
        case dict():
            return "a group of fields"
        case list():
            return "a list"
    text = str(given)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _meant(name: str, shape: type[BaseModel]) -> str:
    close = get_close_matches(name, _field_names(shape), n=1)
    return f"; perhaps “{close[0]}” is meant" if close else ""


def _field_names(shape: type[BaseModel]) -> list[str]:
    """The names of all fields of a record and of what stands in it."""
    schema = shape.model_json_schema()
    groups = (schema, *schema.get("$defs", {}).values())
    return sorted({name for group in groups for name in group.get("properties", ())})
