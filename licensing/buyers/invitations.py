"""Invitations by mail. A link alone opens nothing: only a person who has confirmed the invited address can accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import has_verified
from licensing.buyers.administering import administered, locked
from licensing.models import Institution, Invitation, Membership, Role
from licensing.models.buyers.members import INVITATION_LASTS
from licensing.notices import owed as notices
from licensing.notices.members_owed import owe_what_is_still_ahead
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_OPEN = 50
"""Open invitations of one institution, so that nobody sends mail to the world through us."""


@transaction.atomic
def invite(*, institution: Institution, email: str, role: str, by: User) -> Invitation:
    """Invites an address by mail. Inviting it again replaces the earlier invitation, whose link then no longer works.

    Raises Refused (codes `not-administrator`, `too-many`, `member`), or ValidationError for an invalid address.
    """
    row = administered(institution, by)
    email = email.strip().lower()
    if row.memberships.filter(user__email__iexact=email).exists():
        raise Refused(_("This person is a member already."), "member")
    now = timezone.now()
    row.invitations.filter(email__iexact=email, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    if row.invitations.open().count() >= MOST_OPEN:
        raise Refused(_("Too many invitations are waiting. Withdraw some first."), "too-many")
    invitation = Invitation(
        institution=row, email=email, role=Role(role), invited_by=by, expires_at=now + INVITATION_LASTS
    )
    invitation.full_clean()
    invitation.save()
    notices.owe_invitation(invitation=invitation)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User) -> None:
    """Its link no longer works. Idempotent. Raises Refused (codes `not-administrator`, `used`)."""
    administered(invitation.institution, by)
    row = _locked(invitation)
    if row.accepted_at:
        raise Refused(_("The invitation has been accepted."), "used")
    if row.withdrawn_at is None:
        row.withdrawn_at = timezone.now()
        row.save(update_fields=["withdrawn_at"])
        notices.forget(row)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, by: User) -> Membership:
    """Makes the invited person a member; whoever is one already keeps their role. Accepting twice is accepting once.

    Raises Refused (codes `other-address`, `used`, `withdrawn`, `expired`).
    """
    institution = locked(invitation.institution)
    row = _locked(invitation)
    if not has_verified(by, row.email):
        raise Refused(
            _("This invitation is for another e-mail address. Sign in with that one to accept it."),
            "other-address",
        )
    member = institution.memberships.filter(user=by).first()
    if row.accepted_at and member:
        return member
    _refuse_closed(row)
    row.accepted_at = timezone.now()
    row.save(update_fields=["accepted_at"])
    if member:
        return member
    made = Membership.objects.create(institution=institution, user=by, role=row.role)
    owe_what_is_still_ahead(membership=made)
    return made


def _refuse_closed(row: Invitation) -> None:
    if row.accepted_at:
        raise Refused(_("This invitation has been used. Ask for a new one."), "used")
    if row.withdrawn_at:
        raise Refused(_("This invitation has been withdrawn. Ask for a new one."), "withdrawn")
    if not row.is_open:
        raise Refused(_("This invitation has expired. Ask for a new one."), "expired")


def _locked(invitation: Invitation) -> Invitation:
    return Invitation.objects.select_for_update(of=("self",), no_key=True).get(pk=invitation.pk)
