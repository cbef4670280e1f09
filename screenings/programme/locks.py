"""Locks rows in one order, so that the verbs of this app wait for each other and never deadlock.

The order for every transaction. It may skip what it does not need, but never goes back:

1. the address that registers (an advisory lock, because its row may not exist yet)
2. the festival that is changed or published, then the plan request whose plan is taken
3. the screening; of several, in the order of their keys
4. its showings: all of them, in the order of their keys
5. the registration
6. screens, in the order of their keys
7. the names that new screenings' addresses begin with (advisory locks, for the same reason)
8. the institution's licences, in the order of their keys
9. reminders, which the outbox writes in the order of their keys

Institutions and orders come before all of these (docs/architecture.md, "Locks"): who asks the planner locks the institution first.

Every lock is FOR NO KEY UPDATE. It keeps the other verbs out, but allows writing rows that refer to the locked one: a
FOR UPDATE would also block the check of their foreign keys (FOR KEY SHARE), which would be a second, hidden lock order.

A verb of licensing that changes a licence comes here first (`lock_screenings`, through `licensing.licences.resting`). It may
hold an institution or an order already: no verb of this app locks either.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from licensing.licences.held import licences_of
from licensing.licences.resting import lock_licences as lock_held
from licensing.models import Institution, Licence
from screenings import planner
from screenings.models import (
    Festival,
    FestivalPublication,
    PlanRequest,
    Registration,
    Screen,
    Screening,
    Showing,
)
from wording.refusals import Refused

ADDRESSES = 0x41444452
"""The class of the advisory locks on addresses: “ADDR” in ASCII."""
NAMES = 0x4E414D45
"""The class of the advisory locks on names of screenings: “NAME” in ASCII."""


def lock_address(email: str) -> None:
    """Until the transaction ends, nobody else can register with this address, which must be in lower case."""
    _lock_texts(ADDRESSES, [email])


def lock_names(stems: Iterable[str]) -> None:
    """Until the transaction ends, nobody else can name a screening after one of these films and days, at any venue."""
    _lock_texts(NAMES, stems)


def _lock_texts(kind: int, texts: Iterable[str]) -> None:
    """In the order of what is locked, whoever asks for which of them."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK_TEXTS, [kind, list(texts)])


LOCK_TEXTS = """
SELECT pg_advisory_xact_lock(%s, hashed)
FROM (SELECT DISTINCT hashtext(words) AS hashed FROM unnest(%s::text[]) AS words ORDER BY hashed) AS texts
"""


def lock_plan_request(key: int) -> PlanRequest:
    """Raises Refused: `deleted`, by another meanwhile."""
    rows = PlanRequest.objects.select_for_update(of=("self",), no_key=True)
    rows = rows.select_related("film", "venue__institution", "institution")
    return _still_there(rows, key, _("Somebody else has deleted this request."))


def lock_screening(key: int) -> tuple[Screening, list[Showing]]:
    """The screening, and its showings that are not cancelled in the order of their keys; cancelled ones are locked too."""
    rows = Screening.objects.select_for_update(of=("self",), no_key=True)
    screening = rows.select_related("venue", "institution", "film").get(pk=key)
    return screening, [showing for showing in lock_showings([key]) if not showing.is_cancelled]


def lock_showings(screenings: Iterable[int]) -> list[Showing]:
    """All showings of the screenings with these keys. Whoever changes a registration must lock those of its screening.

    They are locked alone, and then read with their related rows: PostgreSQL drops a row from a locking join when its join
    column (the screen) was changed by the transaction that held the lock before.
    """
    rows = Showing.objects.filter(screening__in=screenings).order_by("pk")
    held = list(rows.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    joined = Showing.objects.select_related("film__part_of", "screen__venue", "copy")
    return list(joined.filter(pk__in=held).order_by("pk"))


def lock_screenings(keys: Iterable[int]) -> list[int]:
    """Screenings with these keys, and their showings. Returns the keys of those that there are."""
    rows = Screening.objects.filter(pk__in=keys).order_by("pk")
    held = list(rows.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    showings = Showing.objects.filter(screening__in=held).order_by("pk")
    list(showings.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    return held


def lock_registration(key: int) -> Registration:
    """The registration with its screening and venue. The showings of the screening must already be locked."""
    rows = Registration.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("user", "screening__venue").get(pk=key)


def lock_screens(keys: Iterable[int]) -> dict[int, Screen]:
    rows = Screen.objects.select_for_update(of=("self",), no_key=True).select_related("venue")
    return {screen.pk: screen for screen in rows.filter(pk__in=set(keys)).order_by("pk")}


def lock_planned(plan: planner.Plan, *, also: Iterable[int] = ()) -> dict[int, Screen]:
    """The screens of a plan, and others. Raises Refused (`no-such-screen`) when the venue has removed one since."""
    planned = {int(sitting.screen) for sitting in plan.sittings}
    found = lock_screens(planned.union(also))
    if planned - found.keys():
        raise Refused(
            _("The venue has removed a screen that this is planned for: plan anew."), "no-such-screen"
        )
    return found


def lock_licences(institution: Institution) -> dict[str, Licence]:
    """The licences that the institution may use by number, locked because two screenings published at once could use up the same one."""
    lock_held(institution.pk)
    return {licence.number: licence for licence in licences_of(institution)}


def lock_festival(key: int, *, to_publish: bool = False) -> Festival:
    """Until the transaction ends, nobody else changes what the festival is about, nor publishes it.

    Raises Refused: `deleted`, by another meanwhile; and unless it is `to_publish`, `publishing`, while a worker does that, which is too
    long to wait for.
    """
    if not to_publish:
        refuse_publishing(key)
    rows = Festival.objects.select_for_update(of=("self",), no_key=True)
    return _still_there(
        rows.select_related("institution"), key, _("Somebody else has deleted this festival.")
    )


def _still_there[Row: Model](rows: QuerySet[Row], key: int, words: str) -> Row:
    """Raises Refused (`deleted`), in these words."""
    if (found := rows.filter(pk=key).first()) is None:
        raise Refused(words, "deleted")
    return found


def refuse_publishing(key: int) -> None:
    """Raises Refused (`publishing`) while a worker publishes the festival, or will."""
    if FestivalPublication.objects.unanswered().filter(festival=key).exists():
        raise Refused(_("The festival is being published. Wait until it is done, or stop it."), "publishing")
