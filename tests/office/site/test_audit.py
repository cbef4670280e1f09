"""The audit trail is read by who may see what it is about."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User
from licensing.models import Licence, Price
from screenings.models import Screening

pytestmark = pytest.mark.django_db
TRAIL = "/admin/pghistory/events/"


@pytest.fixture
def reader(published: Screening, licence: Licence) -> Client:
    """One of the staff who may read the trail, and of all that it is about see prices alone."""
    person = User.objects.create_user("reader@office.example", None, is_staff=True)
    for codename in ("view_events", "view_price"):
        person.user_permissions.add(Permission.objects.get(codename=codename))
    client = Client()
    client.force_login(person)
    return client


def test_events_are_those_of_what_the_person_may_see(reader: Client) -> None:
    page = reader.get(TRAIL, {"method": "tracks", "obj": f"licensing.Price:{Price.objects.first().pk}"})  # type: ignore[union-attr]  # there is one
    shown = {event.pgh_obj_model for event in page.context["cl"].queryset}
    assert shown == {"licensing.Price"}
    assert {event.pgh_obj_model for event in reader.get(TRAIL).context["cl"].queryset} <= {"licensing.Price"}


def test_trail_of_a_row_that_one_may_not_see_is_refused(reader: Client, licence: Licence) -> None:
    assert reader.get(TRAIL, {"obj": f"licensing.Licence:{licence.pk}"}).status_code == 403


@pytest.mark.parametrize("key", ["x", "999999"])
def test_trail_of_a_row_that_is_not_there_is_not_found(reader: Client, key: str) -> None:
    assert reader.get(TRAIL, {"obj": f"licensing.Price:{key}"}).status_code == 404
