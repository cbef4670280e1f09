"""Checks any programme of a festival: knows the question, the showings and the rules, and nothing of how they were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from itertools import pairwise

from screenings.planner.festival.access import answers, listed, may_lack
from screenings.planner.festival.answer import Finding, Programme, Showing
from screenings.planner.festival.question import Festival, Film, Screen, Together
from screenings.planner.question import DAY_TURNS_AT, Hours
from wording.say import Minutes, gettext_noop, say

MINUTE = timedelta(minutes=1)


def review(showings: Iterable[Showing], festival: Festival) -> list[Finding]:
    """Every finding, hard ones first, then the dearest. Without hard findings the programme is possible."""
    found = list(_findings(tuple(sorted(showings)), festival))
    return sorted(found, key=lambda finding: (not finding.hard, -finding.points))


def price(findings: Iterable[Finding]) -> int:
    """The points of all findings."""
    return sum(finding.points for finding in findings)


def programme_of(showings: Iterable[Showing], festival: Festival, bound: int = 0) -> Programme:
    """The showings as a priced programme, with what has no place yet."""
    placed = tuple(sorted(showings))
    keys = {showing.key for showing in placed}
    wanted = [(film.key, nth) for film in festival.films for nth in range(1, film.showings + 1)]
    unplaced = tuple(key for key in wanted if key not in keys)
    return Programme(placed, price(review(placed, festival)), bound, unplaced)


def off_hours(moment: datetime, preferred: Hours, festival: Festival) -> int:
    """Quarters of an hour, begun, by which a start on the wall lies outside preferred hours."""
    local = moment.astimezone(festival.zone)
    at, begin, end = (_of_programme_day(clock) for clock in (local.time(), preferred.begin, preferred.end))
    return -(-max(0, begin - at, at - end) // 15)


def _of_programme_day(clock: time) -> int:
    """Minutes since midnight; the small hours come after the evening before."""
    return clock.hour * 60 + clock.minute + 1440 * (clock < DAY_TURNS_AT)


def _findings(showings: tuple[Showing, ...], festival: Festival) -> Iterator[Finding]:
    films = {film.key: film for film in festival.films}
    screens = {screen.key: screen for screen in festival.screens}
    known = [each for each in showings if each.film in films and each.screen in screens]
    for each in showings:
        if each.film not in films or each.screen not in screens:
            yield _hard(
                "unknown",
                gettext_noop("A showing is of a film or on a screen that the festival does not have."),
                each,
            )
    yield from _counted(known, festival)
    for each in known:
        yield from _placed(each, films[each.film], screens[each.screen], festival)
        yield from _seated(each, films[each.film], screens[each.screen], festival)
    yield from _on_screens(known, festival)
    yield from _apart(known, festival)
    yield from _accessible(known, festival)
    yield from _pinned(known, festival)
    yield from _together(known, festival)


def _hard(rule: str, template: str, *showings: Showing, **params: object) -> Finding:
    return Finding(rule, True, say(rule, template, **params), 0, tuple(each.key for each in showings))  # type: ignore[arg-type] # each rule passes values that a sentence can hold


def _counted(showings: list[Showing], festival: Festival) -> Iterator[Finding]:
    keys = Counter(each.key for each in showings)
    for film in festival.films:
        for nth in range(1, film.showings + 1):
            if (film.key, nth) not in keys:
                words = say(
                    "unplaced",
                    gettext_noop("{film} has no place yet (showing {nth})."),
                    film=film.title,
                    nth=nth,
                )
                yield Finding("unplaced", False, words, festival.prices.unplaced, ((film.key, nth),))
    most = {film.key: film.showings for film in festival.films}
    for each in showings:
        if keys[each.key] > 1 or not 1 <= each.nth <= most[each.film]:
            yield _hard("count", gettext_noop("A film is shown more often than it should be."), each)


def _placed(showing: Showing, film: Film, screen: Screen, festival: Festival) -> Iterator[Finding]:
    """Length, grid of starts, hours, screen, the guest's days, and the hours that are liked."""
    if showing.ends_at - showing.starts_at != film.length * MINUTE:
        yield _hard(
            "length",
            gettext_noop("{film} lasts {length}."),
            showing,
            film=film.title,
            length=Minutes(film.length),
        )
    if int(showing.starts_at.timestamp()) % (festival.start_step * 60) and not _is_pinned(showing, festival):
        yield _hard(
            "step", gettext_noop("{film} does not start on the festival's grid."), showing, film=film.title
        )
    day = festival.day_of(showing.starts_at)
    fits = any(
        hours.opens_at <= showing.starts_at and showing.ends_at <= hours.closes_at for hours in screen.hours
    )
    if not fits or not festival.first_day <= day <= festival.last_day:
        yield _hard(
            "hours",
            gettext_noop("{film} is outside the hours of {screen}."),
            showing,
            film=film.title,
            screen=screen.name,
        )
    if film.screens and screen.key not in film.screens:
        yield _hard(
            "format",
            gettext_noop("{screen} cannot show {film}."),
            showing,
            film=film.title,
            screen=screen.name,
        )
    earliest = (film.guest or (festival.first_day,))[0] + timedelta(days=film.days_apart * (showing.nth - 1))
    if (film.guest and showing.nth == 1 and day not in film.guest) or day < earliest:
        yield _hard("guest", gettext_noop("{film} is not on a day of its guest."), showing, film=film.title)
    yield from _liked(showing, film, festival)


