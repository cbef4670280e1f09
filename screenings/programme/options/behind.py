"""Who comes next: the second options that wait for the screens of a screening."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from screenings import planner
from screenings.models import SecondOption, Showing, Venue


def options_behind(venue: Venue, showings: Iterable[Showing]) -> list[SecondOption]:
    """Those whose plan needs a screen while one of these showings occupies it, the oldest first. One query."""
    taken = list(showings)
    if not taken:
        return []
    waiting = SecondOption.objects.filter(plan_request__venue=venue, until__gt=timezone.now())
    rows = waiting.select_related("plan_request__venue", "by").order_by("created_at", "pk")
    return [each for each in rows if _meets(each, taken)]


def _meets(option: SecondOption, showings: Iterable[Showing]) -> bool:
    plans = planner.answer_from_data(option.plan_request.answer).plans if option.plan_request.answer else ()
    return option.plan_index < len(plans) and any(
        int(sitting.screen) == showing.screen_id
        and sitting.occupies_from < showing.occupied_until
        and showing.occupied_from < sitting.occupies_to
        for sitting in plans[option.plan_index].sittings
        for showing in showings
    )
