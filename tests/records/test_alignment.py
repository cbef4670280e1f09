"""Rows follow what is wanted, and nothing else is written."""

from __future__ import annotations

import pytest

from catalog.models import Source
from records.alignment import Wanted, align

pytestmark = pytest.mark.django_db


def wanted(*names: str) -> list[Wanted]:
    return [{"key": name.lower(), "name": name, "kind": "archive"} for name in names]


def test_align_counts_what_it_creates_changes_and_leaves() -> None:
    align(Source.objects.all(), wanted("One", "Two"), key=["key"], remove=False)
    rows = [*wanted("One", "Three"), {"key": "two", "name": "Second", "kind": "archive"}]
    difference = align(Source.objects.all(), rows, key=["key"], remove=False)
    assert str(difference.report) == "1 created, 1 changed, 1 unchanged"
    assert set(Source.objects.values_list("name", flat=True)) == {"One", "Second", "Three"}


def test_align_writes_of_two_rows_with_one_key_the_later() -> None:
    rows = [*wanted("One"), {"key": "one", "name": "First", "kind": "archive"}]
    assert len(align(Source.objects.all(), rows, key=["key"], remove=False).created) == 1
    assert Source.objects.get().name == "First"


def test_align_removes_rows_that_are_not_wanted_and_rows_that_stand_twice() -> None:
    align(Source.objects.all(), wanted("One", "Two", "Three"), key=["key"], remove=False)
    Source.objects.filter(key="two").update(name="One")
    difference = align(
        Source.objects.order_by("pk"), [{"name": "One", "kind": "archive"}], key=["name"], remove=True
    )
    assert sorted(row.key for row in difference.removed) == ["three", "two"]
    assert [row.key for row in Source.objects.all()] == ["one"]
