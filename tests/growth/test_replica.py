"""A streaming replica: guests read the catalogue there, whoever wrote reads what they wrote, and its death costs nobody a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from accounts.models import User
from catalog.models import DistributionRight, Film
from config.hosts.replica import WROTE
from tests.config.web.test_serving import send
from tests.growth.engines import Replicated, replicated, stop
from tests.web import Site, environment_of_a_process, running_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database(folder: Path) -> Iterator[Replicated]:
    film = Film.objects.create(slug="rust", title="Rust", year=2003, runtime=244)
    DistributionRight.objects.create(film=film, territory="the world")
    User.objects.create_user("known@x.example", password="a long pass phrase")
    with replicated(folder, environment_of_a_process()["DATABASE_URL"]) as database:
        yield database


@pytest.fixture
def site(database: Replicated, folder: Path) -> Iterator[Site]:
    with running_site(
        folder, DATABASE_URL=database.address, LONGTAKE_REPLICA_URL=database.replica_address
    ) as site:
        yield site


def title(site: Site, **headers: str) -> str:
    """Of the film, as its page and its record say."""
    page, record = site.ask("/films/rust/", **headers), site.ask("/films/rust.csv", **headers)
    assert (page.status, record.status) == (200, 200)
    shown = re.search(r"<h1[^>]*>\s*(?:<[^>]+>\s*)*([^<]+?)\s*<", page.text)
    assert shown
    assert shown[1] in record.text
    return shown[1]


def rename(database: Replicated, name: str) -> None:
    database.ask(database.address, "UPDATE catalog_film SET title = %s WHERE slug = 'rust'", name)


def test_guests_read_the_replica_whoever_wrote_what_they_wrote_and_its_death_costs_no_page(
    database: Replicated, site: Site
) -> None:
    assert title(site) == "Rust"
    database.stand_still()
    rename(database, "Renamed")
    assert title(site) == "Rust"
    written = send(site, "/account/password/reset/", email="known@x.example")
    place = re.search(rf"{WROTE}=([^;]+)", str(written.headers.get_all("Set-Cookie")))
    assert place
    wrote = f"{WROTE}={place[1]}"
    assert title(site, Cookie=wrote) == "Renamed"
    assert title(site, Cookie="sessionid=anything") == "Renamed"
    assert title(site, Cookie=f"{WROTE}=no-place") == "Renamed"
    assert title(site) == "Rust"
    database.go_on()
    database.catch_up()
    assert title(site) == "Renamed"
    rename(database, "Again")
    database.catch_up()
    assert title(site, Cookie=wrote) == title(site) == "Again"
    stop(database.replica)
    rename(database, "Without a replica")
    assert title(site) == "Without a replica"
    assert "The replica does not answer, so the primary is read" in site.log.read_text()