def _liked(showing: Showing, film: Film, festival: Festival) -> Iterator[Finding]:
    heads = 1 + film.demand // festival.prices.heads
    if film.premiere and showing.nth == 1:
        quarters = off_hours(showing.starts_at, festival.premiere, festival)
        points = quarters * heads * festival.prices.premiere_off_hours
        words = gettext_noop("The premiere of {film} is {time} outside the hours for premieres.")
    else:
        quarters = off_hours(showing.starts_at, film.preferred or festival.preferred, festival)
        points = quarters * heads * festival.prices.off_hours
        words = gettext_noop("{film} starts {time} outside its preferred hours.")
    if points:
        said = say("off-hours", words, film=film.title, time=Minutes(quarters * 15))
        yield Finding("off-hours", False, said, points, (showing.key,))


def _seated(showing: Showing, film: Film, screen: Screen, festival: Festival) -> Iterator[Finding]:
    short, spare = max(0, film.demand - screen.capacity), max(0, screen.capacity - film.demand)
    if points := -(-short // 5) * festival.prices.turned_away:
        words = gettext_noop("{people} people too many are expected at {film} in {screen}.")
        said = say("seats", words, people=short, film=film.title, screen=screen.name)
        yield Finding("seats", False, said, points, (showing.key,))
    if points := -(-spare // 50) * festival.prices.empty_seats:
        words = gettext_noop("{seats} seats stay empty at {film} in {screen}.")
        said = say("empty", words, seats=spare, film=film.title, screen=screen.name)
        yield Finding("empty", False, said, points, (showing.key,))


def _on_screens(showings: list[Showing], festival: Festival) -> Iterator[Finding]:
    for screen in festival.screens:
        here = [each for each in showings if each.screen == screen.key]
        for before, after in pairwise(here):
            if after.starts_at < before.ends_at + screen.turnaround * MINUTE:
                words = gettext_noop("{screen} is taken twice, or has no time for its turnaround.")
                yield _hard("screen-taken", words, before, after, screen=screen.name)


def _apart(showings: list[Showing], festival: Festival) -> Iterator[Finding]:
    of_film: dict[str, list[Showing]] = {}
    for each in showings:
        of_film.setdefault(each.film, []).append(each)
    for film in festival.films:
        own = sorted((each.nth, festival.day_of(each.starts_at), each) for each in of_film.get(film.key, ()))
        for (nth, day, before), (later, other, after) in pairwise(own):
            if (other - day).days < film.days_apart * (later - nth):
                words = gettext_noop("The showings of {film} are not in order, or too few days apart.")
                yield _hard("days-apart", words, before, after, film=film.title)


def _accessible(showings: list[Showing], festival: Festival) -> Iterator[Finding]:
    screens = {screen.key: screen for screen in festival.screens}
    marks = {(pin.film, pin.nth): pin.marks for pin in festival.pins}
    for film in (film for film in festival.films if film.access):
        named, more = may_lack(festival, film)
        lacking = [
            each
            for each in showings
            if each.film == film.key
            and each.nth not in named
            and not answers(film, screens[each.screen].access, marks.get(each.key, ()))
        ]
        if len(lacking) > more:
            words = gettext_noop("Too few showings of {film} have {access}.")
            yield _hard("access", words, *lacking, film=film.title, access=listed(film.access))


def _pinned(showings: list[Showing], festival: Festival) -> Iterator[Finding]:
    placed = {each.key: each for each in showings}
    titles = {film.key: film.title for film in festival.films}
    for pin in festival.pins:
        there = placed.get((pin.film, pin.nth))
        if there is None or (there.screen, there.starts_at) != (pin.screen, pin.starts_at):
            words = say(
                "pin", gettext_noop("A fixed showing of {film} is not in its place."), film=titles[pin.film]
            )
            yield Finding("pin", True, words, 0, ((pin.film, pin.nth),))


def _is_pinned(showing: Showing, festival: Festival) -> bool:
    return any((pin.film, pin.nth) == showing.key for pin in festival.pins)


def _together(showings: list[Showing], festival: Festival) -> Iterator[Finding]:
    """Pairs of showings at the same time, or too near for the way between their venues."""
    films = {film.key: film for film in festival.films}
    venues = {screen.key: screen.venue for screen in festival.screens}
    why = _reasons(festival)
    prices = {
        Together.MAKER: festival.prices.maker, Together.AUDIENCE: festival.prices.audience, None: festival.prices.strand,
    }  # fmt: skip
    longest = max(
        (festival.travel_minutes(a, b) for a in venues.values() for b in venues.values()), default=0
    )
    for at, one in enumerate(showings):
        for other in showings[at + 1 :]:
            if other.starts_at >= one.ends_at + longest * MINUTE:
                break
            reasons = why.get(frozenset((one.film, other.film)), set())
            a, b = films[one.film], films[other.film]
            if a.key == b.key or not (reasons or (a.strand and a.strand == b.strand)):
                continue
            way = festival.travel_minutes(venues[one.screen], venues[other.screen]) * MINUTE
            if other.starts_at >= one.ends_at + way:
                continue
            if Together.FORBIDDEN in reasons:
                words = gettext_noop("{film} and {other} must not be shown at the same time.")
                yield _hard("forbidden", words, one, other, film=a.title, other=b.title)
                continue
            at_once = other.starts_at < one.ends_at
            dearest = max((prices[reason] for reason in reasons), default=0)
            if a.strand and a.strand == b.strand:
                dearest = max(dearest, prices[None])
            words = (
                gettext_noop("{film} and {other} are shown at the same time to one audience.")
                if at_once
                else gettext_noop("From {film} to {other} there is too little time for the way.")
            )
            said = say("together" if at_once else "hurry", words, film=a.title, other=b.title)
            points = dearest if at_once else festival.prices.hurry
            if points:
                yield Finding(said.code, False, said, points, (one.key, other.key))


def _reasons(festival: Festival) -> dict[frozenset[str], set[Together]]:
    reasons: dict[frozenset[str], set[Together]] = {}
    for pair in festival.pairs:
        reasons.setdefault(frozenset((pair.film, pair.other)), set()).add(pair.why)
    return reasons
