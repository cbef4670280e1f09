"""How pages grow with the catalogue: `python -m benchmarks.pages.growth [LARGEST]` measures 1,000 films, 10,000, and so on.

Films are inserted by SQL with triggers off, on a server of its own. Each line gives the statements of a page, its
milliseconds (the median of several), and how the database reaches the films in the slowest statement.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.servers import servers
from config.environment import ROOT

LARGEST = 100_000
TIMES = 5
FILL = (
    "SET session_replication_role = replica",
    """INSERT INTO catalog_person (slug, name, sort_name, original_name, original_language, biography)
       SELECT 'person-' || n, 'Person ' || md5(n::text), '', '', '', '' FROM generate_series({first}, {last}, 5) n""",
    """INSERT INTO catalog_film (slug, title, title_language, part_unit, kind, year, runtime, colour, countries, languages,
           synopsis, is_published)
       SELECT 'film-' || n, initcap(md5(n::text)), 'en', '', 'documentary', 1950 + n % 75, 20 + n * 7 % 500, 'colour',
           ARRAY[(ARRAY['NL', 'FR', 'CN', 'US', 'BR', 'IN', 'JP', 'DE'])[1 + n % 8]], ARRAY['en'], 'A film.', true
       FROM generate_series({first}, {last}) n""",
    """INSERT INTO catalog_searchentry (film_id, names, told, length)
       SELECT id, setweight(to_tsvector('simple', title), 'A'), to_tsvector('english', title || ' ' || synopsis), 32
       FROM catalog_film WHERE slug LIKE 'film-%' AND substr(slug, 6)::int BETWEEN {first} AND {last}""",
    """INSERT INTO catalog_credit (film_id, person_id, role, detail, "order")
       SELECT film.id, person.id, 'director', '', 0 FROM catalog_film film
       JOIN catalog_person person ON person.slug = 'person-' || ({first} + (substr(film.slug, 6)::int - {first}) / 5 * 5)
       WHERE film.slug LIKE 'film-%' AND substr(film.slug, 6)::int BETWEEN {first} AND {last}""",
    """INSERT INTO catalog_film_subjects (film_id, subject_id)
       SELECT film.id, subject.id FROM catalog_film film JOIN catalog_subject subject ON subject.id % 10 = film.id % 10
       WHERE film.slug LIKE 'film-%' AND substr(film.slug, 6)::int BETWEEN {first} AND {last}""",
    """INSERT INTO revisions_change (subject, count) SELECT 'film:' || n, 1 FROM generate_series({first}, {last}) n""",
    "SET session_replication_role = DEFAULT",
)
PAGES = {
    "list with filters": "/films/?each=time",
    "list, further on": "/films/?after=900&each=time",
    "list, a country": "/films/?country=NL&each=time",
    "list, longest first": "/films/?order=longest&each=time",
    "search, one film": "/films/?q={word}&each=time",
    "search, mistyped": "/films/?q={typo}&each=time",
    "search, very many films": "/films/?q=a&each=time",
    "film page": "/films/film-500/?each=time",
    "front page": "/?each=time",
}


@dataclass(frozen=True)
class Result:
    """One page at one size."""

    films: int
    page: str
    statements: int
    milliseconds: float
    plan: str


def results(largest: int) -> Iterator[Result]:
    """Of 1,000 films up to `largest`, ten times as many each time."""
    with servers(is_forgetful=True):
        load = "from demo.sample.filling import fill; fill()"
        subprocess.run([sys.executable, "manage.py", "shell", "-v", "0", "-c", load], cwd=ROOT, check=True)
        yield from _sizes(largest)


def _sizes(largest: int) -> Iterator[Result]:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    settings.DATABASES["default"]["OPTIONS"]["options"] += " -c statement_timeout=0"
    films, before = 1_000, 0
    try:
        while films <= largest:
            _fill(before + 1, films)
            for page, address in PAGES.items():
                yield _measured(films, page, address.format(word=_title(500), typo=_typo(500)))
            yield _ledger(films)
            films, before = films * 10, films
    finally:
        connections.close_all()


def _title(number: int) -> str:
    import hashlib

    return hashlib.md5(str(number).encode(), usedforsecurity=False).hexdigest()


def _typo(number: int) -> str:
    title = _title(number)
    return title[:8] + title[9:]


def _fill(first: int, last: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        for statement in FILL:
            cursor.execute(statement.format(first=first, last=last))
        cursor.execute("VACUUM ANALYZE")


def _measured(films: int, page: str, address: str) -> Result:
    from django.core.cache import cache
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})

    def ask() -> None:
        cache.clear()  # the limit on searches is counted there
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}.")

    return _timed(films, page, ask)


def _ledger(films: int) -> Result:
    from revisions.ledger import revisions_of

    return _timed(films, "ledger: 24 films", lambda: revisions_of(f"film:{key}" for key in range(1, 25)))


def _timed(films: int, page: str, act: Callable[[], object]) -> Result:
    from django.db import connection

    statements: list[tuple[float, str, Any]] = []

    def note(execute: Callable[..., object], sql: str, parameters: Any, many: bool, context: Any) -> object:
        began = time.perf_counter()
        result = execute(sql, parameters, many, context)
        statements.append((time.perf_counter() - began, sql, parameters))
        return result

    act()
    with connection.execute_wrapper(note):
        act()
    slowest = max(statements, key=lambda one: one[0])
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return Result(films, page, len(statements), 1000 * statistics.median(times), _plan(*slowest[1:]))


def _plan(sql: str, parameters: Any) -> str:
    """The indexes of a statement, and the large tables that it reads from one end to the other."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", parameters)
        lines = [str(line).strip(" ->") for (line,) in cursor.fetchall()]
    found = []
    for line in lines:
        words = line.split()
        if "Seq Scan on catalog_film " in line:
            found.append("every film")
        elif line.startswith(("Index Scan", "Index Only Scan", "Bitmap Index Scan")):
            found.append(words[words.index("using" if "using" in words else "on") + 1])
    return ", ".join(dict.fromkeys(found)) or "-"


def main() -> None:
    table = Table("Films", "Page", "Statements", "ms", "Reaches the films by")
    for one in results(int(sys.argv[1]) if sys.argv[1:] else LARGEST):
        table.add_row(f"{one.films:,}", one.page, str(one.statements), f"{one.milliseconds:.1f}", one.plan)
        sys.stderr.write(f"{one}\n")
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
