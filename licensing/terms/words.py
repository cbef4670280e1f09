"""What a licence grants, in plain words: the same sentences on pages, in PDFs and on certificates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from licensing.terms.rights import Admission, Carrier, Grants, SiteScope, TermKind, Use, Watcher
from licensing.terms.rights.uses import CARRIER_WORDS, ONE_SITE, SCREENED, STREAMED, USE_WORDS, WATCHER_WORDS
from wording.enumeration import enumerated
from wording.sentences import once_a_language

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

USE_LABELS: dict[Use, _StrPromise] = {use: _(words) for use, words in USE_WORDS.items()}
WATCHER_LABELS: dict[Watcher, _StrPromise] = {who: _(words) for who, words in WATCHER_WORDS.items()}
CARRIER_LABELS: dict[Carrier, _StrPromise] = {carrier: _(words) for carrier, words in CARRIER_WORDS.items()}
ADMISSION_LABELS: dict[Admission, _StrPromise] = {
    Admission.NONE: _("free admission only"),
    Admission.DONATIONS: _("voluntary donations"),
    Admission.COST_RECOVERY: _("admission that covers costs"),
    Admission.CHARGED: _("admission may be charged"),
}
SCOPE_LABELS: dict[SiteScope, _StrPromise] = {
    SiteScope.SINGLE_SITE: _("a single site"),
    SiteScope.BRANCH: _("one branch"),
    SiteScope.CAMPUS: _("one campus"),
    SiteScope.DISTRICT: _("one school district or library system"),
    SiteScope.CONSORTIUM: _("a consortium"),
}


def grants_words(grants: Grants) -> list[str]:
    """One sentence for each thing that a licence allows or requires, the most important first."""
    return list(_all_sentences(grants))


@once_a_language
def _all_sentences(grants: Grants) -> tuple[str, ...]:
    return tuple(_sentences(grants))


def term_words(months: int | None, *, days: int | None = None) -> str:
    """How long it is valid: “3 years”, “18 months”, “14 days”, “for the life of the copy”."""
    if days is not None:
        return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    if months is None:
        return gettext("for the life of the copy")
    if months % 12 == 0:
        return ngettext("%(count)d year", "%(count)d years", months // 12) % {"count": months // 12}
    return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}


def term_of(grants: Grants) -> str:
    """How long the licence lasts, in a few words: as `term_words`, or “without end”."""
    if grants.term_kind is TermKind.PERPETUAL:
        return gettext("without end")
    return term_words(grants.term_months, days=grants.term_days)


def _sentences(grants: Grants) -> Iterator[str]:
    uses = [str(label) for use, label in USE_LABELS.items() if use in grants.uses]
    yield gettext("It allows: %(uses)s.") % {"uses": enumerated(uses)}
    yield gettext("It is valid for %(scope)s.") % {"scope": SCOPE_LABELS[grants.site_scope]}
    yield _term(grants)
    yield from _people(grants)
    if grants.uses & SCREENED:
        yield from _screening_sentences(grants)
    else:
        yield gettext("It does not include public performance rights.")
    if grants.format_lock:
        yield gettext("It is limited to one format: %(format)s.") % {"format": grants.format_lock}
    elif grants.formats:
        formats = [str(label) for carrier, label in CARRIER_LABELS.items() if carrier in grants.formats]
        yield gettext("It is shown only from: %(formats)s.") % {"formats": enumerated(formats)}


def _term(grants: Grants) -> str:
    match grants.term_kind:
        case TermKind.FILE_LIFE:
            return gettext("It lasts for the life of the copy.")
        case TermKind.PERPETUAL:
            return gettext("It has no end date.")
        case TermKind.DAYS | TermKind.MONTHS:
            term = term_words(grants.term_months, days=grants.term_days)
            return gettext("It lasts for %(term)s from the day it begins.") % {"term": term}


def _people(grants: Grants) -> Iterator[str]:
    """Who may watch, and how many; the audience of a screening has sentences of its own."""
    if grants.watchers:
        watchers = [str(label) for who, label in WATCHER_LABELS.items() if who in grants.watchers]
        yield gettext("Those who may watch: %(watchers)s.") % {"watchers": enumerated(watchers)}
    if grants.viewer_cap is not None:
        yield (
            ngettext(
                "At most %(count)d person may watch it streamed.",
                "At most %(count)d people may watch it streamed.",
                grants.viewer_cap,
            )
            % {"count": grants.viewer_cap}
        )
    if grants.enrolment_most is not None:
        yield gettext("It is for institutions with at most %(count)d enrolled.") % {
            "count": grants.enrolment_most
        }


def _screening_sentences(grants: Grants) -> Iterator[str]:
    if grants.screenings is None:
        yield gettext("Any number of screenings may be held.")
    else:
        count = {"count": grants.screenings}
        yield (
            ngettext(
                "%(count)d screening may be held.", "%(count)d screenings may be held.", grants.screenings
            )
            % count
        )
    if grants.audience_cap is None:
        yield gettext("The audience may be of any size.")
    else:
        yield gettext("At most %(cap)d people may attend each.") % {"cap": grants.audience_cap}
    yield _admission(grants.admission)
    yield (
        gettext("It may be advertised to the public.")
        if grants.public_advertising
        else gettext("It may be announced within the institution only, not advertised to the public.")
    )
    if grants.members_only:
        yield gettext("Only members may attend.")
    if grants.indoor_only:
        yield gettext("Screenings are held indoors.")
    if grants.report_due_days is not None:
        yield (
            ngettext(
                "Attendance is reported within %(count)d day of a screening.",
                "Attendance is reported within %(count)d days of a screening.",
                grants.report_due_days,
            )
            % {"count": grants.report_due_days}
        )


def _admission(admission: Admission) -> str:
    sentences = {
        Admission.NONE: gettext("Admission is free."),
        Admission.DONATIONS: gettext("Visitors may be asked for voluntary donations."),
        Admission.COST_RECOVERY: gettext("Admission may be charged to cover costs, not to make a profit."),
        Admission.CHARGED: gettext("Admission may be charged."),
    }
    return sentences[admission]


EXCLUDED_LABELS: dict[Use, _StrPromise] = {
    use: label for use, label in USE_LABELS.items() if use is not Use.PRIVATE_VIEWING
}
"""The uses that a licence says it does not grant. To watch a copy of one's own at home needs no licence."""


