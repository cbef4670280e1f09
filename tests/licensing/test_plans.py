"""What is asked of very many licences is found by an index: where the planner may avoid it, no table of licences is read whole.

`python -m benchmarks.licensing licences` asks the same of 100,000 and more, with the planner as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from licensing.admin.front.panels import ending
from licensing.licences.feeds import ends_for
from licensing.licences.held import licences_of
from licensing.licences.listing import (
    ORDERS,
    STANDINGS,
    Wanted,
    held_by_institutions,
    holders_for,
    kinds_held,
)
from licensing.models import Institution, Licence
from licensing.notices.ending import EXPIRY_DAYS, ending_on
from licensing.sales.quoting.renewals import renewable_by
from tests.licensing.conftest import TODAY

WHOLE = "Seq Scan on licensing_licence "


@pytest.fixture(autouse=True)
def no_whole_tables(licence: Licence) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        yield
        cursor.execute("RESET enable_seqscan")


def _page(user: User, **wanted: object) -> QuerySet[Licence]:
    found = held_by_institutions(holders_for(user), Wanted(**wanted), on=TODAY)  # type: ignore[arg-type]  # as named
    return found.with_listing()[:25]


PAGES: list[dict[str, object]] = [
    *[dict[str, object](standing=each.value) for each in STANDINGS],
    *[dict[str, object](order=each) for each in ORDERS],
    {"within": 90},
    {"film": "rails"},
]


@pytest.mark.parametrize("wanted", PAGES)
def test_the_page_reaches_licences_by_an_index(teacher: User, wanted: dict[str, object]) -> None:
    plan = _page(teacher, **wanted).explain()
    assert WHOLE not in plan, plan


ASKED: dict[str, Callable[[User], QuerySet[Licence]]] = {
    "calendar": ends_for,
    "renewable": lambda user: renewable_by(user).filter(number__in=["LIC-2027-0001"]),
    "office": lambda _user: ending(),
}


@pytest.mark.parametrize("asked", ASKED)
def test_lists_reach_licences_by_an_index(teacher: User, asked: str) -> None:
    plan = ASKED[asked](teacher).explain()
    assert WHOLE not in plan, plan


def test_reminders_and_what_is_held_reach_licences_by_an_index(school: Institution, teacher: User) -> None:
    days = [TODAY + timedelta(days=each) for each in EXPIRY_DAYS]
    with CaptureQueriesContext(connection) as captured:
        ending_on(school, days)
        kinds_held(holders_for(teacher))
        list(licences_of(school))
    statements = [query["sql"] for query in captured.captured_queries]
    assert len(statements) == 4
    for statement in statements:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {statement}".replace("%", "%%"))
            plan = "\n".join(line for (line,) in cursor.fetchall())
        assert WHOLE not in plan, plan
