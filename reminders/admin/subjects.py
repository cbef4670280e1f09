"""The rows that reminders are about, in words and with a link, in as many statements as there are models on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import Model
from django.utils.html import format_html

from office.site.lines import page_of
from reminders.kinds import About, kind_named
from reminders.models import Reminder


def subjects_of(rows: Iterable[Reminder]) -> dict[str, Model]:
    """Each row by the name that reminders have for it. What is gone is not there."""
    keys: dict[type[Model], set[str]] = defaultdict(set)
    joins: dict[type[Model], set[str]] = defaultdict(set)
    for row in rows:
        model = model_of(row.subject)
        if model is None or not row.subject_key.isdigit():
            continue
        keys[model].add(row.subject_key)
        kind = kind_named(row.kind)
        if isinstance(kind, About) and kind.model is model:
            joins[model] |= set(kind.joins)
    found = {}
    for model, wanted in keys.items():
        manager: Any = model._base_manager  # noqa: SLF001 - the documented name for any model's manager
        rows_of = manager.select_related(*sorted(joins[model])) if joins[model] else manager
        for each in rows_of.filter(pk__in=wanted):
            found[f"{model._meta.label_lower}:{each.pk}"] = each
    return found


def model_of(subject: str) -> type[Model] | None:
    try:
        return apps.get_model(subject.partition(":")[0])
    except (LookupError, ValueError):
        return None


def linked(subject: str, row: Model | None, site: admin.AdminSite) -> str:
    """In words, with a link to its page in the office; its bare name when it is gone."""
    if row is None:
        return subject
    if not site.is_registered(type(row)):
        return str(row)
    return format_html('<a href="{}">{}</a>', page_of(row), row)
