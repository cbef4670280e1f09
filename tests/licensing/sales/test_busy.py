"""Checkouts that wait for each other, in the web server as it is shipped."""

from __future__ import annotations

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, LicenceType, Order, Price
from tests.licensing.conftest import KEY, signed_in
from tests.licensing.test_pages import add, checkout
from tests.web import Answer, environment_of_a_process, running_site

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "c" * 32


def test_checkouts_behind_a_held_institution_are_told_to_come_again(
    school: Institution, film: Film, copy: LicenceType, teacher: User, tmp_path: Path
) -> None:
    carts = [_cart_of(teacher, school, film, copy) for _ in range(6)]
    Price.objects.update(starts_on=date(2020, 1, 1))
    with (
        running_site(tmp_path, LONGTAKE_THREADS="6", LONGTAKE_SIGNING_KEY=KEY) as site,
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
        assert max(answer.seconds for answer in answers) < 15
        holder.rollback()
        assert Order.objects.count() == 0
        body, headers = carts[0]
        assert buy(body, headers).status == 302
    assert Order.objects.count() == 1


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
