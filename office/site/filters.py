"""Filters of the office's lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList


class ValuesFilter(admin.AllValuesFieldListFilter):
    """Lists every value of a text field that may be empty. Django's own filter shows the empty value as a link without text."""

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": str(choice["display"]).strip() or self.empty_value_display}
