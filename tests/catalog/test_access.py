"""Who may see what: the catalogue is public, and what is not published does not exist, for anyone."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from catalog.models import Film
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/films/",
    "/films/west-of-the-tracks/",
    "/films/west-of-the-tracks/rust/",
    "/people/wang-bing/",
]
ROLES = ["anonymous", "member", "staff"]


@pytest.fixture
def visitor(client: Client, role: str) -> Client:
    if role != "anonymous":
        client.force_login(User.objects.create_user("reader@example.org", "secret", is_staff=role == "staff"))
    return client


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", PAGES)
def test_public_pages_open_for_everyone(visitor: Client, address: str) -> None:
    make_west_of_the_tracks()
    assert visitor.get(address).status_code == 200


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", PAGES[2:])
def test_unpublished_film_its_parts_and_its_maker_do_not_exist(visitor: Client, address: str) -> None:
    make_west_of_the_tracks()
    Film.objects.filter(slug="west-of-the-tracks").update(is_published=False)
    assert visitor.get(address).status_code == 404


@pytest.mark.parametrize("role", ["anonymous"])
def test_unpublished_film_is_in_no_list(visitor: Client) -> None:
    make_film("Hidden Film", "hidden", is_published=False, runtime=400)
    assert b"Hidden Film" not in visitor.get("/films/?q=hidden").content.replace(b"Hidden Film</title>", b"")
    assert b"Hidden Film" not in visitor.get("/").content


@pytest.mark.parametrize("role", ["anonymous"])
@pytest.mark.parametrize(
    "address", ["/films/rust/", "/films/dead-birds/rust/", "/films/none/", "/people/nobody/"]
)
def test_address_of_nothing_is_404(visitor: Client, address: str) -> None:
    make_west_of_the_tracks()
    make_film()
    assert visitor.get(address).status_code == 404
