"""The office among very many orders: its first page, the search box, lists, and a licensor's quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.licensing.copies import BASE
from benchmarks.licensing.many import Crowd
from benchmarks.licensing.watching import seconds_and_megabytes, watched
from benchmarks.measure import Measure

LARGE = frozenset({"licensing_licence", "licensing_order", "licensing_orderline", "licensing_invoice"})
ORDERS, INVOICES = frozenset({"licensing_order"}), frozenset({"licensing_invoice"})


@dataclass(frozen=True)
class Page:
    """`may_read` are large tables that it may read whole: for all orders of two months, for words anywhere in a text, for what is
    overdue among all invoices ever due, for the years in which there are invoices, and for numbers that all begin alike."""

    path: str
    most_seconds: float = 0.7
    most_statements: int = 16
    may_read: frozenset[str] = frozenset()


PAGES = {
    "first page": Page("/admin/", 1.5, 36, ORDERS | INVOICES),
    "search: a number": Page("/admin/search/?q=ORD-2020-0000077", 0.5, 9),
    "search: the beginning of numbers": Page("/admin/search/?q=INV-2020", 0.5, 21, INVOICES),
    "search: a name": Page("/admin/search/?q=School%20c4ca", 0.5, 21),
    "list of orders": Page("/admin/licensing/order/"),
    "list of orders, placed": Page("/admin/licensing/order/?status__exact=placed"),
    "list of orders, searched": Page("/admin/licensing/order/?q=c4ca4238", 2, may_read=LARGE),
    "list of invoices": Page("/admin/licensing/invoice/", may_read=INVOICES),
    "list of invoices, overdue": Page("/admin/licensing/invoice/?owed=overdue", 1, may_read=INVOICES),
    "list of licences": Page("/admin/licensing/licence/"),
    "list of licences, searched": Page("/admin/licensing/licence/?q=c4ca4238", 2, may_read=LARGE),
    "list of payments": Page("/admin/licensing/payment/"),
}
MOST_ROYALTY_SECONDS = 40.0
MOST_ROYALTY_MEGABYTES = 40.0


def measures(crowd: Crowd) -> Iterator[Measure]:
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(crowd.house.office)
    for what, each in PAGES.items():

        def ask(path: str = each.path) -> None:
            answer = client.get(path)
            if answer.status_code not in {200, 302}:  # a number leads to its page
                raise RuntimeError(f"{path} answered {answer.status_code}.")

        large = LARGE - each.may_read
        page = watched(f"office: {what}", ask, large=large)
        yield from page.measures(
            most_seconds=each.most_seconds, most_statements=each.most_statements, large=large
        )
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
    what = f"royalties of {crowd.size:,} orders"
    taken = seconds_and_megabytes(lambda: figures_of(licensor, quarter))
    yield Measure(what, taken[0], MOST_ROYALTY_SECONDS, "s")
    yield Measure(f"{what}: memory", taken[1], MOST_ROYALTY_MEGABYTES, "MB")
