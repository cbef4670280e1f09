"""Screenings when a licence changes: another one takes over, or they are suspended from sale until one covers them again.

Filled into `licensing.licences.resting`, whose verbs call this in their own transaction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from licensing.licences.resting import Dependents, hold_still
from licensing.models import Licence
from screenings.models import Registration, Screening, Showing
from screenings.notices import owed as notices
from screenings.planning.arrangement import standing_showings
from screenings.programme.coverage import coverage_of
from screenings.programme.locks import lock_screenings
from screenings.programme.reports import owe_reports_of


def found(institution: int) -> list[int]:
    """The keys of the screenings of an institution, and of its schools, that rest on a licence or are suspended for want of one."""
    rows = Screening.objects.under_licence(timezone.now()).filter(_presented_by(institution))
    return list(rows.order_by("pk").values_list("pk", flat=True))


def awaiting(institution: int | OuterRef) -> Exists:
    rows = Screening.objects.under_licence(timezone.now()).filter(_presented_by(institution))
    return Exists(rows.filter(status=Screening.Status.SUSPENDED))


def lock(institution: int) -> list[int]:
    return lock_screenings(found(institution))


def _presented_by(institution: int | OuterRef) -> Q:
    """A licence of a district or consortium may also cover its schools."""
    return Q(institution=institution) | Q(institution__parent=institution)


def ask_again(institution: int, licence: int) -> None:
    """Asks the screenings that rest on a changed licence, and those that wait for one, what covers them now.

    One after the other: what one of them uses up is no longer there for the next. What is over needs no cover any more.
    """
    now = timezone.now()
    concerned = Q(pk__in=Screening.objects.resting_on(licence)) | Q(status=Screening.Status.SUSPENDED)
    rows = Screening.objects.under_licence(now).filter(concerned, _presented_by(institution))
    for screening in rows.with_listing().select_related("programmer").order_by("pk"):
        _cover(screening, now)


def cover_suspended() -> int:
    """Asks what is suspended from sale again, and returns how many are sold again.

    A licence that is issued at the very moment in which another transaction suspends a screening does not know of it, and
    that transaction does not see the licence. Once both are committed this finds it.
    """
    suspended = Screening.objects.under_licence(timezone.now()).filter(status=Screening.Status.SUSPENDED)
    return sum(
        _cover_of(key) for key in list(suspended.order_by().values_list("institution", flat=True).distinct())
    )


@transaction.atomic
def _cover_of(institution: int) -> int:
    hold_still(institution)
    now = timezone.now()
    rows = Screening.objects.under_licence(now).filter(
        institution=institution, status=Screening.Status.SUSPENDED
    )
    waiting = list(rows.with_listing().select_related("programmer").order_by("pk"))
    for screening in waiting:
        _cover(screening, now)
    return sum(each.status == Screening.Status.PUBLISHED for each in waiting)


def _cover(screening: Screening, now: datetime) -> None:
    coverage = coverage_of(screening, after=now)
    was_suspended = screening.status == Screening.Status.SUSPENDED
    if coverage.allowed:
        if was_suspended or set(coverage.together) != {licence.number for licence in screening.licences()}:
            _put_under(screening, coverage.together)
        if was_suspended:
            _count_change(screening)
            notices.tell_resumed(screening=screening)
    elif not was_suspended:
        _suspend(screening)


def _put_under(screening: Screening, numbers: Sequence[str]) -> None:
    licences = {licence.number: licence for licence in Licence.objects.filter(number__in=numbers)}
    screening.rest_on([licences[number] for number in numbers])
    screening.status = Screening.Status.PUBLISHED
    screening.save(update_fields=["licence", "status"])
    notices.owe_for(screening=screening)
    owe_reports_of(screening)


def _suspend(screening: Screening) -> None:
    screening.status = Screening.Status.SUSPENDED
    screening.save(update_fields=["status"])
    _count_change(screening)
    notices.owe_for(screening=screening)
    notices.tell_suspended(screening=screening)


def _count_change(screening: Screening) -> None:
    """One more change for calendars, which show whether it is certain."""
    showings = Showing.objects.standing().filter(screening=screening, ends_at__gt=timezone.now())
    showings.update(sequence=F("sequence") + 1)


def names(licence: int) -> list[str]:
    """Each with its days and how many people are registered: whoever takes the licence away sees whom it concerns."""
    rows = Screening.objects.under_licence(timezone.now()).resting_on(licence).select_related("venue")
    people = Registration.objects.coming().people_by_screening()
    found = rows.annotate(registered=people).prefetch_related("showings").order_by("pk")
    return [_in_words(screening) for screening in found]


def _in_words(screening: Screening) -> str:
    zone = screening.venue.zone
    days = sorted(localtime(showing.starts_at, zone).date() for showing in standing_showings(screening))
    first, last = date_format(days[0]), date_format(days[-1])
    when = first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
    people = vars(screening)["registered"]
    registered = ngettext("%(count)d person registered", "%(count)d people registered", people) % {
        "count": people
    }
    return f"{screening} ({when}, {registered})"


def used(licences: Collection[int]) -> dict[int, int]:
    """How many published screenings rest on each licence, over or to come."""
    published = Screening.objects.filter(status=Screening.Status.PUBLISHED).order_by()
    rows = published.filter(licence__in=licences).values_list("licence", "pk")
    further = published.filter(further_licences__in=licences).values_list("further_licences", "pk")
    return dict(Counter(licence for licence, _screening in rows.union(further).order_by()))


DEPENDENTS = Dependents(
    found=found, lock=lock, ask_again=ask_again, awaiting=awaiting, names=names, used=used
)
