"""The screens of a venue, kept by those who run it. What is booked keeps its places and its times (`standing.py` says what differs)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.models import Screen, ScreenServer, Venue
from screenings.venues.describing import lock_venue, refuse_too_many
from screenings.venues.seats import seats_followed
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Server:
    """Its name or serial number, and the thumbprint of its certificate as text; "" where it is not known."""

    name: str
    thumbprint: str = ""


@dataclass(frozen=True, kw_only=True)
class ScreenFacts:
    """`set_up` and `turnaround` in minutes; no `formats`: it shows them all. The first of `servers` is the main one, the other its backup."""

    name: str
    capacity: int
    set_up: int = 0
    turnaround: int = 15
    formats: Sequence[str] = ()
    servers: Sequence[Server] = ()


@transaction.atomic
def add_screen(*, venue: Venue, facts: ScreenFacts, by: User) -> Screen:
    """Raises Refused (`not-yours`, `too-many`, `taken`, `servers`), and ValidationError for what no screen can be."""
    row = lock_venue(venue, by)
    refuse_too_many(row.screens.count())
    return _written(Screen(venue=row), facts)


@transaction.atomic
def change_screen(*, screen: Screen, facts: ScreenFacts, by: User) -> Screen:
    """What is booked already keeps its times, and gives out no more seats than there are now or are taken. Raises as `add_screen`
    does, without `too-many`."""
    with seats_followed(Screen.objects.filter(pk=screen.pk)):
        row = lock_venue(screen.venue, by)
        return _written(row.screens.get(pk=screen.pk), facts)


@transaction.atomic
def remove_screen(*, screen: Screen, by: User) -> None:
    """Raises Refused: `not-yours`, `has-showings` (ever, also called off), `in-a-festival`."""
    row = lock_venue(screen.venue, by)
    # FOR UPDATE, as a DELETE takes it: whoever books the screen now has done so before the question is asked.
    held = row.screens.select_for_update(of=("self",)).filter(pk=screen.pk).first()
    if held is None:
        return
    if held.showings.exists():
        raise Refused(
            _("Showings are or were booked in %(screen)s, so that it is kept. You can rename it."),
            "has-showings",
            {"screen": held.name},
        )
    if held.festivals.exists():
        raise Refused(
            _("A festival counts on %(screen)s: take it out there first."),
            "in-a-festival",
            {"screen": held.name},
        )
    held.delete()


def _written(screen: Screen, facts: ScreenFacts) -> Screen:
    if screen.venue.screens.exclude(pk=screen.pk).filter(name=facts.name).exists():
        raise Refused(_("Another screen of the venue has this name."), "taken")
    screen.name, screen.capacity, screen.formats = facts.name, facts.capacity, list(facts.formats)
    screen.set_up, screen.turnaround = facts.set_up, facts.turnaround
    screen.full_clean(exclude=["venue"])
    screen.save()
    _write_servers(screen, facts.servers)
    return screen


def _write_servers(screen: Screen, servers: Sequence[Server]) -> None:
    """A server that keeps its name stays the same row: keys that were ticked for it stay ticked."""
    names = [each.name for each in servers]
    if len(set(names)) < len(names) or len(names) > 2:
        raise Refused(_("Name each server once: the main one, and perhaps a backup."), "servers")
    known = {each.name: each for each in screen.servers.all()}
    screen.servers.exclude(name__in=names).delete()
    for at, each in enumerate(servers):
        row = known.get(each.name) or ScreenServer(screen=screen, name=each.name)
        row.thumbprint, row.is_backup = each.thumbprint, bool(at)
        row.clean_fields(exclude=["screen"])
        row.save()
