"""Orders: what an institution orders, at the prices of that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _
from moneyed import Money

from licensing.documents.numbers import next_order_number
from licensing.lookup import acts_for
from licensing.models import CardPayment, Institution, Order, OrderLine, PurchaseOrder, Tier
from licensing.notices import owed as notices
from licensing.prices.offers import Buyer, QuotedLine, mark_of, quote_lines
from licensing.prices.wanted import Pair, WantedLine, wanted_lines
from licensing.sales.cart import MOST_LINES
from licensing.sales.invoices import accept_by_rule
from licensing.sales.order_lines import refuse_unfit_lines
from licensing.sales.order_moves import move
from licensing.sales.paying import methods_offered
from licensing.sales.purchase_orders import Share, shares_of
from licensing.terms.days import LATEST_START, office_today
from licensing.typesetting.printing import refuse_unprintable
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

MOST_TOTAL = Decimal(99_999_999)
"""Of one order, in any currency: less than what the columns hold."""


@transaction.atomic
def place_order(
    *,
    institution: Institution,
    lines: Sequence[WantedLine | Pair],
    method: str,
    by: User,
    starts_on: date,
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
    (`offers.mark_of`). If the same person sends the same `request_key` again, the existing order is returned.
    A line may have days and sites of its own, and follow a licence (`prices.wanted.WantedLine`).
    Raises Refused (codes `not-a-member`, `refused-institution`, `empty`, `ordered-twice`, `too-many`, `too-large`,
    `starts-too-early`, `starts-too-late`, `not-renewable`, `renewed-already`, `sites`, `no-purchase-order-number`, `method`, `price-changed`, `unprintable`, those of
    `pricing.quote`, of `purchase_orders.shares_of` and of `uploads.refuse_unfit_pdf`).
    """
    get_user_model().objects.select_for_update(no_key=True).get(
        pk=by.pk
    )  # requests of one person are handled one at a time
    institution = Institution.objects.select_for_update(no_key=True).get(pk=institution.pk)
    if request_key and (made := Order.objects.filter(request_key=request_key, placed_by=by).first()):
        return made
    _refuse_unfit_buyer(institution, by)
    given = [*purchase_orders] or [Share(purchase_order_number, document=purchase_order)]
    wanted = wanted_lines(lines)
    _refuse_unfit_request(wanted, method, given[0].number, starts_on)
    refuse_unfit_lines(institution, wanted)
    films = [str(line.film) for line in wanted]
    papers = [text for share in given for text in (share.number, share.cost_centre)]
    refuse_unprintable(*papers, institution.legal_name, institution.bill_to, *films)
    priced = _priced(institution, wanted, starts_on)
    total = _total_of(priced, expected)
    shares = shares_of(given, total) if method == Order.Method.PURCHASE_ORDER else []
    order = Order.objects.create(
        number=next_order_number(year=office_today().year),
        institution=institution,
        placed_by=by,
        tier=institution.tier,
        method=method,
        purchase_order_number=shares[0].number if shares else "",
        request_key=request_key or None,
        total=total,
        starts_on=starts_on,
    )
    OrderLine.objects.bulk_create([_line_of(order, line, amount) for line, amount in priced])
    PurchaseOrder.objects.bulk_create([share.row(order) for share in shares])
    accept_by_rule(order)
    notices.owe_order_placed(order=order)
    return order


@transaction.atomic
def cancel_order(*, order: Order, by: User) -> Order:
    """Cancels an order that has not been invoiced. Idempotent.

    Raises IllegalMove, or Refused (codes `not-a-member`, `being-confirmed`).
    """
    order = Order.objects.select_for_update(no_key=True).get(pk=order.pk)
    if order.status == Order.Status.CANCELLED:
        return order
    _refuse_outsider(order.institution, by, "licensing.change_order")
    if order.card_payments.filter(status=CardPayment.Status.PENDING).exists():
        raise Refused(
            _("The order cannot be cancelled while a payment is being confirmed."), "being-confirmed"
        )
    move(order, Order.Status.CANCELLED)
    notices.forget_order(order)
    return order


def _refuse_outsider(institution: Institution, by: User, permission: str) -> None:
    if not acts_for(by, institution, permission):
        raise Refused(
            _("Only a member who may order for the institution, or the office, can do this."), "not-a-member"
        )


def _refuse_unfit_buyer(institution: Institution, by: User) -> None:
    _refuse_outsider(institution, by, "licensing.add_order")
    if institution.verification == Institution.Verification.REFUSED:
        raise Refused(
            _("%(institution)s was not accepted, so it cannot order: %(because)s"),
            "refused-institution",
            {"institution": institution.legal_name, "because": institution.refused_because},
        )


def _refuse_unfit_request(
    lines: Sequence[WantedLine], method: str, purchase_order_number: str, starts_on: date
) -> None:
    today = office_today()
    days = [starts_on, *(line.starts_on for line in lines if line.starts_on)]
    if not lines:
        raise Refused(_("There is nothing to order: the cart is empty."), "empty")
    if len(lines) > MOST_LINES:
        raise Refused(
            _("One order can have at most %(most)d lines. Please order in several parts."),
            "too-many",
            {"most": MOST_LINES},
        )
    if len({line.key for line in lines}) < len(lines):
        raise Refused(_("The order contains the same licence for the same film twice."), "ordered-twice")
    if min(days) < today:
        raise Refused(_("Licences cannot begin in the past. Choose today or later."), "starts-too-early")
    if max(days) > today + LATEST_START:
        raise Refused(_("Licences can begin at most eighteen months from now."), "starts-too-late")
    if method == Order.Method.PURCHASE_ORDER and not purchase_order_number.strip():
        raise Refused(_("Enter the number of the purchase order."), "no-purchase-order-number")
    if method not in methods_offered():
        raise Refused(_("Choose one of the available ways to pay."), "method")


def _priced(
    institution: Institution, lines: Sequence[WantedLine], starts_on: date
) -> list[tuple[QuotedLine, Money]]:
    """Each line with its price. Raises Refused with all reasons against all lines."""

    buyer = Buyer(Tier(institution.tier), institution.country)
    quoted = quote_lines(lines, buyer=buyer, on=office_today(), starts_on=starts_on)
    reasons = [reason for line in quoted for reason in line.quote.reasons]
    if reasons:
        raise Refused.saying(*reasons)
    return [(line, line.quote.amount) for line in quoted if line.quote.amount is not None]


def _total_of(priced: list[tuple[QuotedLine, Money]], expected: str | None) -> Money:
    """The total. Raises Refused (codes `price-changed`, `too-large`)."""
    amounts = [amount for _line, amount in priced]
    total = sum(amounts[1:], start=amounts[0])
    if expected is not None and expected != mark_of([line for line, _amount in priced]):
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


def _line_of(order: Order, line: QuotedLine, amount: Money) -> OrderLine:
    return OrderLine(
        order=order,
        film=line.film,
        licence_type=line.licence_type,
        description=f"{line.film}. {line.licence_type.name}"[:400],
        grants=line.licence_type.grants().to_json(),
        amount=amount,
        starts_on=line.wanted.starts_on,
        ends_on=line.wanted.ends_on,
        renews=line.wanted.renews,
        sites=[dict(site) for site in line.wanted.sites],
    )
