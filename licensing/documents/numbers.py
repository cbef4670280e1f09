"""Numbers of documents, in series of a year: INV-2026-0001. Those of invoices, credit notes and receipts have no gaps."""

from __future__ import annotations

from typing import Literal

from django.db import connection

type Prefix = Literal["INV", "LIC", "CRN", "REC", "ROY"]
"""Whoever takes numbers of several series in one transaction takes them in this order: each is a lock."""

TAKE = """
INSERT INTO licensing_numberseries (name, last) VALUES (%s, %s)
ON CONFLICT (name) DO UPDATE SET last = licensing_numberseries.last + excluded.last RETURNING last
"""


def next_number(*, prefix: Prefix, year: int) -> str:
    """The next number of a series, such as INV-2026-0001. See `next_numbers`."""
    return next_numbers(prefix=prefix, year=year, how_many=1)[0]


def next_numbers(*, prefix: Prefix, year: int, how_many: int) -> list[str]:
    """The next numbers of a series, in one statement. Call it inside a transaction.

    The series' row stays locked until the transaction ends: the next caller waits, and numbers that are rolled back are
    used again. So call it late, after every other lock has been taken.
    """
    if not how_many:
        return []
    name = f"{prefix}-{year}"
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [name, how_many])
        [last] = cursor.fetchone()
    return [f"{name}-{number:04d}" for number in range(last - how_many + 1, last + 1)]


def next_order_number(*, year: int) -> str:
    """The next number of an order, such as ORD-2026-0001. No two are the same, and nobody waits for one: there may be gaps."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('licensing_order_number')")
        [number] = cursor.fetchone()
    return f"ORD-{year}-{number:04d}"
