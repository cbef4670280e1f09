"""The invoice for what reports make due under a licence: an order of its own kind, accepted as it is made, that brings no licence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from moneyed import Money

from licensing.documents.numbers import next_order_number
from licensing.models import Institution, Licence, Order, OrderLine
from licensing.prices.taxes import tax_for
from licensing.sales.invoicing.invoices import is_without_address, issue_accepted, refuse_without_address
from licensing.sales.ordering.acceptance import rule_for
from licensing.sales.ordering.taxing import refuse_untaxable
from licensing.terms.charging.discounts import Charge
from licensing.terms.days import office_today
from office.distributor.snapshot import Selling
from office.permissions import refuse_unless_may
from wording.sentences import sentence

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def invoice_after_report(
    *,
    licence: Licence,
    institution: Institution,
    charges: Sequence[Charge],
    words: Sequence[str],
    by: User | None,
) -> OrderLine | None:
    """Issues the invoice of what `charges` come to, with `words` about the reports; the institution must be locked.

    `by` None: only if the distributor's rule says so, else None. The rules about what can be ordered do not apply: no
    unpaid limit stops what is owed already. Raises Refused (codes `office-only`, `no-state`, `no-address-of-ours`, `unprintable`).
    """
    refuse_unless_may(by, "licensing.add_invoice")
    amounts = [each.amount for each in charges]
    amount = sum(amounts[1:], start=amounts[0])
    selling = Selling.on(office_today())
    order = _order(licence, institution, amount, selling)
    rule = rule_for(order)
    if by is None and (not rule.after_report_at_once or is_without_address(order, selling)):
        return None
    refuse_without_address(order, selling)
    order.number = next_order_number(year=office_today().year)
    order.save()
    line = OrderLine.objects.create(
        order=order,
        film=licence.film,
        licence_type=licence.line.licence_type,
        description=_description(licence),
        grants=licence.grants,
        amount=amount,
        charges=_kept(charges, words),
    )
    order.has_written([line], [])
    issue_accepted(order, rule, selling)
    return line


def _order(licence: Licence, institution: Institution, amount: Money, selling: Selling) -> Order:
    """Not saved yet. Made out to whoever ordered the licence, at the tier of that order."""
    before = licence.line.order
    taxed = refuse_untaxable(tax_for(institution, [amount], on=office_today(), seller=selling.row))
    return Order(
        kind=Order.Kind.AFTER_REPORT,
        method=Order.Method.INVOICE,
        institution=institution,
        placed_by=before.placed_by,
        tier=before.tier,
        enrolment=before.enrolment,
        purchase_order_number=before.purchase_order_number,
        total=taxed.total,
        tax=taxed.tax.amount,
        taxed=taxed.facts(),
        starts_on=office_today(),
    )


def _description(licence: Licence) -> str:
    with override(settings.LANGUAGE_CODE):
        words = _("%(film)s. %(type)s, licence %(number)s: fee after the report") % {
            "film": licence.film, "type": licence.type_name, "number": licence.number
        }  # fmt: skip
    return words[:400]


def _kept(charges: Sequence[Charge], words: Sequence[str]) -> list[dict[str, str]]:
    """In the office's language, as documents say them: first the reports, which cost nothing, then what adds up to the amount."""
    with override(settings.LANGUAGE_CODE):
        amounts = [
            {"kind": each.kind, "words": sentence(each.said), "amount": str(each.amount.amount)}
            for each in charges
        ]
    return [*({"kind": "report", "words": each, "amount": "0"} for each in words), *amounts]
