"""Says in a full sentence what pydantic found, in the words of people who write records."""

from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from catalog.exchange import records
from catalog.exchange.faults import Fault
from catalog.exchange.positions import Document, field_name

_EXPECTED = {
    "int_type": "a whole number",
    "string_type": "text",
    "bool_type": "true or false",
    "list_type": "a list",
    "date_type": "a date such as 2026-09-01",
    "model_type": "a group of fields",
    "model_attributes_type": "a group of fields",
}


def said(document: Document, error: ValidationError) -> Iterator[Fault]:
    """One fault for each thing that pydantic found in the document, with its line and field."""
    for detail in error.errors():
        steps = tuple(detail["loc"])
        code, message = _sentence(detail)
        yield Fault(document.file, document.line(steps), field_name(steps), message, code)


def _sentence(detail: ErrorDetails) -> tuple[str, str]:
    kind, given = detail["type"], _short(detail["input"])
    name = str(detail["loc"][-1]) if detail["loc"] else "record"
    if kind == "missing":
        return "missing-field", f"The field “{name}” is missing."
    if kind == "extra_forbidden":
        return "unknown-field", f"There is no field “{name}” here{_meant(name)}."
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


def _meant(name: str) -> str:
    close = get_close_matches(name, _FIELD_NAMES, n=1)
    return f"; perhaps “{close[0]}” is meant" if close else ""


_FIELD_NAMES = sorted(
    {
        field
        for model in (
            records.FilmRecord, records.PartRecord, records.CreditRecord, records.StatementRecord,
            records.RecognitionRecord, records.PressRecord, records.ReadingRecord, records.CopyRecord,
            records.RightRecord, records.SourceRecord, records.TitleRecord, records.RelationRecord,
        )
        for field in model.model_fields
    }
)  # fmt: skip
