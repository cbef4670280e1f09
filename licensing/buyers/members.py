"""The members of an institution: their roles, who leaves, who administers it. It always keeps an administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from licensing.buyers.administering import administered, locked, refuse_all_but_office
from licensing.buyers.invitations import invite
from licensing.models import Institution, Membership, Role
from licensing.notices.members_owed import forget_member, owe_bills_of_the_former, owe_by_new_role
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: User) -> Membership:
    """Gives a member another role. Raises Refused (codes `not-administrator`, `not-a-member`, `last-administrator`)."""
    institution = administered(membership.institution, by)
    row = _member(institution, membership.user_id)
    if Role(role) is not Role.OWNER:
        _refuse_last(institution, row)
    _become(row, Role(role))
    return row


@transaction.atomic
def remove_member(*, membership: Membership, by: User) -> None:
    """Ends a membership. Idempotent. Raises Refused (codes `not-administrator`, `last-administrator`)."""
    institution = administered(membership.institution, by)
    _end(institution, membership.user_id)


@transaction.atomic
def leave(*, institution: Institution, by: User) -> None:
    """Ends one's own membership. Idempotent. Raises Refused (code `last-administrator`)."""
    _end(locked(institution), by.pk)


@transaction.atomic
def transfer(*, membership: Membership, by: User) -> Membership:
    """Hands the administration to another member; whoever hands it over is a buyer from then on.

    Raises Refused (codes `not-administrator`, `not-a-member`, `own`).
    """
    institution = administered(membership.institution, by)
    row = _member(institution, membership.user_id)
    if row.user_id == by.pk:
        raise Refused(_("Choose another member: you administer the institution yourself."), "own")
    _become(row, Role.OWNER)
    for own in institution.memberships.filter(user=by).select_related("user"):
        _become(own, Role.BUYER)
    return row


@transaction.atomic
def appoint_administrator(*, institution: Institution, email: str, by: User) -> Membership | None:
    """The office adds an administrator: at once if the address is confirmed by someone, else by an invitation (then None).

    Raises Refused (code `office-only`, and those of `invite`).
    """
    refuse_all_but_office(by)
    row = locked(institution)
    address = EmailAddress.objects.filter(email__iexact=email.strip(), verified=True).first()
    if address is None:
        invite(institution=row, email=email, role=Role.OWNER, by=by)
        return None
    made, _is_new = Membership.objects.update_or_create(
        institution=row, user_id=address.user_id, defaults={"role": Role.OWNER}
    )
    owe_by_new_role(membership=made)
    return made


def _become(row: Membership, role: Role) -> None:
    row.role = role
    row.save(update_fields=["role"])
    owe_by_new_role(membership=row)


def _member(institution: Institution, user: int) -> Membership:
    row = institution.memberships.filter(user=user).select_related("user").first()
    if row is None:
        raise Refused(_("This person is no longer a member."), "not-a-member")
    return row


def _end(institution: Institution, user: int) -> None:
    row = institution.memberships.filter(user=user).select_related("user").first()
    if row is None:
        return
    _refuse_last(institution, row)
    forget_member(membership=row)
    row.delete()
    owe_bills_of_the_former(institution=institution, buyer=row.user)


def _refuse_last(institution: Institution, row: Membership) -> None:
    others = institution.memberships.filter(role=Role.OWNER).exclude(pk=row.pk)
    if row.role == Role.OWNER and not others.exists():
        raise Refused(
            _("This is the only administrator. Hand the administration to another member first."),
            "last-administrator",
        )
