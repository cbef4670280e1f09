"""What each dimension asks of a use: one check for each, with the sentence that is said when it fails.

`CHECKS` names the fields of `Grants` that a check asks about; a test finds a field that none of them names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from licensing.terms.rights.intended import Held, Intended
from licensing.terms.rights.uses import (
    ADMISSION_ORDER,
    ADMISSION_WORDS,
    CARRIER_WORDS,
    ONE_SITE,
    SCREENED,
    STREAMED,
    USE_WORDS,
    WATCHER_WORDS,
    Carrier,
    Use,
    Watcher,
)
from licensing.terms.spans import has_begun, has_ended
from wording.say import Country, Date, Days, Listed, Say, Title, Value, Word, gettext_noop, ngettext_noop, say

type Answer = Say | None


def covers(held: Held, intended: Intended, *, but: Collection[str] = ()) -> tuple[Say, ...]:
    """Every reason why `held` does not cover `intended`; empty if it does. `but`: codes of checks not to make."""
    answers = (check.ask(held, intended) for check in CHECKS if check.code not in but)
    return tuple(reason for reason in answers if reason is not None)


def same_site(one: str, other: str) -> bool:
    """Whether two names are of one place: case and spaces do not tell places apart."""
    return one.casefold().split() == other.casefold().split()


def _active(held: Held, intended: Intended) -> Answer:
    if held.is_active:
        return None
    return held.barred or say("revoked", gettext_noop("The licence is not active."))


def _use(held: Held, intended: Intended) -> Answer:
    uses = held.grants.uses
    if intended.use in uses:
        return None
    return say(
        "use",
        gettext_noop("It allows {allowed}, not {use}."),
        allowed=_listed([USE_WORDS[use] for use in Use if use in uses]),
        use=Word(USE_WORDS[intended.use]),
    )


def _work(held: Held, intended: Intended) -> Answer:
    missing = sorted(intended.works - held.works)
    if not missing:
        return None
    if not all(work in intended.titles for work in missing):
        return say("work", gettext_noop("It does not cover everything that will be shown."))
    films: tuple[Title, ...] = tuple(intended.titles[work] for work in missing)
    return say("work", gettext_noop("It does not cover {films}."), films=Listed(films))


def _territory(held: Held, intended: Intended) -> Answer:
    if not held.countries or intended.country in held.countries:
        return None
    return say(
        "territory",
        # Translators: {country} is the bare name (“Pays-Bas”); write the sentence so that it needs no other.
        gettext_noop("It is not valid in {country}."),
        country=Country(intended.country),
    )


def _begun(held: Held, intended: Intended) -> Answer:
    if has_begun(held, intended.first_day):
        return None
    return say("not-yet", gettext_noop("It does not begin until {day}."), day=Date(held.starts_on))


def _ended(held: Held, intended: Intended) -> Answer:
    if not has_ended(held, intended.last_day):
        return None
    return say("ended", gettext_noop("It ends on {day}."), day=Date(held.ends_on or date.max))


def _watchers(held: Held, intended: Intended) -> Answer:
    allowed = held.grants.watchers
    others = intended.watchers - allowed
    if not allowed or not others:
        return None
    return say(
        "watchers",
        gettext_noop("It is for {allowed}, not for {others}."),
        allowed=_listed([WATCHER_WORDS[who] for who in Watcher if who in allowed]),
        others=_listed([WATCHER_WORDS[who] for who in Watcher if who in others]),
    )


def _audience(held: Held, intended: Intended) -> Answer:
    cap = held.grants.audience_cap
    if intended.use not in SCREENED or cap is None or intended.audience <= cap:
        return None
    return say(
        "audience",
        gettext_noop("It allows an audience of {cap}; {audience} are expected."),
        cap=cap,
        audience=intended.audience,
    )


def _viewers(held: Held, intended: Intended) -> Answer:
    cap = held.grants.viewer_cap
    if intended.use not in STREAMED or cap is None or intended.audience <= cap:
        return None
    return say(
        "viewers",
        gettext_noop("It allows {cap} viewers; {audience} are expected."),
        cap=cap,
        audience=intended.audience,
    )


def _enrolment(held: Held, intended: Intended) -> Answer:
    most = held.grants.enrolment_most
    if most is None:
        return None
    if intended.enrolment is None:
        template = gettext_noop(
            "It is for institutions with at most {most} enrolled. Say how many are enrolled in yours: enter it on the institution’s page."
        )
        return say("enrolment", template, most=most)
    if intended.enrolment <= most:
        return None
    return say(
        "enrolment",
        gettext_noop("It is for institutions with at most {most} enrolled; there are {enrolled}."),
        most=most,
        enrolled=intended.enrolment,
    )


def _admission(held: Held, intended: Intended) -> Answer:
    allowed = held.grants.admission
    if ADMISSION_ORDER.index(intended.admission) <= ADMISSION_ORDER.index(allowed):
        return None
    return say(
        "admission",
        gettext_noop("It allows {allowed}, not {admission}."),
        allowed=Word(ADMISSION_WORDS[allowed]),
        admission=Word(ADMISSION_WORDS[intended.admission]),
    )


def _screenings(held: Held, intended: Intended) -> Answer:
    most = held.grants.screenings
    if intended.use not in SCREENED or most is None or held.screenings_used + intended.screenings <= most:
        return None
    if not held.screenings_used:
        template = ngettext_noop("It allows {count} screening.", "It allows {count} screenings.")
        return say("screenings", template, count=most)
    template = ngettext_noop(
        "It allows {count} screening, which has been used.",
        "It allows {count} screenings; {used} used so far.",
    )
    return say("screenings", template, count=most, used=held.screenings_used)


def _site(held: Held, intended: Intended) -> Answer:
    sites = sites_of(held)
    if not sites or not intended.site or any(same_site(site, intended.site) for site in sites):
        return None
    return say(
        "site",
        gettext_noop("It is valid for {sites}, not for {site}."),
        sites=Listed(sites),
        site=intended.site,
    )


def sites_of(held: Held) -> tuple[str, ...]:
    """The places where it may be used: those named on it, or the first one used if it is for one; empty without limit."""
    if held.sites:
        return held.sites
    return held.sites_used if held.grants.site_scope in ONE_SITE else ()


def _advertising(held: Held, intended: Intended) -> Answer:
    if held.grants.public_advertising or not intended.public_advertising:
        return None
    return say("advertising", gettext_noop("It does not allow public advertising."))


def _members(held: Held, intended: Intended) -> Answer:
    if not held.grants.members_only or intended.watchers <= {Watcher.MEMBERS}:
        return None
    return say("members", gettext_noop("Under it only members may attend."))


def _indoors(held: Held, intended: Intended) -> Answer:
    if not held.grants.indoor_only or not intended.outdoors:
        return None
    return say("outdoors", gettext_noop("It allows showing indoors only."))


def _report(held: Held, intended: Intended) -> Answer:
    days = held.grants.report_due_days
    if days is None or intended.reports:
        return None
    return say(
        "report", gettext_noop("It asks for a report of the attendance within {days}."), days=Days(days)
    )


def _format(held: Held, intended: Intended) -> Answer:
    allowed = held.grants.formats
    others = intended.formats - allowed
    if not allowed or not others:
        return None
    return say(
        "format",
        gettext_noop("It is limited to {allowed}; what will be shown is {others}."),
        allowed=_listed([CARRIER_WORDS[carrier] for carrier in Carrier if carrier in allowed]),
        others=_listed([CARRIER_WORDS[carrier] for carrier in Carrier if carrier in others]),
    )


def _listed(words: list[str]) -> Value:
    return Listed(tuple(Word(word) for word in words))


@dataclass(frozen=True, slots=True)
class Check:
    """One question. `code` is that of its reason; `asks` are the fields of `Grants` that it asks about."""

    code: str
    ask: Callable[[Held, Intended], Answer]
    asks: tuple[str, ...] = ()


CHECKS = (
    Check("revoked", _active),
    Check("use", _use, ("uses",)),
    Check("work", _work),
    Check("territory", _territory),
    Check("not-yet", _begun),
    Check("ended", _ended, ("term_months", "term_days", "perpetual")),
    Check("watchers", _watchers, ("watchers",)),
    Check("enrolment", _enrolment, ("enrolment_most",)),
    Check("audience", _audience, ("audience_cap",)),
    Check("viewers", _viewers, ("viewer_cap",)),
    Check("admission", _admission, ("admission",)),
    Check("advertising", _advertising, ("public_advertising",)),
    Check("members", _members, ("members_only",)),
    Check("outdoors", _indoors, ("indoor_only",)),
    Check("site", _site, ("site_scope",)),
    Check("format", _format, ("format_lock", "formats")),
    Check("report", _report, ("report_due_days",)),
    Check("screenings", _screenings, ("screenings",)),
)
"""In the order in which people read the reasons."""
