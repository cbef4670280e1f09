"""A distributor with a price list, on servers of its own: where the trade is measured.

Modules of Django are imported within functions, because its settings are known only once the servers run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.servers import servers
from config.embedded import PostgreSQL

if TYPE_CHECKING:
    from datetime import date

    from accounts.models import User
    from catalog.models import Film
    from licensing.models import Institution, LicenceType, Order


@contextmanager
def running() -> Iterator[PostgreSQL]:
    """An empty database of ours, in a folder that is removed afterwards. Commits wait for the disk, as in production."""
    with servers(is_forgetful=False) as database:
        try:
            set_up()
            from django.core.management import call_command

            call_command("migrate", verbosity=0)
            yield database
        finally:
            let_go()


def set_up() -> None:
    """Django, for the servers that the environment names."""
    os.environ |= {"LONGTAKE_ENV": "development", "DJANGO_SETTINGS_MODULE": "config.settings"}
    import django

    django.setup()


def let_go() -> None:
    """Closes this process's connections."""
    from django.db import connection

    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # of PostgreSQL


@dataclass(frozen=True)
class House:
    """What is sold, and one of the office."""

    film: Film
    kind: LicenceType
    office: User
    today: date

    @classmethod
    def build(cls) -> House:
        from djmoney.money import Money

        from accounts.models import User
        from catalog.models import DistributionRight, Film
        from licensing.models import AcceptancePolicy, LicenceType, Price, Tier
        from licensing.terms.days import office_today
        from licensing.terms.rights import Use
        from office.models import Distributor

        today = office_today()
        Distributor.objects.create(
            legal_name="A Distributor (sample)",
            address="1 Film Street",
            contact_email="office@distributor.example",
            ein="12-3456789",
        )
        film = Film.objects.create(slug="a-film", title="A Film", year=2003, runtime=554)
        DistributionRight.objects.create(film=film, territory="the world")
        kind = LicenceType.objects.create(
            code="site",
            name="Site, three years",
            summary="In class.",
            uses=[Use.CLASSROOM],
            term_months=36,
            order=1,
        )
        Price.objects.create(
            film=film,
            licence_type=kind,
            tier=Tier.K12,
            amount=Money(195, "USD"),
            starts_on=today,
            is_sample=True,
        )
        AcceptancePolicy.objects.create(at_once=True, most_unpaid=1_000_000)
        office = User.objects.create(
            email="office@distributor.example", name="Bo", is_staff=True, is_superuser=True
        )
        return cls(film, kind, office, today)

    @classmethod
    def found(cls) -> House:
        """The one that another process has built."""
        from accounts.models import User
        from catalog.models import Film
        from licensing.models import LicenceType
        from licensing.terms.days import office_today

        return cls(
            Film.objects.get(slug="a-film"),
            LicenceType.objects.get(),
            User.objects.get(is_staff=True),
            office_today(),
        )

    def school(self, number: int) -> tuple[Institution, User]:
        """A verified school and its buyer."""
        from django.utils import timezone

        from accounts.models import User
        from licensing.models import Institution, Membership, Role, Tier

        buyer = User.objects.create(email=f"buyer{number}@school.example", name="Ada")
        school = Institution.objects.create(
            legal_name=f"School {number}",
            tier=Tier.K12,
            country="US",
            verification="verified",
            verified_at=timezone.now(),
            verified_how="a benchmark",
        )
        Membership.objects.create(institution=school, user=buyer, role=Role.OWNER)
        return school, buyer

    def order(self, school: Institution, buyer: User) -> Order:
        """Placed, accepted with invoice and licence, and paid."""
        from licensing.sales.ordering.orders import place_order
        from licensing.sales.payment.payments import record_payment

        order = place_order(
            institution=school,
            lines=[(self.film, self.kind)],
            method="purchase-order",
            purchase_order_number="PO-1",
            by=buyer,
            starts_on=self.today,
        )
        record_payment(
            invoice=order.invoice,
            amount=order.invoice.total,
            method="transfer",
            event_key=f"transfer:{order.number}",
            received_on=self.today,
            by=self.office,
        )
        return order
