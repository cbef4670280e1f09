"""A festival is published by a worker: asked for by a page, told of as it goes, resumed after a worker that died, stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext_noop, override
from django.utils.translation import gettext as _

from catalog.waking import held_alone
from screenings.lookup import refuse_outsider
from screenings.models import Festival, FestivalPlan, FestivalPublication
from screenings.programme.festivals.publishing import planned_showings, publish_festival
from screenings.programme.locks import lock_festival
from screenings.programme.waking import notify, to_send_again
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)

LOCK_SPACE = 0x5055424C
"""The class of the advisory locks that keep two workers off the same publication: “PUBL” in ASCII."""
PUBLISH = "screenings.add_screening"
"""What the office's people need to publish a festival."""
WENT_WRONG = gettext_noop(
    "Publishing failed, and nothing was published. Please try again, and tell the office if it fails twice."
)


class _Stopped(Exception):  # noqa: N818 - nothing is wrong
    """A person has stopped it; nothing is published."""


@transaction.atomic
def ask_publication(*, festival: Festival, by: User, only_covered: bool = False) -> FestivalPublication:
    """Has a worker publish the programme once the transaction is committed. While one is under way, asking again returns that one.

    Raises Refused: `not-yours`, `too-many` (it is being planned), `no-plan`.
    """
    refuse_outsider(by, festival.institution, PUBLISH)
    under_way = FestivalPublication.objects.unanswered().filter(festival=festival)
    if (open_now := under_way.first()) is not None:  # its worker holds the lock until all is published
        return open_now
    row = lock_festival(festival.pk, to_publish=True)
    if (open_now := under_way.first()) is not None:
        return open_now
    if FestivalPlan.objects.unanswered().filter(festival=row).exists():
        raise Refused(_("The planner is still working on this festival. Wait, or stop it."), "too-many")
    planned_showings(row)
    asked = FestivalPublication.objects.create(
        festival=row, asked_by=by, only_covered=only_covered, language=get_language() or by.language
    )
    transaction.on_commit(lambda: send_to_worker(publication_id=asked.pk))
    return asked


def send_to_worker(*, publication_id: int) -> None:
    """Wakes a worker."""
    from screenings.tasks import publish_festival

    notify(publish_festival, publication_id)


def send_forgotten(*, older_than: timedelta = timedelta(seconds=30)) -> int:
    """Wakes workers for publications that no worker took, or whose worker died. Returns how many."""
    unanswered = FestivalPublication.objects.unanswered()
    keys = to_send_again(unanswered, lock_space=LOCK_SPACE, older_than=older_than, said=WENT_WRONG)
    for key in keys:
        send_to_worker(publication_id=key)
    return len(keys)


def run_publication(*, publication_id: int) -> None:
    """Publishes in a worker. Repeated or concurrent calls for one publication do the work only once.

    All of it is one transaction, which also says that it is done: a worker that dies has published nothing, and the next begins anew.
    """
    with held_alone(LOCK_SPACE, publication_id) as is_mine:
        unanswered = FestivalPublication.objects.unanswered().filter(pk=publication_id)
        if is_mine and unanswered.update(status=FestivalPublication.Status.RUNNING, done=0):
            rows = FestivalPublication.objects.select_related("festival", "asked_by")
            _publish(rows.get(pk=publication_id))


def _publish(asked: FestivalPublication) -> None:
    states = FestivalPublication.Status
    running = FestivalPublication.objects.filter(pk=asked.pk, status=states.RUNNING)
    try:
        with override(asked.language), _told_beside(asked) as tell, transaction.atomic():
            made = publish_festival(
                festival=asked.festival, by=asked.asked_by, only_covered=asked.only_covered, tell=tell
            )
            if not running.update(status=states.DONE, done=len(made), finished_at=timezone.now()):
                raise _Stopped
    except _Stopped:
        return
    except Refused as refused:
        running.update(status=states.REFUSED, refusals=refused.messages, finished_at=timezone.now())
    except Exception:
        log.exception("The publication %d of a festival failed.", asked.pk)
        running.update(status=states.FAILED, error=WENT_WRONG, finished_at=timezone.now())


@contextmanager
def _told_beside(asked: FestivalPublication) -> Iterator[Callable[[int, int], None]]:
    """Keeps how far it is by a connection of its own: what the transaction writes is seen by nobody before it ends. That connection sees
    too when a person has stopped it, and raises _Stopped, so that the festival's lock is given back soon."""
    beside = connection.copy()

    def tell(done: int, of: int) -> None:
        with beside.cursor() as cursor:
            cursor.execute(TELL, [done, of, asked.pk])
            if cursor.fetchone() == (FestivalPublication.Status.CANCELLED,):
                raise _Stopped

    try:
        yield tell
    finally:
        beside.close()


TELL = "UPDATE screenings_festivalpublication SET done = %s, total = %s WHERE id = %s RETURNING status"


def stop_publication(*, festival: Festival, by: User) -> bool:
    """Stops it, so that nothing is published. Returns whether there was still something to stop. Raises Refused: `not-yours`."""
    refuse_outsider(by, festival.institution, PUBLISH)
    under_way = FestivalPublication.objects.unanswered().filter(festival=festival)
    return bool(under_way.update(status=FestivalPublication.Status.CANCELLED, finished_at=timezone.now()))
