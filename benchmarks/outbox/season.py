"""Very many licences that end on one day, as a purchase of a whole September makes them, and what is owed of their ends.

Of every three people two buy for one institution and one for another too; each is written to once, however many licences end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from benchmarks.licensing.copies import BASE, KEY, copy, without_triggers
from benchmarks.licensing.house import House

NOON = 12
FORWARD = """
UPDATE reminders_reminder SET due_at = now() - interval '1 minute'
WHERE kind = 'licensing.licences-ending' AND due_at = (SELECT min(due_at) FROM reminders_reminder
    WHERE kind = 'licensing.licences-ending')
"""


@dataclass(frozen=True)
class Season:
    """How much there is of everything. The first institution holds `largest` licences, the others share the rest alike."""

    licences: int
    institutions: int
    largest: int

    @property
    def people(self) -> int:
        return max(1, self.institutions * 3 // 4)

    @property
    def holder(self) -> str:
        """SQL: the key of the institution of the licence `n`."""
        return f"{BASE} + CASE WHEN n <= {self.largest} THEN 1 ELSE 2 + n % {self.institutions - 1} END"

    @property
    def film(self) -> str:
        """SQL: the key of the film of the licence `n`, another one for each of an institution; there are `largest`."""
        return f"{BASE} + 1 + CASE WHEN n <= {self.largest} THEN n ELSE n / {self.institutions - 1} END % {self.largest}"

    @property
    def buyer(self) -> str:
        """SQL: the key of the person who buys for the institution `n`."""
        return f"{BASE} + 1 + n % {self.people}"


def lay_out(season: Season) -> House:
    """The licences end in 31 days, so that tomorrow is the day to say so, 30 days before."""
    from licensing.models import Licence, Membership

    house = House.build()
    school, buyer = house.school(1)
    order = house.order(school, buyer)
    line = order.lines.get()
    last_day = house.today + timedelta(days=31)
    with without_triggers():
        copy(school, season.institutions, id=KEY, legal_name="'School ' || n")
        copy(
            buyer,
            season.people,
            id=KEY,
            email="'librarian' || n || '@school.example'",
            time_zone=f"'{daytime()}'",
        )
        copy(
            Membership.objects.get(user=buyer),
            season.institutions,
            id=KEY,
            institution_id=KEY,
            user_id=season.buyer,
        )
        copy(house.film, season.largest, id=KEY, slug="'film-' || n", title="initcap(md5(n::text))")
        copy(
            order, season.institutions, id=KEY, number="'ORD-2020-' || lpad(n::text, 7, '0')", institution_id=KEY,
            placed_by_id=season.buyer, request_key="NULL",
        )  # fmt: skip
        copy(line, season.licences, id=KEY, order_id=season.holder, film_id=season.film)
        copy(
            Licence.objects.get(line=line), season.licences, id=KEY, line_id=KEY,
            number="'LIC-2020-' || lpad(n::text, 7, '0')", institution_id=season.holder,
            film_id=season.film, ends_on=f"'{last_day}'",
        )  # fmt: skip
    return house


def daytime() -> str:
    """A zone in which it is about noon, because nobody is written to at night."""
    ahead = (NOON - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+}"


def owe_ends() -> None:
    """As issuing does for each order; the certificates themselves left when the licences were issued."""
    from licensing.models import Licence, Order
    from licensing.notices.owed import library, owe_licences_issued
    from reminders.models import Reminder
    from reminders.outbox import cancel_many, subject_of

    Reminder.objects.all().delete()  # of the order that is copied
    licences = Licence.objects.without_papers().select_related("institution")
    for order in Order.objects.filter(pk__gt=BASE).select_related("institution", "placed_by"):
        issued = list(licences.filter(line__order=order))
        owe_licences_issued(licences=issued, to=library(order.institution, order.placed_by))
        cancel_many(subjects=[subject_of(each) for each in issued], kinds=["licensing.licence-issued"])


def let_the_day_come() -> None:
    """What is owed first is due now."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(FORWARD)
