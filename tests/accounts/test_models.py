"""Who signs in."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User

pytestmark = pytest.mark.django_db


def test_user_is_named_by_an_address_without_regard_to_case() -> None:
    user = User.objects.create_user("June@School.Example", "a-long-password")
    assert (user.email, User.objects.get_by_natural_key("JUNE@school.example")) == (
        "june@school.example",
        user,
    )


def test_user_address_is_unique_at_the_database() -> None:
    User.objects.create_user("june@school.example")
    with pytest.raises(IntegrityError, match="user_email_unique"):
        User.objects.bulk_create([User(email="JUNE@school.example")])


def test_user_needs_an_address() -> None:
    with pytest.raises(ValueError, match="A user needs an e-mail address"):
        User.objects.create_user("")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "localtime"])
def test_user_time_zone_must_be_known(zone: str) -> None:
    user = User(email="a@x.example", password="x", time_zone=zone)
    with pytest.raises(ValidationError) as refused:
        user.full_clean()
    assert refused.value.message_dict == {
        "time_zone": [f"“{zone}” is not an IANA time zone, such as Europe/Paris."]
    }


def test_superuser_may_enter_the_office() -> None:
    user = User.objects.create_superuser("office@x.example", "a-long-password")
    assert (user.is_staff, user.is_superuser) == (True, True)
