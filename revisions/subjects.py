"""What changes are about. A table's triggers name the subjects that its rows touch; a page names those that it shows."""

from __future__ import annotations

EVERYTHING = "everything"
"""Every page asks for this one: the distributor changed, whom every page names, or a table was emptied (TRUNCATE)."""
CATALOGUE = "catalogue"
"""What lists of films show: films, titles, credits, headings."""
SHARED = "shared"
"""Rows that many films have in common: people, sources, headings, readings."""
PRICES = "prices"
"""Any price of any film."""
TERMS = "terms"
"""Licence types."""
PROGRAMME = "programme"
"""Screenings, showings, venues, screens; but not how many places are taken."""
INFORMATION = "information"
"""Information pages."""


def film(key: int) -> str:
    """A film or part, with everything that is known of it alone."""
    return f"film:{key}"


def prices(film_key: int) -> str:
    """The prices of one film or part, and the rights to it."""
    return f"prices:{film_key}"


def places(screening_key: int) -> str:
    """How many places are taken at the showings of a screening."""
    return f"places:{screening_key}"
