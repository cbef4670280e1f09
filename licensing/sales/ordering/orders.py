"""Orders: what an institution orders, at the prices of that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _
from moneyed import Money

from licensing.documents.numbers import next_order_number
from licensing.licences.resting import hold_still
from licensing.lookup import acts_for
from licensing.models import CardPayment, Institution, Order, OrderLine, PurchaseOrder, Quote
from licensing.notices import owed as notices
from licensing.prices.taxes import Taxed, tax_for
from licensing.prices.wanted import Pair, WantedLine, wanted_lines
from licensing.sales.invoicing.invoices import accept_by_rule
from licensing.sales.ordering.buyer import hold_person, locked_buyer
from licensing.sales.ordering.cart import MOST_LINES
from licensing.sales.ordering.lines import Line, mark_of_lines, priced
from licensing.sales.ordering.order_lines import (
    refuse_unfit_particulars,
    refuse_unfit_renewals,
    refuse_unfit_sites,
)
from licensing.sales.ordering.order_moves import move, refuse_illegal
from licensing.sales.ordering.purchase_orders import Share, shares_of
from licensing.sales.ordering.taxing import refuse_untaxable
from licensing.sales.payment.paying import methods_offered
from licensing.sales.quoting.quoted import (
    accept_quote,
    changes_since,
    has_upgrades,
    lines_of,
    mark_of_changes,
    refuse_unfit,
)
from licensing.sales.quoting.upgrades import give_back_credits, held_upgrades, take_credits
from licensing.terms.days import LATEST_START, office_today
from licensing.terms.ours import Right
from office.distributor.snapshot import Selling
from typesetting.printing import refuse_unprintable
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

MOST_TOTAL = Decimal(99_999_999)
"""Of one order, in any currency: less than what the columns hold."""


type Pairing = tuple[int, int]
"""A film and a licence type by their keys."""


@transaction.atomic
def place_order(
    *,
    institution: Institution,
    lines: Sequence[WantedLine | Pair] = (),
    method: str,
    by: User,
    starts_on: date,
    quote: Quote | None = None,
    sites: Mapping[Pairing, tuple[Mapping[str, Any], ...]] | None = None,
    purchase_order_number: str = "",
    purchase_order: File[Any] | None = None,
    purchase_orders: Sequence[Share] = (),
    request_key: str | None = None,
    expected: str | None = None,
) -> Order:
    """Places an order at today's prices for the institution's tier; each line keeps a snapshot of grants and price.

    With a purchase order it is accepted at once if the distributor's rule says so (`acceptance`); an institution that is not
    verified yet may order, and the rule is asked once it is verified. `purchase_orders` are several that share the
    total; for one, its number and document are enough. `expected` is the mark of the prices that the person saw
    (`offers.mark_of`), or with `quote` of the changes since that they were told (`quoted.mark_of_changes`); `sites` are those
    of the quote's lines that name none yet. The same `request_key` of the same person returns the order that it made.
    Raises Refused (codes `not-a-member`, `refused-institution`, `no-state`, `empty`, `ordered-twice`, `too-many`, `too-large`,
    `starts-too-early`, `starts-too-late`, `not-renewable`, `renewed-already`, `sites`, `no-site`, `no-purchase-order-number`, `method`,
    `price-changed`, `unprintable`, those of `pricing.quote`, `purchase_orders.shares_of`, `uploads.refuse_unfit_pdf`,
    `upgrades.why_not`, and for a quote those of `quoted.refuse_unfit` and `changed-since`).
    """
    hold_person(by)
    institution = locked_buyer(institution, by)
    if request_key and (made := Order.objects.filter(request_key=request_key, placed_by=by).first()):
        return made
    refuse_unfit_buyer(institution, by)
    quote = _taken(quote, institution, expected) if quote else None
    found = _quoted(quote, institution, sites or {}) if quote else _found(institution, lines, starts_on)
    given = [*purchase_orders] or [Share(purchase_order_number, document=purchase_order)]
    _refuse_unfit_papers(institution, found, given, method, starts_on)
    order = Order(institution=institution, placed_by=by, method=method, starts_on=starts_on)
    order.request_key = request_key or None
    priced_for = quote or institution
    order.tier, order.enrolment = priced_for.tier, priced_for.enrolment
    selling = Selling.on(office_today())
    _charge(order, found, selling, None if quote else expected)
    _write(order, found, given, quote)
    ours = _ours(found)
    if not accept_by_rule(order, selling, ours, also=[notices.of_order_placed(order)]):
        notices.owe_order_placed(order=order)
    return order


def _refuse_unfit_papers(
    institution: Institution, lines: Sequence[Line], given: Sequence[Share], method: str, starts_on: date
) -> None:
    _refuse_unfit_payment(method, given)
    refuse_unfit_start(starts_on)
    papers = [text for share in given for text in (share.number, share.cost_centre)]
    films = [str(line.film) for line in lines]
    refuse_unprintable(*papers, institution.legal_name, institution.bill_to, *films)
    refuse_mixed_currencies(lines)


def _charge(order: Order, lines: Sequence[Line], selling: Selling, expected: str | None) -> None:
    """What the order comes to. The expected tax is within the total; it is worked out again when the order is accepted."""
    amounts = [line.amount for line in lines]
    taxed = tax_for(order.institution, amounts, on=office_today(), seller=selling.row)
    order.total = total_of_lines(lines, expected, refuse_untaxable(taxed))
    order.tax, order.taxed = taxed.tax.amount, taxed.facts()


def _write(order: Order, lines: Sequence[Line], given: Sequence[Share], quote: Quote | None) -> None:
    """The order with its lines and purchase orders, what it takes of licences that it upgrades, and its quote."""
    shares = shares_of(given, order.total) if order.method == Order.Method.PURCHASE_ORDER else []
    order.purchase_order_number = shares[0].number if shares else ""
    order.number = next_order_number(year=office_today().year)
    order.save(force_insert=True)
    rows = OrderLine.objects.bulk_create([line.row(order=order) for line in lines])
    if any(line.upgrades for line in lines):
        take_credits([(row, line.credits, line.upgrades) for row, line in zip(rows, lines, strict=True)])
    if quote:
        accept_quote(quote, order)
    written = PurchaseOrder.objects.bulk_create([share.row(order) for share in shares])
    order.has_written(rows, written)


@transaction.atomic
def cancel_order(*, order: Order, by: User) -> Order:
    """Cancels an order that has not been invoiced. Idempotent.

    Raises IllegalMove, or Refused (codes `not-a-member`, `being-confirmed`).
    """
    order = Order.objects.select_for_update(no_key=True).get(pk=order.pk)
    refuse_not_cancelling(order, by)
    if order.status == Order.Status.CANCELLED:
        return order
    move(order, Order.Status.CANCELLED)
    give_back_credits(order)
    notices.forget_order(order)
    return order


def refuse_not_cancelling(order: Order, by: User) -> None:
    """Raises IllegalMove, or Refused (codes `not-a-member`, `being-confirmed`), unless the person may cancel it, or it is cancelled."""
    _refuse_outsider(order.institution, by, "licensing.change_order")
    if order.status == Order.Status.CANCELLED:
        return
    refuse_illegal(order, Order.Status.CANCELLED)
    if order.card_payments.filter(status=CardPayment.Status.PENDING).exists():
        raise Refused(
            _("The order cannot be cancelled while a payment is being confirmed."), "being-confirmed"
        )


def _refuse_outsider(institution: Institution, by: User, permission: str) -> None:
    if not acts_for(by, institution, permission):
        raise Refused(
            _("Only a member who may order for the institution, or the office, can do this."), "not-a-member"
        )


def refuse_unfit_buyer(institution: Institution, by: User) -> None:
    """Raises Refused (codes `not-a-member`, `refused-institution`)."""
    _refuse_outsider(institution, by, "licensing.add_order")
    if institution.verification == Institution.Verification.REFUSED:
        raise Refused(
            _("%(institution)s was not accepted, so it cannot order: %(because)s"),
            "refused-institution",
            {"institution": institution.legal_name, "because": institution.refused_because},
        )


def refuse_unfit_lines(wanted: Sequence[WantedLine]) -> None:
    """Raises Refused (codes `empty`, `too-many`, `ordered-twice`)."""
    if not wanted:
        raise Refused(_("There is nothing to order: the cart is empty."), "empty")
    if len(wanted) > MOST_LINES:
        raise Refused(
            _("One order can have at most %(most)d lines. Please order in several parts."),
            "too-many",
            {"most": MOST_LINES},
        )
    if len({each.key for each in wanted}) < len(wanted):
        raise Refused(_("The order contains the same licence for the same film twice."), "ordered-twice")


def refuse_unfit_start(*days: date) -> None:
    """Raises Refused (codes `starts-too-early`, `starts-too-late`)."""
    today = office_today()
    if min(days) < today:
        raise Refused(_("Licences cannot begin in the past. Choose today or later."), "starts-too-early")
    if max(days) > today + LATEST_START:
        raise Refused(_("Licences can begin at most eighteen months from now."), "starts-too-late")


def refuse_mixed_currencies(lines: Sequence[Line]) -> None:
    """Raises Refused (code `currencies`)."""
    if len({line.amount.currency for line in lines}) > 1:
        raise Refused(_("One order has one currency. Please order in several parts."), "currencies")


def total_of_lines(lines: Sequence[Line], expected: str | None, taxed: Taxed | None = None) -> Money:
    """The total, with its tax where that is known. Raises Refused (codes `price-changed`, `too-large`, `currencies`)."""
    refuse_mixed_currencies(lines)
    amounts = [line.amount for line in lines]
    total = taxed.total if taxed else sum(amounts[1:], start=amounts[0])
    tax = taxed.tax.amount if taxed else Decimal(0)
    if expected is not None and expected != mark_of_lines(lines, tax=tax):
        raise Refused.saying(
            say(
                "price-changed",
                gettext_noop(
                    "Prices have changed since this page was made. The total is now {total}: look at it, and order again if it suits you."
                ),
                total=Amount.of(total),
            )
        )
    if total.amount > MOST_TOTAL:
        raise Refused(_("The total is too large for one order. Please write to the office."), "too-large")
    return total


def _ours(lines: Sequence[Line]) -> dict[int, tuple[Right, ...]] | None:
    """Our rights, as they were read with the prices; None for a quote, whose prices were not read."""
    found = {line.film.pk: line.rights for line in lines}
    return found if all(line.rights for line in lines) else None


def _found(institution: Institution, lines: Sequence[WantedLine | Pair], starts_on: date) -> list[Line]:
    wanted = wanted_lines(lines)
    refuse_unfit_lines(wanted)
    refuse_unfit_start(starts_on, *(line.starts_on for line in wanted if line.starts_on))
    refuse_unfit_particulars(institution, wanted)
    return priced(institution, held_upgrades(institution, wanted), starts_on)


def _quoted(
    quote: Quote, institution: Institution, sites: Mapping[Pairing, tuple[Mapping[str, Any], ...]]
) -> list[Line]:
    """The quote's lines. Those that name no site get the chosen ones; what was quoted stands, whatever became of the sites."""
    found = lines_of(quote)
    refuse_unfit_renewals(institution, found)
    chosen = [
        each if each.sites else replace(each, sites=sites.get((each.film.pk, each.licence_type.pk), ()))
        for each in found
    ]
    refuse_unfit_sites(
        institution, [now for now, before in zip(chosen, found, strict=True) if not before.sites]
    )
    return chosen


def _taken(quote: Quote, institution: Institution, told: str | None) -> Quote:
    """The quote, locked, when it can be ordered and all that has changed since was told."""
    rows = Quote.objects.select_for_update(of=("self",), no_key=True).select_related("institution", "order")
    row = rows.get(pk=quote.pk)
    if has_upgrades(row):  # whoever credits or revokes what it upgrades waits, or was before
        hold_still(institution.pk)
    refuse_unfit(row, institution)
    changes = changes_since(row)
    if (told or "") != mark_of_changes(changes):
        again = gettext_noop(
            "Look at what has changed since the quote was made, and order again if it suits you."
        )
        raise Refused.saying(say("changed-since", again), *changes)
    return row


def _refuse_unfit_payment(method: str, given: Sequence[Share]) -> None:
    """What is wrong with a split is said when its total is known, all at once."""
    if method == Order.Method.PURCHASE_ORDER and len(given) == 1 and not given[0].number.strip():
        raise Refused(_("Enter the number of the purchase order."), "no-purchase-order-number")
    if method not in methods_offered():
        raise Refused(_("Choose one of the available ways to pay."), "method")
