"""Very many orders with their invoices, payments and licences: copies of one real order, written by SQL.

They are spread over six years, 2,000 schools and 200 films; one school holds a tenth of all licences. Triggers are off: they
write histories, which nothing that is measured here reads. Only the papers of the one school are copied whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.licensing.house import House

if TYPE_CHECKING:
    from django.db.models import Model

    from accounts.models import User
    from licensing.models import Institution

SCHOOLS, FILMS, DAYS = 2_000, 200, 2_190
BASE = 10_000_000
"""Keys of copies begin here, below those of `script`."""
SCHOOL = f"CASE WHEN n % 10 = 0 THEN {{school}} ELSE {BASE} + 1 + n % {SCHOOLS} END"
WHOLE = "CASE WHEN n % 10 = 0 THEN row.{column} ELSE {part} END"
INVOICE = WHOLE.format(column="snapshot", part="jsonb_build_object('to', row.snapshot -> 'to')")
CERTIFICATE = WHOLE.format(column="document", part="'{}'")
"""One in ten has all its words; lists of invoices show to whom they are."""
FILM = f"{BASE} + 1 + n / 7 % {FILMS}"
AGO = f"n * 7919::bigint % {DAYS}"
"""Days before today: 7919 is prime, so that neighbours in the table are not neighbours in time."""
DAY = f"current_date - ({AGO})::int"
UNPAID = f"{AGO} < 40"


@dataclass(frozen=True)
class Crowd:
    """`buyer` acts for the `school` that holds a tenth of all."""

    house: House
    school: Institution
    buyer: User
    size: int


def fill(house: House, size: int) -> Crowd:
    """So many orders, each with a line, an invoice, a licence, and a payment if it is older than forty days."""
    from django.db import connection

    from licensing.models import Invoice, Licence, Order, OrderLine, Payment

    school, buyer = house.school(1_000)
    order = house.order(school, buyer)
    line = order.lines.get()
    where = SCHOOL.format(school=school.pk)
    key = f"{BASE} + n"
    days = {"starts_on": DAY, "ends_on": f"CASE WHEN n % 20 = 0 THEN NULL ELSE {DAY} + 1095 END"}
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("SET session_replication_role = replica")
    _copy(school, SCHOOLS, id=key, legal_name="'School ' || md5(n::text)")
    _copy(house.film, FILMS, id=key, slug="'film-' || n", title="initcap(md5(n::text))")
    _copy(
        order, size, id=key, number=_number("ORD"), institution_id=where, request_key="NULL", starts_on=DAY,
        placed_at=f"now() - ({AGO}) * interval '1 day' - n * interval '1 microsecond'",
        status=f"CASE WHEN {AGO} = 0 THEN 'placed' WHEN {UNPAID} THEN 'invoiced' ELSE 'paid' END",
    )  # fmt: skip
    _copy(line, size, id=key, order_id=key, film_id=FILM)
    _copy(
        order.invoice, size, id=key, order_id=key, number=_number("INV"), issued_on=DAY, due_on=f"{DAY} + 30",
        snapshot=INVOICE,
    )  # fmt: skip
    _copy(
        Payment.objects.get(invoice=order.invoice), size, id=key, invoice_id=key, event_key="'transfer:' || n",
        received_on=f"{DAY} + 20", where=f"NOT {UNPAID}",
    )  # fmt: skip
    _copy(
        Licence.objects.get(line=line), size, id=key, line_id=key, number=_number("LIC"), institution_id=where,
        film_id=FILM, issued_at=f"({DAY})::timestamptz", document=CERTIFICATE, **days,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = DEFAULT")
        for model in (Order, OrderLine, Invoice, Payment, Licence):
            cursor.execute(f"VACUUM ANALYZE {model._meta.db_table}")
        cursor.execute("ANALYZE")
        cursor.execute("RESET statement_timeout")
    return Crowd(house, school, buyer, size)


def _number(prefix: str) -> str:
    return f"'{prefix}-2020-' || lpad(n::text, 7, '0')"


def _copy(row: Model, size: int, *, where: str = "true", **changed: str) -> None:
    """Copies a row so many times. `changed` has SQL for some columns; `n` in it is the number of the copy, from one."""
    from django.db import connection

    columns = _given_columns(row)
    if unknown := changed.keys() - {*columns}:
        raise ValueError(f"No such columns: {unknown}")
    table, names = row._meta.db_table, ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(changed.get(column, f'row."{column}"') for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(  # all of it is ours
            f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} row, generate_series(1, {size}) n "  # noqa: S608 - the names are of our models
            f"WHERE row.id = {row.pk} AND {where}"
        )


def _given_columns(row: Model) -> list[str]:
    """The columns of its table but those that the database works out (`attgenerated`), which refuse a value."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
            "AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
            [row._meta.db_table],
        )
        return [name for (name,) in cursor.fetchall()]
