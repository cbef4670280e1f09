"""What readers of addresses decide, and what mail servers tell of them: declined kinds, and addresses that take no mail."""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.db import transaction

from reminders.kinds import Kind, all_kinds, kind_named
from reminders.models import DeadAddress, DeclinedKind, Reminder
from reminders.models.addresses import LONGEST_REASON
from reminders.outbox import send_again
from reminders.sending.settling import STOPPED

type Stopped = Callable[[DeadAddress], None]
_told: list[Stopped] = []


def tell_of_stopped(tell: Stopped) -> None:
    """The extension point for apps that know to whom else an address matters; called in the verb's transaction."""
    if tell not in _told:
        _told.append(tell)


@transaction.atomic
def stop_address(*, email: str, how: str, because: str = "") -> DeadAddress:
    """Nothing but what its reader asks for goes there any more. Whoever else it matters to is told, once."""
    row, is_new = DeadAddress.objects.get_or_create(
        email=email.strip().lower(),
        defaults={"how": DeadAddress.How(how), "because": because[:LONGEST_REASON]},
    )
    if is_new:
        for tell in _told:
            tell(row)
    return row


@transaction.atomic
def write_again(*, address: DeadAddress) -> int:
    """The address takes mail again; what failed because of it waits to be sent again. Returns how many."""
    email = address.email
    DeadAddress.objects.filter(pk=address.pk).delete()
    held = Reminder.objects.failed().filter(recipient__iexact=email, last_error__startswith=STOPPED)
    return send_again(rows=list(held.values_list("pk", flat=True)))


@transaction.atomic
def decline(*, email: str, kinds: Collection[str]) -> None:
    """Of these kinds, those that may be declined go to the address no more. Idempotent."""
    optional = {kind.name for kind in optional_kinds()}
    rows = [DeclinedKind(email=email.lower(), kind=kind) for kind in kinds if kind in optional]
    DeclinedKind.objects.bulk_create(rows, ignore_conflicts=True)
    for kind in map(kind_named, kinds):
        if kind and kind.is_by_subscription:
            kind.end_for(email)


@transaction.atomic
def choose_kinds(*, email: str, wanted: Collection[str]) -> None:
    """Of the kinds that may be declined, exactly these go to the address."""
    DeclinedKind.objects.filter(email=email.lower(), kind__in=wanted).delete()
    decline(email=email, kinds=[kind.name for kind in optional_kinds() if kind.name not in wanted])


def wanted_by(email: str) -> list[str]:
    """The names of the kinds that may be declined and were not. One statement."""
    declined = set(DeclinedKind.objects.filter(email=email.lower()).values_list("kind", flat=True))
    return [kind.name for kind in optional_kinds() if kind.name not in declined]


def optional_kinds() -> list[Kind]:
    """What a person with an account may want or not; what is sent by subscription alone is not among it."""
    return [kind for kind in all_kinds() if kind.is_optional and not kind.is_by_subscription]
