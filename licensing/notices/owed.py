"""Which messages licensing owes to whom, and when. What each says is in `kinds`.

Each matter goes to the institution's mailbox for it, where there is one: invoices to accounts payable, licences and their
ends to the library, screenings to the programme. Where there is none, invoices go to the buyer, or once the buyer has left to
whoever may order, and licences to every member too, so that nothing goes only to one person who has left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import models
from django.utils import timezone

from licensing.lookup import role_of
from licensing.models import Act, Mailbox
from licensing.models.buyers.roles import ROLES_FOR
from licensing.notices.ending import EXPIRY_DAYS
from reminders import outbox
from reminders.notices import Notice, Recipient, owe_notices
from revisions.prepared import Prepared, fetched

if TYPE_CHECKING:
    from accounts.models import User
    from licensing.models import (
        CreditNote,
        Exemption,
        Institution,
        Invitation,
        Invoice,
        JoinRequest,
        Licence,
        Order,
        Receipt,
        Refund,
    )

DUE_DAYS = 7
EXEMPTION_DAYS = 30
OVERDUE_DAYS = (3, 14, 30)


def owe_verification_asked(*, institution: Institution) -> None:
    """To the office, each time that it is asked."""
    now = timezone.now().isoformat()
    asked = Notice(
        kind="licensing.verification-asked", about=institution, to=Recipient.office(), occasion=now
    )
    owe_notices([asked])


def owe_verification_answered(*, institution: Institution) -> None:
    """To every member who may order: verified, or why not."""
    now = timezone.now().isoformat()
    owe_notices(
        Notice(kind="licensing.verification-answered", about=institution, to=member, occasion=now)
        for member in members(institution, Act.ORDER)
    )


def owe_mailbox_question(*, mailbox: Mailbox, by: User) -> None:
    """To the mailbox, in the language of whoever entered it: whether it wants this mail."""
    to = Recipient(mailbox.email, None, by.language, by.time_zone)
    owe_notices([Notice(kind="licensing.mailbox-question", about=mailbox, to=to)])


def owe_invitation(*, invitation: Invitation) -> None:
    """To the invited address, in the language of whoever invites."""
    by = invitation.invited_by
    to = Recipient(invitation.email, None, by.language, by.time_zone)
    owe_notices([Notice(kind="licensing.invitation", about=invitation, to=to)])


def owe_join_asked(*, request: JoinRequest) -> None:
    """To the administrators; to the office where there is none."""
    owners = members(request.institution, Act.ADMINISTER)
    kind = "licensing.join-asked" if owners else "licensing.join-asked-of-office"
    owe_notices(Notice(kind=kind, about=request, to=each) for each in owners or [Recipient.office()])


def owe_join_accepted(*, request: JoinRequest) -> None:
    to = Recipient.person(request.user)
    owe_notices([Notice(kind="licensing.join-accepted", about=request, to=to)])


def owe_exemption_asked(*, exemption: Exemption) -> None:
    owe_notices([Notice(kind="licensing.exemption-asked", about=exemption, to=Recipient.office())])


def owe_exemption_answered(*, exemption: Exemption) -> None:
    """To accounts payable, or the administrators where there is no such mailbox: accepted, or why not."""
    now = timezone.now().isoformat()
    owe_notices(
        Notice(kind="licensing.exemption-answered", about=exemption, to=each, occasion=now)
        for each in _keepers_of_exemptions(exemption)
    )


def owe_exemption_ending(*, exemption: Exemption) -> None:
    """To the institution and the office, 30 days before the last day."""
    keepers = _keepers_of_exemptions(exemption)
    told = [notice for each in keepers for notice in before_the_end(exemption, each)]
    owe_notices(
        [*told, *before_the_end(exemption, Recipient.office(), "licensing.exemption-ending-for-office")]
    )


def before_the_end(
    exemption: Exemption, to: Recipient, kind: str = "licensing.exemption-ending"
) -> Iterator[Notice]:
    """Nothing of a certificate without a last day."""
    if exemption.expires_on is not None:
        day = exemption.expires_on - timedelta(days=EXEMPTION_DAYS)
        yield Notice(kind=kind, about=exemption, to=to, due_at=to.at(day))


def _keepers_of_exemptions(exemption: Exemption) -> list[Recipient]:
    institution = exemption.institution
    owners = members(institution, Act.ADMINISTER)
    return mailboxes(institution, Mailbox.Matter.ACCOUNTS_PAYABLE, like=owners) or owners


def owe_order_placed(*, order: Order) -> None:
    """To the buyer, and to the office, of an order that was not accepted by rule."""
    office = Notice(kind="licensing.order-to-handle", about=order, to=Recipient.office())
    owe_notices([of_order_placed(order), office])


def of_order_placed(order: Order) -> Notice:
    """To the buyer."""
    return Notice(kind="licensing.order-placed", about=order, to=Recipient.person(order.placed_by))


def owe_invoice_issued(*, invoice: Invoice) -> None:
    """The invoice itself at once; and, unless it is paid by card, reminders before and after it is due."""
    owe_notices(of_invoice_issued(invoice))


def of_invoice_issued(invoice: Invoice) -> list[Notice]:
    """What `owe_invoice_issued` owes."""
    order = invoice.order
    recipients = _accounts_payable(order.institution, order.placed_by)
    issued = [Notice(kind="licensing.invoice-issued", about=invoice, to=each) for each in recipients]
    is_asked = order.method != order.Method.CARD
    reminders = (notice for each in recipients for notice in until_paid(invoice, each))
    return [*issued, *(reminders if is_asked else ())]


def owe_invoice_again(invoice: Invoice) -> None:
    """For an invoice that was paid and is owed once more: the reminders that are still to come, or else one at once."""
    order = invoice.order
    if order.kind == order.Kind.DONATION:
        return
    now = timezone.now()
    for each in _accounts_payable(order.institution, order.placed_by):
        ahead = [notice for notice in until_paid(invoice, each) if notice.due_at and notice.due_at > now]
        at_once = Notice(
            kind="licensing.invoice-overdue", about=invoice, to=each, occasion=f"again-{now.isoformat()}"
        )
        owe_notices(ahead or [at_once])


def until_paid(invoice: Invoice, to: Recipient) -> Iterator[Notice]:
    """Before the day on which it is due, and after."""
    soon = to.at(invoice.due_on - timedelta(days=DUE_DAYS))
    yield Notice(kind="licensing.invoice-due", about=invoice, to=to, due_at=soon)
    for days in OVERDUE_DAYS:
        late = to.at(invoice.due_on + timedelta(days=days))
        yield Notice(kind="licensing.invoice-overdue", about=invoice, to=to, due_at=late, occasion=str(days))


def owe_licences_issued(
    *, licences: Sequence[Licence], to: Sequence[Recipient], also: Sequence[Notice] = ()
) -> None:
    """The certificates at once; and reminders 90, 60, 30 and 7 days before a last day, and on it.

    `to` are those of `library`. One statement, however many licences and members; `also` is owed in the same.
    """
    pairs = [(licence, each) for licence in licences for each in to]
    issued = [Notice(kind="licensing.licence-issued", about=licence, to=each) for licence, each in pairs]
    ends = (notice for licence, each in pairs for notice in until_the_end(licence, each))
    owe_notices([*also, *issued, *ends])


def until_the_end(licence: Licence, to: Recipient) -> Iterator[Notice]:
    """One message an institution, recipient and day, whatever ends: it says when it is sent which licences those are."""
    if licence.ends_on is None:
        return
    for days in EXPIRY_DAYS:
        day = licence.ends_on - timedelta(days=days)
        yield Notice(
            kind="licensing.licences-ending",
            about=licence.institution,
            to=to,
            due_at=to.at(day),
            occasion=day.isoformat(),
            data={"day": day.isoformat()},
        )


def owe_credit_note(*, credit_note: CreditNote) -> None:
    """To who got the invoice, with what becomes of the licences."""
    order = credit_note.invoice.order
    owe_notices(
        Notice(kind="licensing.credit-note-issued", about=credit_note, to=each)
        for each in _accounts_payable(order.institution, order.placed_by)
    )


def owe_receipt(*, receipt: Receipt, order: Order) -> None:
    owe_notices(
        Notice(kind="licensing.receipt-issued", about=receipt, to=each)
        for each in _accounts_payable(order.institution, order.placed_by)
    )


def owe_refunded(*, refund: Refund) -> None:
    order = refund.invoice.order
    owe_notices(
        Notice(kind="licensing.refunded", about=refund, to=each)
        for each in _accounts_payable(order.institution, order.placed_by)
    )


def owe_licence_changed(*, licence: Licence, kind: str, because: str) -> None:
    """To the library's mailbox or every member, each time. `kind` is the name of a `kinds.LicenceChanged`."""
    now = timezone.now().isoformat()
    people = library(licence.institution, licence.line.order.placed_by)
    owe_notices(
        Notice(kind=kind, about=licence, to=each, occasion=now, data={"because": because}) for each in people
    )


