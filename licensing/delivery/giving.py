"""Access that the office gives: to files that are ready, and to a stream by a host's address and a key."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.delivery.promising import films_with_files
from licensing.models import Delivery, HostedLink, Licence, Way
from licensing.models.licences.works import works_under
from licensing.notices import deliveries_owed as notices
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User


@transaction.atomic
def give_access(
    *, delivery: Delivery, by: User, link: HostedLink | None = None, stream_key: str = ""
) -> Delivery:
    """Gives access to the files, or to a stream; the members are told. Where the host asks for a key and none is given, one is made.

    Raises Refused (codes `office-only`, `state`, `standing`, `way`, `no-files`, `link`).
    """
    delivery = locked(delivery, by=by)
    refuse_unless_to_do(delivery)
    if delivery.way not in {Way.FILE, Way.STREAM}:
        raise Refused(_("Access is given to files and streams only."), "way")
    films = works_under([delivery.licence.film_id])[delivery.licence.film_id]
    if delivery.way == Way.FILE and not films_with_files(films):
        raise Refused(
            _("No copy of this film has a file. Add one first: manage.py add_delivery_file."), "no-files"
        )
    if delivery.way == Way.STREAM:
        if link is None or link.copy.film_id not in films:
            raise Refused(_("Choose where the film is streamed."), "link")
        delivery.link = link
        delivery.stream_key = stream_key.strip() or (token_urlsafe(12) if link.asks_for_key else "")
    delivery.state, delivery.given_at = Delivery.State.GIVEN, timezone.now()
    delivery.save()
    notices.forget_overdue(delivery)
    notices.owe_ready(delivery)
    return delivery


@transaction.atomic
def close_access(*, delivery: Delivery, by: User) -> Delivery:
    """Records that the host no longer shows the film to a licensee. Raises Refused (codes `office-only`, `state`)."""
    delivery = locked(delivery, by=by)
    if delivery.way != Way.STREAM or delivery.state != Delivery.State.GIVEN:
        raise Refused(_("No access is given."), "state")
    delivery.state = Delivery.State.CLOSED
    delivery.save()
    notices.forget(delivery)
    return delivery


def links_for(licence: Licence) -> QuerySet[HostedLink]:
    films = works_under([licence.film_id])[licence.film_id]
    return HostedLink.objects.filter(copy__film__in=films).select_related("copy__film__part_of")


def locked(delivery: Delivery, *, by: User) -> Delivery:
    """The delivery's row, locked after its licence's. Raises Refused (code `office-only`)."""
    refuse_unless_may(by, "licensing.change_delivery")
    Licence.objects.select_for_update(no_key=True).get(pk=delivery.licence_id)
    found = Delivery.objects.select_for_update(of=("self",), no_key=True).with_listing()
    return found.get(pk=delivery.pk)


def refuse_unless_to_do(delivery: Delivery) -> None:
    """Raises Refused (codes `state`, `standing`) for what is done, or for a licence that allows nothing any more."""
    if delivery.state != Delivery.State.TO_DO:
        raise Refused(_("This has been done already."), "state")
    if delivery.licence.standing(office_today()) not in {Standing.IN_FORCE, Standing.NOT_YET}:
        raise Refused(_("The licence is no longer in force: nothing is delivered under it."), "standing")
