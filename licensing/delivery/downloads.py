"""Downloads: counted for each file of a licence, resumed under the same count, refused when the licence is not in force.

A link is a signed token that names its download and lasts for hours. It needs no session, because programs that resume
a download have none; whoever has it acts for the person who asked for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.core import signing
from django.db import transaction
from django.db.models import Count, F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from licensing.delivery.files import place_of
from licensing.lookup import role_of
from licensing.models import Act, Delivery, DeliveryFile, Download, Licence, Way
from licensing.models.buyers.roles import ROLES_FOR
from licensing.models.licences.works import works_under
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

LINK_LASTS = timedelta(hours=6)
RESUMED_WITHIN = timedelta(days=2)
"""Asking again within this time continues the same download, without counting another."""
MOST_COPIES = 10
"""How often the whole file may be asked for in one download: a weak connection asks for the rest again and again."""
SALT = "licensing.delivery.downloads"


@dataclass(frozen=True, slots=True)
class Offered:
    """A file on a licence's page, and how many of its downloads have been used."""

    file: DeliveryFile
    used: int
    left: int


def files_of(delivery: Delivery) -> list[Offered]:
    """What a delivery gives access to: the files of the copies of all films under its licence. Three queries."""
    works = works_under([delivery.licence.film_id])[delivery.licence.film_id]
    files = DeliveryFile.objects.of(works).select_related("copy__film__part_of")
    counts = delivery.downloads.order_by().values_list("file").annotate(n=Count("pk"))
    used = {file: int(n) for file, n in counts}
    return [
        Offered(file, used.get(file.pk, 0), max(delivery.downloads_allowed - used.get(file.pk, 0), 0))
        for file in sorted(files, key=_place)
    ]


def _place(file: DeliveryFile) -> tuple[int, int, int, str]:
    """The parts in their order, and of each copy the film first."""
    kinds = DeliveryFile.Kind.values
    return file.copy.film.part_number or 0, file.copy_id, kinds.index(file.kind), file.path


def begin_download(*, delivery: Delivery, file: DeliveryFile, by: User) -> str:
    """Counts a download and returns the token of its link. Asked again by the same person, it goes on with the same one.

    Raises Refused (codes `members-only`, `not-given`, `not-in-force`, `not-of-this-licence`, `missing`, `limit`).
    """
    _refuse_access(delivery, file, by)
    place_of(file)
    return token_of(_counted(delivery=delivery, file=file, by=by))


@transaction.atomic
def _counted(*, delivery: Delivery, file: DeliveryFile, by: User) -> Download:
    delivery = Delivery.objects.select_for_update(of=("self",), no_key=True).get(pk=delivery.pk)
    now = timezone.now()
    counted = Download.objects.filter(delivery=delivery, file=file)
    begun = counted.filter(
        person=by, begun_at__gt=now - RESUMED_WITHIN, bytes_asked__lt=file.size * MOST_COPIES
    )
    if download := begun.select_related("delivery", "file").first():
        return download
    if counted.count() >= delivery.downloads_allowed:
        raise Refused(
            _("All downloads of this file (%(n)d) have been used. Ask the office if you need more.")
            % {"n": delivery.downloads_allowed},
            "limit",
        )
    return Download.objects.create(delivery=delivery, file=file, person=by, begun_at=now)


def token_of(download: Download) -> str:
    """The link's signed token, for the next hours."""
    until = (timezone.now() + LINK_LASTS).timestamp()
    named = [download.pk, download.file_id, download.delivery.licence_id, int(until)]
    return signing.dumps(named, salt=SALT)


def download_of(token: str) -> Download | None:
    """The download that a token names; None if the token is not ours. Raises Refused (code `expired`)."""
    try:
        pk, file, licence, until = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    if until < timezone.now().timestamp():
        raise Refused(_("This link has expired. Get a fresh one from the licence's page."), "expired")
    found = Download.objects.select_related("file", "person", "delivery__licence__institution")
    return found.filter(pk=pk, file=file, delivery__licence=licence).first()


def open_download(*, download: Download, visitor: User | AnonymousUser) -> Path:
    """Where the file lies, if it may be sent now: everything is asked again at each transfer.

    Raises Refused as `begin_download` does, and with the code `not-yours` for someone else who is signed in.
    """
    if visitor.is_authenticated and not _may_receive(download.delivery.licence, visitor):
        raise Refused(_("This link belongs to another institution."), "not-yours")
    _refuse_access(download.delivery, download.file, download.person)
    return place_of(download.file)


def note_transfer(*, download: Download, size: int) -> None:
    """Records that so many bytes were asked for. Raises Refused (code `copied`) beyond what resuming explains."""
    room = Download.objects.filter(pk=download.pk, bytes_asked__lt=download.file.size * MOST_COPIES)
    is_noted = room.update(
        transfers=F("transfers") + 1, bytes_asked=F("bytes_asked") + size, last_at=timezone.now()
    )
    if not is_noted:
        raise Refused(
            _("This link has been used too often. Get a fresh one from the licence's page."), "copied"
        )


@transaction.atomic
def allow_downloads(*, delivery: Delivery, allowed: int, by: User) -> Delivery:
    """Changes how often each file of the licence may be downloaded. Raises Refused (codes `office-only`, `allowed`)."""
    delivery = Delivery.objects.select_for_update(of=("self",), no_key=True).get(pk=delivery.pk)
    refuse_unless_may(by, "licensing.change_delivery")
    if not 0 < allowed <= 1000:
        raise Refused(_("Allow between 1 and 1000 downloads."), "allowed")
    delivery.downloads_allowed = allowed
    delivery.save(update_fields=["downloads_allowed"])
    return delivery


def why_not_in_force(licence: Licence) -> str:
    """Why nothing can be watched or downloaded under the licence today; empty when it can."""
    standing = licence.standing(office_today())
    if standing is Standing.IN_FORCE:
        return ""
    if standing is Standing.NOT_YET:
        return _("Licence %(number)s begins on %(day)s. Until then nothing can be downloaded or watched.") % {
            "number": licence.number,
            "day": date_format(licence.starts_on),
        }
    if standing is Standing.ENDED:
        return _("Licence %(number)s has ended.") % {"number": licence.number}
    return _("Licence %(number)s is not in force.") % {"number": licence.number}


def _refuse_access(delivery: Delivery, file: DeliveryFile, person: User) -> None:
    licence = delivery.licence
    if not _may_receive(licence, person):
        raise Refused(
            _("Only members of the institution download its films, and not its readers."), "members-only"
        )
    if why := why_not_in_force(licence):
        raise Refused(why, "not-in-force")
    if delivery.way != Way.FILE or delivery.state != Delivery.State.GIVEN:
        raise Refused(_("The office has not given access to the files yet."), "not-given")
    if not file.is_offered or file.copy.film_id not in works_under([licence.film_id])[licence.film_id]:
        raise Refused(_("This file does not belong to the licence."), "not-of-this-licence")


def _may_receive(licence: Licence, person: User) -> bool:
    return person.is_active and role_of(person, licence.institution) in ROLES_FOR[Act.RECEIVE]
