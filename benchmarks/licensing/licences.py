"""Very many licences: what an institution sees of them, what ends, what can be renewed, and the memory for all of them."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.licensing.many import Crowd
from benchmarks.licensing.watching import watched
from benchmarks.measure import Measure

if TYPE_CHECKING:
    from django.http import StreamingHttpResponse

LARGE = ("licensing_licence", "licensing_order", "licensing_orderline", "licensing_invoice")
PAGES = {
    "licences of a school": "/licences/",
    "licences: page 100": "/licences/?page=100",
    "licences: that end soon": "/licences/?within=90",
    "licences: in force": "/licences/?standing=in-force",
    "licences: the latest first": "/licences/?order=latest",
    "licences: by film": "/licences/?order=film",
    "licences: of one film": "/licences/?film=c4ca4238",
    "institution": "/institutions/{school}/",
    "film that the school holds": "/films/film-1/",
    "finder": "/licence-finder/",
}
MOST_SECONDS = 1.0
MOST_STATEMENTS = 30
MOST_MEGABYTES = 10.0


def measures(crowd: Crowd) -> Iterator[Measure]:
    from django.core.cache import cache
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(crowd.buyer)
    for what, address in PAGES.items():
        path = address.format(school=crowd.school.pk)

        def ask(path: str = path) -> None:
            cache.clear()
            answer = client.get(path)
            if answer.status_code != 200:
                raise RuntimeError(f"{path} answered {answer.status_code}.")

        page = watched(what, ask, large=LARGE)
        yield from page.measures(most_seconds=MOST_SECONDS, most_statements=MOST_STATEMENTS, large=LARGE)
    yield from _ending(crowd)
    yield from _lists(client.get, crowd)


def _ending(crowd: Crowd) -> Iterator[Measure]:
    """The mail about what ends, and the renewal of as many licences as one order holds."""
    from licensing.models import Licence
    from licensing.notices.ending import EXPIRY_DAYS, ending_on
    from licensing.sales.ordering.cart import MOST_LINES
    from licensing.sales.quoting.renewals import propose, renewable_by

    today = crowd.house.today
    days = [today + timedelta(days=each) for each in EXPIRY_DAYS]
    mail = watched("digest of a school's ends", lambda: ending_on(crowd.school, days), large=LARGE)
    yield from mail.measures(most_seconds=0.2, most_statements=1, large=LARGE)

    def renew() -> None:
        rows = renewable_by(crowd.buyer).filter(ends_on__range=(today, today + timedelta(days=90)))
        joined = rows.select_related("institution", "film__part_of", "line__licence_type")
        propose(list(joined.order_by("ends_on", "pk")[:MOST_LINES]), on=today)

    proposal = watched(f"renewal of {MOST_LINES} licences", renew, large=LARGE)
    yield from proposal.measures(most_seconds=1, most_statements=8, large=LARGE)
    soon = watched(
        "licences of all that end within 30 days",
        lambda: list(Licence.objects.expiring(today, 30).order_by("ends_on")[:6]),
        large=LARGE,
    )
    yield from soon.measures(most_seconds=0.1, most_statements=1, large=LARGE)


def _lists(get: Callable[[str], Any], crowd: Crowd) -> Iterator[Measure]:
    """The spreadsheet and the calendar, which are sent as they are read: the most memory that they take while that lasts."""
    from licensing.licences.feeds import renew_feed

    calendar = renew_feed(user=crowd.buyer).get_absolute_url()
    for what, address in {
        "spreadsheet of a school": "/licences/licences.csv",
        "calendar of a school": calendar,
    }.items():
        got = get(address)
        sent, megabytes = _memory(got)
        yield Measure(f"{what}, {sent / 1e6:.1f} MB: memory", megabytes, MOST_MEGABYTES, "MB")


def _memory(answer: StreamingHttpResponse) -> tuple[int, float]:
    """The bytes that were sent, and the most megabytes of Python's memory meanwhile."""
    tracemalloc.start()
    try:
        sent = sum(len(piece) for piece in answer)
        return sent, tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
