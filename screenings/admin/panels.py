"""What waits for the office in screenings: the panels of its first page."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Min, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from office.site.front.panels import Panel, Urgency, register
from screenings.models import Screening, Showing

COMING_UP_WITHIN = timedelta(days=30)


def coming_up() -> QuerySet[Screening]:
    """Published, with a showing to come within 30 days; the next one first."""
    now = timezone.now()
    return (
        Screening.objects.filter(
            status=Screening.Status.PUBLISHED,
            showings__starts_at__range=(now, now + COMING_UP_WITHIN),
            showings__status=Showing.Status.PLANNED,
        )
        .annotate(next=Min("showings__starts_at"))
        .select_related("venue")
        .order_by("next")
    )


def uncovered() -> QuerySet[Screening]:
    """Suspended from sale, with a showing to come; the next one first."""
    now = timezone.now()
    to_come = {"showings__starts_at__gt": now, "showings__status": Showing.Status.PLANNED}
    return (
        Screening.objects.filter(status=Screening.Status.SUSPENDED, **to_come)
        .annotate(next=Min("showings__starts_at"))
        .select_related("venue")
        .order_by("next")
    )


def _when(row: Screening) -> str:
    starts_at = vars(row)["next"].astimezone(row.venue.zone)
    return f"{row.venue}, {date_format(starts_at, 'SHORT_DATETIME_FORMAT')}"


register(
    Panel(
        _("Screenings that lost their licence"),
        "screenings.view_screening",
        uncovered,
        _when,
        "status__exact=suspended",
        Urgency.WRONG,
    ),
    Panel(
        _("Screenings within 30 days"),
        "screenings.view_screening",
        coming_up,
        _when,
        "status__exact=published",
        Urgency.SOON,
    ),
)
