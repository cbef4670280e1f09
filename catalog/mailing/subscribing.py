"""The mailing list: an address asks, its owner confirms, chooses, and leaves.

Anyone can type anyone else's address. So whatever happens, who types it is told the same; only its owner is written to, and
not often; and nothing but the question goes to an address that nobody has confirmed.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from catalog.models import MailingPolicy, Subject, Subscription
from reminders import outbox
from reminders.models import DeadAddress
from reminders.notices import Notice, Recipient, owe_notices

TO_CONFIRM, KNOWN = "catalog.mailing-to-confirm", "catalog.mailing-known"
AGAIN_AFTER = timedelta(hours=1)
"""The shortest time between two mails that somebody's typing brings to an address."""
MOST_FORGOTTEN = 500


@transaction.atomic
def subscribe(*, email: str, language: str, subjects: Collection[Subject] = ()) -> None:
    """Asks the address to confirm. One that is on the list is told so, and keeps its own choice. Says nothing to the caller.

    The choice is kept with the mail that asks about it: whoever types the address again meanwhile does not change it.
    """
    email, now = email.strip().lower(), timezone.now()
    new = Subscription(email=email, language=language, asked_at=now)
    new.full_clean(validate_unique=False, validate_constraints=False)
    row = None
    while row is None:  # an older row may be deleted between the two statements
        Subscription.objects.bulk_create([new], ignore_conflicts=True)
        row = Subscription.objects.select_for_update(no_key=True).filter(email=email).first()
    if row.mailed_at and now < row.mailed_at + AGAIN_AFTER:
        return
    if row.confirmed_at is None:
        row.language = language
        row.subjects.set(subjects)
    row.mailed_at = now
    row.save(update_fields=["language", "mailed_at"])
    kind = TO_CONFIRM if row.confirmed_at is None else KNOWN
    owe_notices([Notice(kind=kind, about=row, to=recipient_of(row), occasion=f"{now:%Y%m%d%H%M%S}")])


@transaction.atomic
def confirm_subscription(*, subscription: Subscription) -> Subscription | None:
    """The link in the mail was followed, so the address is its reader's. Idempotent; None if it was deleted meanwhile."""
    row = _locked(subscription)
    if row is None or row.confirmed_at is not None:
        return row
    row.confirmed_at = row.told_until = timezone.now()
    row.save(update_fields=["confirmed_at", "told_until"])
    outbox.cancel(subject=outbox.subject_of(row), kind=TO_CONFIRM)
    return row


@transaction.atomic
def choose(
    *, subscription: Subscription, language: str, subjects: Collection[Subject]
) -> Subscription | None:
    """What a confirmed reader wants to be told. None if the address left meanwhile."""
    row = _locked(subscription)
    if row is None or row.confirmed_at is None:
        return None
    row.language = language
    row.full_clean(validate_unique=False, validate_constraints=False)
    row.save(update_fields=["language"])
    row.subjects.set(subjects)
    return row


def forget_subscription(*, subscription: Subscription) -> None:
    """Deletes an address with every mail to it about the list, sent or not. Idempotent."""
    _forget([subscription.pk])


def forget_address(*, email: str) -> None:
    """The same by the address. Idempotent."""
    _forget([*Subscription.objects.filter(email=email.strip().lower()).values_list("pk", flat=True)])


def forget_stopped(address: DeadAddress) -> None:
    """An address that takes no mail, or whose reader complained, is on no list and in no export of it."""
    forget_address(email=address.email)


def forget_unconfirmed() -> int:
    """Deletes addresses that were asked some days ago and never confirmed. Returns how many; the next run deletes the rest."""
    before = timezone.now() - timedelta(days=MailingPolicy.the_row().unconfirmed_days)
    old = Subscription.objects.filter(confirmed_at=None, mailed_at__lt=before).order_by("pk")
    keys = [*old.values_list("pk", flat=True)[:MOST_FORGOTTEN]]
    _forget(keys, confirmed_at=None)
    return len(keys)


@transaction.atomic
def _forget(keys: Collection[int], **still: object) -> None:
    """Those of the keys that are as `still` says, when they are locked."""
    rows = Subscription.objects.select_for_update().filter(pk__in=keys, **still).order_by("pk")
    gone = [*rows.values_list("pk", flat=True)]
    if gone:
        outbox.erase_many(subjects=[outbox.subject_of(Subscription(pk=key)) for key in gone])
        Subscription.objects.filter(pk__in=gone).delete()


def recipient_of(row: Subscription) -> Recipient:
    """In the office's time zone: the list knows none of its readers'."""
    return Recipient(row.email, None, row.language, settings.TIME_ZONE)


def _locked(subscription: Subscription) -> Subscription | None:
    return Subscription.objects.select_for_update(no_key=True).filter(pk=subscription.pk).first()
