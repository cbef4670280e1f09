"""First options: a draft holds its screens until a time, is confirmed by publishing, or lets go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings.lookup import refuse_outsider
from screenings.models import ScreenHold, Screening, Showing
from screenings.notices import owed as notices
from screenings.programme.booking import call_off
from screenings.programme.festivals.following import follow
from screenings.programme.locks import lock_screening
from screenings.programme.options.behind import options_behind
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

LONGEST = timedelta(days=90)


@transaction.atomic
def hold_screens(*, screening: Screening, until: datetime, by: User) -> ScreenHold:
    """Holds the screens of a draft's showings until an aware instant, instead of for good or of another time.

    Raises Refused: `not-yours`, `not-a-draft`, `no-showings`, `past`, `too-late` (the first showing would have begun), `too-far`.
    """
    row, showings = lock_screening(screening.pk)
    refuse_outsider(by, row.institution)
    if row.status != Screening.Status.DRAFT:
        raise Refused(_("Only a draft holds its screens until a time."), "not-a-draft")
    if not showings:
        raise Refused(_("There are no showings that hold a screen."), "no-showings")
    now = timezone.now()
    if until <= now:
        raise Refused(_("This time is past."), "past")
    if until > min(each.starts_at for each in showings):
        raise Refused(_("A hold ends before the first showing begins."), "too-late")
    if until - now > LONGEST:
        raise Refused(_("Screens are held for at most %(days)d days."), "too-far", {"days": LONGEST.days})
    hold, _is_new = ScreenHold.objects.update_or_create(screening=row, defaults={"until": until, "by": by})
    notices.owe_for(screening=row)
    return hold


@transaction.atomic
def keep_screens(*, screening: Screening, by: User) -> None:
    """Ends a hold: the draft books its screens until it is called off. Whoever waits for them is told.

    Idempotent. Raises Refused: `not-yours`.
    """
    row, showings = lock_screening(screening.pk)
    refuse_outsider(by, row.institution)
    confirm_hold(row, showings)
    notices.owe_for(screening=row)


def confirm_hold(row: Screening, showings: Iterable[Showing]) -> None:
    """Of a locked screening, whose showings book their screens from now on. Whoever waits for them with a second option is told."""
    if end_hold(row):
        notices.tell_first_confirmed(options=options_behind(row.venue, showings))


def end_hold(row: Screening) -> bool:
    """Of a locked screening, which its caller confirms or calls off. Whether there was one."""
    deleted, _by_model = ScreenHold.objects.filter(screening=row).delete()
    return bool(deleted)


def expire_screen_holds() -> int:
    """Calls off every draft whose hold is over, each in its own transaction, and tells its programmer. Returns how many."""
    overdue = ScreenHold.objects.filter(until__lte=timezone.now()).order_by("screening")
    return sum(_let_go(key) for key in list(overdue.values_list("screening", flat=True)))


@transaction.atomic
def _let_go(key: int) -> bool:
    """The hold is read again under the lock: it may have been made longer, or confirmed, meanwhile."""
    row, showings = lock_screening(key)
    hold = ScreenHold.objects.filter(screening=row, until__lte=timezone.now()).first()
    if hold is None:
        return False
    hold.delete()
    if row.status != Screening.Status.DRAFT:
        return False
    row.status = Screening.Status.CANCELLED
    row.save(update_fields=["status"])
    call_off(showings)
    follow(row)
    notices.owe_for(screening=row)
    notices.tell_hold_over(screening=row)
    return True
