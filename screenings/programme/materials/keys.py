"""What a licence's keys are needed for: its screenings to come, and the servers of their screens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from django.db.models import Q
from django.utils import timezone

from catalog.models import ScreeningCopy
from licensing.delivery.key_events import KeyEvent
from licensing.models import Licence
from screenings.models import Screening, ScreenServer, Showing
from screenings.planning.arrangement import standing_showings
from screenings.programme.materials.steps import server_words

MOST = 20
LONGEST_VENUE = 200
"""Letters that a request for a key takes."""


def key_events_of(licence: Licence) -> Iterator[KeyEvent]:
    """Of screenings that rest on a licence and have showings to come from a DCP. Three queries."""
    rests = Screening.objects.filter(Q(licence=licence) | Q(further_licences=licence)).exclude(
        status=Screening.Status.CANCELLED
    )
    now = timezone.now()
    screenings = rests.filter(showings__ends_at__gt=now).distinct().with_listing()[:MOST]
    played = {
        screening: [
            each
            for each in standing_showings(screening)
            if each.copy and each.copy.format == ScreeningCopy.Format.DCP and each.ends_at > now
        ]
        for screening in screenings
    }
    screens = {each.screen_id for each in chain.from_iterable(played.values())}
    servers = list(ScreenServer.objects.filter(screen__in=screens).select_related("screen"))
    for screening, showings in played.items():
        if showings:
            yield _event(screening, showings, servers)


def _event(screening: Screening, showings: Sequence[Showing], servers: Sequence[ScreenServer]) -> KeyEvent:
    venue = screening.venue
    screens = dict.fromkeys(each.screen for each in showings)
    mine = [each for each in servers if each.screen in screens]
    named = {each.screen_id for each in mine}
    return KeyEvent(
        key=screening.slug,
        name=screening.title,
        venue=f"{venue.name}, {venue.city}"[:LONGEST_VENUE],
        first_day=min(each.starts_at.astimezone(venue.zone).date() for each in showings),
        last_day=max(each.ends_at.astimezone(venue.zone).date() for each in showings),
        servers="\n".join(server_words(each.screen, each) for each in mine),
        unnamed=tuple(each.name for each in screens if each.pk not in named),
    )
