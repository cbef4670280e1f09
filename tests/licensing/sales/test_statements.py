"""Placing, invoicing, issuing and paying an order costs the same for any number of lines and members: at most forty statements."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from catalog.models import Film
from licensing.models import (
    AcceptancePolicy,
    Institution,
    Invoice,
    Licence,
    LicenceType,
    Membership,
    Receipt,
    Tier,
)
from office.models import Distributor
from tests.licensing.conftest import add_price, order_of, pay, person

CONTROL = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


@pytest.mark.parametrize("members", [1, 30])
@pytest.mark.parametrize("lines", [1, 12])
def test_an_order_end_to_end_costs_the_same_at_any_size(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, lines: int, members: int
) -> None:
    AcceptancePolicy.objects.create(at_once=True, most_unpaid=1_000_000)
    for number in range(members - 1):
        Membership.objects.create(institution=school, user=person(f"member{number}@school.example"))
    Distributor.objects.create(
        legal_name="Distributor", address="1 Film Street", contact_email="office@distributor.example"
    )
    films = [_part_of(film, site, number) for number in range(4, 4 + lines)]
    with CaptureQueriesContext(connection) as captured:
        order = order_of(school, teacher, [(each, site) for each in films])
        pay(order.invoice, office)
    statements = [query["sql"] for query in captured.captured_queries if not query["sql"].startswith(CONTROL)]
    assert (Invoice.objects.count(), Licence.objects.count(), Receipt.objects.count()) == (1, lines, 1)
    assert len(statements) == 40, "\n".join(statement[:150] for statement in statements)


def _part_of(whole: Film, kind: LicenceType, number: int) -> Film:
    film = Film.objects.create(
        slug=f"part-{number}",
        title=f"Part {number}",
        year=2003,
        runtime=10,
        part_of=whole,
        part_number=number,
    )
    add_price(film, kind, Tier.K12, 10)
    return film
