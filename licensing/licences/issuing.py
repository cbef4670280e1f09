"""Licences: issued when an order is paid, held by institutions, revoked by the office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.delivery.promising import promise_deliveries
from licensing.documents.certificate import compose_certificate
from licensing.documents.numbers import next_number
from licensing.documents.proofs import sign_certificate
from licensing.models import Licence, Order, OrderLine
from licensing.notices import owed as notices
from licensing.prices.territory import stretches_in, territory_of
from licensing.terms.days import office_today
from licensing.terms.rights import Grants
from licensing.terms.stretches import stretch_at
from licensing.typesetting.printing import refuse_unprintable, texts_of
from office.distributor.snapshot import Selling
from office.permissions import may
from wording.countries import country_label
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def issue_licences(*, order: Order) -> list[Licence]:
    """Issues a licence for each line of a paid order that has none yet. Returns all the order's licences.

    Each stores a snapshot of licensee, type and grants, and its certificate's words; it is signed, and its notices are
    put into the outbox. What each is to be delivered is promised with it.
    Raises Refused (codes `not-paid`, `unprintable`, `territory`).
    """
    order = (
        Order.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution")
        .get(pk=order.pk)
    )
    if order.status != Order.Status.PAID:
        raise Refused(_("Licences are issued when the order is paid in full."), "not-paid")
    lines = order.lines.filter(licence=None).select_related("film__part_of", "licence_type")
    selling = Selling.on(office_today())
    selling.use_terms()
    issued = []
    for line in lines:
        licence = _issue(order, line, selling)
        notices.owe_licence_issued(licence=licence)
        issued.append(licence)
    promise_deliveries(licences=issued)
    return list(Licence.objects.filter(line__order=order).order_by("pk"))


@transaction.atomic
def revoke(*, licence: Licence, because: str, by: User) -> Licence:
    """Ends a licence early, with the reason that the check page will show. Idempotent.

    Raises Refused (codes `office-only`, `because`).
    """
    licence = Licence.objects.select_for_update(no_key=True).get(pk=licence.pk)
    if licence.is_revoked:
        return licence
    if not may(by, "licensing.change_licence"):
        raise Refused(_("Only the office can revoke a licence."), "office-only")
    if not because.strip():
        raise Refused(_("Say why the licence is revoked."), "because")
    licence.status = Licence.Status.REVOKED
    licence.revoked_at = timezone.now()
    licence.revoked_because = because.strip()
    licence.save(update_fields=["status", "revoked_at", "revoked_because"])
    notices.forget(licence)
    return licence


def refuse_unprintable_licences(order: Order, selling: Selling) -> None:
    """Raises Refused (code `unprintable`) when a line's certificate could not be printed. Called before money is requested."""
    for line in order.lines.select_related("film__part_of", "licence_type"):
        refuse_unprintable(*texts_of(compose_certificate(_licence_of(order, line, number=""), selling)))


def _issue(order: Order, line: OrderLine, selling: Selling) -> Licence:
    number = next_number(prefix="LIC", year=office_today().year)
    licence = _licence_of(order, line, number=number)
    licence.document = compose_certificate(licence, selling)
    refuse_unprintable(*texts_of(licence.document))
    licence.certificate = sign_certificate(licence)
    licence.save()
    return licence


def _licence_of(order: Order, line: OrderLine, *, number: str) -> Licence:
    """The licence for a line, issued now, not yet signed or saved."""
    institution = order.institution
    starts_on = max(order.starts_on, office_today())  # nobody pays for days before they had the licence
    ends_on = _last_day_within_right(line, institution.country, starts_on)
    with override(settings.LANGUAGE_CODE):
        territory = country_label(institution.country)
    return Licence(
        number=number,
        institution=institution,
        film=line.film,
        line=line,
        licensee_name=institution.legal_name,
        type_name=line.licence_type.name,
        grants=line.grants,
        starts_on=starts_on,
        ends_on=ends_on,
        territory=territory,
        countries=[institution.country],
        issued_at=timezone.now(),
    )


def _last_day_within_right(line: OrderLine, country: str, starts_on: date) -> date | None:
    """The last day that the grants name, or that of our right, if the licence began later than ordered. Raises Refused."""
    stretch = stretch_at(stretches_in(line.film, country), starts_on)
    if stretch is None:
        raise Refused.saying(territory_of(line.film, country, starts_on, starts_on))
    ends_on = Grants.from_json(line.grants).last_day(starts_on)
    return min(filter(None, (ends_on, stretch.ends_on)), default=None)
