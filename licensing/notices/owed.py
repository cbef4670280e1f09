"""What licensing owes to whom, and when. What each notice says is in `kinds`.

Terms and invoices are told to the billing address (else to the buyer) and to every member, so that a reminder does not
go only to one person who has left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils import timezone

from reminders import outbox

if TYPE_CHECKING:
    from accounts.models import User
    from licensing.models import Institution, Invoice, Licence, Order

MORNING = time(9, 0)
EXPIRY_DAYS = (90, 60, 30, 7, 0)
DUE_DAYS = 7
OVERDUE_DAYS = (3, 14, 30)


@dataclass(frozen=True, slots=True)
class Recipient:
    """An address, and the language and time zone in which it is written to."""

    email: str
    user: User | None
    language: str
    time_zone: str

    def morning_of(self, day: date) -> datetime:
        return datetime.combine(day, MORNING, ZoneInfo(self.time_zone))


def owe_verification_asked(*, institution: Institution) -> None:
    """To the office, each time that it is asked."""
    _owe("licensing.verification-asked", institution, _office(), occasion=timezone.now().isoformat())


def owe_verification_answered(*, institution: Institution) -> None:
    """To every member: verified, or why not."""
    occasion = timezone.now().isoformat()
    for recipient in _members(institution):
        _owe("licensing.verification-answered", institution, recipient, occasion=occasion)


def owe_order_placed(*, order: Order) -> None:
    _owe("licensing.order-placed", order, _person(order.placed_by))
    _owe("licensing.order-to-handle", order, _office())


def owe_invoice_issued(*, invoice: Invoice) -> None:
    """The invoice itself at once; and, for one that is not paid by card, a word before it is due and after."""
    order = invoice.order
    for recipient in _billing(order.institution, order.placed_by):
        _owe("licensing.invoice-issued", invoice, recipient)
        if order.method == order.Method.CARD:
            continue
        due = recipient.morning_of(invoice.due_on - timedelta(days=DUE_DAYS))
        _owe("licensing.invoice-due", invoice, recipient, due_at=due)
        for days in OVERDUE_DAYS:
            late = recipient.morning_of(invoice.due_on + timedelta(days=days))
            _owe("licensing.invoice-overdue", invoice, recipient, due_at=late, occasion=str(days))


def owe_licence_issued(*, licence: Licence) -> None:
    """The certificate at once; and a word 90, 60, 30 and 7 days before the last day, and on it, as far as they are to come."""
    buyer = licence.line.order.placed_by
    for recipient in _everyone(licence.institution, buyer):
        _owe("licensing.licence-issued", licence, recipient)
        if licence.ends_on is None:
            continue
        for days in EXPIRY_DAYS:
            at = recipient.morning_of(licence.ends_on - timedelta(days=days))
            if at > timezone.now():
                _owe(
                    "licensing.licence-expiring",
                    licence,
                    recipient,
                    due_at=at,
                    occasion=str(days),
                    data={"days": days},
                )


def owe_card_trouble(*, order: Order, token: str, trouble: str) -> None:
    """To the office: a gateway confirmed a payment that could not be entered."""
    data = {"token": token, "trouble": trouble}
    _owe("licensing.sales.card-trouble", order, _office(), occasion=token, data=data)


def forget(about: models.Model) -> None:
    """What is still waiting to be said about a row need not be said any more."""
    outbox.cancel(subject=outbox.subject_of(about))


def forget_order(order: Order) -> None:
    """A cancelled order need not be announced any more; that its card payment is in trouble must be, all the same."""
    for kind in ("licensing.order-placed", "licensing.order-to-handle"):
        outbox.cancel(subject=outbox.subject_of(order), kind=kind)


def forget_due(invoice: Invoice) -> None:
    """A paid invoice is neither due nor overdue; the invoice itself is sent all the same."""
    for kind in ("licensing.invoice-due", "licensing.invoice-overdue"):
        outbox.cancel(subject=outbox.subject_of(invoice), kind=kind)


def _owe(
    kind: str,
    about: models.Model,
    to: Recipient,
    *,
    due_at: datetime | None = None,
    occasion: str = "",
    data: dict[str, Any] | None = None,
) -> None:
    subject = outbox.subject_of(about)
    outbox.owe(
        key=":".join(filter(None, (kind, subject, to.email, occasion))),
        kind=kind,
        subject=subject,
        recipient=to.email,
        due_at=due_at or timezone.now(),
        user=to.user,
        language=to.language,
        time_zone=to.time_zone,
        data=data,
    )


def _office() -> Recipient:
    return Recipient(settings.CONTACT_EMAIL, None, settings.LANGUAGE_CODE, settings.TIME_ZONE)


def _person(user: User) -> Recipient:
    return Recipient(user.email, user, user.language, user.time_zone)


def _members(institution: Institution) -> list[Recipient]:
    return [_person(user) for user in institution.members.filter(is_active=True).order_by("pk")]


def _billing(institution: Institution, buyer: User) -> list[Recipient]:
    """The billing address where there is one, in the buyer's language and time zone; else the buyer."""
    if not institution.billing_email:
        return [_person(buyer)]
    return [Recipient(institution.billing_email, None, buyer.language, buyer.time_zone)]


def _everyone(institution: Institution, buyer: User) -> list[Recipient]:
    """The billing address or the buyer, and all members; each address once."""
    people = [*_billing(institution, buyer), *_members(institution)]
    return list({recipient.email.lower(): recipient for recipient in people}.values())
