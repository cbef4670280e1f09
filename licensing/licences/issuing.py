"""Licences are issued when an order is paid."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.documents.certificate import compose_certificate
from licensing.documents.numbers import next_number
from licensing.documents.proofs import sign_certificate
from licensing.models import Licence, Order, OrderLine
from licensing.notices import owed as notices
from licensing.terms.days import last_day, office_today
from licensing.terms.rights import Grants
from licensing.typesetting.printing import refuse_unprintable, texts_of
from wording.countries import country_label
from wording.refusals import Refused


@transaction.atomic
def issue_licences(*, order: Order) -> list[Licence]:
    """Issues a licence for each line of a paid order that has none yet. Returns all the order's licences.

    Each stores a snapshot of licensee, type and grants, and its certificate's words; it is signed, and its notices are
    put into the outbox.
    Raises Refused (codes `not-paid`, `unprintable`).
    """
    order = (
        Order.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution")
        .get(pk=order.pk)
    )
    if order.status != Order.Status.PAID:
        raise Refused(_("Licences are issued when the order is paid in full."), "not-paid")
    lines = order.lines.filter(licence=None).select_related("film__part_of", "licence_type")
    for line in lines:
        licence = _issue(order, line)
        notices.owe_licence_issued(licence=licence)
    return list(Licence.objects.filter(line__order=order).order_by("pk"))


def refuse_unprintable_licences(order: Order) -> None:
    """Raises Refused (code `unprintable`) when a line's certificate could not be printed. Called before money is requested."""
    for line in order.lines.select_related("film__part_of", "licence_type"):
        refuse_unprintable(*texts_of(compose_certificate(_licence_of(order, line, number=""))))


def _issue(order: Order, line: OrderLine) -> Licence:
    number = next_number(prefix="LIC", year=office_today().year)
    licence = _licence_of(order, line, number=number)
    licence.document = compose_certificate(licence)
    refuse_unprintable(*texts_of(licence.document))
    licence.certificate = sign_certificate(licence)
    licence.save()
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
