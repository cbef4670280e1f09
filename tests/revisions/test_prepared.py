from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.models import Count, QuerySet
from django.test.utils import CaptureQueriesContext

from catalog.models import DistributionRight, Film
from revisions.prepared import Prepared
from tests.catalog.make import make_film

pytestmark = pytest.mark.django_db


def test_a_prepared_query_is_asked_with_the_values_given() -> None:
    make_film("Dead Birds", "dead-birds")
    make_film("Rust", "rust", year=2003)
    titles = Prepared(lambda: Film.objects.filter(slug="-", year__gte=1900).values_list("title"), slug="-")
    with CaptureQueriesContext(connection) as captured:
        assert [titles.columns(slug=slug) for slug in ("rust", "dead-birds", "none")] == [
            [("Rust",)],
            [("Dead Birds",)],
            [],
        ]
    assert len(captured) == 3


def test_a_prepared_query_is_limited_to_keys() -> None:
    films = [make_film(f"Film {number}", f"film-{number}") for number in range(3)]
    among = Prepared(Film.objects.order_by, where="id = ANY(%s)")
    assert among.rows([films[0].pk, films[2].pk]) == [films[0], films[2]]
    assert among.rows([]) == []


def test_a_prepared_query_takes_days_and_keys_together() -> None:
    film = make_film()
    DistributionRight.objects.create(film=film, territory="Here", starts_on=date(2027, 1, 1))
    begun = Prepared(
        lambda: DistributionRight.objects.filter(starts_on__lte=date.min).order_by().values_list("film_id"),
        where="film_id = ANY(%s)",
        on=date.min,
    )
    assert begun.columns([film.pk], on=date(2027, 1, 1)) == [(film.pk,)]
    assert begun.columns([film.pk], on=date(2026, 12, 31)) == []


def test_a_prepared_query_gives_rows_as_the_orm_does_with_what_it_joins_and_adds() -> None:
    whole = make_film("West of the Tracks", "west")
    part = make_film("Rust", "rust", part_of=whole, part_number=1)

    def make() -> QuerySet[Film]:
        rows = Film.objects.filter(slug="-").select_related("part_of").defer("synopsis").order_by()
        return rows.annotate(parts_in_all=Count("parts"))

    prepared = Prepared(make, slug="-")
    row = prepared.row(slug="rust")
    with CaptureQueriesContext(connection) as captured:
        assert (row, row.part_of, row.parts_in_all) == (part, whole, 0)  # type: ignore[union-attr]  # it is there
        assert row.get_deferred_fields() == {"synopsis"}  # type: ignore[union-attr]  # as above
    assert len(captured) == 0
    alone = prepared.row(slug="west")
    assert (alone, alone.part_of, alone.parts_in_all) == (whole, None, 1)  # type: ignore[union-attr]  # as above
    assert prepared.row(slug="none") is None
