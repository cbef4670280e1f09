"""How fast the search finds, and whether it finds: `python -m benchmarks.search [NUMBER OF FILMS | FILE OF TITLES]`.

Films are generated (10,000 to 1,000,000), or taken from a file with a title on each line (benchmarks/titles.py), and put
into a server of its own. Asked are titles as they are, titles with one slip, words of synopses, makers, and words that
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
from itertools import batched
from pathlib import Path
from typing import Any

from benchmarks.measure import Measure
from benchmarks.servers import servers
from benchmarks.table import show
from benchmarks.titles import Made, generated, listed, with_a_slip
from config.environment import ROOT

FILMS, BATCH, ASKED, PAGES, FIRST = 36_000, 2_000, 500, 60, 10
MILLISECONDS = {100_000: 30, 10_000_000: 150}
"""At the database, for the 95th of a hundred queries, by the number of films."""
PAGE_MILLISECONDS = 100
EXACT, SLIPPED = 0.99, 0.97
SHORTEST_SLIPPED = 4
"""A slip in a shorter title makes another title of it."""
ADD = (
    "SET session_replication_role = replica",
    """INSERT INTO catalog_person (slug, name, sort_name, original_name, original_language, biography)
       SELECT 'maker-' || md5(name), name, '', '', '', '' FROM (SELECT DISTINCT unnest(%(makers)s::text[])) given (name)
       WHERE name <> '' ON CONFLICT DO NOTHING""",
    """INSERT INTO catalog_film (slug, title, title_language, part_unit, kind, year, runtime, colour, countries, languages,
           synopsis, is_published)
       SELECT 'film-' || place, title, language, '', 'documentary', year, runtime, 'colour',
           ARRAY[(ARRAY['NL', 'FR', 'CN', 'US', 'BR', 'IN', 'JP', 'DE'])[1 + place %% 8]], ARRAY['en'], synopsis, true
       FROM unnest(%(places)s::int[], %(titles)s::text[], %(languages)s::text[], %(years)s::int[], %(runtimes)s::int[],
           %(synopses)s::text[]) given (place, title, language, year, runtime, synopsis)""",
    """INSERT INTO catalog_credit (film_id, person_id, role, detail, "order")
       SELECT film.id, person.id, 'director', '', 0
       FROM unnest(%(places)s::int[], %(makers)s::text[]) given (place, maker)
       JOIN catalog_film film ON film.slug = 'film-' || place JOIN catalog_person person ON person.slug = 'maker-' || md5(maker)""",
    "SET session_replication_role = DEFAULT",
)


def measures(films: int = 10_000, path: Path | None = None) -> Iterator[Measure]:
    with served():
        made = list(listed(path)) if path else generated(films)
        yield from measured(made)


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


def measured(made: Iterable[Made]) -> Iterator[Measure]:
    import django

    django.setup()
    began = time.perf_counter()
    sample = filled(made)
    from catalog.models import Film

    count = Film.objects.count()
    yield Measure(
        f"search, {count:,} films: indexing a film", 1000 * (time.perf_counter() - began) / count, 6, "ms"
    )
    dice = random.Random(7)  # noqa: S311 - the same questions each time
    chosen = dice.sample(sample, min(ASKED, len(sample)))
    long = [each.title for each in chosen if len(each.title) >= SHORTEST_SLIPPED]
    titles = {
        "exact": [(each.title, each.title) for each in chosen],
        "one slip": [(each, with_a_slip(each, dice)) for each in long],
    }
    limit = next(most for size, most in MILLISECONDS.items() if count <= size)
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
            times = [at_database(query)[1] for query in dice.sample(queries, min(ASKED // 3, len(queries)))]
            yield Measure(f"search, {count:,} films: database, {kind}", percentile(times), limit, "ms")
    asked = [text for _title, text in titles["exact"][:PAGES] + titles["one slip"][:PAGES]]
    yield Measure(
        f"search, {count:,} films: page", percentile([page(text) for text in asked]), PAGE_MILLISECONDS, "ms"
    )


def filled(made: Iterable[Made]) -> list[Made]:
    """Puts the films in; returns some of them."""
    from django.db import connection

    from catalog.models import Film
    from catalog.search.indexing import index_films

    sample: list[Made] = []
    place = 0
    for films in batched(made, BATCH):
        places = list(range(place + 1, place + len(films) + 1))
        place += len(films)
        columns: dict[str, Any] = {
            "places": places,
            "titles": [each.title for each in films],
            "languages": [each.language for each in films],
            "years": [each.year for each in films],
            "runtimes": [each.runtime for each in films],
            "synopses": [each.synopsis for each in films],
            "makers": [each.maker for each in films],
        }
        with connection.cursor() as cursor:
            for statement in ADD:
                cursor.execute(statement, columns if "%" in statement else None)
        index_films(Film.objects.filter(slug__in=[f"film-{each}" for each in places]))
        sample += films[:: max(1, len(films) // 200)]
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return sample


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
    from catalog.search.finding import find

    spent = 0.0

    def note(execute: Callable[..., object], sql: str, parameters: Any, many: bool, context: Any) -> object:
        nonlocal spent
        began = time.perf_counter()
        try:
            return execute(sql, parameters, many, context)
        finally:
            spent += time.perf_counter() - began

    with connection.execute_wrapper(note):
        found = find(Film.objects.public_wholes(), query)
    return found.keys, 1000 * spent


def page(query: str) -> float:
    from django.core.cache import cache
    from django.test import Client

    from accounts.requests.limits import forget_all

    cache.clear()
    forget_all()
    client = Client(headers={"host": "127.0.0.1"})
    began = time.perf_counter()
    answer = client.get("/films/", {"q": query})
    spent = 1000 * (time.perf_counter() - began)
    if answer.status_code != 200:
        raise RuntimeError(f"The search for {query!r} answered {answer.status_code}.")
    return spent


def percentile(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main() -> int:
    given = next((each for each in sys.argv[1:] if not each.startswith("-")), str(FILMS))
    return show(measures(int(given)) if given.isdigit() else measures(path=Path(given)))


if __name__ == "__main__":
    sys.exit(main())
