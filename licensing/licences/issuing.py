"""Licences are issued when an order is accepted; an order by card is accepted by its payment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.delivery.promising import promise_deliveries
from licensing.documents.numbers import next_numbers
from licensing.documents.proof.certificate import compose_certificate
from licensing.documents.proof.film_said import Directors, directors_of
from licensing.documents.proof.proofs import sign_certificate
from licensing.licences.ending import supersede
from licensing.licences.resting import ask_again, hold_still, is_awaited
from licensing.models import Licence, Order, OrderLine, UpgradeCredit
from licensing.notices import owed as notices
from licensing.prices.territory import rights_of, territory_within
from licensing.terms.days import office_today
from licensing.terms.ours import Right, days_held, needed_for
from licensing.terms.rights import Grants
from licensing.terms.stretches import stretch_at
from office.distributor.snapshot import Selling
from reminders.notices import Notice, Recipient, owe_notices
from typesetting.printing import refuse_unprintable, texts_of
from wording.countries import country_label
from wording.refusals import Refused

SUPERSEDABLE = (Licence.Status.ACTIVE, Licence.Status.SUSPENDED)
ISSUED_IN = (Order.Status.INVOICED, Order.Status.PAID)


@transaction.atomic
def issue_licences(*, order: Order) -> list[Licence]:
    """Issues a licence for each line of an accepted order that has none yet. Returns all the order's licences.

    Raises Refused (codes `after-report`, `donation`, `not-accepted`, `not-paid` for an order by card, `unprintable`, `territory`).
    """
    order = (
        Order.objects.select_for_update(of=("self",), no_key=True)
        .select_related("institution", "placed_by")
        .get(pk=order.pk)
    )
    issue_for(order)
    return list(Licence.objects.filter(line__order=order).order_by("pk"))


@dataclass(frozen=True, slots=True)
class ReadAhead:
    """What an order's licences need: read before any number is taken, because others wait for its lock until the commit.

    `ours` are our rights, by film; `to` gets the licences.
    """

    ours: Mapping[int, Sequence[Right]]
    directors: Directors
    to: Sequence[Recipient]


def read_ahead(order: Order, ours: Mapping[int, Sequence[Right]] | None = None) -> ReadAhead:
    """Three statements; two where the caller has read our rights with the prices."""
    films = [line.film for line in order.load_lines()]
    return ReadAhead(
        ours or rights_of(films),
        directors_of(films),
        notices.library(order.institution, order.placed_by),
    )


def issue_for(
    order: Order,
    selling: Selling | None = None,
    *,
    may_have_some: bool = True,
    ready: ReadAhead | None = None,
    also: Sequence[Notice] = (),
) -> list[Licence]:
    """Issues what a locked order has not got yet, in the same number of statements however many lines and members.

    Each licence stores a snapshot of licensee, type and grants, and its certificate's words; it is signed, and its notices
    are put into the outbox, with those in `also`. What each is to be delivered is promised with it. What waited for a
    licence, such as a screening suspended from sale, is asked again in the same transaction. `ready` is given by a caller
    that takes a number itself. Raises Refused (codes as of `issue_licences`).
    """
    if order.kind == Order.Kind.AFTER_REPORT:
        raise Refused(_("A fee after a report brings no licence: there is one already."), "after-report")
    if order.kind == Order.Kind.DONATION:
        raise Refused(_("A donation brings no licence."), "donation")
    if order.status not in ISSUED_IN:
        raise Refused(_("Licences are issued when the order is accepted."), "not-accepted")
    if order.method == Order.Method.CARD and order.status != Order.Status.PAID:
        raise Refused(_("Licences are issued when the order is paid in full."), "not-paid")
    had = Licence.objects.filter(line__order=order).values_list("line", flat=True) if may_have_some else ()
    licensed = set(had)
    lines = [line for line in order.load_lines() if line.pk not in licensed]
    if not lines:
        owe_notices(also)
        return []
    hold_concerned(order)
    ready = ready or read_ahead(order)
    selling = selling or Selling.on(office_today())
    selling.use_terms()
    numbers = next_numbers(prefix="LIC", year=office_today().year, how_many=len(lines))
    issued = [
        _signed(_licence_of(order, line, number, ready.ours[line.film.pk]), selling, ready.directors)
        for line, number in zip(lines, numbers, strict=True)
    ]
    Licence.objects.bulk_create(issued)
    _supersede_upgraded(issued)
    promise_deliveries(licences=issued)
    notices.owe_licences_issued(licences=issued, to=ready.to, also=also)
    if is_awaited(order.institution):
        ask_again(issued[-1])
    return issued


def hold_concerned(order: Order) -> None:
    """Locks what the order's upgrades will end and what rests on it, or what waits for a licence: before any number is taken,
    as the order of locks asks. Nothing for an order that brings no licence.
    """
    if order.kind != Order.Kind.LICENCES:
        return
    if is_awaited(order.institution) or _credits_of(order.load_lines()):
        hold_still(order.institution_id)


def _supersede_upgraded(issued: list[Licence]) -> None:
    """The licences that the new ones were upgraded from end, unless they are over already."""
    successors = {licence.line_id: licence for licence in issued}
    for credit in _credits_of([licence.line for licence in issued]):
        successor = successors[credit.line_id]
        if credit.licence.status not in SUPERSEDABLE:
            continue
        with override(settings.LANGUAGE_CODE):
            because = _("Upgraded to licence %(number)s.") % {"number": successor.number}
        supersede(licence=credit.licence, successor=successor, because=because, by=None)


def _credits_of(lines: list[OrderLine]) -> list[UpgradeCredit]:
    """What the lines were credited. No statement where each has the price of the list: then none was."""
    found = [line.pk for line in lines if line.because]
    if not found:
        return []
    return list(UpgradeCredit.objects.filter(line__in=found).select_related("licence").order_by("licence"))


def refuse_unprintable_licences(order: Order, selling: Selling) -> None:
    """Raises Refused (code `unprintable`) when a line's certificate could not be printed. Called before money is requested."""
    lines = order.load_lines()
    ours = rights_of(line.film for line in lines)
    directors = directors_of(line.film for line in lines)
    for line in lines:
        licence = _licence_of(order, line, "", ours[line.film.pk])
        refuse_unprintable(*texts_of(compose_certificate(licence, selling, directors)))


