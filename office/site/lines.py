"""A row of another list as one line of a page: its name with a link to its page in the office, and why it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.admin.utils import quote
from django.db.models import Model
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Line:
    """One row to look at: `text` is its name, `note` says why it is here, `document` is the address of its PDF, if any."""

    text: str
    note: str
    href: str
    document: str = ""


def line_of(row: Model, note: object = "", document: str = "", text: object = "") -> Line:
    """`text` stands for the row where it is not called by its own name."""
    return Line(str(text or row), str(note), page_of(row), document)


def page_of(row: Model) -> str:
    """The address of a row's page in the office."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[quote(row.pk)])


def list_of(model: type[Model], query: str = "") -> str:
    """The address of a model's list in the office, filtered by `query`."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{address}?{query}" if query else address


def button_id(move: str) -> str:
    """What a move's button is called on its row's page: mails to the office lead to it."""
    return f"do-{move}"
