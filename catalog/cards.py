"""Cards of films, as lists show them: made once for each state of a film, and reused on every list that it is on."""

from __future__ import annotations

from collections.abc import Sequence

from django.template.loader import get_template
from django.utils.safestring import SafeString

from catalog.models import Film
from revisions.parts import keep_parts, kept_parts, key_of
from revisions.reading import Reading
from revisions.subjects import SHARED
from revisions.subjects import film as subject_of


def film_cards(keys: Sequence[int], reading: Reading, query: str) -> list[SafeString]:
    """The cards of films, in this order; `query` is what was searched for. Six queries at most, however many films.

    Where parts of the page are kept, films whose card is kept are not even fetched.
    """
    places: dict[int, str] = {}
    if reading.keeps_parts:
        reading.current(map(subject_of, keys))  # all in one statement, and before the films
        places = {key: key_of("card", reading, [SHARED, subject_of(key)]) for key in keys}
    kept = kept_parts(places.values())
    cards = {key: kept[place] for key, place in places.items() if place in kept}
    films = Film.objects.with_listing().in_bulk([key for key in keys if key not in cards])
    template = get_template("components/film_card.html")
    made = {
        key: SafeString(template.render({"film": film, "site_query": query})) for key, film in films.items()
    }
    if reading.keeps_parts:
        keep_parts({places[key]: card for key, card in made.items()}, reading)
    cards |= made
    return [cards[key] for key in keys if key in cards]
