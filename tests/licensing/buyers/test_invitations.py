from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import User
from licensing.buyers.invitations import accept_invitation, invite, withdraw_invitation
from licensing.models import Institution, Invitation, Membership
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose
from tests.licensing.buyers.conftest import confirmed
from tests.licensing.conftest import NOW, signed_in
from wording.refusals import Refused

INVITED = "outsider@elsewhere.example"


@pytest.fixture
def invitation(school: Institution, teacher: User) -> Invitation:
    return invite(institution=school, email=" Outsider@elsewhere.example", role="reader", by=teacher)


def test_the_mail_leads_to_a_page_where_only_the_invited_address_accepts(
    invitation: Invitation, outsider: User, teacher: User, school: Institution
) -> None:
    reminder = Reminder.objects.get(kind="licensing.invitation")
    mail = compose(reminder, kind_named(reminder.kind))  # type: ignore[arg-type]  # registered
    assert mail is not None
    path = f"/invitations/{invitation.token}/"
    assert (reminder.recipient, path in str(mail.body)) == (INVITED, True)
    assert "Sign in" in signed_in(None).get(path).text
    assert "another e-mail address" in signed_in(teacher).get(path).text
    assert "another e-mail address" in signed_in(outsider).get(path).text  # not confirmed yet
    assert signed_in(None).post(path)["Location"] == f"/account/login/?next={path}"
    assert signed_in(outsider).post(path).status_code == 200
    confirmed(outsider)
    assert signed_in(outsider).post(path)["Location"] == f"/institutions/{school.pk}/"
    assert Membership.objects.get(user=outsider).role == "reader"
    assert "has been used" in signed_in(teacher).get(path).text


@pytest.mark.parametrize("change", [str.upper, lambda token: token[:-1], lambda token: f"1{token}"])
def test_a_token_that_is_not_ours_is_not_found(invitation: Invitation, change: object) -> None:
    token = change(invitation.token)  # type: ignore[operator]  # a function of the list above
    assert signed_in(None).get(f"/invitations/{token}/").status_code == 404


def test_accepting_twice_is_accepting_once_and_never_after_leaving(
    invitation: Invitation, outsider: User
) -> None:
    confirmed(outsider)
    member = accept_invitation(invitation=invitation, by=outsider)
    assert accept_invitation(invitation=invitation, by=outsider) == member
    member.delete()
    with pytest.raises(Refused) as refused:
        accept_invitation(invitation=invitation, by=outsider)
    assert refused.value.code == "used"


def test_a_withdrawn_expired_or_replaced_invitation_opens_nothing(
    invitation: Invitation,
    outsider: User,
    teacher: User,
    school: Institution,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    confirmed(outsider)
    newer = invite(institution=school, email=INVITED, role="buyer", by=teacher)
    with pytest.raises(Refused) as replaced:
        accept_invitation(invitation=invitation, by=outsider)
    withdraw_invitation(invitation=newer, by=teacher)
    with pytest.raises(Refused) as withdrawn:
        accept_invitation(invitation=newer, by=outsider)
    newest = invite(institution=school, email=INVITED, role="buyer", by=teacher)
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=14))
    with pytest.raises(Refused) as expired:
        accept_invitation(invitation=newest, by=outsider)
    assert [each.value.code for each in (replaced, withdrawn, expired)] == [
        "withdrawn",
        "withdrawn",
        "expired",
    ]
    assert not Membership.objects.filter(user=outsider).exists()


def test_a_member_keeps_their_role(school: Institution, teacher: User, colleague: User) -> None:
    confirmed(colleague, "second@school.example")
    made = invite(institution=school, email="second@school.example", role="reader", by=teacher)
    assert accept_invitation(invitation=made, by=colleague).role == "buyer"


def test_invite_refuses_members_outsiders_and_nonsense(
    school: Institution, teacher: User, colleague: User, outsider: User
) -> None:
    with pytest.raises(Refused, match="member already"):
        invite(institution=school, email="COLLEAGUE@school.example", role="reader", by=teacher)
    for person in (colleague, outsider):
        with pytest.raises(Refused) as refused:
            invite(institution=school, email=INVITED, role="reader", by=person)
        assert refused.value.code == "not-administrator"
    with pytest.raises(ValidationError):
        invite(institution=school, email="nobody", role="reader", by=teacher)
    assert not Invitation.objects.exists()
