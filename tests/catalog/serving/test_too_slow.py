"""A search that the database gives up is answered in the same way wherever it is asked."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from catalog.search import finding
from tests.catalog.make import make_west_of_the_tracks

pytestmark = pytest.mark.django_db
PUBLIC = ["/films/?q=factory", "/films.json?q=factory", "/films.csv?q=factory&order=title", "/licence-finder/?title=factory&use=classroom"]  # fmt: skip
OF_THE_OFFICE = [
    "/admin/search/?q=factory",
    "/admin/catalog/film/?q=factory",
    "/admin/autocomplete/?term=factory&app_label=catalog&model_name=credit&field_name=film",
]


@pytest.mark.parametrize("address", [*PUBLIC, *OF_THE_OFFICE])
def test_a_search_that_is_given_up_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    make_west_of_the_tracks()
    monkeypatch.setattr(finding, "TOLD", "SELECT 1, 1 FROM pg_sleep(20)")
    monkeypatch.setattr(finding, "SECONDS", 1)
    if address in OF_THE_OFFICE:
        client.force_login(User.objects.create_superuser("office@example.org"))
    response = client.get(address)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
    assert "This search takes too long" in response.text
