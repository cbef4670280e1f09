"""Who stays until the end, as the desk draws it."""

from __future__ import annotations

from screenings.audience.registering import register
from screenings.models import Place, Registration, Screening
from screenings.schedules.dropping_off import drop_off
from tests.screenings.conftest import NOW, registered


def test_only_confirmed_places_that_are_held_count_and_parts_keep_their_numbers(published: Screening) -> None:
    """Bo never confirmed, Cy gave hers back; of the ten who came with Ada four stayed for Remnants, and one for Rails."""
    registered(published, "Ada")
    register(screening=published, name="Bo", email="bo@reader.example")
    gone = registered(published, "Cy")
    Registration.objects.filter(pk=gone.pk).update(cancelled_at=NOW)
    Place.objects.filter(registration__name="Ada").update(people=10)
    for title, came in (("Rust", 10), ("Remnants", 4), ("Rails", 1)):
        Place.objects.filter(registration__name="Ada", showing__film__title=title).update(arrived=came)
    rows = drop_off(Screening.objects.get(pk=published.pk)).rows
    found = [(row.number, row.taken, row.came, row.share, row.change) for row in rows]
    assert found == [(1, 10, 10, 100, None), (2, 10, 4, 40, -6), (3, 10, 1, 10, -3)]
    published.showings.filter(film__title="Rust").update(status="cancelled")
    assert [row.number for row in drop_off(Screening.objects.get(pk=published.pk)).rows] == [2, 3]
