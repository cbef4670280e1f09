"""A festival's fixed showing follows the screening that was made of it."""

from __future__ import annotations

from screenings.models import FestivalPin, FestivalScreening, Screening


def follow(screening: Screening) -> None:
    """Called by whoever moves or calls off showings of a locked screening. It is fixed where the screening now begins; once none
    of its showings stands, it is fixed no more and may be planned, and published, again. One query for any other screening."""
    made = FestivalScreening.objects.filter(screening=screening).first()
    if made is None:
        return
    pins = FestivalPin.objects.filter(film=made.film_id, nth=made.nth)
    first = screening.showings.standing().order_by("starts_at", "pk").first()
    if first is None:
        pins.delete()
        made.delete()
    else:
        pins.update(screen=first.screen_id, starts_at=first.starts_at)
