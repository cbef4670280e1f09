"""Licences are issued when an order is accepted; an order by card is accepted by its payment."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.documents.certificate import compose_certificate
from licensing.documents.numbers import next_numbers
from licensing.documents.proofs import sign_certificate
from licensing.models import Licence, Order, OrderLine
from licensing.notices import owed as notices
from licensing.terms.days import last_day, office_today
from licensing.terms.rights import Grants
from licensing.typesetting.printing import refuse_unprintable, texts_of
from office.distributor.snapshot import Selling
from wording.countries import country_label
from wording.refusals import Refused

ISSUED_IN = (Order.Status.INVOICED, Order.Status.PAID)


@transaction.atomic
def issue_licences(*, order: Order) -> list[Licence]:
    """Issues a licence for each line of an accepted order that has none yet. Returns all the order's licences.

    Raises Refused (codes `not-accepted`, `not-paid` for an order by card, `unprintable`).
    """
    order = (
        Order.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution", "placed_by")
        .get(pk=order.pk)
    )
    issue_for(order)
    return list(Licence.objects.filter(line__order=order).order_by("pk"))


def issue_for(order: Order, selling: Selling | None = None, *, may_have_some: bool = True) -> list[Licence]:
    """Issues what a locked order has not got yet, in the same number of statements however many lines and members.

    Each licence stores a snapshot of licensee, type and grants, and its certificate's words; it is signed, and its notices
    are put into the outbox. Raises Refused (codes as of `issue_licences`).
    """
    if order.status not in ISSUED_IN:
        raise Refused(_("Licences are issued when the order is accepted."), "not-accepted")
    if order.method == Order.Method.CARD and order.status != Order.Status.PAID:
        raise Refused(_("Licences are issued when the order is paid in full."), "not-paid")
    had = Licence.objects.filter(line__order=order).values_list("line", flat=True) if may_have_some else ()
    licensed = set(had)
    lines = [line for line in order.load_lines() if line.pk not in licensed]
    numbers = next_numbers(prefix="LIC", year=office_today().year, how_many=len(lines))
    if not lines:
        return []
    selling = selling or Selling.on(office_today())
    selling.use_terms()
    issued = [_signed(order, line, number, selling) for line, number in zip(lines, numbers, strict=True)]
    Licence.objects.bulk_create(issued)
    notices.owe_licences_issued(order=order, licences=issued)
    return issued


def refuse_unprintable_licences(order: Order, selling: Selling) -> None:
    """Raises Refused (code `unprintable`) when a line's certificate could not be printed. Called before money is requested."""
    for line in order.load_lines():
        refuse_unprintable(*texts_of(compose_certificate(_licence_of(order, line, number=""), selling)))


def _signed(order: Order, line: OrderLine, number: str, selling: Selling) -> Licence:
    licence = _licence_of(order, line, number=number)
    licence.document = compose_certificate(licence, selling)
    refuse_unprintable(*texts_of(licence.document))
    licence.certificate = sign_certificate(licence)
    return licence


def _licence_of(order: Order, line: OrderLine, *, number: str) -> Licence:
    """The licence for a line, issued now, not yet signed or saved."""
    institution = order.institution
    grants = Grants.from_json(line.grants)
    starts_on = max(order.starts_on, office_today())  # nobody pays for days before they had the licence
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
        ends_on=last_day(starts_on, grants.term_months),
        territory=territory,
        countries=[institution.country],
        issued_at=timezone.now(),
    )
