"""Steps on an institution's page: its members, invitations and requests to join."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from licensing.buyers.invitations import invite, withdraw_invitation
from licensing.buyers.joining import answer_join
from licensing.buyers.members import change_role, leave, remove_member, transfer
from licensing.forms.steps import Step
from licensing.models import Role
from licensing.models.buyers.roles import WHAT_ROLES_DO
from wording.bounds import validate_mailbox


def said_roles() -> list[tuple[str, str]]:
    """Each role with what it may do."""
    return [
        (role.value, _now("%(role)s: %(does)s") % {"role": role.label, "does": WHAT_ROLES_DO[role]})
        for role in Role
    ]


class ChangeRole(Step):
    name, section, button, rows = "change-role", "people", _("Change"), "memberships"
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)

    def act(self, **data: Any) -> str:
        row = change_role(membership=data["row"], role=data["role"], by=self.by)
        return _now("%(person)s is %(role)s now.") % {"person": row.user, "role": row.get_role_display()}


class RemoveMember(Step):
    name, section, button, rows = "remove-member", "people", _("Remove"), "memberships"

    def act(self, **data: Any) -> str:
        remove_member(membership=data["row"], by=self.by)
        return _now("%(person)s is no longer a member.") % {"person": data["row"].user}


class Transfer(Step):
    name, section, button, rows = "transfer", "people", _("Hand the administration over"), "memberships"

    def act(self, **data: Any) -> str:
        row = transfer(membership=data["row"], by=self.by)
        return _now("%(person)s administers the institution now.") % {"person": row.user}


class Leave(Step):
    name, section, button = "leave", "people", _("Leave this institution")

    def act(self, **data: Any) -> str:
        leave(institution=self.institution, by=self.by)
        return _now("You no longer act for %(institution)s.") % {"institution": self.institution}


class Invite(Step):
    name, section, button = "invite", "invitations", _("Send the invitation")
    field_of_code = {"member": "email"}
    email = forms.EmailField(
        label=_("E-mail address"),
        validators=[validate_mailbox],
        help_text=_("Only the person who has this address can accept."),
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=said_roles, widget=forms.RadioSelect, initial=Role.BUYER.value
    )

    def act(self, **data: Any) -> str:
        made = invite(institution=self.institution, by=self.by, **data)
        return _now("%(email)s is invited.") % {"email": made.email}


class WithdrawInvitation(Step):
    name, section, button, rows = "withdraw-invitation", "invitations", _("Withdraw"), "invitations"

    def act(self, **data: Any) -> str:
        withdraw_invitation(invitation=data["row"], by=self.by)
        return _now("The invitation of %(email)s is withdrawn.") % {"email": data["row"].email}


class AnswerJoin(Step):
    name, section, button, rows = "answer-join", "invitations", _("Answer"), "join_requests"
    role = forms.ChoiceField(
        label=_("Role"), choices=lambda: [*Role.choices, ("", _("decline"))], required=False
    )

    def act(self, **data: Any) -> str:
        row = answer_join(request=data["row"], role=data["role"], by=self.by)
        return _now("%(person)s: %(answer)s.") % {"person": row.user, "answer": row.get_status_display()}
