"""Films as lists show them: drawn once for each state of a film, and reused on every list that it is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString

from catalog.models import Film
from catalog.pages.listing import listed
from catalog.search.reasons import Reason
from revisions.parts import keep_parts, kept_parts, key_of
from revisions.reading import Reading
from revisions.subjects import SHARED
from revisions.subjects import film as subject_of


@dataclass(frozen=True, slots=True)
class Card:
    """How a list shows a film: by which template, and what that needs to know beside the film."""

    film: int
    template: str = "components/film_card.html"
    values: tuple[tuple[str, Any], ...] = ()

    def place(self, reading: Reading) -> str:
        return key_of(self.template, reading, [SHARED, subject_of(self.film)], self.film, self.values)

    def drawn(self, film: Film) -> SafeString:
        context = {"film": film, "HOUSE_LANGUAGE": settings.LANGUAGE_CODE, **dict(self.values)}
        return SafeString(get_template(self.template).render(context))


def film_cards(
    keys: Sequence[int], reading: Reading, reasons: Mapping[int, Sequence[Reason]]
) -> list[SafeString]:
    """The cards of films, in this order, with why each was found. Two queries at most, however many films."""
    return drawn([Card(key, values=(("reasons", tuple(reasons.get(key, ()))),)) for key in keys], reading)


def drawn(cards: Sequence[Card], reading: Reading) -> list[SafeString]:
    """The cards, in this order, without those of films that there are none of; two queries at most.

    Where parts of the page are kept, films whose cards are kept are not even fetched.
    """
    if reading.keeps_parts:
        reading.current(subject_of(card.film) for card in cards)  # all in one statement, and before the films
    places = {card: card.place(reading) for card in cards}
    kept = kept_parts(places.values(), reading)
    known = {card: kept[place] for card, place in places.items() if place in kept}
    missing = [card for card in cards if card not in known]
    films = listed([card.film for card in missing])
    made = {card: card.drawn(films[card.film]) for card in missing if card.film in films}
    keep_parts({places[card]: html for card, html in made.items()}, reading)
    known |= made
    return [known[card] for card in cards if card in known]
