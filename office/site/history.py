"""What happened to a row, in words: from the ledger of changes, and from what people did in the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pghistory.core
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.formats import date_format, localize
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.models import User

MOST_EVENTS = 200
"""Of a row: the newest."""
LONGEST_VALUE = 120
"""Characters of a value that is shown; of a longer one only that it changed."""

type Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened: when, by whom (empty: by the system), and what, in sentences."""

    at: datetime
    who: str
    sentences: list[str]
    event: int = 0
    """The key of the ledger's row after which it was so; 0 for what has none."""
    back: str = ""
    """The address of the page that asks whether the row is to be as it was then, if it can be."""


def history_of(row: models.Model) -> list[Happened]:
    """The newest first. Three statements, and one for each table that a changed column points to."""
    return sorted([*_changes_of(row), *_done_to(row)], key=lambda each: (each.at, each.event), reverse=True)


def _done_to(row: models.Model) -> Iterator[Happened]:
    """What people did on the row's page: the sentences that its moves said."""
    kind = ContentType.objects.get_for_model(row)
    entries = LogEntry.objects.filter(content_type=kind, object_id=str(row.pk)).select_related("user")
    for entry in entries.order_by("-action_time")[:MOST_EVENTS]:
        yield Happened(entry.action_time, str(entry.user), [str(entry.get_change_message())])


def _changes_of(row: models.Model) -> Iterator[Happened]:
    """What the ledger's triggers wrote: each event compared with the one before it."""
    for event in pghistory.core.event_models(tracks_model=type(row)):
        found = event._default_manager.filter(pgh_obj_id=row.pk).order_by("-pgh_id")  # noqa: SLF001 - the documented name
        newest = list(found.values("pgh_context__metadata", *_columns_of(event))[: MOST_EVENTS + 1])
        newest.reverse()
        changed = list(_compared(newest, len(newest) > MOST_EVENTS))
        names = _names(type(row), [change for _event, change in changed])
        persons = people(change["pgh_context__metadata"] for change, _changed in changed)
        for change, columns in changed:
            sentences = _sentences(type(row), change["pgh_label"], columns, names)
            if sentences:
                yield Happened(
                    change["pgh_created_at"], persons.get(_person_in(change), ""), sentences, change["pgh_id"]
                )


def _columns_of(event: type[models.Model]) -> list[str]:
    return [
        field.attname for field in event._meta.concrete_fields if field.name not in {"pgh_context", "pgh_obj"}
    ]


type Columns = dict[str, tuple[Any, Any]]
"""Values before and after, by column."""


def _compared(events: list[dict[str, Any]], begins_later: bool) -> Iterator[tuple[dict[str, Any], Columns]]:
    """Each event with the columns that differ from the event before it; the first has none to be compared with."""
    before: dict[str, Any] | None = None
    for event in events:
        if before is not None or not begins_later:
            yield event, differing(before or event, event)
        before = event


def differing(before: Values, after: Values) -> Columns:
    return {
        name: (before.get(name), after[name])
        for name in after
        if not name.startswith("pgh_") and before.get(name) != after[name]
    }


def _sentences(model: type[models.Model], label: str, columns: Columns, names: Names) -> list[str]:
    if label == "insert":
        return [_("Created.")]
    if label == "delete":
        return [_("Deleted.")]
    return change_words(model, columns, names)


type Names = Mapping[tuple[type[models.Model], Any], str]
"""What the rows are called that changed columns point to."""


def change_words(model: type[models.Model], columns: Columns, names: Names | None = None) -> list[str]:
    """A sentence for each changed column, such as “Status: placed → accepted”."""
    sentences = []
    for name, (before, after) in columns.items():
        if (field := column_of(model, name)) is None:
            continue
        old, new = (value_words(field, each, names or {}) for each in (before, after))
        label = capfirst(str(field.verbose_name))
        shown = max(len(old), len(new)) <= LONGEST_VALUE and not isinstance(field, models.JSONField)
        sentences.append(f"{label}: {old} → {new}" if shown else _("%(name)s was changed.") % {"name": label})
    return sentences


def column_of(model: type[models.Model], name: str) -> models.Field[Any, Any] | None:
    """The field of a column such as `institution_id`; None for a column that the model no longer has."""
    try:
        found = model._meta.get_field(name.removesuffix("_id") if name.endswith("_id") else name)
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, models.Field) else None


def value_words(field: models.Field[Any, Any], value: Any, names: Names) -> str:
    """A value as people write it: a choice by its label, a day as a day, nothing as a dash."""
    if value is None or value in ("", []):
        return "—"
    if field.remote_field is not None:
        return names.get((field.remote_field.model, value), str(value))
    if choices := dict(field.flatchoices):
        values = value if isinstance(value, list) else [value]
        return ", ".join(str(choices.get(each, each)) for each in values)
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    return _plain(_typed(field, value))


def _typed(field: models.Field[Any, Any], value: Any) -> Any:
    """JSON has no days and no amounts: the ledger's list of all changes has them as text."""
    if not isinstance(value, str):
        return value
    try:
        return field.to_python(value)
    except (ValidationError, ValueError, TypeError):
        return value


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return date_format(localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value)
    return str(localize(value))


def _names(model: type[models.Model], changed: Iterable[Columns]) -> Names:
    keys: dict[type[models.Model], set[Any]] = {}
    for columns in changed:
        for name, pair in columns.items():
            field = column_of(model, name)
            if field is not None and field.remote_field is not None:
                keys.setdefault(field.remote_field.model, set()).update(
                    key for key in pair if key is not None
                )
    return {
        (table, key): str(row)
        for table, wanted in keys.items()
        for key, row in table._base_manager.in_bulk(wanted).items()  # noqa: SLF001 - the documented name
    }


def _person_in(event: Values) -> Any:
    return (event["pgh_context__metadata"] or {}).get("user")


def people(contexts: Iterable[Any]) -> dict[Any, str]:
    """The names of the people of contexts, by key: at most one statement."""
    keys = {(context or {}).get("user") for context in contexts} - {None}
    return {key: str(person) for key, person in User.objects.in_bulk(keys).items()} if keys else {}
