"""Which messages licensing owes to whom, and when. What each says is in `kinds`.

Messages about terms and invoices go to the billing address (else to the buyer) and to every member, so that a reminder does not
go only to one person who has left.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from reminders import outbox
from reminders.notices import Notice, Recipient, owe_notices

if TYPE_CHECKING:
    from accounts.models import User
    from licensing.models import CreditNote, Institution, Invoice, Licence, Order, Receipt, Refund

EXPIRY_DAYS = (90, 60, 30, 7, 0)
DUE_DAYS = 7
OVERDUE_DAYS = (3, 14, 30)


def owe_verification_asked(*, institution: Institution) -> None:
    """To the office, each time that it is asked."""
    now = timezone.now().isoformat()
    asked = Notice(
        kind="licensing.verification-asked", about=institution, to=Recipient.office(), occasion=now
    )
    owe_notices([asked])


def owe_verification_answered(*, institution: Institution) -> None:
    """To every member: verified, or why not."""
    now = timezone.now().isoformat()
    owe_notices(
        Notice(kind="licensing.verification-answered", about=institution, to=member, occasion=now)
        for member in _members(institution)
    )


def owe_order_placed(*, order: Order) -> None:
    """To the buyer; and to the office, unless the order was accepted by rule."""
    owed = [Notice(kind="licensing.order-placed", about=order, to=Recipient.person(order.placed_by))]
    if order.status == order.Status.PLACED:
        owed.append(Notice(kind="licensing.order-to-handle", about=order, to=Recipient.office()))
    owe_notices(owed)


def owe_invoice_issued(*, invoice: Invoice) -> None:
    """The invoice itself at once; and, unless it is paid by card, reminders before and after it is due."""
    order = invoice.order
    to = _billing(order.institution, order.placed_by)
    issued = Notice(kind="licensing.invoice-issued", about=invoice, to=to)
    is_asked = order.method != order.Method.CARD
    owe_notices([issued, *(_until_paid(invoice, to) if is_asked else ())])


def _until_paid(invoice: Invoice, to: Recipient) -> Iterator[Notice]:
    soon = to.at(invoice.due_on - timedelta(days=DUE_DAYS))
    if soon > timezone.now():
        yield Notice(kind="licensing.invoice-due", about=invoice, to=to, due_at=soon)
    for days in OVERDUE_DAYS:
        late = to.at(invoice.due_on + timedelta(days=days))
        yield Notice(kind="licensing.invoice-overdue", about=invoice, to=to, due_at=late, occasion=str(days))


def owe_licences_issued(*, order: Order, licences: list[Licence]) -> None:
    """The certificates at once; and reminders 90, 60, 30 and 7 days before a last day, and on it, if these are still in the future.

    In two statements, however many licences and members.
    """
    if not licences:
        return
    recipients = _everyone(order.institution, order.placed_by)
    pairs = [(licence, each) for licence in licences for each in recipients]
    issued = [Notice(kind="licensing.licence-issued", about=licence, to=each) for licence, each in pairs]
    owe_notices([*issued, *(notice for licence, each in pairs for notice in _until_the_end(licence, each))])


def _until_the_end(licence: Licence, to: Recipient) -> Iterator[Notice]:
    if licence.ends_on is None:
        return
    for days in EXPIRY_DAYS:
        at = to.at(licence.ends_on - timedelta(days=days))
        if at > timezone.now():
            yield Notice(
                kind="licensing.licence-expiring",
                about=licence,
                to=to,
                due_at=at,
                occasion=str(days),
                data={"days": days},
            )


def owe_credit_note(*, credit_note: CreditNote) -> None:
    """To who got the invoice, with what becomes of the licences."""
    order = credit_note.invoice.order
    owe_notices(
        [
            Notice(
                kind="licensing.credit-note-issued",
                about=credit_note,
                to=_billing(order.institution, order.placed_by),
            )
        ]
    )


def owe_receipt(*, receipt: Receipt, order: Order) -> None:
    to = _billing(order.institution, order.placed_by)
    owe_notices([Notice(kind="licensing.receipt-issued", about=receipt, to=to)])


def owe_refunded(*, refund: Refund) -> None:
    order = refund.invoice.order
    to = _billing(order.institution, order.placed_by)
    owe_notices([Notice(kind="licensing.refunded", about=refund, to=to)])


def owe_licence_changed(*, licence: Licence, kind: str, because: str) -> None:
    """To the billing address and every member, each time. `kind` is the name of a `kinds.LicenceChanged`."""
    now = timezone.now().isoformat()
    people = _everyone(licence.institution, licence.line.order.placed_by)
    owe_notices(
        Notice(kind=kind, about=licence, to=each, occasion=now, data={"because": because}) for each in people
    )


def owe_new_end(*, licence: Licence) -> None:
    """The reminders of its end, for another last day than before."""
    outbox.cancel_many(subjects=[outbox.subject_of(licence)], kinds=["licensing.licence-expiring"])
    people = _everyone(licence.institution, licence.line.order.placed_by)
    owe_notices(notice for each in people for notice in _until_the_end(licence, each))


def owe_card_trouble(*, order: Order, token: str, trouble: str) -> None:
    """To the office: a gateway confirmed a payment that could not be recorded."""
    notice = Notice(
        kind="licensing.card-trouble",
        about=order,
        to=Recipient.office(),
        occasion=token,
        data={"token": token, "trouble": trouble},
    )
    owe_notices([notice])


def forget(about: models.Model) -> None:
    """Cancels the waiting messages about a row."""
    outbox.cancel(subject=outbox.subject_of(about))


def forget_order(order: Order) -> None:
    """Cancels the announcements of a cancelled order, but not the notice that its card payment is in trouble."""
    kinds = ("licensing.order-placed", "licensing.order-to-handle")
    outbox.cancel_many(subjects=[outbox.subject_of(order)], kinds=kinds)


def forget_due(invoice: Invoice) -> None:
    """Cancels the reminders of a paid invoice; the invoice itself is still sent."""
    kinds = ("licensing.invoice-due", "licensing.invoice-overdue")
    outbox.cancel_many(subjects=[outbox.subject_of(invoice)], kinds=kinds)


def _members(institution: Institution) -> list[Recipient]:
    return [Recipient.person(user) for user in institution.members.filter(is_active=True).order_by("pk")]


def _billing(institution: Institution, buyer: User) -> Recipient:
    """The billing address where there is one, in the buyer's language and time zone; else the buyer."""
    if not institution.billing_email:
        return Recipient.person(buyer)
    return Recipient(institution.billing_email, None, buyer.language, buyer.time_zone)


def _everyone(institution: Institution, buyer: User) -> list[Recipient]:
    """The billing address or the buyer, and all members; each address once."""
    people = [_billing(institution, buyer), *_members(institution)]
    return list({recipient.email.lower(): recipient for recipient in people}.values())
