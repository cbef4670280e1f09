"""What a licence grants, in plain words: the same sentences on pages, in PDFs and on certificates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from licensing.terms.rights import Admission, Grants, SiteScope, Use
from wording.enumeration import enumerated

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

USE_LABELS: dict[Use, _StrPromise] = {
    Use.PRIVATE_VIEWING: _("private viewing"),
    Use.CLASSROOM: _("showing in class"),
    Use.CAMPUS_STREAMING: _("streaming to authorised users"),
    Use.PUBLIC_SCREENING: _("public screening"),
    Use.LENDING: _("lending a copy"),
}
ADMISSION_LABELS: dict[Admission, _StrPromise] = {
    Admission.NONE: _("free admission only"),
    Admission.COST_RECOVERY: _("admission that covers costs"),
    Admission.CHARGED: _("admission may be charged"),
}
SCOPE_LABELS: dict[SiteScope, _StrPromise] = {
    SiteScope.SINGLE_SITE: _("a single site"),
    SiteScope.BRANCH: _("one branch"),
    SiteScope.CAMPUS: _("one campus"),
    SiteScope.DISTRICT: _("one school district"),
    SiteScope.CONSORTIUM: _("a consortium"),
}


def grants_words(grants: Grants) -> list[str]:
    """One sentence for each thing that a licence allows or requires, the most important first."""
    return list(_sentences(grants))


def term_words(months: int | None) -> str:
    """How long it is valid: “3 years”, “18 months”, “for the life of the copy”."""
    if months is None:
        return gettext("for the life of the copy")
    if months % 12 == 0:
        return ngettext("%(count)d year", "%(count)d years", months // 12) % {"count": months // 12}
    return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}


def _sentences(grants: Grants) -> Iterator[str]:
    uses = [str(label) for use, label in USE_LABELS.items() if use in grants.uses]
    yield gettext("It allows: %(uses)s.") % {"uses": enumerated(uses)}
    yield gettext("It is valid for %(scope)s.") % {"scope": SCOPE_LABELS[grants.site_scope]}
    yield _term(grants.term_months)
    if Use.PUBLIC_SCREENING in grants.uses:
        yield from _screening_sentences(grants)
    else:
        yield gettext("It does not include public performance rights.")
    if grants.format_lock:
        yield gettext("It is limited to one format: %(format)s.") % {"format": grants.format_lock}


def _term(months: int | None) -> str:
    if months is None:
        return gettext("It lasts for the life of the copy.")
    return gettext("It lasts for %(term)s from the day it begins.") % {"term": term_words(months)}


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
        Admission.COST_RECOVERY: gettext("Admission may be charged to cover costs, not to make a profit."),
        Admission.CHARGED: gettext("Admission may be charged."),
    }
    return sentences[admission]
