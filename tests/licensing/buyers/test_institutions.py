from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import ask_verification, refuse, register_institution, verify
from licensing.models import AcceptancePolicy, Institution, LicenceType, ListedDomain, Tier
from reminders.models import Reminder
from tests.licensing.buyers.conftest import confirmed
from tests.licensing.conftest import order_of
from wording.refusals import Refused


def recipients(kind: str) -> list[str]:
    return list(Reminder.objects.filter(kind=f"licensing.{kind}").values_list("recipient", flat=True))


def test_register_makes_the_person_a_member_and_asks_the_office(teacher: User) -> None:
    made = register_institution(
        legal_name="  Lincoln   High School ", tier=Tier.K12, country="US", by=teacher
    )
    assert (made.legal_name, made.verification, list(made.members.all())) == (
        "Lincoln High School",
        "asked",
        [teacher],
    )
    assert recipients("verification-asked") == ["office@longtake.example"]


def test_register_verifies_an_individual_at_once(teacher: User) -> None:
    made = register_institution(legal_name="Ann Teacher", tier=Tier.INDIVIDUAL, country="US", by=teacher)
    assert (made.is_verified, made.verified_how) == (True, "The individual tier needs no proof.")
    assert recipients("verification-asked") == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("country", "XX"), ("tier", "royalty"), ("legal_name", " "), ("accounts_payable", "nobody")],
)
def test_register_refuses_unknown_words(teacher: User, field: str, value: str) -> None:
    words: dict[str, Any] = {"legal_name": "A School", "tier": Tier.K12, "country": "US", field: value}
    with pytest.raises(ValidationError) as refused:
        register_institution(by=teacher, **words)
    assert list(refused.value.message_dict) == ["email" if field == "accounts_payable" else field]
    assert not Institution.objects.exists()


def test_verify_says_how_and_tells_every_member(waiting: Institution, colleague: User, office: User) -> None:
    verified = verify(institution=waiting, how=" its website ", by=office)
    assert (verified.is_verified, verified.verified_how, verified.verified_by) == (
        True,
        "its website",
        office,
    )
    assert sorted(recipients("verification-answered")) == [
        "colleague@school.example",
        "teacher@school.example",
    ]


def test_verify_twice_is_once(waiting: Institution, office: User) -> None:
    verify(institution=waiting, how="its website", by=office)
    assert verify(institution=waiting, how="a guess", by=office).verified_how == "its website"
    assert len(recipients("verification-answered")) == 1


def test_verify_refuses_without_saying_how(waiting: Institution, office: User) -> None:
    with pytest.raises(Refused, match="Say how the institution was verified") as refused:
        verify(institution=waiting, how=" ", by=office)
    assert refused.value.code == "how"


def test_the_database_refuses_a_verification_without_how(waiting: Institution) -> None:
    with pytest.raises(IntegrityError, match="institution_verified_with_reason"), transaction.atomic():
        Institution.objects.filter(pk=waiting.pk).update(verification="verified")


def test_the_database_refuses_a_tier_that_does_not_exist(waiting: Institution) -> None:
    with pytest.raises(IntegrityError, match="institution_tier_known"), transaction.atomic():
        Institution.objects.filter(pk=waiting.pk).update(tier="k12")


def test_refuse_gives_the_reason_and_asking_again_clears_it(
    waiting: Institution, teacher: User, office: User
) -> None:
    refused = refuse(institution=waiting, because="No such school.", by=office)
    assert (refused.verification, refused.refused_because) == ("refused", "No such school.")
    again = ask_verification(institution=waiting, by=teacher)
    assert (again.verification, again.refused_because) == ("asked", "")
    assert len(recipients("verification-asked")) == 1


def test_a_rule_that_verifies_who_asks_again_answers_and_accepts_what_waited(
    waiting: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    AcceptancePolicy.objects.create(tier="", at_once=True)
    order = order_of(waiting, teacher, [(film, site)])
    refuse(institution=waiting, because="No such school.", by=office)
    ListedDomain.objects.create(
        domain=teacher.email.rpartition("@")[2], tier=waiting.tier, country=waiting.country, source="A test"
    )
    Reminder.objects.all().delete()
    again = ask_verification(institution=waiting, by=confirmed(teacher))
    order.refresh_from_db()
    assert (again.verification, order.status) == ("verified", "invoiced")
    assert recipients("verification-answered") == [teacher.email]


def test_asking_while_the_office_is_asked_already_sends_nothing(waiting: Institution, teacher: User) -> None:
    before = len(recipients("verification-asked"))
    for _ in range(3):
        ask_verification(institution=waiting, by=teacher)
    assert len(recipients("verification-asked")) == before


def test_refuse_needs_a_reason_and_an_unverified_institution(school: Institution, office: User) -> None:
    with pytest.raises(Refused, match="Say why"):
        refuse(institution=school, because="", by=office)
    with pytest.raises(Refused, match="cannot be refused"):
        refuse(institution=school, because="Now we doubt it.", by=office)


def test_only_members_ask_again(waiting: Institution, outsider: User) -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        ask_verification(institution=waiting, by=outsider)
