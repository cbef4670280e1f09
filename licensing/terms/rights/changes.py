"""The smallest change to a use that would make what is held, or what is offered, cover it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from itertools import product as each_of

from licensing.terms.rights.checks import covers, sites_of
from licensing.terms.rights.coverage import covering, pieces_under
from licensing.terms.rights.intended import Held, Intended
from licensing.terms.rights.together import Cost, smallest_set
from licensing.terms.rights.uses import (
    ADMISSION_ORDER,
    ADMISSION_WORDS,
    CARRIER_WORDS,
    STREAMED,
    WATCHER_WORDS,
    Admission,
    Carrier,
    Watcher,
)
from wording.say import Date, Listed, Say, Word, gettext_noop, ngettext_noop, say

GIVEN = frozenset({"revoked", "use", "work", "territory", "enrolment"})
"""Reasons that no change to the way of showing removes: they need another licence."""


@dataclass(frozen=True, slots=True)
class Change:
    """What to do otherwise, a sentence for each dimension; the use as it would be; and the licences that cover that."""

    steps: tuple[Say, ...]
    intended: Intended
    together: tuple[str, ...]


def smallest_change(
    licences: Sequence[Held], intended: Intended, *, not_before: date = date.min
) -> Change | None:
    """The change of the fewest dimensions after which the licences cover the use; None if there is none, or none is needed.

    Of changes of as many dimensions the one that people give up most easily, in the order of `WAYS`, and of those the
    least: the most seats, the highest admission, the nearest day. Nothing moves to a day before `not_before`.
    """
    useful = [held for held in licences if not _given(held, intended)]
    if not useful or covering(useful, intended) is not None:
        return None
    failing = {reason.code for held in useful for reason in covers(held, intended)}
    ways = [way for way in WAYS if failing & way.codes]
    options = {way: list(way.options(useful, intended, not_before)) for way in ways}
    for size in range(1, len(ways) + 1):
        for chosen in combinations(ways, size):
            for changed in _combined(intended, [options[way] for way in chosen]):
                together = covering(useful, changed)
                if together is not None:
                    steps = tuple(
                        _say_days(intended, changed, useful) if way is DAYS else way.step(intended, changed)
                        for way in chosen
                    )
                    return Change(steps, changed, tuple(held.number for held in together))
    return None


def cheapest(
    held: Sequence[Held], offered: Sequence[tuple[Held, Cost]], intended: Intended
) -> tuple[int, ...] | None:
    """Positions of the offers to buy, at the least cost in all, so that they and what is held cover the use; None if they cannot.

    Each offer is the licence that it would be, with its price.
    """
    options: list[tuple[frozenset[int], Cost]] = [(pieces_under(each, intended), 0) for each in held]
    options += [(pieces_under(each, intended), price) for each, price in offered]
    found = smallest_set(len(intended.pieces()), options)
    return None if found is None else tuple(at - len(held) for at in found if at >= len(held))


def _given(held: Held, intended: Intended) -> bool:
    pieces = (intended.of([piece]) for piece in intended.pieces())
    return all(any(reason.code in GIVEN for reason in covers(held, piece)) for piece in pieces)


type Alteration = Callable[[Intended], Intended]


def _combined(intended: Intended, options: Sequence[Sequence[Alteration]]) -> Iterator[Intended]:
    for alterations in each_of(*options):
        changed = intended
        for alter in alterations:
            changed = alter(changed)
        yield changed


@dataclass(frozen=True, slots=True)
class Way:
    """A way in which a use can be changed: the reasons that it answers, what it could become, and how that is said."""

    codes: frozenset[str]
    options: Callable[[Sequence[Held], Intended, date], Iterator[Alteration]]
    step: Callable[[Intended, Intended], Say]


def _reported(_held: Sequence[Held], _intended: Intended, _day: date) -> Iterator[Alteration]:
    yield lambda use: replace(use, reports=True)


def _quiet(_held: Sequence[Held], _intended: Intended, _day: date) -> Iterator[Alteration]:
    yield lambda use: replace(use, public_advertising=False)


def _indoors(_held: Sequence[Held], _intended: Intended, _day: date) -> Iterator[Alteration]:
    yield lambda use: replace(use, outdoors=False)


def _fewer_people(licences: Sequence[Held], intended: Intended, _day: date) -> Iterator[Alteration]:
    caps = {
        held.grants.viewer_cap if intended.use in STREAMED else held.grants.audience_cap for held in licences
    }
    for cap in sorted((cap for cap in caps if cap is not None and cap < intended.audience), reverse=True):
        yield lambda use, cap=cap: replace(use, audience=cap)  # type: ignore[misc]  # a lambda keeps its cap


def _cheaper(_held: Sequence[Held], intended: Intended, _day: date) -> Iterator[Alteration]:
    for admission in reversed(ADMISSION_ORDER[: ADMISSION_ORDER.index(intended.admission)]):
        yield lambda use, admission=admission: replace(use, admission=admission)  # type: ignore[misc]  # as above


def _fewer_screenings(licences: Sequence[Held], intended: Intended, _day: date) -> Iterator[Alteration]:
    left = {
        held.grants.screenings - held.screenings_used
        for held in licences
        if held.grants.screenings is not None
    }
    for count in sorted((count for count in left if 0 < count < intended.screenings), reverse=True):
        yield lambda use, count=count: replace(use, screenings=count)  # type: ignore[misc]  # as above


def _fewer_watchers(licences: Sequence[Held], intended: Intended, _day: date) -> Iterator[Alteration]:
    groups = {held.grants.watchers & intended.watchers for held in licences}
    groups |= {one & other for one in groups for other in groups} | {frozenset({Watcher.MEMBERS})}
    for watchers in sorted(
        (group for group in groups if group), key=lambda group: (-len(group), sorted(group))
    ):
        yield lambda use, watchers=watchers: replace(use, watchers=watchers)  # type: ignore[misc]  # as above


def _elsewhere(licences: Sequence[Held], _intended: Intended, _day: date) -> Iterator[Alteration]:
    for site in dict.fromkeys(site for held in licences for site in sites_of(held)):
        yield lambda use, site=site: replace(use, site=site)  # type: ignore[misc]  # as above


def _other_carrier(licences: Sequence[Held], _intended: Intended, _day: date) -> Iterator[Alteration]:
    allowed = {carrier for held in licences for carrier in held.grants.formats}
    for carrier in (carrier for carrier in Carrier if carrier in allowed):
        yield lambda use, carrier=carrier: replace(use, formats=frozenset({carrier}))  # type: ignore[misc]  # as above


# What is shown on several days needs as many: to move them onto one another would be another programme.
def _other_days(licences: Sequence[Held], intended: Intended, not_before: date) -> Iterator[Alteration]:
    begins = {max(held.starts_on, not_before) for held in licences}
    ends = {held.ends_on or date.max for held in licences}
    days = len({piece.first_day for piece in intended.shown}) or 1
    windows = [(first, last) for first in begins for last in ends if (last - first).days >= days - 1]

    def moved(window: tuple[date, date]) -> int:
        changed = intended.between(*window)
        apart = (changed.first_day - intended.first_day, changed.last_day - intended.last_day)
        return sum(abs(days.days) for days in apart)

    for first, last in sorted(windows, key=lambda window: (moved(window), window)):
        yield lambda use, first=first, last=last: use.between(first, last)  # type: ignore[misc]  # as above


def _say_people(intended: Intended, changed: Intended) -> Say:
    template = (
        gettext_noop("Let at most {cap} people watch.")
        if intended.use in STREAMED
        else gettext_noop("Let in at most {cap} people.")
    )
    return say("change-audience", template, cap=changed.audience)


def _say_admission(_intended: Intended, changed: Intended) -> Say:
    if changed.admission is Admission.NONE:
        return say("change-admission", gettext_noop("Let people in free of charge."))
    return say(
        "change-admission",
        gettext_noop("Ask for no more than {admission}."),
        admission=Word(ADMISSION_WORDS[changed.admission]),
    )


def _say_screenings(_intended: Intended, changed: Intended) -> Say:
    template = ngettext_noop("Hold {count} screening.", "Hold {count} screenings.")
    return say("change-screenings", template, count=changed.screenings)


def _say_watchers(_intended: Intended, changed: Intended) -> Say:
    words = [Word(WATCHER_WORDS[who]) for who in Watcher if who in changed.watchers]
    return say("change-watchers", gettext_noop("Show it only to {watchers}."), watchers=Listed(tuple(words)))


def _say_site(_intended: Intended, changed: Intended) -> Say:
    return say("change-site", gettext_noop("Show it at {site}."), site=changed.site)


def _say_carrier(_intended: Intended, changed: Intended) -> Say:
    words = [Word(CARRIER_WORDS[carrier]) for carrier in Carrier if carrier in changed.formats]
    return say("change-format", gettext_noop("Show it from {format}."), format=Listed(tuple(words)))


def _say_days(intended: Intended, changed: Intended, licences: Sequence[Held]) -> Say:
    """“Or later” and “at the latest” only where the licences would cover the day after, or before, as well."""
    later, sooner = changed.first_day > intended.first_day, changed.last_day < intended.last_day
    is_streamed = intended.use in STREAMED
    if later is not sooner and not is_streamed and changed.first_day == changed.last_day < date.max:
        beside = changed.first_day + timedelta(days=1 if later else -1)
        if covering(licences, changed.between(beside, beside)) is None:
            return say("change-days", gettext_noop("Show it on {day}."), day=Date(changed.first_day))
    if later and not sooner:
        on = (
            gettext_noop("Stream it from {day}.")
            if is_streamed
            else gettext_noop("Show it on {day} or later.")
        )
        return say("change-days", on, day=Date(changed.first_day))
    if sooner and not later:
        until = (
            gettext_noop("Stream it until {day} and no longer.")
            if is_streamed
            else gettext_noop("Show it on {day} at the latest.")
        )
        return say("change-days", until, day=Date(changed.last_day))
    return say(
        "change-days",
        gettext_noop("Stream it between {first} and {last}.")
        if is_streamed
        else gettext_noop("Show it between {first} and {last}."),
        first=Date(changed.first_day),
        last=Date(changed.last_day),
    )


def _said(code: str, template: str) -> Callable[[Intended, Intended], Say]:
    return lambda _intended, _changed: say(code, template)


DAYS = Way(
    frozenset({"not-yet", "ended"}),
    _other_days,
    lambda intended, changed: _say_days(intended, changed, ()),
)
"""Its sentence depends on the licences too."""
WAYS = (
    Way(frozenset({"report"}), _reported, _said("change-report", gettext_noop("Report the attendance."))),
    Way(
        frozenset({"advertising"}),
        _quiet,
        _said("change-advertising", gettext_noop("Do not advertise it to the public.")),
    ),
    Way(frozenset({"outdoors"}), _indoors, _said("change-outdoors", gettext_noop("Show it indoors."))),
    Way(frozenset({"audience", "viewers"}), _fewer_people, _say_people),
    Way(frozenset({"format"}), _other_carrier, _say_carrier),
    DAYS,
    Way(frozenset({"screenings"}), _fewer_screenings, _say_screenings),
    Way(frozenset({"site"}), _elsewhere, _say_site),
    Way(frozenset({"admission"}), _cheaper, _say_admission),
    Way(frozenset({"watchers", "members"}), _fewer_watchers, _say_watchers),
)
"""What people give up most easily comes first."""
