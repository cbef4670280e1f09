"""Turns what pydantic found into full sentences, in the words of people who write records."""

from collections.abc import Iterator
from difflib import get_close_matches

from django.utils.translation import gettext
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from records.document import Document
from records.faults import Fault
from wording.say import Say, gettext_noop, say

_WRONG_TYPES = {
    "int_type": gettext_noop("This must be a whole number; {given} was given."),
    "string_type": gettext_noop("This must be text; {given} was given."),
    "bool_type": gettext_noop("This must be true or false; {given} was given."),
    "list_type": gettext_noop("This must be a list; {given} was given."),
    "date_type": gettext_noop("This must be a date such as 2026-09-01; {given} was given."),
    "model_type": gettext_noop("This must be a group of fields; {given} was given."),
    "model_attributes_type": gettext_noop("This must be a group of fields; {given} was given."),
}


def said(document: Document, error: ValidationError, shape: type[BaseModel]) -> Iterator[Fault]:
    """One fault for each thing that pydantic found in a document of a shape, with its line and field."""
    for detail in error.errors():
        yield document.fault(tuple(detail["loc"]), _sentence(detail, shape))


def _sentence(detail: ErrorDetails, shape: type[BaseModel]) -> Say:
    kind, context = detail["type"], detail.get("ctx", {})
    given, name = _short(detail["input"]), str(detail["loc"][-1]) if detail["loc"] else "record"
    if kind == "missing":
        return say("missing-field", gettext_noop("The field “{field}” is missing."), field=name)
    if kind == "extra_forbidden":
        return _unknown_field(name, shape)
    if kind == "literal_error":
        template = gettext_noop("“{given}” is not allowed here; write one of {expected}.")
        return say("unknown-value", template, given=given, expected=str(context["expected"]))
    if kind == "greater_than":
        template = gettext_noop("The number must be greater than {bound}; {given} was given.")
        return say("too-small", template, bound=str(context["gt"]), given=given)
    if kind in _WRONG_TYPES:
        return say("wrong-type", _WRONG_TYPES[kind], given=given)
    # The rest are our own rules (faults.unfit), or a pydantic rule that no record has broken yet.
    own = context.get("say")
    return own if isinstance(own, Say) else say(kind, "{sentence}", sentence=detail["msg"])


def _unknown_field(name: str, shape: type[BaseModel]) -> Say:
    close = get_close_matches(name, _field_names(shape), n=1)
    if close:
        template = gettext_noop("There is no field “{field}” here; did you mean “{meant}”?")
        return say("unknown-field", template, field=name, meant=close[0])
    return say("unknown-field", gettext_noop("There is no field “{field}” here."), field=name)


def _short(given: object) -> str:
    match given:
        case None:
            return gettext("nothing")
        case dict():
            return gettext("a group of fields")
        case list():
            return gettext("a list")
    text = str(given)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _field_names(shape: type[BaseModel]) -> list[str]:
    """The names of all fields of a record and of the records inside it."""
    schema = shape.model_json_schema()
    groups = (schema, *schema.get("$defs", {}).values())
    return sorted({name for group in groups for name in group.get("properties", ())})
