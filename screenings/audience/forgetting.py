"""Who came is forgotten after a time (LONGTAKE_KEEP_REGISTRATIONS_DAYS), or when they ask for it; how many came is not: the places stay counted."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from accounts.addresses import FORGOTTEN
from reminders import outbox
from screenings.audience import holds, waiting
from screenings.models import Registration, Screening, Showing, Wait
from screenings.programme.locks import lock_registration, lock_showings

log = logging.getLogger(__name__)

MOST_AT_ONCE = 500


@transaction.atomic
def forget_registrations(*, kept: timedelta) -> int:
    """Takes name, address and account from registrations whose screening ended so long ago, and deletes their mails.

    At most `MOST_AT_ONCE`, in a fixed number of statements. Returns how many. Their pages still open by their links, and name nobody.
    """
    recent = Showing.objects.filter(screening=OuterRef("screening"), ends_at__gt=timezone.now() - kept)
    old = Registration.objects.filter(~Exists(recent)).exclude(email__endswith=FORGOTTEN)
    rows = list(old.order_by("pk").select_for_update(no_key=True)[:MOST_AT_ONCE])
    if not rows:
        return 0
    _forget(rows)
    return len(rows)


def _forget(rows: Sequence[Registration]) -> None:
    """Deletes who they are, with their mails and what they wait for. In a fixed number of statements."""
    keys = [row.pk for row in rows]
    screenings = {row.screening_id for row in rows}
    showings = Showing.objects.filter(screening__in=screenings).values_list("pk", flat=True)
    abouts = [Showing(pk=key) for key in showings], [Screening(pk=key) for key in screenings]
    outbox.erase_many(subjects=[outbox.subject_of(row) for row in rows])
    outbox.erase_many(
        subjects=[outbox.subject_of(about) for each in abouts for about in each],
        recipients={row.email for row in rows},
    )
    Wait.objects.filter(registration__in=keys).delete()
    email = Concat(Value("nobody-"), Cast("pk", CharField()), Value(FORGOTTEN))
    Registration.objects.filter(pk__in=keys).update(name="—", email=email, user=None)


@transaction.atomic
def forget_on_request(*, registration: Registration) -> Registration:
    """Deletes what we know of a person at once, because they ask for it. Idempotent.

    Places to come are free again; past ones, and those where they have been let in, stay counted. That it was asked for is on the
    row (`forgotten_at`) and in the log.
    """
    showings = lock_showings([registration.screening_id])
    row = lock_registration(registration.pk)
    if row.forgotten_at is not None:
        return row
    now = timezone.now()
    if row.cancelled_at is None:
        waiting.withdraw([row.pk])
        holds.free(holds.to_come_of(row.places.all(), showings))
        if not row.places.exists():
            row.cancelled_at = now
    row.forgotten_at = now
    row.save(update_fields=["cancelled_at", "forgotten_at"])
    _forget([row])
    waiting.serve([row.screening_id])
    log.info("Registration %d was deleted on request.", row.pk)
    return row
