"""What happens to a card payment after it was made: refunds and disputes, as the gateway tells of them.

Events come twice, late, and in any order. Each is written down once; what they mean together is worked out from all of
them, under the order's lock, so that their order does not matter.
"""

from __future__ import annotations

from decimal import Decimal

import moneyed
from django.db import connection, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from djmoney.money import Money

from licensing.licences.resting import hold_still
from licensing.models import CardEvent, CardPayment, CreditNote, Invoice, Order, Payment, Refund
from licensing.notices import owed as notices
from licensing.sales.invoicing.balance import account_of
from licensing.sales.invoicing.credits import issue_credit_note, spread
from licensing.sales.invoicing.invoices import locked, restate
from licensing.sales.invoicing.licences_follow import Cause, reinstate_of, suspend_of
from licensing.sales.payment.gateways import Later
from licensing.terms.days import office_today

State = CardEvent.State
INTENT = int.from_bytes(b"CARD")
"""The class of the advisory locks on payments at the gateway: “CARD” in ASCII."""


@transaction.atomic
def hear(*, event: Later) -> CardPayment | None:
    """Writes an event down, once, and does what follows. None while its payment is not known to us: then that follows when it is."""
    hold_intent(event.intent)
    row = CardEvent(
        key=event.key, intent=event.intent, state=event.state, amount=event.amount, dispute=event.dispute
    )
    CardEvent.objects.bulk_create([row], ignore_conflicts=True)
    payment = CardPayment.objects.filter(intent=event.intent).first() if event.intent else None
    if payment is None:
        return None
    order = locked(Order(pk=payment.order_id))
    follow(payment, order)
    return payment


def hold_intent(intent: str) -> None:
    """Whoever records a payment and whoever hears of it wait for each other, by the payment's name at the gateway.

    Neither would see the other's rows before the commit, and nothing would follow. Before any other lock.
    """
    if intent:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [INTENT, intent])


def hold_for_news(intent: str, order: Order) -> None:
    """Locks the licences if something was heard about a payment that is about to be recorded: before its documents get numbers."""
    if intent and CardEvent.objects.filter(intent=intent).exists():
        hold_still(order.institution_id)


def follow(payment: CardPayment, order: Order) -> None:
    """Brings refunds, credit notes and licences up to what was heard about a payment. The order must be locked."""
    received = Payment.objects.filter(event_key=f"card:{payment.token}").select_related("invoice").first()
    events = list(CardEvent.objects.filter(intent=payment.intent)) if payment.intent else []
    if received is None or not events:
        return
    hold_still(order.institution_id)
    invoice = received.invoice
    _record_refunds(payment, invoice, order, [each.amount for each in events if each.state == State.REFUNDED])
    _note_failed(payment, invoice, order, {e.dispute: e.amount for e in events if e.state == State.FAILED})
    final: dict[str, CardEvent] = {}
    for each in events:
        if each.state not in (State.REFUNDED, State.FAILED) and (
            each.state != State.DISPUTED or each.dispute not in final
        ):
            final[each.dispute] = each
    for each in final.values():
        if each.state == State.LOST:
            _take_back(payment, invoice, order, each)
    if any(each.state == State.DISPUTED for each in final.values()):
        _withhold(order, [each for each in final.values() if each.state == State.DISPUTED])
    else:
        reinstate_of(order, cause=Cause.DISPUTE)


def _record_refunds(payment: CardPayment, invoice: Invoice, order: Order, told: list[moneyed.Money]) -> None:
    """The gateway tells how much was refunded so far: what is not recorded of that is recorded now."""
    if not told:
        return
    so_far = max(amount.amount for amount in told)
    known = payment.refunds.filter(method=Refund.Method.CARD).aggregate(known=Sum("amount"))["known"] or 0
    account = account_of(invoice)
    told_now = Money(so_far - known, invoice.total.currency)
    new = Money(min(told_now.amount, account.kept.amount), invoice.total.currency)
    if told_now > new:
        _report_twice(order, told_now - new, f"{payment.token}:twice:{so_far}")
    if new.amount <= 0:
        return
    _refund(payment, invoice, new, Refund.Method.CARD, f"card-refund:{payment.token}:{so_far}")
    if new > account.to_refund:
        trouble = _(
            "%(amount)s was refunded to the card, which no credit note covers. Issue one, or ask the buyer to pay again."
        )
        notices.owe_card_trouble(
            order=order, token=f"{payment.token}:{so_far}", trouble=trouble % {"amount": new}
        )
    restate(order, account_of(invoice))


