from __future__ import annotations

import pytest

from accounts.models import User
from licensing.buyers.joining import answer_join, ask_to_join, may_be_here
from licensing.models import Institution, JoinRequest, Membership
from reminders.models import Reminder
from tests.licensing.buyers.conftest import confirmed
from tests.licensing.conftest import person, signed_in
from wording.refusals import Refused

SIMILAR = "Lincoln Unified School Dist."
FORM = {"legal_name": SIMILAR, "tier": "k-12", "country": "US"}


def test_a_similar_name_or_the_same_domain_may_be_here(school: Institution, outsider: User) -> None:
    def found(name: str, country: str = "US") -> list[Institution]:
        return list(may_be_here(legal_name=name, country=country, by=outsider))

    assert found(SIMILAR) == found("lincoln unified  school district") == [school]
    assert found("Washington Academy") == found(SIMILAR, "CA") == []
    Institution.objects.update(email_domain="elsewhere.example")
    assert found("Washington Academy") == []
    confirmed(outsider)
    assert found("Washington Academy") == [school]


def test_the_form_asks_once_and_shows_nothing_of_the_other(school: Institution, outsider: User) -> None:
    client = signed_in(outsider)
    page = client.post("/institutions/new/", FORM)
    assert "may be here already" in page.text
    assert school.legal_name not in page.text
    client.post("/institutions/new/", FORM | {"anyway": "on"})
    assert Institution.objects.filter(legal_name=SIMILAR, memberships__user=outsider).exists()


def test_asking_to_join_asks_the_administrators(
    school: Institution, teacher: User, colleague: User, outsider: User
) -> None:
    answer = signed_in(outsider).post("/institutions/new/", FORM | {"join": "on"})
    assert answer["Location"] == "/account/"
    asked = Reminder.objects.get(kind="licensing.join-asked")
    assert asked.recipient == "teacher@school.example"
    assert ask_to_join(legal_name=SIMILAR, country="US", by=outsider) == 0
    request = JoinRequest.objects.get()
    with pytest.raises(Refused):
        answer_join(request=request, role="owner", by=outsider)
    with pytest.raises(Refused):
        answer_join(request=request, role="reader", by=colleague)
    answer_join(request=request, role="reader", by=teacher)
    answer_join(request=request, role="owner", by=teacher)  # answered already
    assert Membership.objects.get(user=outsider).role == "reader"
    assert Reminder.objects.get(kind="licensing.join-accepted").recipient == "outsider@elsewhere.example"


def test_a_declined_person_sees_nothing(school: Institution, teacher: User, outsider: User) -> None:
    ask_to_join(legal_name=SIMILAR, country="US", by=outsider)
    answer_join(request=JoinRequest.objects.get(), role="", by=teacher)
    assert JoinRequest.objects.get().status == "refused"
    assert signed_in(outsider).get(school.get_absolute_url()).status_code == 404


def test_without_administrator_the_office_is_asked(db: None) -> None:
    Institution.objects.create(legal_name="Lincoln High School", tier="k-12")
    ask_to_join(legal_name="Lincoln High School", country="US", by=person("x@x.example"))
    asked = Reminder.objects.get(kind="licensing.join-asked-of-office")
    assert asked.recipient == "office@longtake.example"
    with pytest.raises(Refused, match="No institution like this"):
        ask_to_join(legal_name="Another", country="US", by=person("y@x.example"))
