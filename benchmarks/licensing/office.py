"""The office among very many orders: its first page, the search box, lists, and a licensor's quarter."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from decimal import Decimal

from benchmarks.licensing.many import BASE, Crowd
from benchmarks.licensing.watching import watched
from benchmarks.measure import Measure, seconds

LARGE = (
    "licensing_licence",
    "licensing_order",
    "licensing_orderline",
    "licensing_invoice",
    "licensing_payment",
)
PAGES = {
    "first page": ("/admin/", 1.0, 24),
    "search: a number": ("/admin/search/?q=ORD-2020-0000077", 0.5, 17),
    "search: the beginning of numbers": ("/admin/search/?q=INV-2020", 0.5, 17),
    "search: a name": ("/admin/search/?q=School%20c4ca", 0.5, 17),
    "list of orders": ("/admin/licensing/order/", 0.7, 16),
    "list of orders, placed": ("/admin/licensing/order/?status__exact=placed", 0.7, 16),
    "list of orders, searched": ("/admin/licensing/order/?q=c4ca4238", 1.5, 16),
    "list of invoices": ("/admin/licensing/invoice/", 0.7, 16),
    "list of invoices, overdue": ("/admin/licensing/invoice/?owed=overdue", 0.7, 16),
    "list of licences": ("/admin/licensing/licence/", 0.7, 16),
    "list of licences, searched": ("/admin/licensing/licence/?q=c4ca4238", 1.5, 16),
    "list of payments": ("/admin/licensing/payment/", 0.7, 16),
}
MOST_ROYALTY_SECONDS = 20.0
MOST_ROYALTY_MEGABYTES = 40.0


def measures(crowd: Crowd) -> Iterator[Measure]:
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(crowd.house.office)
    for what, (path, most_seconds, most_statements) in PAGES.items():

        def ask(path: str = path) -> None:
            answer = client.get(path, follow=True)
            if answer.status_code != 200:
                raise RuntimeError(f"{path} answered {answer.status_code}.")

        page = watched(f"office: {what}", ask, large=LARGE)
        yield from page.measures(most_seconds=most_seconds, most_statements=most_statements, large=LARGE)
    yield from _royalties(crowd)


def _royalties(crowd: Crowd) -> Iterator[Measure]:
    """The first statement to a licensor of every film: all money ever received counts."""
    from catalog.models import Film
    from licensing.models import Licensor, LicensorFilm, RoyaltyAgreement
    from licensing.royalties.figures import figures_of
    from licensing.terms.royalties import Quarter

    licensor = Licensor.objects.create(name="A licensor (sample)", country="CN")
    films = Film.objects.filter(pk__gt=BASE, pk__lt=2 * BASE)
    LicensorFilm.objects.bulk_create(LicensorFilm(licensor=licensor, film=film) for film in films)
    RoyaltyAgreement.objects.create(licensor=licensor, percent=Decimal(50), starts_on="2000-01-01")
    quarter = Quarter.of(crowd.house.today)
    yield Measure(
        f"royalties of {crowd.size:,} orders",
        seconds(lambda: figures_of(licensor, quarter)),
        MOST_ROYALTY_SECONDS,
        "s",
    )
    tracemalloc.start()
    figures_of(licensor, quarter)
    yield Measure("royalties: memory", tracemalloc.get_traced_memory()[1] / 1e6, MOST_ROYALTY_MEGABYTES, "MB")
    tracemalloc.stop()