def _note_failed(
    payment: CardPayment, invoice: Invoice, order: Order, failed: dict[str, moneyed.Money]
) -> None:
    """Refunds that the card's bank sent back, by their names at the gateway: what is not noted of them is noted now."""
    refunds = list(payment.refunds.filter(method=Refund.Method.CARD).order_by("-pk"))
    left = sum(amount.amount for amount in failed.values()) - sum(refund.failed for refund in refunds)
    noted = Decimal(0)
    for refund in refunds:
        part = min(left - noted, refund.amount.amount - refund.failed)
        if part > 0:
            noted += part
            refund.failed += part
            refund.save(update_fields=["failed"])
    if not noted:
        return
    trouble = _(
        "A refund of %(amount)s did not reach the card, and the money is back with us. Return it by transfer, and record that."
    )
    amount = Money(noted, invoice.total.currency)
    token = f"{payment.token}:failed:{','.join(sorted(failed))}"[:200]
    notices.owe_card_trouble(order=order, token=token, trouble=trouble % {"amount": amount})
    restate(order, account_of(invoice))


def _take_back(payment: CardPayment, invoice: Invoice, order: Order, lost: CardEvent) -> None:
    """A lost dispute: the bank took the money back, so as much is credited, and the licences are revoked."""
    key = f"dispute:{lost.dispute}"[:200]
    if Refund.objects.filter(event_key=key).exists():
        return
    account = account_of(invoice)
    amount = Money(min(lost.amount.amount, account.kept.amount), invoice.total.currency)
    if lost.amount.amount > amount.amount:
        rest = Money(lost.amount.amount - amount.amount, invoice.total.currency)
        _report_twice(order, rest, f"{lost.dispute}:twice"[:200])
    if amount.amount <= 0:
        return
    _refund(payment, invoice, amount, Refund.Method.DISPUTE, key)
    if credited := spread(invoice, amount):
        issue_credit_note(
            invoice=invoice,
            amounts=credited,
            because=_("The card payment was disputed, and the bank returned the money."),
            licences=CreditNote.Licences.REVOKED,
            request_key=key,
            total=amount if amount < account.creditable else None,
            by=None,
        )
        order.refresh_from_db(fields=["status"])
    restate(order, account_of(invoice))


def _report_twice(order: Order, amount: Money, token: str) -> None:
    """More went back than we had received and not returned: no row may say so, and the office must know."""
    trouble = _(
        "%(amount)s went back to the card that had been returned before, by transfer, cheque or card. Ask the buyer to send it back."
    )
    notices.owe_card_trouble(order=order, token=token, trouble=trouble % {"amount": amount})


def _withhold(order: Order, disputes: list[CardEvent]) -> None:
    suspend_of(order, cause=Cause.DISPUTE, because=_("The card payment is disputed."))
    for each in disputes:
        trouble = _(
            "The card payment of %(amount)s is disputed. Answer the bank on the gateway's pages; the licences are suspended until it has decided."
        ) % {"amount": each.amount}
        notices.owe_card_trouble(order=order, token=each.dispute, trouble=trouble)


def _refund(payment: CardPayment, invoice: Invoice, amount: Money, method: str, key: str) -> None:
    refund = Refund.objects.create(
        invoice=invoice,
        card_payment=payment,
        amount=amount,
        method=method,
        refunded_on=office_today(),
        event_key=key,
    )
    if method == Refund.Method.CARD:
        notices.owe_refunded(refund=refund)
