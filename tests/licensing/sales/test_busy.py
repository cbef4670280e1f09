"""Checkouts that wait for each other, in the web server as it is shipped."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from functools import partial
from urllib.parse import urlencode

import psycopg
import psycopg.sql
import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from config.database import LIMITS
from licensing.models import (
    AcceptancePolicy,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Membership,
    Order,
    Price,
    Role,
)
from office.models import Distributor
from tests.licensing.conftest import KEY, person, signed_in
from tests.licensing.test_pages import add, checkout
from tests.web import Answer, Site, environment_of_a_process, running_site

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "c" * 32
SLACK = 15
"""Seconds in which a busy machine makes a page."""


def test_checkouts_behind_a_held_institution_are_told_to_come_again(
    school: Institution, film: Film, copy: LicenceType, teacher: User, site: Site
) -> None:
    carts = [_cart_of(teacher, school, film, copy) for _ in range(6)]
    Price.objects.update(starts_on=date(2020, 1, 1))
    with (
        ThreadPoolExecutor(6) as buyers,
        psycopg.connect(environment_of_a_process()["DATABASE_URL"]) as holder,
    ):

        def buy(body: str, headers: dict[str, str]) -> Answer:
            return site.ask("/checkout/", method="POST", body=body, **headers)

        holder.execute("SELECT legal_name FROM licensing_institution FOR UPDATE")
        waiting = [buyers.submit(buy, body, headers) for body, headers in carts]
        time.sleep(1)
        live = site.ask("/health/live")
        assert (live.status, live.seconds < 1) == (200, True)
        answers = [each.result() for each in waiting]
        assert Counter(answer.status for answer in answers) == {503: 6}
        assert {answer.headers["Retry-After"] for answer in answers} == {"10"}
        # Whoever waits behind others waits for their turn and then for the row, each within the limit of a lock.
        assert max(answer.seconds for answer in answers) < LIMITS["web"].statement + SLACK
        holder.rollback()
        assert Order.objects.count() == 0
        body, headers = carts[0]
        assert buy(body, headers).status == 302
    assert Order.objects.count() == 1


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[Site]:
    """One server for all tests. It runs on while they empty its database."""
    folder = tmp_path_factory.mktemp("site")
    with running_site(folder, LONGTAKE_THREADS="6", LONGTAKE_SIGNING_KEY=KEY) as site:
        yield site


@pytest.fixture
def at_once_rule(db: None) -> None:
    """Orders are accepted at once, and the distributor has the address that an invoice needs."""
    AcceptancePolicy.objects.create(at_once=True)
    Distributor.objects.create(
        legal_name="Distributor", address="1 Film Street", contact_email="office@distributor.example"
    )


def test_twenty_orders_accepted_at_once_are_all_in_force(
    at_once_rule: None, film: Film, copy: LicenceType, site: Site
) -> None:
    """Of twenty schools, so that only the series of numbers makes them wait, each for the signatures of those before."""
    carts = []
    for number in range(20):
        school = Institution.objects.create(
            legal_name=f"School {number}", tier="k-12", country="US", verification="verified",
            verified_how="by a test", verified_at=timezone.now(),
        )  # fmt: skip
        buyer = person(f"buyer{number}@school.example")
        Membership.objects.create(institution=school, user=buyer, role=Role.OWNER)
        carts.append(_cart_of(buyer, school, film, copy))
    Price.objects.update(starts_on=date(2020, 1, 1))
    with ThreadPoolExecutor(20) as buyers:
        answers = list(buyers.map(lambda cart: _buy(site, cart), carts))
    assert Counter(answer.status for answer in answers) == {302: 20}
    numbers = sorted(Invoice.objects.values_list("number", flat=True))
    assert [number[-4:] for number in numbers] == [f"{each:04d}" for each in range(1, 21)]
    assert Licence.objects.count() == 20


def test_a_database_that_restarts_in_the_middle_of_checkouts_leaves_one_order_or_none(
    at_once_rule: None, school: Institution, film: Film, copy: LicenceType, teacher: User, site: Site
) -> None:
    """Each buyer sees their order, or a page that asks them to come again; sending it again makes it exactly once."""
    carts = [_cart_of(teacher, school, film, copy) for _ in range(6)]
    Price.objects.update(starts_on=date(2020, 1, 1))
    with ThreadPoolExecutor(6) as buyers:
        waiting = [buyers.submit(_buy, site, cart) for cart in carts]
        _wait_for(lambda: Order.objects.exists() or any(each.done() for each in waiting))
        connection.close()
        _restart_the_database()
        answers = [each.result() for each in waiting]
        assert {answer.status for answer in answers} <= {302, 503}
        for answer in answers:
            if answer.status == 503:
                assert "Retry-After" in answer.headers
        made = Counter(answer.status for answer in answers)[302]
        assert made <= Order.objects.count() <= 6
        again = [_wait_for(partial(_settled, site, cart)) for cart in carts]
        assert len({answer.headers["Location"] for answer in again}) == 6
    assert Order.objects.count() == Invoice.objects.count() == Licence.objects.count() == 6
    numbers = sorted(Invoice.objects.values_list("number", flat=True))
    assert [number[-4:] for number in numbers] == [f"{each:04d}" for each in range(1, 7)]


def _buy(site: Site, cart: tuple[str, dict[str, str]]) -> Answer:
    return site.ask("/checkout/", method="POST", body=cart[0], **cart[1])


def _settled(site: Site, cart: tuple[str, dict[str, str]]) -> Answer | None:
    answer = _buy(site, cart)
    return answer if answer.status == 302 else None


def _restart_the_database() -> None:
    """What a restart is to those who are connected: every session ends, and for a second nobody is let in.

    The server itself runs other tests meanwhile.
    """
    name = psycopg.sql.Identifier(connection.settings_dict["NAME"])
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        shut = psycopg.sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        server.execute(shut.format(name, psycopg.sql.SQL("false")))
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [connection.settings_dict["NAME"]],
        )
        time.sleep(1)
        server.execute(shut.format(name, psycopg.sql.SQL("true")))


def _wait_for[Found](look: Callable[[], Found | None]) -> Found:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with suppress(OperationalError, OSError):
            if found := look():
                return found
        time.sleep(0.02)
    raise AssertionError("It did not happen within 30 seconds.")


def _cart_of(buyer: User, school: Institution, film: Film, kind: LicenceType) -> tuple[str, dict[str, str]]:
    """What the checkout of a filled cart sends: its body, and its headers with the cookies."""
    client = signed_in(buyer)
    add(client, film, kind)
    session = client.cookies["sessionid"].value
    return urlencode(checkout(client, institution=school.pk)), {
        "Content_Type": "application/x-www-form-urlencoded",
        "Cookie": f"sessionid={session}; csrftoken={SECRET}",
        "X_CSRFToken": SECRET,
    }
