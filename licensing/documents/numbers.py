"""Numbers of documents, in series of a year: INV-2026-0001. Those of invoices, credit notes and receipts have no gaps."""

from __future__ import annotations

import re
from typing import Literal

from django.db import connection

type Prefix = Literal["INV", "LIC", "REC", "CRN", "ROY"]
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


def hold_series(*, prefix: Prefix, year: int) -> None:
    """Locks a series until the transaction ends without taking a number: for who may need one after a number of a later series."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [f"{prefix}-{year}", 0])


def next_order_number(*, year: int) -> str:
    """The next number of an order, such as ORD-2026-0001. No two are the same, and nobody waits for one: there may be gaps."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('licensing_order_number')")
        [number] = cursor.fetchone()
    return f"ORD-{year}-{number:04d}"


def next_quote_number(*, year: int) -> str:
    """The next number of a quote, such as QUO-2026-0001. As with orders, there may be gaps."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('licensing_quote_number')")
        [number] = cursor.fetchone()
    return f"QUO-{year}-{number:04d}"


YEARS_READ = 3
"""A number without its year may be of this year, or of one of the two before."""


def readings(text: str, *, prefix: str, year: int) -> list[str]:
    """The numbers of a series that a person may mean: “inv-2027-7”, “2027 7” and “7” are all INV-2027-0007."""
    parts = [part for part in re.split(r"[\s/-]+", text.upper()) if part]
    if parts and parts[0] == prefix:
        parts = parts[1:]
    if not 1 <= len(parts) <= 2 or not all(
        part.isascii() and part.isdigit() and len(part) < 12 for part in parts
    ):
        return []
    years = [int(parts[0])] if len(parts) > 1 else [year - back for back in range(YEARS_READ)]
    return [f"{prefix}-{each}-{int(parts[-1]):04d}" for each in years]
