"""Keys (KDM): asked for by who screens a DCP, sent by the office."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.x509.oid import NameOID
from django.db import transaction
from django.utils.translation import gettext as _

from licensing.delivery.giving import locked, refuse_unless_to_do
from licensing.lookup import role_of
from licensing.models import Act, Delivery, KeyRequest, Licence, Way
from licensing.models.buyers.roles import ROLES_FOR
from licensing.notices import deliveries_owed as notices
from licensing.terms.days import LATEST_START, office_today
from licensing.terms.spans import Standing
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_OPEN = 20
"""Keys of one licence that may wait at once."""


@transaction.atomic
def ask_for_key(
    *,
    licence: Licence,
    venue: str,
    first_day: date,
    last_day: date,
    servers: str,
    send_to: str,
    by: User,
    certificates: str = "",
) -> Delivery:
    """Asks for a key for one event; it is in the office's queue, due two days before the event where there is time.

    Raises Refused (codes `not-yours`, `standing`, `no-dcp`, `first-day`, `last-day`, `servers`, `certificates`, `too-many`).
    """
    licence = Licence.objects.select_for_update(of=("self",), no_key=True).get(pk=licence.pk)
    today = office_today()
    if role_of(by, licence.institution) not in ROLES_FOR[Act.RECEIVE]:
        raise Refused(
            _("Only members of the institution ask for its keys, and not its readers."), "not-yours"
        )
    if licence.standing(today) not in {Standing.IN_FORCE, Standing.NOT_YET}:
        raise Refused(_("The licence is no longer in force."), "standing")
    if not can_ask(licence):
        raise Refused(_("No DCP is delivered under this licence, so that it needs no key."), "no-dcp")
    _refuse_days(licence, first_day, last_day, today)
    names = "\n".join(line.strip() for line in servers.splitlines() if line.strip())
    if not names:
        raise Refused(_("Name each server that plays the film."), "servers")
    names_of(certificates)
    if licence.deliveries.filter(way=Way.KEY, state=Delivery.State.TO_DO).count() >= MOST_OPEN:
        raise Refused(_("Many keys of this licence are waiting already. Write to the office."), "too-many")
    due = max(today, first_day - timedelta(days=2))
    delivery = Delivery.objects.create(licence=licence, way=Way.KEY, due_on=due)
    KeyRequest.objects.create(
        delivery=delivery, venue=venue.strip(), first_day=first_day, last_day=last_day, servers=names,
        certificates=certificates.strip(), send_to=send_to, asked_by=by,
    )  # fmt: skip
    notices.owe_key_asked(delivery)
    notices.owe_overdue([delivery])
    return delivery


@transaction.atomic
def note_key_sent(*, delivery: Delivery, by: User) -> Delivery:
    """Records that the key has been sent; who asked and where it went are told. Raises Refused (codes `office-only`, `state`, `way`, `standing`)."""
    delivery = locked(delivery, by=by)
    if delivery.way != Way.KEY:
        raise Refused(_("This is not a key."), "way")
    refuse_unless_to_do(delivery)
    delivery.state, delivery.sent_on = Delivery.State.SENT, office_today()
    delivery.save()
    notices.forget_overdue(delivery)
    notices.owe_key_sent(delivery)
    return delivery


def can_ask(licence: Licence) -> bool:
    """Whether a DCP is delivered under the licence."""
    return licence.deliveries.filter(way=Way.DCP).exists()


def names_of(certificates: str) -> list[str]:
    """The common names in servers' certificates (PEM, X.509): what the office compares with the servers' labels.

    Raises Refused (code `certificates`).
    """
    if not certificates.strip():
        return []
    try:
        found = x509.load_pem_x509_certificates(certificates.encode())
        names = [each.subject.get_attributes_for_oid(NameOID.COMMON_NAME) for each in found]
    except ValueError as error:
        raise Refused(
            _("These are not certificates. Paste each with its lines BEGIN CERTIFICATE and END CERTIFICATE."),
            "certificates",
        ) from error
    return [str(name[0].value) if name else _("without a name") for name in names]


def _refuse_days(licence: Licence, first_day: date, last_day: date, today: date) -> None:
    if first_day < max(today, licence.starts_on):
        raise Refused(_("The event begins before the licence, or in the past."), "first-day")
    if last_day < first_day:
        raise Refused(_("The event ends before it begins."), "last-day")
    if licence.ends_on is not None and last_day > licence.ends_on:
        raise Refused(_("The event ends after the licence."), "last-day")
    if last_day > today + LATEST_START:
        raise Refused(_("Ask for a key at most eighteen months before the event’s last day."), "last-day")