def owe_new_end(*, licence: Licence) -> None:
    """The reminders of its end, for another last day than before. Those of the former day then no longer name it."""
    people = library(licence.institution, licence.line.order.placed_by)
    owe_notices(notice for each in people for notice in until_the_end(licence, each))


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


def forget(about: models.Model) -> int:
    """Cancels the waiting messages about a row. Returns how many."""
    return outbox.cancel(subject=outbox.subject_of(about))


def forget_order(order: Order) -> None:
    """Cancels the announcements of a cancelled order, but not the notice that its card payment is in trouble."""
    kinds = ("licensing.order-placed", "licensing.order-to-handle")
    outbox.cancel_many(subjects=[outbox.subject_of(order)], kinds=kinds)


def forget_due(invoice: Invoice) -> None:
    """Cancels the reminders of a paid invoice; the invoice itself is still sent."""
    kinds = ("licensing.invoice-due", "licensing.invoice-overdue")
    outbox.cancel_many(subjects=[outbox.subject_of(invoice)], kinds=kinds)


def mailboxes(
    institution: Institution, matter: Mailbox.Matter, *, like: Sequence[Recipient]
) -> list[Recipient]:
    """The institution's confirmed addresses for a matter, written to in the language and time zone of the first of `like`."""
    language, zone = (like[0].language, like[0].time_zone) if like else _office_words()
    found = [each for each in _mailboxes_of(institution) if each.matter == matter and each.confirmed_at]
    return [Recipient(each.email, None, language, zone) for each in found]


