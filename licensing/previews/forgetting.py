"""What previews tell of people is deleted when the distributor's time for it is over."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from licensing.models import EducatorPreview, PreviewPolicy, PreviewViewing
from licensing.terms.days import office_day
from reminders import outbox

MOST_AT_ONCE = 1000


@transaction.atomic
def forget_old_previews() -> int:
    """Deletes old viewings, and requests that were answered and over long ago, with their mails. Returns how many rows of both.

    A fixed number of statements, whatever there is; the next run deletes the rest.
    """
    before = timezone.now() - timedelta(days=PreviewPolicy.the_row().log_days)
    viewings = PreviewViewing.objects.filter(began_at__lt=before).order_by("pk")[:MOST_AT_ONCE]
    gone = PreviewViewing.objects.filter(pk__in=[*viewings.values_list("pk", flat=True)]).delete()[0]
    over = Q(ends_on=None) | Q(ends_on__lt=office_day(before))
    old = EducatorPreview.objects.exclude(status=EducatorPreview.Status.ASKED).filter(
        over, answered_at__lt=before
    )
    keys = [*old.order_by("pk").values_list("pk", flat=True)[:MOST_AT_ONCE]]
    if keys:
        outbox.erase_many(subjects=[outbox.subject_of(EducatorPreview(pk=key)) for key in keys])
        EducatorPreview.objects.filter(pk__in=keys).delete()
    return gone + len(keys)