def exclusion_words(grants: Grants) -> list[str]:
    """What a licence does not grant, in sentences, so that nobody has to guess."""
    return list(_exclusions(grants))


@once_a_language
def _exclusions(grants: Grants) -> tuple[str, ...]:
    missing = [str(label) for use, label in EXCLUDED_LABELS.items() if use not in grants.uses]
    uses = [gettext("It does not allow: %(uses)s.") % {"uses": enumerated(missing)}] if missing else []
    return (
        *uses,
        gettext("The film may not be copied beyond what these uses need, altered, or passed on."),
        gettext("No right is granted that is not named."),
    )


WATCHERS_MEANT: dict[Watcher, _StrPromise] = {
    Watcher.ENROLLED: _("Enrolled students and pupils are those registered for a course of the licensee."),
    Watcher.STAFF: _("Staff are those whom the licensee employs, or has appointed to teach or do research."),
    Watcher.MEMBERS: _("Members are those whom the licensee keeps in a list of its members."),
    Watcher.ALUMNI: _("Alumni are former students of the licensee who sign in with its account."),
    Watcher.WALK_INS: _("Walk-in visitors use the film on the licensee's premises, on its own devices."),
}


def definition_words(grants: Grants) -> list[str]:
    """Who the people and places are of whom the terms speak; enrolled and staff where a stream names none."""
    people = grants.watchers or (
        frozenset({Watcher.ENROLLED, Watcher.STAFF}) if grants.uses & STREAMED else frozenset()
    )
    places = (
        [gettext("A site is one building, branch or campus of the licensee, with its address.")]
        if grants.site_scope in ONE_SITE
        else []
    )
    return [*(str(words) for who, words in WATCHERS_MEANT.items() if who in people), *places]
