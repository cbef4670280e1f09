"""What may be chosen: how many people together, and showings that are as the person saw them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from screenings.models import Registration, Screening, Showing
from screenings.reach import MOST_TOGETHER
from wording.refusals import Refused


def refuse_crowd(people: int) -> None:
    """Raises Refused (`people`) for more people than one registration may be for, or none."""
    if not 1 <= people <= MOST_TOGETHER:
        raise Refused(
            _(
                "Register from 1 to %(most)d people at once. For more, write to whoever presents the screening."
            ),
            "people",
            {"most": MOST_TOGETHER},
        )


def once_each(showings: Sequence[Showing]) -> list[Showing]:
    """What a pass is for: of each film or part the first run of these showings, not its repeats."""
    first: dict[int, int] = {}
    for each in showings:
        first[each.film_id] = min(each.run, first.get(each.film_id, each.run))
    return [each for each in showings if each.run == first[each.film_id]]


def refuse_forgotten(registration: Registration) -> None:
    """Raises Refused (`forgotten`) for a registration of which nobody is known any more."""
    if registration.is_forgotten:
        raise Refused(
            _(
                "What we knew of you here is deleted, so nothing can be changed. Register again if you want to come."
            ),
            "forgotten",
        )


def refuse_changed(screening: Screening, showing: Showing, seen: Mapping[int, int] | None) -> None:
    """Raises Refused (`over`, `moved`) for a showing that can be chosen no longer, or is not what the person saw."""
    named = named_by(screening, showing)
    if showing.is_cancelled or showing.starts_at <= timezone.now():
        raise Refused(_("“%(film)s” on %(when)s can no longer be chosen."), "over", named)
    if seen is not None and seen.get(showing.pk, showing.sequence) != showing.sequence:
        raise Refused(
            _("“%(film)s” has moved meanwhile, to %(when)s. Choose it again if you can come then."),
            "moved",
            named,
        )


def named_by(screening: Screening, showing: Showing) -> dict[str, object]:
    """What refusals call a showing."""
    when = date_format(showing.starts_at.astimezone(screening.venue.zone), "SHOWING_WITHOUT_YEAR_FORMAT")
    return {"film": showing.film.title, "when": when}