def _signed(licence: Licence, selling: Selling, directors: Directors) -> Licence:
    licence.document = compose_certificate(licence, selling, directors)
    refuse_unprintable(*texts_of(licence.document))
    licence.certificate = sign_certificate(licence)
    return licence


def _licence_of(order: Order, line: OrderLine, number: str, ours: Sequence[Right]) -> Licence:
    """The licence for a line, issued now, not yet signed or saved; `ours` are our rights to the film."""
    institution = order.institution
    starts_on = max(
        line.starts_on or order.starts_on, office_today()
    )  # nobody pays for days before they had the licence
    ends_on = _last_day_within_right(line, order, starts_on, ours)
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
        sites=[site["name"] for site in line.sites],
        named_sites=line.sites,
        issued_at=timezone.now(),
    )


def _last_day_within_right(
    line: OrderLine, order: Order, starts_on: date, ours: Sequence[Right]
) -> date | None:
    """The last day that the grants name, or that of our right, if the licence began later than ordered. Raises Refused."""
    country, grants = order.institution.country, Grants.from_json(line.grants)
    needed = needed_for(grants.uses, order.tier)
    stretch = stretch_at(days_held(ours, country, needed), starts_on)
    if stretch is None:
        raise Refused.saying(territory_within(ours, line.film, country, starts_on, starts_on, needed))
    if line.ends_on is not None and line.ends_on < starts_on:
        raise Refused(
            _("The licence for %(line)s would have ended on %(day)s. Cancel the order."),
            "line-over",
            {"line": line.description, "day": date_format(line.ends_on)},
        )
    ends_on = line.ends_on or grants.last_day(starts_on)
    return min(filter(None, (ends_on, stretch.ends_on)), default=None)
