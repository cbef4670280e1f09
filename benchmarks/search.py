"""How fast the search finds, and whether it finds: `python -m benchmarks.search [NUMBER OF FILMS] [FILE OF TITLES]`.

Films are generated (10,000 to 1,000,000), or taken from a file with a title on each line (benchmarks/titles.py), or both, and put
into a server of its own (benchmarks/filling.py). With a file, its titles are asked, else some of those generated. Asked are titles as they are, titles with one slip, words of synopses, makers, and words that
very many films have. A known film is found if one of its title is among the first ten.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.measure import Measure
from benchmarks.servers import servers
from benchmarks.table import show
from benchmarks.titles import Made, generated, listed, with_a_slip
from config.environment import ROOT

FILMS, PAGES, FIRST = 36_000, 60, 10
ASKED = {100_000: 2_000, 10_000_000: 500}
"""Titles, by the number of films."""
MILLISECONDS = {100_000: 30, 10_000_000: 150}
"""At the database, for the 95th of a hundred queries, by the number of films."""
PAGE_MILLISECONDS = 100
OTHERS = 160
"""Queries of each other kind."""
EXACT, SLIPPED = 0.99, 0.97
SHORTEST_SLIPPED = 4
"""A slip in a shorter title makes another title of it."""
INDEXED = 1_000
"""Films whose entries are made as an import makes them."""


def measures(films: int = 0, path: Path | None = None) -> Iterator[Measure]:
    known = list(listed(path)) if path else []
    with served():
        yield from measured(chain(known, generated(films)), known)


@contextmanager
def served() -> Iterator[None]:
    """A database of its own, migrated."""
    with servers(is_forgetful=True):
        try:
            subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, check=True)
            yield
        finally:
            from django.db import connections

            connections.close_all()


def measured(made: Iterable[Made], known: Sequence[Made] = ()) -> Iterator[Measure]:
    """Of these films; `known`: those that are asked, if not some of them all."""
    import django

    django.setup()
    from benchmarks.filling import fill
    from catalog.models import Film

    began = time.perf_counter()
    some = fill(made)
    sys.stderr.write(f"filled in {time.perf_counter() - began:.0f} s\n")
    count = Film.objects.count()
    yield Measure(f"search, {count:,} films: indexing a film", indexing(), 6, "ms")
    dice = random.Random(7)  # noqa: S311 - the same questions each time
    sample = known or some
    chosen = dice.sample(sample, min(_by_size(ASKED, count), len(sample)))
    long = [each.title for each in chosen if len(each.title) >= SHORTEST_SLIPPED]
    titles = {
        "exact": [(each.title, each.title) for each in chosen],
        "one slip": [(each, with_a_slip(each, dice)) for each in long],
    }
    limit = _by_size(MILLISECONDS, count)
    for kind, least in (("exact", EXACT), ("one slip", SLIPPED)):
        times, found = known_items(titles[kind])
        yield Measure(f"search, {count:,} films: not found, {kind}", 1 - found, round(1 - least, 2), "of 1")
        yield Measure(f"search, {count:,} films: database, {kind}", percentile(times), limit, "ms")
    words = [word for each in chosen for word in each.synopsis.split()[:3]]
    others = {
        "told": words,
        "makers": [each.maker for each in chosen if each.maker],
        "common": ["the", "of", "a", "in the", "life", "s"],
    }
    for kind, queries in others.items():
        if queries:
            times = [at_database(query)[1] for query in dice.sample(queries, min(OTHERS, len(queries)))]
            yield Measure(f"search, {count:,} films: database, {kind}", percentile(times), limit, "ms")
    asked = [text for _title, text in titles["exact"][:PAGES] + titles["one slip"][:PAGES]]
    times = pages(asked)
    yield Measure(f"search, {count:,} films: page", percentile(times), PAGE_MILLISECONDS, "ms")


def indexing() -> float:
    """Milliseconds for a film that is new to the search."""
    from catalog.models import Film, SearchEntry
    from catalog.search.indexing import index_films

    SearchEntry.objects.filter(film_id__lte=INDEXED).delete()
    began = time.perf_counter()
    changed = index_films(Film.objects.filter(pk__lte=INDEXED))
    return 1000 * (time.perf_counter() - began) / changed


def known_items(queries: Sequence[tuple[str, str]]) -> tuple[list[float], float]:
    """Milliseconds of each query at the database, and the share of titles that were among the first ten films."""
    from catalog.models import Film
    from catalog.search.words.folding import compact

    times, found = [], 0
    for title, query in queries:
        keys, milliseconds = at_database(query)
        times.append(milliseconds)
        names = Film.objects.filter(pk__in=keys[:FIRST]).values_list("title", flat=True)
        if compact(title) in map(compact, names):
            found += 1
        elif "-v" in sys.argv:
            sys.stderr.write(f"not found: {title!r} by {query!r}: {list(names)[:4]}\n")
    return times, found / len(queries)


def at_database(query: str) -> tuple[list[int], float]:
    from django.db import connection

    from catalog.models import Film
    from catalog.search.finding import TooSlow, find

    spent = 0.0

    def note(execute: Callable[..., object], sql: str, parameters: Any, many: bool, context: Any) -> object:
        nonlocal spent
        began = time.perf_counter()
        try:
            return execute(sql, parameters, many, context)
        finally:
            spent += time.perf_counter() - began

    keys: list[int] = []
    with connection.execute_wrapper(note):
        try:
            keys = find(Film.objects.public_wholes(), query).keys
        except TooSlow:
            sys.stderr.write(
                f"given up: {query!r}\n"
            )  # visitors are told so; here its film counts as not found
    return keys, 1000 * spent


def pages(queries: Sequence[str]) -> list[float]:
    """Milliseconds of each page, one after the other, of a site that has answered a page before."""
    from django.core.cache import cache
    from django.test import Client

    from accounts.requests.limits import forget_all

    client, times = Client(headers={"host": "127.0.0.1"}), []
    client.get("/films/")
    for query in queries:
        cache.clear()
        forget_all()
        began = time.perf_counter()
        answer = client.get("/films/", {"q": query})
        times.append(1000 * (time.perf_counter() - began))
        if answer.status_code != 200:
            raise RuntimeError(f"The search for {query!r} answered {answer.status_code}.")
    return times


def _by_size(values: dict[int, int], films: int) -> int:
    return next(value for most, value in values.items() if films <= most)


def percentile(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main() -> int:
    given = [each for each in sys.argv[1:] if not each.startswith("-")]
    films = next((int(each) for each in given if each.isdigit()), 0)
    path = next((Path(each) for each in given if not each.isdigit()), None)
    return show(measures(films or (0 if path else FILMS), path))


if __name__ == "__main__":
    sys.exit(main())
