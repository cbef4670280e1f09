"""By which indexes the database reaches the films of a list, the makers that are typed, and the counts of filters."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Film
from catalog.search.browsing import ORDERS, Browsing
from catalog.search.makers import makers_named
from catalog.search.paging import Place, page_of

pytestmark = pytest.mark.django_db
FILMS = 10_000
FILL = (
    """INSERT INTO catalog_film (slug, title, title_language, part_unit, kind, year, runtime, colour, countries, languages,
           synopsis, is_published, added_at)
       SELECT 'many-' || n, md5(n::text), 'en', '', 'documentary', 1900 + n % 120, 30 + n % 400, 'colour', '{}', '{}', '', true,
           now() - n * interval '1 minute'
       FROM generate_series(1, 10000) n""",
    """INSERT INTO catalog_person (slug, name, sort_name, original_name, original_language, biography)
       SELECT 'maker-' || n, md5('maker' || n), '', '', '', '' FROM generate_series(1, 10000) n""",
    """INSERT INTO catalog_credit (film_id, person_id, role, detail, "order")
       SELECT film.id, person.id, 'director', '', 0 FROM catalog_film film
       JOIN catalog_person person ON person.slug = replace(film.slug, 'many-', 'maker-')""",
    "ANALYZE catalog_film, catalog_person, catalog_personname, catalog_credit",
)


@pytest.fixture(autouse=True)
def _many(db: None) -> None:
    """Rows that no trigger sees, since nothing follows from them here."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for each in FILL:
            cursor.execute(each)
        cursor.execute("SET LOCAL session_replication_role = origin")


def plans(statements: CaptureQueriesContext) -> list[str]:
    """The plan of each statement that was captured."""
    found = []
    with connection.cursor() as cursor:
        for each in [query["sql"] for query in statements.captured_queries]:
            cursor.execute(f"EXPLAIN {each}".replace("%", "%%"), [])
            found.append("\n".join(line for (line,) in cursor.fetchall()))
    return found


def test_each_order_of_the_list_is_read_from_its_index_wherever_the_page_is() -> None:
    for order in ORDERS:
        browsing = Browsing.asked({"order": order})
        column = ORDERS[order][1][0].removeprefix("-")
        middle = Film.objects.order_by(column, "pk")[FILMS // 2].pk
        for place in (Place(), Place(after=middle), Place(before=middle)):
            with CaptureQueriesContext(connection) as asked:
                assert page_of(browsing, place).keys
            plan = plans(asked)[-1]
            assert f"film_listed_by_{order}" in plan
            assert "Sort" not in plan, plan
            assert "Seq Scan" not in plan, plan


def test_makers_are_reached_by_the_letters_of_their_names() -> None:
    """Reading ten thousand people whole can cost as little as the index, as full as the tables are: it is asked whether another way leads there."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    for typed in ("abc", "béc3", "maker-77"):
        with CaptureQueriesContext(connection) as asked:
            makers_named(typed)
        [plan] = plans(asked)
        assert "person_by_letters" in plan
        assert "Seq Scan on catalog_person " not in plan
        assert "Seq Scan on catalog_film " not in plan


def test_filters_are_counted_of_no_more_films_than_the_bound() -> None:
    with CaptureQueriesContext(connection) as asked:
        Browsing.asked({}).facets()
    [plan] = plans(asked)
    first = next(line for line in plan.splitlines() if "Limit" in line)
    assert "rows=1000 " in first
    # The parts, credits and terms of those films are asked of indexes, not read of all films.
    for table in ("catalog_film part", "catalog_credit credit", "catalog_person person"):
        assert f"Seq Scan on {table} " not in plan, table
