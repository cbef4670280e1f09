"""Orders end to end, beside the statements that they consist of, sent bare.

An order is placed, accepted with invoice and licence, and paid. The same orders are captured as statements with their values,
and replayed by psycopg alone in one process, with the same commits, on a copy of the database from just before: so keys and
numbers come out the same, and the two differ only by what our Python does. A server of its own, reached through a socket.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measure import Measure
from config.embedded import PostgreSQL
from config.environment import ROOT

if TYPE_CHECKING:
    from licensing.models import Order

ORDERS = 60
MOST_TIMES_BARE = 2.0
"""At least half of what the bare statements reach."""
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
COPY = "bare"

type Transactions = list[list[tuple[str, Any]]]


def measures() -> Iterator[Measure]:
    """How many times as long an order takes as its statements alone, how many there are, and a certificate's PDF when warm.

    In a process of its own, because Django is set up once in a process.
    """
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.orders"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    for line in done.stdout.splitlines():
        yield Measure(**json.loads(line))


def main() -> None:
    """Measures here, and prints each measure as a line of JSON."""
    with tempfile.TemporaryDirectory(prefix="longtake-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)  # under root, PostgreSQL runs as another user
        with _prepared(folder):
            for measure in _measured():
                print(json.dumps(asdict(measure)))


def _measured() -> Iterator[Measure]:
    trade = _Trade()
    for _ in range(5):
        trade.order()
    each = _seconds_each(trade.order, ORDERS)
    _copy_the_database()
    captured = _captured(lambda: [trade.order() for _ in range(ORDERS)])
    bare = _replay(captured) / ORDERS
    statements = sum(len(transaction) for transaction in captured) / ORDERS
    print(f"{1 / each:.0f} orders a second; bare {1 / bare:.0f} a second", file=sys.stderr)
    yield Measure("an order end to end, beside its statements alone", each / bare, MOST_TIMES_BARE, "times")
    yield Measure("statements of an order end to end", statements, 40, "statements")
    yield Measure("a certificate as PDF, warm", trade.certificate_seconds(), 0.05, "s")


@contextmanager
def _prepared(folder: Path) -> Iterator[None]:
    database = PostgreSQL(folder)
    os.environ |= {
        "DATABASE_URL": database.join(),
        "LONGTAKE_ENV": "development",
        "LONGTAKE_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    try:
        yield
    finally:
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]  # of PostgreSQL
        database.leave()


class _Trade:
    """A verified school, a film with a price, and a rule that accepts its orders at once."""

    def __init__(self) -> None:
        from django.utils import timezone
        from djmoney.money import Money

        from accounts.models import User
        from catalog.models import DistributionRight, Film
        from licensing.models import AcceptancePolicy, Institution, LicenceType, Membership, Price, Role, Tier
        from licensing.terms.days import office_today
        from licensing.terms.rights import Use
        from office.models import Distributor

        Distributor.objects.create(
            legal_name="A Distributor (sample)",
            address="1 Film Street",
            contact_email="office@distributor.example",
        )
        self.today = office_today()
        self.teacher = User.objects.create(email="teacher@school.example", name="Ada")
        self.office = User.objects.create(
            email="office@x.example", name="Bo", is_staff=True, is_superuser=True
        )
        self.school = Institution.objects.create(
            legal_name="A School",
            tier=Tier.K12,
            country="US",
            verification="verified",
            verified_at=timezone.now(),
            verified_how="a benchmark",
        )
        Membership.objects.create(institution=self.school, user=self.teacher, role=Role.OWNER)
        self.film = Film.objects.create(slug="a-film", title="A Film", year=2003, runtime=554)
        DistributionRight.objects.create(film=self.film, territory="the world")
        self.kind = LicenceType.objects.create(
            code="site", name="Site", summary="In class.", uses=[Use.CLASSROOM], term_months=36, order=1
        )
        Price.objects.create(
            film=self.film,
            licence_type=self.kind,
            tier=Tier.K12,
            amount=Money(195, "USD"),
            starts_on=self.today,
            is_sample=True,
        )
        AcceptancePolicy.objects.create(at_once=True)

    def order(self) -> Order:
        from licensing.models import Invoice
        from licensing.sales.orders import place_order
        from licensing.sales.payments import record_payment

        order = place_order(
            institution=self.school, lines=[(self.film, self.kind)], method="purchase-order",
            purchase_order_number="PO-1", by=self.teacher, starts_on=self.today,
        )  # fmt: skip
        invoice: Invoice = order.invoice
        record_payment(
            invoice=invoice, amount=invoice.total, method="transfer", event_key=f"transfer:{order.number}",
            received_on=self.today, by=self.office,
        )  # fmt: skip
        return order

    def certificate_seconds(self) -> float:
        from licensing.documents.certificate import certificate_pdf
        from licensing.models import Licence

        licence = Licence.objects.select_related("film", "institution").latest("pk")
        certificate_pdf(licence)
        return _seconds_each(lambda: certificate_pdf(licence), 20)


def _captured(action: Callable[[], object]) -> Transactions:
    """The statements of each transaction of an action, with their values."""
    from django.db import connection

    transactions: Transactions = []
    current: list[object] = [None]

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        outermost = connection.atomic_blocks[0] if connection.atomic_blocks else None
        if not transactions or outermost is None or outermost is not current[0]:
            transactions.append([])
            current[0] = outermost
        if not sql.startswith(CONTROL):
            transactions[-1].append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        action()
    return transactions


def _copy_the_database() -> None:
    import psycopg
    from django.db import connection

    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # of PostgreSQL  # a database that somebody uses cannot be copied
    with psycopg.connect(os.environ["DATABASE_URL"], dbname="postgres", autocommit=True) as server:
        name = connection.settings_dict["NAME"]
        server.execute(f'CREATE DATABASE {COPY} TEMPLATE "{name}"'.encode())


def _replay(transactions: Transactions) -> float:
    """The seconds that the statements take on the copy. A cursor as Django's: values are put in on our side."""
    import psycopg
    from django.db.backends.postgresql.psycopg_any import get_adapters_template

    adapters = get_adapters_template(True, None)
    with psycopg.connect(os.environ["DATABASE_URL"], dbname=COPY, autocommit=True, context=adapters) as bare:
        cursor = psycopg.ClientCursor(bare)
        began = time.perf_counter()
        for statements in transactions:
            with bare.transaction():
                for sql, params in statements:
                    cursor.execute(sql.encode(), params)
                    if cursor.description:
                        cursor.fetchall()
        return time.perf_counter() - began


def _seconds_each(action: Callable[[], object], times: int) -> float:
    began = time.perf_counter()
    for _ in range(times):
        action()
    return (time.perf_counter() - began) / times


if __name__ == "__main__":
    main()
