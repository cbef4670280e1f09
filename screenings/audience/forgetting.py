"""Who came is forgotten after a time (LONGTAKE_KEEP_REGISTRATIONS_DAYS); how many came is not: the places stay counted."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from reminders import outbox
from screenings.models import Registration, Screening, Showing

NOBODY = "@forgotten.invalid"
"""The end of the addresses of those who are forgotten; no mail can be sent there (RFC 6761, 6.4)."""
MOST_AT_ONCE = 500


@transaction.atomic
def forget_registrations(*, kept: timedelta) -> int:
    """Takes name, address and account from registrations whose screening ended so long ago, and deletes their mails.

    At most `MOST_AT_ONCE`, in a fixed number of statements. Returns how many. Their pages still open by their links, and name nobody.
    """
    recent = Showing.objects.filter(screening=OuterRef("screening"), ends_at__gt=timezone.now() - kept)
    old = Registration.objects.filter(~Exists(recent)).exclude(email__endswith=NOBODY)
    rows = list(old.order_by("pk").select_for_update(no_key=True)[:MOST_AT_ONCE])
    if not rows:
        return 0
    keys = [row.pk for row in rows]
    screenings = {row.screening_id for row in rows}
    showings = Showing.objects.filter(screening__in=screenings).values_list("pk", flat=True)
    subjects = [outbox.subject_of(row) for row in rows] + [
        outbox.subject_of(Showing(pk=key)) for key in showings
    ]
    outbox.erase_many(subjects=subjects)
    outbox.erase_many(
        subjects=[outbox.subject_of(Screening(pk=key)) for key in screenings],
        recipients={row.email for row in rows},
    )
    email = Concat(Value("nobody-"), Cast("pk", CharField()), Value(NOBODY))
    return Registration.objects.filter(pk__in=keys).update(name="—", email=email, user=None)
