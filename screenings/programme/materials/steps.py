"""The steps with a screening's copies and keys, derived from its showings and from what its licences are owed; when each is due."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.models import ScreeningCopy
from licensing.models import Delivery, KeyRequest, Way
from screenings.models import MaterialTick, Screen, Screening, ScreenServer, Showing
from screenings.planning.arrangement import showing_day, standing_showings
from wording.enumeration import enumerated

Step = MaterialTick.Step
DAY = timedelta(days=1)
ORDER = timedelta(days=28)
"""Before the first day: clearing and sending take two to six weeks."""
WORKING_DAYS = 5
"""Before the first day, copies reach a cinema."""
SATURDAY = 5
KEY = timedelta(days=2)
TEST = timedelta(days=1)
BACK = timedelta(days=3)
"""After the last day."""
NO_SERVER: Sequence[ScreenServer | None] = (None,)
"""Of a screen of which nobody has named one."""
WAYS = {"dcp": {"dcp"}, "blu-ray": {"disc"}, "dvd": {"disc"}, "file": {"file", "stream"}}
"""The ways of delivery that bring a copy of a format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A step: what it is about in words, by when, who ticked it, and what the licence's deliveries say of it (`known`).

    `is_known`: they say that it is done, so nobody needs to tick it. `ask_under` is the number of the licence under which its key can
    be asked for.
    """

    step: MaterialTick.Step
    about: str
    what: str
    due_on: date
    known: str = ""
    is_known: bool = False
    tick: MaterialTick | None = None
    ask_under: str = ""

    @property
    def is_done(self) -> bool:
        return self.is_known or self.tick is not None

    def is_late(self, on: date) -> bool:
        return not self.is_done and self.due_on < on


def materials_of(screening: Screening) -> list[Material]:
    """In the order of their days, and of one day in that of the screens and their servers. Four queries at most where `with_listing` has fetched the showings: licences, deliveries, ticks, servers."""
    return materials_of_each([screening])[screening.pk] if standing_showings(screening) else []


def materials_of_each(screenings: Sequence[Screening]) -> dict[int, list[Material]]:
    """By the screenings' keys. As many queries as for one, where their further licences are fetched too."""
    licences = {each.pk: [licence.pk for licence in each.licences()] for each in screenings}
    deliveries = _deliveries({key for keys in licences.values() for key in keys})
    ticks = _by_key(
        MaterialTick.objects.filter(screening__in=screenings).select_related("by"), "screening_id"
    )
    servers = _by_key(
        ScreenServer.objects.filter(
            screen__in={showing.screen_id for each in screenings for showing in standing_showings(each)}
        ),
        "screen_id",
    )
    return {
        each.pk: _materials(
            each,
            [delivery for delivery in deliveries if delivery.licence_id in licences[each.pk]],
            ticks.get(each.pk, []),
            servers,
        )
        for each in screenings
    }


def _deliveries(licences: Collection[int]) -> list[Delivery]:
    if not licences:
        return []
    return list(
        Delivery.objects.filter(licence__in=licences).select_related("key_request", "licence").order_by("pk")
    )


