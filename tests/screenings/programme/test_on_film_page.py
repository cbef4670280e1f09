"""A film's page keeps its next showings apart from the rest, and is right at the next request."""

from __future__ import annotations

import pytest
from django.test import Client

from catalog.models import Film
from screenings.models import Screening, Showing, Venue

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_next_showings_of_a_film_are_new_on_its_page(client: Client, published: Screening) -> None:
    film, venue = published.film, published.venue
    page = film.get_absolute_url()
    assert f"{venue.name}, {venue.city}" in client.get(page).text
    Film.objects.filter(pk=film.pk).update(year=film.year + 1)
    assert f"{venue.name}, {venue.city}" in client.get(page).text
    Venue.objects.update(name="Another Room")
    assert f"Another Room, {venue.city}" in client.get(page).text
    Showing.objects.update(status=Showing.Status.CANCELLED)
    assert "Another Room" not in client.get(page).text
