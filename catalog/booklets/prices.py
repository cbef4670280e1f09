"""What a catalogue says of prices: an extension point, because the catalogue of films knows no licences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from catalog.models import Film

type PriceLine = tuple[str, str]
"""For whom, and what each licence costs them: (“Public library”, “Lending: $200; Streaming, a year: $350”)."""
type Telling = Callable[[Sequence[Film]], dict[int, list[PriceLine]]]

_told: list[Telling] = []


def tell_prices_by(tell: Telling) -> None:
    """Called by the app that knows the prices, in its `ready`. Given films, it returns their lines by key, in the language in force."""
    _told.append(tell)


def prices_of(films: Sequence[Film]) -> dict[int, list[PriceLine]]:
    lines: dict[int, list[PriceLine]] = {}
    for tell in _told:
        for key, found in tell(films).items():
            lines.setdefault(key, []).extend(found)
    return lines