def _by_key[Row: Model](rows: Iterable[Row], key: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(getattr(row, key), []).append(row)
    return found


def _materials(
    screening: Screening,
    deliveries: Sequence[Delivery],
    ticks: Iterable[MaterialTick],
    servers: Mapping[int, Sequence[ScreenServer]],
) -> list[Material]:
    """`servers` are those of each screen that has any, by its key; the main one first."""
    showings = standing_showings(screening)
    if not showings:
        return []
    ticked = {(each.step, each.about): each for each in ticks}
    steps = [
        *_of_copies(screening, showings, deliveries),
        *_of_screens(screening, showings, deliveries, servers),
    ]
    order = list(Step)
    found = [replace(each, tick=ticked.get((each.step, each.about))) for each in steps]
    return sorted(found, key=lambda each: (each.due_on, order.index(each.step)))


def _of_copies(
    screening: Screening, showings: Sequence[Showing], deliveries: Sequence[Delivery]
) -> Iterator[Material]:
    """Of each format that is shown: ordered, arrived, returned."""
    first, last = showing_day(showings[0], screening), showing_day(showings[-1], screening)
    names = dict(ScreeningCopy.Format.choices)
    for format_ in dict.fromkeys(each.copy.format if each.copy else "" for each in showings):
        shown = [each for each in showings if (each.copy.format if each.copy else "") == format_]
        films = enumerated(dict.fromkeys(each.film.title for each in shown))
        name = str(names.get(format_, _("copy, its format not known")))
        what = _("%(format)s: %(films)s") % {"format": name, "films": films}
        mine = [each for each in deliveries if each.way in WAYS.get(format_, set())]
        days = {
            Step.ORDERED: first - ORDER,
            Step.ARRIVED: working_days_before(first, WORKING_DAYS),
            Step.RETURNED: max((each.return_by for each in mine if each.return_by), default=last + BACK),
        }
        for step, due_on in days.items():
            known, is_known = _known(step, mine)
            yield Material(
                step=step, about=format_ or "copy", what=what, due_on=due_on, known=known, is_known=is_known
            )


def working_days_before(day: date, count: int) -> date:
    while count:
        day -= DAY
        count -= day.weekday() < SATURDAY
    return day


def _known(step: MaterialTick.Step, deliveries: Sequence[Delivery]) -> tuple[str, bool]:
    """What the latest delivery says of a step, and whether it is done."""
    if not deliveries:
        return "", False
    latest = deliveries[-1]
    state, states = latest.state, Delivery.State
    words = {"way": latest.get_way_display(), "state": latest.get_state_display(), "day": _day(latest.due_on)}
    there = {states.GIVEN, states.RECEIVED, states.RETURNED}
    if step == Step.ORDERED:
        return _("the distributor owes it under the licence: %(way)s, by %(day)s") % words, True
    if step == Step.ARRIVED:
        return _("%(way)s: %(state)s") % words, state in there
    if latest.is_parcel:
        return _("%(way)s: %(state)s") % words, state == states.RETURNED
    return _("nothing goes back"), True


def _of_screens(
    screening: Screening,
    showings: Sequence[Showing],
    deliveries: Sequence[Delivery],
    servers: Mapping[int, Sequence[ScreenServer]],
) -> Iterator[Material]:
    """Of each screen: the key for what is shown there from DCPs, one for each of its servers if they are named, and a test."""
    for screen in dict.fromkeys(each.screen for each in showings):
        mine = [each for each in showings if each.screen == screen]
        first = showing_day(mine[0], screening)
        locked = [each for each in mine if each.copy and each.copy.format == ScreeningCopy.Format.DCP]
        if locked:
            for server in servers.get(screen.pk, NO_SERVER):
                yield _key(screening, screen, server, locked, deliveries)
        yield Material(step=Step.TEST, about=f"screen-{screen.pk}", what=screen.name, due_on=first - TEST)


def _key(
    screening: Screening,
    screen: Screen,
    server: ScreenServer | None,
    locked: Sequence[Showing],
    deliveries: Sequence[Delivery],
) -> Material:
    """The key of a server for what is shown there, or of a screen of which nobody has named one."""
    zone = screening.venue.zone
    window = {
        "screen": screen.name if server is None else server_words(screen, server),
        "begins": _moment(locked[0].starts_at.astimezone(zone)),
        "ends": _moment(max(each.ends_at for each in locked).astimezone(zone)),
    }
    return Material(
        step=Step.KEY,
        about=f"screen-{screen.pk}" if server is None else f"server-{server.pk}",
        what=_("%(screen)s: valid from %(begins)s to %(ends)s at least") % window,
        due_on=showing_day(locked[0], screening) - KEY,
        known=_known_of_key(locked, deliveries, screening, server),
        ask_under=next((each.licence.number for each in deliveries if each.way == Way.DCP), ""),
    )


def server_words(screen: Screen, server: ScreenServer) -> str:
    """A server with its screen and its certificate, in one line."""
    words = {"screen": screen.name, "server": server.name, "thumbprint": server.thumbprint}
    said = (
        _("%(screen)s, backup server %(server)s") if server.is_backup else _("%(screen)s, server %(server)s")
    ) % words
    return said + _(" (certificate %(thumbprint)s)") % words if server.thumbprint else said


def _known_of_key(
    showings: Sequence[Showing],
    deliveries: Sequence[Delivery],
    screening: Screening,
    server: ScreenServer | None,
) -> str:
    """What the keys of the licences say of these showings together. A key that is sent must still be loaded, so it is never done."""
    every = [each.key_request for each in deliveries if hasattr(each, "key_request")]
    requests = [each for each in every if server is None or _names(each, server)]
    if not requests:
        return _("no key that is asked for names this server") if every else ""
    zone = screening.venue.zone
    missed = [
        each
        for each in showings
        if not any(
            request.first_day <= each.starts_at.astimezone(zone).date()
            and each.ends_at.astimezone(zone).date() <= request.valid_until
            for request in requests
        )
    ]
    if missed:
        films = enumerated(f"{each.film.title} ({_day(showing_day(each, screening))})" for each in missed)
        return _("the keys asked for do not cover %(films)s") % {"films": films}
    days = {
        "first": _day(min(each.first_day for each in requests)),
        "last": _day(max(each.valid_until for each in requests)),
    }
    return _("the keys asked for are valid from %(first)s to %(last)s: every showing is covered") % days


def _names(request: KeyRequest, server: ScreenServer) -> bool:
    """Whether a request names a server: by its name, whole, or by its thumbprint."""
    known = [re.escape(each) for each in (server.name, server.thumbprint) if each]
    return bool(re.search(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)", request.servers, re.IGNORECASE))


def _day(day: date) -> str:
    return date_format(day, "SHOWING_DAY_FORMAT")


def _moment(moment: datetime) -> str:
    return date_format(moment, "SHOWING_FORMAT")


def due_days(materials: Iterable[Material]) -> list[date]:
    """The days on which something falls due that is not done."""
    return sorted({each.due_on for each in materials if not each.is_done})
