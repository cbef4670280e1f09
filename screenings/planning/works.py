"""What a block of the planner shows, and what a booking may be called."""

from __future__ import annotations

from dataclasses import dataclass

from licensing.models import Institution
from screenings.models import Screening, Showing


@dataclass(frozen=True, slots=True)
class Work:
    """The film or part of a planner's block, the copy that is shown, and in which run; as text it is the block's `film`."""

    film: int
    copy: int | None = None
    run: int = 1

    def __str__(self) -> str:
        return f"{self.film}:{self.copy or ''}" + (f":{self.run}" if self.run > 1 else "")

    @classmethod
    def read(cls, key: str) -> Work:
        film, copy, run = (*key.split(":"), "", "")[:3]
        return cls(int(film), int(copy) if copy else None, int(run or 1))

    @classmethod
    def of(cls, showing: Showing) -> Work:
        """What a showing shows, and for whom."""
        return cls(showing.film_id, showing.copy_id, showing.run)


def known_label(showing: Showing, presenter: Institution) -> str:
    """The film that is booked, if it is on the programme already, or the presenter's own, or shown in the presenter's own house.

    A draft of another institution is nobody else's business: then only that the screen is booked, and when.
    """
    is_known = showing.screening.status == Screening.Status.PUBLISHED or presenter.pk in (
        showing.screening.institution_id,
        showing.screen.venue.institution_id,
    )
    return showing.film.title if is_known else ""
