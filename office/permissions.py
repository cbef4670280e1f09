"""The one rule for what staff may do. Everything that is reserved to staff asks it: pages, verbs, the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.utils.translation import gettext as _

from wording.refusals import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


def may(person: User | AnonymousUser, permission: str) -> bool:
    """Whether a person may do this as a member of staff; `permission` is like `licensing.view_order`.

    A person who may change an object may also see it, as in Django's admin. Membership of an institution gives other
    rights, which each app's `lookup.py` knows.
    """
    if not is_of_the_office(person):
        return False
    return person.has_perm(permission) or (
        ".view_" in permission and person.has_perm(permission.replace(".view_", ".change_"))
    )


def refuse_unless_may(by: User | None, permission: str) -> None:
    """What a verb of the office begins with; `by` is None for the system. Raises Refused (code `office-only`)."""
    if by is not None and not may(by, permission):
        raise Refused(_("Only people of the office who have this permission can do this."), "office-only")


def is_of_the_office(person: User | AnonymousUser) -> bool:
    """Active staff, with a second factor where the settings ask for one (STAFF_NEED_SECOND_FACTOR)."""
    return person.is_active and person.is_staff and not _lacks_second_factor(person)


def may_appoint(person: User | AnonymousUser) -> bool:
    """Whether a person says who is of the office and what its people may do: only who may do everything already."""
    return is_of_the_office(person) and person.is_superuser


def is_kept_by_appointers(person: User | AnonymousUser) -> bool:
    """Whether what opens this person's account is theirs alone to change: with it came every permission of the person."""
    return person.is_staff or person.is_superuser


def owes_second_factor(person: User | AnonymousUser) -> bool:
    """Whether a person is kept out of the office by that alone."""
    return person.is_authenticated and person.is_staff and _lacks_second_factor(person)


def _lacks_second_factor(person: User | AnonymousUser) -> bool:
    """Whether one of the staff has yet to add the second factor that the settings ask for. One query, kept with the person."""
    if not settings.STAFF_NEED_SECOND_FACTOR:
        return False
    if "_has_second_factor" not in person.__dict__:
        person.__dict__["_has_second_factor"] = is_mfa_enabled(person)
    return not cast("bool", person.__dict__["_has_second_factor"])
