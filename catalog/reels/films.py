"""Makes the reel of a film."""

from __future__ import annotations

from collections.abc import Container, Sequence
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
    widths = drawn_minutes([piece.runtime for piece in pieces], film.runtime)
    is_all_covered = film.pk in covered
    segments = [
        Segment(
            label=piece.title,
            minutes=width,
            is_known=piece.runtime is not None,
            href=piece.get_absolute_url(),
            filled=is_all_covered or piece.pk in covered or (current is not None and piece.pk == current.pk),
            lang=piece.title_language,
        )
        for piece, width in zip(pieces, widths, strict=True)
    ]
    means = filled_means or (_("this part") if current else "")
    known = film.runtime if film.runtime and any(piece.runtime is None for piece in pieces) else 0
    return Reel(
        segments, title=film.title, title_lang=film.title_language, filled_means=means, known_minutes=known
    )


def film_cuts(film: Film) -> list[tuple[float, float]]:
    """Where each part of a film begins and how long it is, in per cent of the whole: the reel without words."""
    pieces = sorted(film.parts.all(), key=lambda part: part.part_number or 0) or [film]
    widths = drawn_minutes([piece.runtime for piece in pieces], film.runtime)
    total = sum(widths)
    begins = accumulate(widths[:-1], initial=0)
    return [
        (round(100 * begin / total, 4), round(100 * width / total, 4))
        for begin, width in zip(begins, widths, strict=True)
    ]


def drawn_minutes(lengths: Sequence[int | None], whole: int | None) -> list[int]:
    """How wide each piece is drawn, in minutes: those of unknown length share what the others leave of the whole.

    Where that is nothing, they are as wide as the others on average.
    """
    known = [each for each in lengths if each is not None]
    unknown = len(lengths) - len(known)
    left = (whole or 0) - sum(known)
    average = sum(known) // len(known) if known else 1
    share = left // unknown if unknown and left >= unknown else max(1, average)
    return [share if each is None else each for each in lengths]
