"""Numbers without gaps or repeats, in one series for each year: INV-2026-0001."""

from __future__ import annotations

from typing import Literal

from django.db import transaction

from licensing.models import NumberSeries

type Prefix = Literal["ORD", "INV", "LIC"]


@transaction.atomic
def next_number(*, prefix: Prefix, year: int) -> str:
    """The next number of a series, such as INV-2026-0001.

    The series' row stays locked until the caller's transaction ends: the next caller waits, and a number that is rolled
    back is used again. So call it late, after every other lock has been taken.
    """
    name = f"{prefix}-{year}"
    NumberSeries.objects.bulk_create([NumberSeries(name=name)], ignore_conflicts=True)
    series = NumberSeries.objects.select_for_update(no_key=True).get(name=name)
    series.last += 1
    series.save(update_fields=["last"])
    return f"{name}-{series.last:04d}"
