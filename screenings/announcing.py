"""A screening's way to the public: revised, published under a licence, called off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.models import Licence
from licensing.refusals import Refused
from licensing.rights import Admission
from licensing.words import say
from screenings import notices
from screenings.booking import call_off, locked
from screenings.coverage import coverage_of
from screenings.lookup import refuse_outsider
from screenings.models import Screening

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def revise_screening(
    *,
    screening: Screening,
    title: str,
    description: str,
    audience: int,
    admission: str,
    public_advertising: bool,
    by: User,
) -> Screening:
    """What is said of a screening, and what decides which licence covers it. `audience` bounds the places of each showing.

    Raises Refused: `not-yours`, `cancelled`, `too-small` (more places are taken); once published, why no licence covers it.
    """
    row, showings = locked(screening)
    refuse_outsider(by, row.institution)
    _refuse_cancelled(row)
    if any(showing.booked > audience for showing in showings):
        raise Refused(_("More places than that are taken already."), "too-small")
    row.title, row.description, row.audience = title, description, audience
    row.admission, row.public_advertising = Admission(admission).value, public_advertising
    row.save()
    for showing in showings:
        showing.capacity = min(showing.screen.capacity, audience)
        showing.save(update_fields=["capacity"])
    if row.status == Screening.Status.PUBLISHED:
        row.licence = _licence_for(row)
        row.save(update_fields=["licence"])
    return row


@transaction.atomic
def publish_screening(*, screening: Screening, by: User) -> Screening:
    """Announces a screening under the licence that covers it, which it keeps. Twice is once.

    Raises Refused: `not-yours`, `cancelled`, `no-showings`, or with the code of every reason why no licence covers it.
    """
    row, showings = locked(screening)
    refuse_outsider(by, row.institution)
    if row.status == Screening.Status.PUBLISHED:
        return row
    _refuse_cancelled(row)
    if not any(showing.starts_at > timezone.now() for showing in showings):
        raise Refused(_("There is no showing to come that could be announced."), "no-showings")
    row.licence = _licence_for(row)
    row.status = Screening.Status.PUBLISHED
    row.published_at = timezone.now()
    row.save(update_fields=["licence", "status", "published_at"])
    notices.owe_for(screening=row)
    return row


def _licence_for(row: Screening) -> Licence:
    """The licence that covers the screening; the institution's are locked, because two screenings may use up the same one."""
    licences = {
        licence.number: licence
        for licence in Licence.objects.select_for_update().filter(institution=row.institution).order_by("pk")
    }
    coverage = coverage_of(Screening.objects.with_listing().get(pk=row.pk))
    if not coverage.allowed:
        raise Refused([Refused(say(reason), reason.code) for reason in coverage.reasons])
    return licences[coverage.by]


def _refuse_cancelled(row: Screening) -> None:
    if row.status == Screening.Status.CANCELLED:
        raise Refused(_("The screening is called off."), "cancelled")


@transaction.atomic
def cancel_screening(*, screening: Screening, by: User) -> Screening:
    """Calls a screening off with all its showings, and tells the registered once. Twice is once. Raises Refused: `not-yours`."""
    row, showings = locked(screening)
    refuse_outsider(by, row.institution)
    if row.status == Screening.Status.CANCELLED:
        return row
    was_public = row.is_public
    row.status = Screening.Status.CANCELLED
    row.save(update_fields=["status"])
    for showing in showings:
        call_off(showing)
    notices.owe_for(screening=row)
    if was_public:
        notices.tell_screening_cancelled(screening=row)
    return row
