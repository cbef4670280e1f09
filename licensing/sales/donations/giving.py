"""Donations: an order of its own kind with one line, for no film and no licence, without tax.

An order has an institution and a person. Whoever gives for themselves gives as an individual, which no office need verify.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from djmoney.money import Money

from licensing.buyers.institutions import register_institution
from licensing.documents.numbers import next_order_number
from licensing.lookup import acts_for
from licensing.models import Act, Donation, DonationOffer, Institution, Order, OrderLine, SupportPage, Tier
from licensing.notices.donations import owe_announced
from licensing.sales.ordering.acceptance import refuse_fractions
from licensing.sales.ordering.buyer import hold_person, locked_buyer
from licensing.sales.payment.gateways import takes_cards
from licensing.terms.charging.tax import Treatment
from licensing.terms.days import office_today
from office.distributor.snapshot import Selling
from typesetting.printing import refuse_unprintable
from wording.refusals import Refused
from wording.say import Amount, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

Listing = Donation.Listing


def open_page() -> SupportPage | None:
    """The page while donations are taken. One statement."""
    return SupportPage.objects.filter(is_open=True).first()


def ways_to_give(currency: str) -> list[Order.Method]:
    """By card where a gateway takes them; by transfer where we have an account in the currency."""
    has_bank = bool(Selling.on(office_today()).snapshot(currency=currency)["bank"])
    return [
        *([Order.Method.CARD] if takes_cards() else []),
        *([Order.Method.INVOICE] if has_bank else []),
    ]


@transaction.atomic
def give(
    *,
    amount: Money,
    method: str,
    by: User,
    institution: Institution | None = None,
    donor: str = "",
    country: str = "",
    listing: str = Listing.NO,
    name: str = "",
    request_key: str | None = None,
) -> Order:
    """Places the order of a donation. Without `institution` the person gives for themselves: as `donor` of `country`, where
    they have not done so before.

    The same `request_key` of the same person returns the order that it made. Raises Refused (codes `closed`, `amount`,
    `fraction`, `method`, `not-a-member`, `name`, `unprintable`) and ValidationError for words that cannot be kept.
    """
    hold_person(by)
    if request_key and (made := Order.objects.filter(request_key=request_key, placed_by=by).first()):
        return made
    if open_page() is None:
        raise Refused(_("No donations are taken at the moment."), "closed")
    refuse_unfit_amount(amount)
    if method not in ways_to_give(str(amount.currency)):
        raise Refused(_("Choose one of the available ways to pay."), "method")
    institution = locked_buyer(institution or _individual(by, donor, country), by)
    if not acts_for(by, institution, "licensing.add_order", Act.ORDER):
        raise Refused(
            _("Only a member who may order for the institution can give in its name."), "not-a-member"
        )
    refuse_unprintable(institution.legal_name, institution.bill_to)
    order = _order(institution, amount, method, by, request_key)
    wish = Donation(
        order=order, listing=listing, name=" ".join(name.split()) if listing == Listing.NAMED else ""
    )
    if listing == Listing.NAMED and not wish.name:
        raise Refused(_("Enter the name to be listed."), "name")
    wish.full_clean()
    wish.save()
    if method == Order.Method.INVOICE:
        owe_announced(order)
    return order


def refuse_unfit_amount(amount: Money) -> None:
    """Raises Refused (codes `amount`, `fraction`)."""
    offer = DonationOffer.objects.filter(currency=str(amount.currency)).first()
    if offer is None:
        raise Refused(_("Choose one of the currencies of this page."), "amount")
    if not offer.least <= amount.amount <= offer.most:
        raise Refused.saying(
            say(
                "amount",
                gettext_noop(
                    "Enter an amount from {least} to {most}. To give more, please write to the office."
                ),
                least=Amount.of(Money(offer.least, offer.currency)),
                most=Amount.of(Money(offer.most, offer.currency)),
            )
        )
    refuse_fractions(amount)


def _individual(by: User, donor: str, country: str) -> Institution:
    """As whom the person gives for themselves."""
    own = (
        Institution.objects.of(by, Act.ORDER)
        .filter(tier=Tier.INDIVIDUAL, verification="verified")
        .order_by("pk")
        .first()
    )
    if own is not None:
        return own
    if not donor.strip():
        raise Refused(_("Enter your name, as the receipt is to say it."), "donor")
    return register_institution(legal_name=donor, tier=Tier.INDIVIDUAL, country=country or "US", by=by)


def _order(institution: Institution, amount: Money, method: str, by: User, request_key: str | None) -> Order:
    with override(settings.LANGUAGE_CODE):
        description = _("Donation")
        untaxed = _("A donation: no tax is charged.")
    order = Order.objects.create(
        number=next_order_number(year=office_today().year),
        kind=Order.Kind.DONATION,
        method=method,
        institution=institution,
        placed_by=by,
        tier=institution.tier,
        total=amount,
        taxed={"treatment": Treatment.OUTSIDE_SCOPE.value, "charges": [], "because": untaxed, "numbers": []},
        starts_on=office_today(),
        request_key=request_key or None,
    )
    line = OrderLine.objects.create(order=order, description=description, grants={}, amount=amount)
    order.has_written([line], [])
    return order
