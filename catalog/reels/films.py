"""Makes the reel of a film."""

from __future__ import annotations

from collections.abc import Container
from itertools import accumulate

from django.utils.translation import gettext as _

from catalog.models import Film
from catalog.reels.reel import Reel, Segment


def film_reel(
    film: Film, *, current: Film | None = None, covered: Container[int] = (), filled_means: str = ""
) -> Reel:
    """The film with its parts, or in one piece. The part `current` is filled, and films whose id is in `covered`.

    Reads `film.parts`: prefetch it when drawing many.
    """
    pieces = sorted(film.parts.all(), key=lambda part: part.part_number or 0) or [film]
    is_all_covered = film.pk in covered
    segments = [
        Segment(
            label=piece.title,
            minutes=piece.runtime,
            href=piece.get_absolute_url(),
            filled=is_all_covered or piece.pk in covered or (current is not None and piece.pk == current.pk),
            lang=piece.title_language,
        )
        for piece in pieces
    ]
    means = filled_means or (_("this part") if current else "")
    return Reel(segments, title=film.title, title_lang=film.title_language, filled_means=means)


def film_cuts(film: Film) -> list[tuple[float, float]]:
    """Where each part of a film begins and how long it is, in per cent of the whole: the reel without words."""
    pieces = sorted(film.parts.all(), key=lambda part: part.part_number or 0) or [film]
    total = sum(piece.runtime for piece in pieces)
    begins = accumulate((piece.runtime for piece in pieces[:-1]), initial=0)
    return [
        (round(100 * begin / total, 4), round(100 * piece.runtime / total, 4))
        for begin, piece in zip(begins, pieces, strict=True)
    ]
