"""Who orders, or is quoted, locked, with what the verbs need to know of it in the same statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import OuterRef, Subquery

from licensing.buyers.schools import having_sites
from licensing.licences.resting import awaiting
from licensing.lookup import KNOWN_ROLE
from licensing.models import Institution, Membership
from revisions.prepared import Prepared

if TYPE_CHECKING:
    from accounts.models import User


def _with_role() -> dict[str, Subquery]:
    members = Membership.objects.filter(institution=OuterRef("pk"), user=-2)
    return {KNOWN_ROLE: Subquery(members.values("role")[:1])}


_PERSON = Prepared(
    lambda: get_user_model().objects.select_for_update(no_key=True).filter(pk=-1).values_list("pk"), pk=-1
)
_INSTITUTION = Prepared(
    lambda: (
        Institution.objects.select_for_update(of=("self",), no_key=True)
        .annotate(**awaiting(), **having_sites(), **_with_role())
        .filter(pk=-1)
    ),
    pk=-1,
    person=-2,
)


def hold_person(person: User) -> None:
    """Locks who orders or asks, so that requests of one person are handled one at a time."""
    if not _PERSON.columns(pk=person.pk):
        raise get_user_model().DoesNotExist


def locked_buyer(institution: Institution, by: User) -> Institution:
    """The institution as it is now, locked until the transaction ends. One statement.

    It knows whether it has sites to choose among (`buyers.schools.has_sites`), whether anything waits for a licence of it
    (`licences.resting.is_awaited`), and what `by` is for it (`lookup.role_of`).
    """
    row = _INSTITUTION.row(pk=institution.pk, person=by.pk)
    if row is None:
        raise Institution.DoesNotExist
    vars(row)[KNOWN_ROLE] = by.pk, vars(row)[KNOWN_ROLE]
    return row
