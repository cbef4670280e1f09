"""Quotes: made from a cart or by the office, shared with a colleague, withdrawn. An order takes them (`orders.place_order`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from licensing.documents.bills.quote import quote_snapshot
from licensing.documents.numbers import next_quote_number
from licensing.lookup import acts_for
from licensing.models import Institution, Invitation, Licence, Quote, QuoteLine
from licensing.notices.quotes import owed as notices
from licensing.prices.wanted import Pair, WantedLine
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.sales.ordering.buyer import hold_person, locked_buyer
from licensing.sales.ordering.lines import Line, priced
from licensing.sales.ordering.order_lines import refuse_unfit_renewals, refuse_unfit_sites
from licensing.sales.ordering.orders import (
    refuse_unfit_buyer,
    refuse_unfit_lines,
    refuse_unfit_start,
    total_of_lines,
)
from licensing.terms.days import office_today
from office.distributor.snapshot import Selling
from office.permissions import may
from typesetting.printing import refuse_unprintable, texts_of
from wording.one_line import one_line
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

LONGEST_REASON = 250
MOST_OPEN = 200
"""Open quotes of one institution, so that nobody fills the office's list."""


@transaction.atomic
def make_quote(
    *,
    institution: Institution,
    lines: Sequence[WantedLine | Pair],
    by: User,
    starts_on: date,
    asked_by: User | None = None,
    valid_days: int | None = None,
    request_key: str | None = None,
    expected: str | None = None,
) -> Quote:
    """An offer at today's prices, valid for the distributor's number of days or as many as the office says.

    `asked_by` is the member whom the office makes it for. A line may have an own price (`lines.WantedLine`) if the office's
    person may set one (`licensing.set_quote_price`); it is noted as such. The same `request_key` of the same person returns
    the quote that it made. Sites that it does not name are chosen when it is ordered. Raises Refused (codes as of `place_order`, and `own-price`, `because`, `not-positive`,
    `fraction`, `asker`, `valid-days`, `too-many-quotes`).
    """
    asker = asked_by or by
    hold_person(by)
    institution = locked_buyer(institution, by)
    refuse_unfit_buyer(institution, by)
    if request_key and (made := Quote.objects.filter(request_key=request_key, asked_by=asker).first()):
        return made
    _refuse_unfit_asker(institution, asker, by)
    found = _found(institution, lines, starts_on, by)
    total, today = total_of_lines(found, expected), office_today()
    selling = Selling.on(today)
    quote = Quote(
        number=next_quote_number(year=today.year),
        institution=institution,
        asked_by=asker,
        made_by=by if may(by, "licensing.add_quote") else None,
        tier=institution.tier,
        enrolment=institution.enrolment,
        total=total,
        starts_on=starts_on,
        made_on=today,
        valid_until=today + timedelta(days=_days(valid_days, selling)),
        request_key=request_key or None,
    )
    _write(quote, found, selling)
    notices.owe_quote_made(quote=quote)
    return quote


def _found(
    institution: Institution, lines: Sequence[WantedLine | Pair], starts_on: date, by: User
) -> list[Line]:
    """The lines at today's prices, or at those that the office's person may set."""
    wanted = [WantedLine.of(each) for each in lines]
    refuse_unfit_lines(wanted)
    refuse_unfit_start(starts_on)
    refuse_unfit_renewals(institution, wanted)
    refuse_unfit_sites(institution, wanted, may_wait=True)
    _refuse_unfit_prices(wanted, by)
    return priced(institution, wanted, starts_on)


@transaction.atomic
def withdraw_quote(*, quote: Quote, by: User, because: str = "") -> Quote:
    """Nothing can be ordered from it any more. The office says why. Idempotent.

    Raises Refused (codes `not-a-member`, `quote-used`, `because`).
    """
    row = Quote.objects.select_for_update(of=("self",), no_key=True).get(pk=quote.pk)
    if not acts_for(by, row.institution, "licensing.change_quote"):
        raise Refused(_("Only a member who may order, or the office, can do this."), "not-a-member")
    if row.status == Quote.Status.WITHDRAWN:
        return row
    if row.status == Quote.Status.ACCEPTED:
        raise Refused(_("Quote %(number)s has been ordered already."), "quote-used", {"number": row.number})
    because = " ".join(because.split())
    is_office = not row.institution.memberships.filter(user=by).exists()
    if len(because) > LONGEST_REASON or (is_office and not because):
        raise Refused(_("Say why, in at most %(most)d characters."), "because", {"most": LONGEST_REASON})
    row.status, row.withdrawn_because = Quote.Status.WITHDRAWN, because
    row.save(update_fields=["status", "withdrawn_because"])
    notices.owe_quote_withdrawn(quote=row, is_told=is_office)
    return row


