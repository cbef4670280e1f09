"""What rests on licences: an extension point, because screenings are above licensing and it may not import them.

Whoever takes cover away, or gives it back, calls `hold_still` first and `ask_again` after the change, in one transaction.
A licence that is issued takes nothing away: whoever issues it does so only where something waits for one (`is_awaited`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Value

from licensing.models import Institution, Licence


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependents:
    """Rows of another app that rest on licences. All that takes a key takes that of an institution, except `names` and `used`."""

    found: Callable[[int], Collection[int]]
    """The keys of those which a change of the institution's licences may concern."""
    lock: Callable[[int], Collection[int]]
    """Locks these rows in their own app's order, and returns their keys."""
    ask_again: Callable[[int, int], None]
    """Asks them whether they are still covered, or covered again, after a change of a licence (institution, licence)."""
    awaiting: Callable[[int | OuterRef], Exists]
    """Whether anything waits for a licence of the institution, or of its schools, as an expression for a query."""
    names: Callable[[int], Collection[str]]
    """What rests on a licence now, in words for the office."""
    used: Callable[[Collection[int]], Mapping[int, int]]
    """How many screenings licences have been used for, past ones too, by the licences' keys."""


class _Again(Exception):  # noqa: N818 - an answer, not a fault
    """Another transaction has let something more rest on the licences in the meantime."""


_dependents: list[Dependents] = []
AWAITED = "is_awaited"
"""The name of the answer on a row of an institution."""


def rest_on_licences(dependents: Dependents) -> None:
    """Called by the app that has them, in its `ready`."""
    _dependents.append(dependents)


def awaiting() -> dict[str, Q | Value]:
    """The annotation that answers `is_awaited` together with an institution's row."""
    each = [Q(dependents.awaiting(OuterRef("pk"))) for dependents in _dependents]
    return {AWAITED: reduce(or_, each) if each else Value(False)}


def is_awaited(institution: Institution) -> bool:
    """Whether anything waits for a licence of this institution. One statement, and none the next time or with `awaiting`."""
    known = vars(institution)
    if AWAITED not in known:
        asked = Institution.objects.filter(pk=institution.pk).order_by().annotate(**awaiting())
        known[AWAITED] = asked.values_list(AWAITED, flat=True).get()
    return bool(known[AWAITED])


def hold_still(institution: int) -> None:
    """Locks what rests on an institution's licences, and then the licences by their keys, until the transaction ends.

    In this order, because the verbs of screenings lock a screening before the licences that could cover it. One that was
    published between the two locks is not locked yet, and to lock it now would be to go back in the order: then both
    locks are given up (a savepoint is rolled back) and taken anew. So a caller may hold its order, but no licence,
    when it calls this for the first time; after that it may call the verbs of as many licences of the institution as it
    likes.
    """
    while True:
        try:
            with transaction.atomic():
                _hold(institution)
        except _Again:
            continue
        return


def held_licence(licence: Licence) -> Licence:
    """The row that a verb is about to change, as it is now, locked; what rests on it is locked before."""
    hold_still(licence.institution_id)
    rows = Licence.objects.select_related("institution", "line__order__placed_by", "film__part_of")
    return rows.get(pk=licence.pk)


def _hold(institution: int) -> None:
    held = [set(each.lock(institution)) for each in _dependents]
    lock_licences(institution)
    for each, locked in zip(_dependents, held, strict=True):
        if not locked.issuperset(each.found(institution)):
            raise _Again


def lock_licences(institution: int) -> None:
    """Locks an institution's licences by key, because two uses at once could use up the same one, or lose it.

    With them those of its district or consortium, which it may use, and of its schools, which may use its own.
    """
    family = Institution.objects.filter(
        Q(pk=institution) | Q(parent=institution) | Q(schools=institution)
    ).order_by()
    rows = Licence.objects.filter(institution__in=family.values("pk")).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk", flat=True))


def ask_again(licence: Licence) -> None:
    """Asks what rests on a changed licence; `hold_still` must have been called before the change."""
    for each in _dependents:
        each.ask_again(licence.institution_id, licence.pk)


def names_of_resting(licence: Licence) -> list[str]:
    """What rests on the licence now, in words."""
    return [name for each in _dependents for name in each.names(licence.pk)]


def times_used(licences: Collection[int]) -> dict[int, int]:
    """How many screenings each licence has been used for, by its key: one statement of each app that has them."""
    counts: Counter[int] = Counter()
    for dependents in _dependents:
        counts.update(dependents.used(licences))
    return dict(counts)
