"""What happens to a screening before the public: it is revised, published under a licence, called off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.terms.rights import Admission
from screenings.audience import rescheduled
from screenings.lookup import refuse_outsider
from screenings.models import Screening, Showing
from screenings.notices import owed as notices
from screenings.programme.booking import call_off
from screenings.programme.coverage import coverage_of
from screenings.programme.festivals.following import follow
from screenings.programme.locks import lock_licences, lock_screening
from screenings.programme.options.holding import confirm_hold, end_hold
from screenings.programme.refusals import refused_in_words
from screenings.programme.reports import owe_reports_of
from screenings.reach import MOST_PEOPLE
from wording.refusals import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.models import User

REVISED = (
    "title", "description", "audience", "admission", "price", "public_advertising", "members_only", "outdoors",
)  # fmt: skip


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
    price: str = "",
    members_only: bool = False,
    outdoors: bool = False,
) -> Screening:
    """Changes the description of a screening, and what decides which licence covers it. `audience` limits each showing's places.
    `price` says in words what a place costs and how it is paid; what is free has none.

    Raises Refused: `not-yours`, `cancelled`, `too-many`, `too-small` (more places are already taken), `one-line`, `too-long`; once
    published, `no-price`, and why no licence covers it.
    """
    row, showings = lock_screening(screening.pk)
    refuse_outsider(by, row.institution)
    _refuse_cancelled(row)
    _refuse_audience(showings, audience)
    row.title, row.description, row.audience = title, description, audience
    row.admission, row.public_advertising = Admission(admission).value, public_advertising
    row.price = "" if row.admission == Admission.NONE else price
    row.members_only, row.outdoors = members_only, outdoors
    with refused_in_words():
        row.save(update_fields=REVISED)
    for showing in showings:
        showing.capacity = max(showing.booked, min(showing.screen.capacity, audience))
    Showing.objects.bulk_update(showings, ["capacity"])
    if row.status == Screening.Status.PUBLISHED:
        _rest_on_licences(row)
        _refuse_unpriced(row)
        row.save(update_fields=["licence"])
        owe_reports_of(row)
    return row


def _refuse_audience(showings: list[Showing], audience: int) -> None:
    if audience > MOST_PEOPLE:
        raise Refused(_("At most %(people)d people can be expected."), "too-many", {"people": MOST_PEOPLE})
    if any(showing.booked > audience for showing in showings):
        raise Refused(_("More places than this are already taken."), "too-small")


@transaction.atomic
def publish_screening(*, screening: Screening, by: User) -> Screening:
    """Publishes a screening under the licence that covers it, and stores that licence. Idempotent. Its hold is confirmed by it, and whoever waits for its screens is told.

    One that was suspended from sale is on sale again; only what is still to come needs cover.
    Raises Refused: `not-yours`, `cancelled`, `no-showings`, `no-price`, or with the code of every reason why no licence covers it.
    """
    row, showings = lock_screening(screening.pk)
    refuse_outsider(by, row.institution)
    if row.status == Screening.Status.PUBLISHED:
        return row
    _refuse_cancelled(row)
    if not any(showing.starts_at > timezone.now() for showing in showings):
        raise Refused(_("There is no future showing to announce."), "no-showings")
    is_suspended = row.status == Screening.Status.SUSPENDED
    _rest_on_licences(row, after=timezone.now() if is_suspended else None)
    if not is_suspended:
        _refuse_unpriced(row)
    row.status = Screening.Status.PUBLISHED
    row.published_at = row.published_at if is_suspended else timezone.now()
    row.save(update_fields=["licence", "status", "published_at"])
    confirm_hold(row, showings)
    notices.owe_for(screening=row)
    owe_reports_of(row)
    return row


def _rest_on_licences(row: Screening, *, after: datetime | None = None) -> None:
    """Sets the licences that cover the screening. The institution's are locked, because two screenings could use up one."""
    licences = lock_licences(row.institution)
    coverage = coverage_of(Screening.objects.with_listing().get(pk=row.pk), after=after)
    if not coverage.allowed:
        raise Refused.saying(*coverage.sentences())
    row.rest_on([licences[number] for number in coverage.together])


def _refuse_unpriced(row: Screening) -> None:
    if row.lacks_price:
        raise Refused(
            _("People pay for this screening: say what a place costs, and how it is paid."), "no-price"
        )


def _refuse_cancelled(row: Screening) -> None:
    if row.status == Screening.Status.CANCELLED:
        raise Refused(_("The screening is called off."), "cancelled")


@transaction.atomic
def cancel_screening(*, screening: Screening, by: User) -> Screening:
    """Calls off a screening with all its showings, and notifies everyone registered once. Idempotent. Raises Refused: `not-yours`."""
    row, showings = lock_screening(screening.pk)
    refuse_outsider(by, row.institution)
    if row.status == Screening.Status.CANCELLED:
        return row
    was_public = row.is_public
    row.status = Screening.Status.CANCELLED
    row.save(update_fields=["status"])
    end_hold(row)
    call_off(showings)
    follow(row)
    rescheduled.leave_called_off([each.pk for each in showings])
    notices.owe_for(screening=row)
    owe_reports_of(row)
    if was_public:
        notices.tell_screening_cancelled(screening=row)
    return row