def _mailboxes_of(institution: Institution) -> Sequence[Mailbox]:
    """In the order in which they were entered; one statement, however many matters are asked for."""
    known = vars(institution).setdefault("_prefetched_objects_cache", {})
    if "mailboxes" not in known:
        rows = _MAILBOXES.rows(institution=institution.pk)
        known["mailboxes"] = fetched(institution.mailboxes.all(), rows)
    return sorted(known["mailboxes"], key=lambda each: each.pk)


_MAILBOXES = Prepared(lambda: Mailbox.objects.filter(institution=-1), institution=-1)


def _office_words() -> tuple[str, str]:
    office = Recipient.office()
    return office.language, office.time_zone


def members(institution: Institution, to: Act = Act.SEE) -> list[Recipient]:
    """Active members whose role may do this, in the order in which they joined."""
    return [Recipient.person(each) for each in _MEMBERS[to].rows(institution=institution.pk)]


def _members_for(to: Act) -> Prepared[User]:
    return Prepared(
        lambda: (
            get_user_model()
            .objects.filter(
                is_active=True, memberships__institution=-1, memberships__role__in=sorted(ROLES_FOR[to])
            )
            .order_by("memberships__pk")
        ),
        institution=-1,
    )


_MEMBERS = {act: _members_for(act) for act in Act}


def _accounts_payable(institution: Institution, buyer: User) -> list[Recipient]:
    """The mailboxes, else the buyer while a member, else who may order; where that is nobody, the buyer."""
    person = Recipient.person(buyer)
    boxes = mailboxes(institution, Mailbox.Matter.ACCOUNTS_PAYABLE, like=[person])
    if boxes or (buyer.is_active and role_of(buyer, institution)):
        return boxes or [person]
    return members(institution, Act.ORDER) or [person]


def library(institution: Institution, buyer: User) -> list[Recipient]:
    """The buyer while a member, and the mailboxes; where there are none, all members; each address once.

    Where that is nobody, the buyer, so that a licence reaches somebody.
    """
    person, people = Recipient.person(buyer), members(institution)
    buyers = [each for each in people if each.user == buyer]
    others = mailboxes(institution, Mailbox.Matter.LIBRARY, like=[person]) or people
    return list({each.email.lower(): each for each in [*buyers, *others]}.values()) or [person]
