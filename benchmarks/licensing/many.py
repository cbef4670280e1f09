"""Very many orders with their invoices, payments and licences: copies of one real order, written by SQL.

They are spread over six years, 2,000 schools and 200 films; one school holds a tenth of all licences. Triggers are off: they
write histories, which nothing that is measured here reads. Only the papers of the one school are copied whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.licensing.copies import BASE, KEY, copy, without_triggers
from benchmarks.licensing.house import House

if TYPE_CHECKING:
    from accounts.models import User
    from licensing.models import Institution

SCHOOLS, FILMS, DAYS = 2_000, 200, 2_190
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
    from licensing.models import Licence, Payment

    school, buyer = house.school(1_000)
    order = house.order(school, buyer)
    line = order.lines.get()
    where = SCHOOL.format(school=school.pk)
    days = {"starts_on": DAY, "ends_on": f"CASE WHEN n % 20 = 0 THEN NULL ELSE {DAY} + 1095 END"}
    with without_triggers():
        copy(school, SCHOOLS, id=KEY, legal_name="'School ' || md5(n::text)")
        copy(house.film, FILMS, id=KEY, slug="'film-' || n", title="initcap(md5(n::text))")
        copy(
            order, size, id=KEY, number=_number("ORD"), institution_id=where, request_key="NULL", starts_on=DAY,
            placed_at=f"now() - ({AGO}) * interval '1 day' - n * interval '1 microsecond'",
            status=f"CASE WHEN {AGO} = 0 THEN 'placed' WHEN {UNPAID} THEN 'invoiced' ELSE 'paid' END",
        )  # fmt: skip
        copy(line, size, id=KEY, order_id=KEY, film_id=FILM)
        copy(
            order.invoice, size, id=KEY, order_id=KEY, number=_number("INV"), issued_on=DAY, due_on=f"{DAY} + 30",
            snapshot=INVOICE,
        )  # fmt: skip
        copy(
            Payment.objects.get(invoice=order.invoice), size, id=KEY, invoice_id=KEY, event_key="'transfer:' || n",
            received_on=f"{DAY} + 20", where=f"NOT {UNPAID}",
        )  # fmt: skip
        copy(
            Licence.objects.get(line=line), size, id=KEY, line_id=KEY, number=_number("LIC"), institution_id=where,
            film_id=FILM, issued_at=f"({DAY})::timestamptz", document=CERTIFICATE, **days,
        )  # fmt: skip
    return Crowd(house, school, buyer, size)


def _number(prefix: str) -> str:
    return f"'{prefix}-2020-' || lpad(n::text, 7, '0')"