@transaction.atomic
def share_quote(*, quote: Quote, email: str, by: User) -> None:
    """Sends the link to a colleague: a member, or somebody who is invited. It shows the quote to nobody else.

    Raises Refused (codes `not-a-member`, `not-invited`).
    """
    if not acts_for(by, quote.institution, "licensing.change_quote"):
        raise Refused(_("Only a member who may order, or the office, can do this."), "not-a-member")
    email = email.strip().lower()
    member = quote.institution.members.filter(email__iexact=email, is_active=True).first()
    invited = Invitation.objects.open().filter(institution=quote.institution, email__iexact=email)
    if member is None and not invited.exists():
        raise Refused(
            _(
                "Nobody with this address acts for %(institution)s. An administrator can invite them first, on the institution's page under “Invitations”."
            ),
            "not-invited",
            {"institution": quote.institution.legal_name},
        )
    notices.owe_quote_shared(quote=quote, email=email, member=member, by=by)


def _refuse_unfit_asker(institution: Institution, asker: User, by: User) -> None:
    if asker != by and not may(by, "licensing.add_quote"):
        raise Refused(_("Only the office makes quotes for others."), "asker")
    if not acts_for(asker, institution, "licensing.add_quote"):
        raise Refused(_("Choose a member who may order for the institution."), "asker")
    if (
        institution.quotes.filter(status=Quote.Status.OPEN, valid_until__gte=office_today()).count()
        >= MOST_OPEN
    ):
        raise Refused(_("Too many quotes are open. Withdraw some first."), "too-many-quotes")


def _refuse_unfit_prices(wanted: Sequence[WantedLine], by: User) -> None:
    for each in wanted:
        if each.amount is None:
            continue
        if not may(by, "licensing.set_quote_price"):
            raise Refused(_("You may not set prices of your own on quotes."), "own-price")
        if each.amount.amount < 0:
            raise Refused(_("Enter a price of zero or more."), "not-positive")
        refuse_fractions(each.amount)
        one_line(each.because)
        if not each.because.strip() or len(each.because) > LONGEST_REASON:
            raise Refused(_("Say why the price differs from the list."), "because")


def _days(asked: int | None, selling: Selling) -> int:
    days = selling.row.quote_days if asked is None else asked
    if not 1 <= days <= 365:
        raise Refused(_("A quote is valid for 1 to 365 days."), "valid-days")
    return days


def _fact(line: Line) -> dict[str, object]:
    return {
        "film": str(line.film),
        "type": line.licence_type.name,
        "grants": line.grants,
        "amount": str(line.amount.amount),
        "listed": str(line.listed.amount) if line.listed is not None else None,
        "because": line.because,
        "charges": line.kept_charges(),
        "fee": line.kept_fee(),
        "starts_on": line.starts_on.isoformat() if line.starts_on else None,
        "ends_on": line.ends_on.isoformat() if line.ends_on else None,
        "sites": [dict(site) for site in line.sites],
        "credits": [{"number": each.number, "amount": str(each.amount.amount)} for each in line.credits],
    }


def _write(quote: Quote, lines: Sequence[Line], selling: Selling) -> None:
    quote.snapshot = quote_snapshot(quote, [_fact(line) for line in lines], selling)
    refuse_unprintable(*texts_of(quote.snapshot))
    quote.save()
    _write_lines(quote, lines)


def _write_lines(quote: Quote, lines: Sequence[Line]) -> None:
    rows = QuoteLine.objects.bulk_create(
        [
            QuoteLine(
                quote=quote,
                film=line.film,
                licence_type=line.licence_type,
                description=line.description,
                grants=line.grants,
                amount=line.amount,
                listed=line.listed.amount if line.listed is not None else None,
                because=line.because,
                charges=line.kept_charges(),
                fee=line.kept_fee(),
                starts_on=line.starts_on,
                ends_on=line.ends_on,
                renews=line.renews,
                sites=[dict(site) for site in line.sites],
            )
            for line in lines
        ]
    )
    upgraded: list[tuple[QuoteLine, Licence]] = [
        (row, licence) for row, line in zip(rows, lines, strict=True) for licence in line.upgrades
    ]
    through = QuoteLine.upgrades.through
    through.objects.bulk_create(
        [through(quoteline_id=row.pk, licence_id=licence.pk) for row, licence in upgraded]
    )
