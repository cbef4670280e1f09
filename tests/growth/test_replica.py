"""A streaming replica: guests read the catalogue there and the office its reports, whoever wrote reads what they wrote, and its death costs nobody a page."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User
from catalog.models import DistributionRight, Film
from config.hosts.replica import WROTE
from config.hosts.reports import MOST_BEHIND
from licensing.models import Licensor
from tests.config.web.test_serving import send
from tests.growth.engines import Replicated, replicated, stop
from tests.web import Site, environment_of_a_process, running_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_in(client: Client) -> str:
    """The cookie of one of the office."""
    client.force_login(User.objects.create_superuser("office@x.example"))
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


@pytest.fixture
def database(folder: Path, signed_in: str) -> Iterator[Replicated]:
    film = Film.objects.create(slug="rust", title="Rust", year=2003, runtime=244)
    DistributionRight.objects.create(film=film, territory="the world")
    User.objects.create_user("known@x.example", password="a long pass phrase")
    Licensor.objects.create(pk=1, name="A Maker", country="CN")
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


def figures(site: Site, *cookies: str) -> tuple[str, bool]:
    """Of whom the report of a quarter is, and whether it says as of when."""
    page = site.ask("/admin/licensing/licensor/1/quarter/", Cookie="; ".join(cookies))
    assert page.status == 200
    found = re.search(r"<h1>([^<]+), 20", page.text)
    assert found
    return found[1], "These figures are as of" in page.text


def name_maker(database: Replicated, name: str) -> None:
    database.ask(database.address, "UPDATE licensing_licensor SET name = %s", name)


def test_the_office_reads_its_reports_there_unless_it_is_behind_or_dead(
    database: Replicated, site: Site, signed_in: str
) -> None:
    figures(site, signed_in)  # the first page takes long
    name_maker(database, "Now")
    database.catch_up()
    assert figures(site, signed_in) == ("Now", True)
    name_maker(database, "Before")
    database.catch_up()
    began = time.monotonic()
    database.stand_still()
    name_maker(database, "After")
    shown = figures(site, signed_in)
    assert shown == ("Before", True) or time.monotonic() - began > MOST_BEHIND.total_seconds()
    place = database.ask(database.address, "SELECT pg_current_wal_flush_lsn()")
    assert figures(site, signed_in, f"{WROTE}={place}") == ("After", False)
    time.sleep(max(0.0, MOST_BEHIND.total_seconds() - (time.monotonic() - began)))
    assert figures(site, signed_in) == ("After", False)
    database.go_on()
    database.catch_up()
    assert figures(site, signed_in, f"{WROTE}={place}") == ("After", True)
    stop(database.replica)
    name_maker(database, "Alone")
    assert figures(site, signed_in) == ("Alone", False)
    assert site.ask("/admin/licensing/licensor/1/quarter/").status == 302
