"""Tables come in and go out under the permissions of their model."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User

pytestmark = pytest.mark.django_db
PRICES = "/admin/licensing/price/"


def clerk(*verbs: str) -> Client:
    person = User.objects.create_user("clerk@office.example", None, is_staff=True)
    person.user_permissions.add(*Permission.objects.filter(codename__in=[f"{verb}_price" for verb in verbs]))
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize(
    ("verbs", "answer"),
    [
        ((), 403),
        (("view",), 403),
        (("view", "add"), 403),
        (("view", "change"), 403),
        (("add", "change"), 200),
    ],
)
def test_import_needs_the_permissions_to_add_and_to_change(verbs: tuple[str, ...], answer: int) -> None:
    client = clerk(*verbs)
    assert client.get(f"{PRICES}import/").status_code == answer
    assert client.post(f"{PRICES}process_import/").status_code == answer


@pytest.mark.parametrize(
    ("verbs", "answer"), [((), 403), (("add",), 403), (("view",), 200), (("change",), 200)]
)
def test_export_needs_the_permission_to_see(verbs: tuple[str, ...], answer: int) -> None:
    assert clerk(*verbs).get(f"{PRICES}export/").status_code == answer
