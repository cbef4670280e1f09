"""Rows are locked here, in one order, so that the verbs of this app wait for each other and never deadlock.

The order, for every transaction; each may leave out what it does not need, and none goes back:

1. the address that registers (an advisory lock, because its row may not exist yet)
2. the plan request that is taken
3. the screening
4. its showings: all of them, in the order of their keys
5. the registration
6. screens, in the order of their keys
7. the name that a new screening's address begins with (an advisory lock, likewise)
8. the institution's licences, in the order of their keys
9. reminders, which the outbox writes in the order of their keys

Every lock is FOR NO KEY UPDATE. That keeps the other verbs out, and lets rows that point here be written: a FOR UPDATE
would also stop the check of their foreign keys (FOR KEY SHARE), and so be a second order of locks that nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from licensing.models import Institution, Licence
from screenings.models import PlanRequest, Registration, Screen, Screening, Showing

ADDRESSES = 0x41444452
"""The class of the advisory locks on addresses: “ADDR” in ASCII."""
NAMES = 0x4E414D45
"""The class of the advisory locks on names of screenings: “NAME” in ASCII."""


def lock_address(email: str) -> None:
    """Until the transaction ends, nobody else registers with this address, which is in lower case."""
    _lock_text(ADDRESSES, email)


def lock_name(stem: str) -> None:
    """Until the transaction ends, nobody else names a screening after the same film and day, in any house."""
    _lock_text(NAMES, stem)


def _lock_text(kind: int, text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [kind, text])


def lock_plan_request(key: int) -> PlanRequest:
    rows = PlanRequest.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("film", "venue__institution").get(pk=key)


def lock_screening(key: int) -> tuple[Screening, list[Showing]]:
    """The screening and its standing showings in the order of their keys; those called off are locked too."""
    rows = Screening.objects.select_for_update(of=("self",), no_key=True)
    screening = rows.select_related("venue", "institution", "film").get(pk=key)
    return screening, [showing for showing in lock_showings([key]) if not showing.is_cancelled]


def lock_showings(screenings: Iterable[int]) -> list[Showing]:
    """All showings of the screenings with these keys. Whoever changes a registration holds those of its screening.

    Locked alone, and read with what they point at once they are held: PostgreSQL drops a row from a locking join when
    what it joins by (its screen) was changed by whoever held it before.
    """
    rows = Showing.objects.filter(screening__in=screenings).order_by("pk")
    held = list(rows.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    joined = Showing.objects.select_related("film__part_of", "screen__venue", "copy")
    return list(joined.filter(pk__in=held).order_by("pk"))


def lock_registration(key: int) -> Registration:
    """With its screening and venue. The showings of the screening are locked by now."""
    rows = Registration.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("user", "screening__venue").get(pk=key)


def lock_screens(keys: Iterable[int]) -> dict[int, Screen]:
    rows = Screen.objects.select_for_update(of=("self",), no_key=True).select_related("venue")
    return {screen.pk: screen for screen in rows.filter(pk__in=set(keys)).order_by("pk")}


def lock_licences(institution: Institution) -> dict[str, Licence]:
    """By number: two screenings published at once may use up the same licence."""
    rows = Licence.objects.select_for_update(no_key=True).filter(institution=institution)
    return {licence.number: licence for licence in rows.order_by("pk")}
