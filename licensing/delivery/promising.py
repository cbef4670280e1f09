"""What a licence is owed: decided when it is issued, from its type and from the copies that exist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import ScreeningCopy
from licensing.models import Delivery, DeliveryFile, Licence, Way
from licensing.models.licences.ways import ACCESS
from licensing.models.licences.works import works_under
from licensing.notices import deliveries_owed as notices
from licensing.terms.days import office_today
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

LEAD = timedelta(days=7)
"""Films reach a cinema five working days ahead; without that time, as soon as the office can be asked for it (`in_time`)."""
WORKING_DAYS = 2
SATURDAY = 5
FORMATS = {
    Way.DISC: (ScreeningCopy.Format.BLU_RAY, ScreeningCopy.Format.DVD),
    Way.DCP: (ScreeningCopy.Format.DCP,),
}


@transaction.atomic(savepoint=False)
def promise_deliveries(*, licences: Sequence[Licence]) -> list[Delivery]:
    """Writes what each new licence is owed, as its type says; called in the transaction that issues them.

    Files that are there are given at once. Everything else waits in the office's queue, which is reminded when it is late.
    """
    owed = [each for each in licences if each.line.licence_type.delivers]
    if not owed:
        return []
    works = works_under(each.film_id for each in owed)
    ready = films_with_files(set().union(*works.values()))
    made = [
        _promised(each, Way(each.line.licence_type.delivers), is_ready=bool(works[each.film_id] & ready))
        for each in owed
    ]
    Delivery.objects.bulk_create(made)
    notices.owe_overdue([each for each in made if each.state == Delivery.State.TO_DO])
    return made


@transaction.atomic
def promise_another(*, licence: Licence, way: Way, by: User) -> Delivery:
    """Owes a licence one delivery more, such as a disc beside the stream.

    Raises Refused (codes `office-only`, `way`).
    """
    licence = Licence.objects.select_for_update(no_key=True).get(pk=licence.pk)
    refuse_unless_may(by, "licensing.change_delivery")
    if way == Way.KEY or (way in ACCESS and licence.deliveries.filter(way=way).exists()):
        raise Refused(_("The licence already has this."), "way")
    works = works_under([licence.film_id])[licence.film_id]
    delivery = _promised(licence, way, is_ready=bool(films_with_files(works)))
    delivery.save()
    if delivery.state == Delivery.State.TO_DO:
        notices.owe_overdue([delivery])
    else:
        notices.owe_ready(delivery)
    return delivery


def due_day(licence: Licence, today: date) -> date:
    return max(in_time(today), licence.starts_on - LEAD)


def in_time(today: date) -> date:
    """The day by which the office has had two working days: what is ordered on a Friday is due on Tuesday."""
    day, left = today, WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day


def copies_for(licence: Licence, way: Way) -> Iterable[ScreeningCopy]:
    """The copies that a parcel may hold."""
    found = ScreeningCopy.objects.filter(
        film__in=works_under([licence.film_id])[licence.film_id], format__in=FORMATS[way]
    )
    return found.select_related("film__part_of")


def _promised(licence: Licence, way: Way, *, is_ready: bool) -> Delivery:
    delivery = Delivery(licence=licence, way=way, due_on=due_day(licence, office_today()))
    if way == Way.FILE and is_ready:
        delivery.state, delivery.given_at = Delivery.State.GIVEN, timezone.now()
    return delivery


def films_with_files(films: Iterable[int]) -> frozenset[int]:
    """Those of the films that can be downloaded."""
    files = DeliveryFile.objects.of(films).filter(kind=DeliveryFile.Kind.FILM)
    return frozenset(files.values_list("copy__film", flat=True))
