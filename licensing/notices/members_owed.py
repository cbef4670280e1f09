"""What members are owed of an institution's matters when they join late, and what waits for them no longer when they leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db.models import Model

from licensing.models import (
    Act,
    Delivery,
    Exemption,
    Institution,
    Invoice,
    Licence,
    Mailbox,
    Membership,
    Order,
    RightsReport,
)
from licensing.models.buyers.roles import ROLES_FOR
from licensing.notices.deliveries_owed import asks_back
from licensing.notices.owed import before_the_end, members, until_paid, until_the_end
from licensing.notices.reports_owed import DUE, asks
from reminders import outbox
from reminders.notices import Notice, Recipient, owe_notices
from reminders.outbox import subject_of

if TYPE_CHECKING:
    from accounts.models import User

SHIPPED = (Delivery.State.SENT, Delivery.State.RECEIVED)
BILLS = ("licensing.invoice-due", "licensing.invoice-overdue")
EXEMPTION = "licensing.exemption-ending"


def owe_what_is_still_ahead(*, membership: Membership) -> None:
    """To a new member: what the other members already wait for. Where a mailbox is written to, members get nothing of the matter."""
    matters = set(membership.institution.mailboxes.confirmed().values_list("matter", flat=True))
    to = Recipient.person(membership.user)
    owed: list[Notice] = []
    if Mailbox.Matter.LIBRARY not in matters:
        owed += _of_licences(membership, to)
    if Mailbox.Matter.PROGRAMME not in matters and membership.role in ROLES_FOR[Act.SCREEN]:
        owed += _of_reports(membership, to)
    if Mailbox.Matter.ACCOUNTS_PAYABLE not in matters:
        owed += _of_bills(membership, to)
    owe_notices(owed)


def owe_by_new_role(*, membership: Membership) -> None:
    """To a member whose role has changed: what it is asked, and no longer what only the former one was."""
    if membership.role not in ROLES_FOR[Act.SCREEN]:
        reports = [subject_of(each) for each in _reports(membership)]
        outbox.cancel_many(subjects=reports, kinds=[DUE], person=membership.user)
    if membership.role not in ROLES_FOR[Act.ADMINISTER]:
        exemptions = [subject_of(each) for each in _exemptions(membership)]
        outbox.cancel_many(subjects=exemptions, kinds=[EXEMPTION], person=membership.user)
    if membership.role not in ROLES_FOR[Act.ORDER]:
        unpaid = _unpaid(membership.institution)
        others = [subject_of(each) for each in unpaid if each.order.placed_by_id != membership.user_id]
        outbox.cancel_many(subjects=others, kinds=BILLS, person=membership.user)
    owe_what_is_still_ahead(membership=membership)


def forget_member(*, membership: Membership) -> None:
    """Cancels what waits for somebody who acts for the institution no longer."""
    about: list[Model] = [
        membership.institution,
        *_reports(membership),
        *_parcels(membership),
        *_unpaid(membership.institution),
        *_exemptions(membership),
    ]
    outbox.cancel_many(
        subjects=[subject_of(row) for row in about],
        kinds=["licensing.licences-ending", "licensing.return-due", DUE, *BILLS, EXEMPTION],
        person=membership.user,
    )


def owe_bills_of_the_former(*, institution: Institution, buyer: User) -> None:
    """The reminders of what somebody has ordered who has just left: to whoever gets the invoices now, if those did not before."""
    unpaid = [each for each in _unpaid(institution) if each.order.placed_by_id == buyer.pk]
    if (
        not unpaid
        or institution.mailboxes.confirmed().filter(matter=Mailbox.Matter.ACCOUNTS_PAYABLE).exists()
    ):
        return
    heirs = members(institution, Act.ORDER)
    owe_notices(notice for each in unpaid for to in heirs for notice in until_paid(each, to))


def _of_licences(membership: Membership, to: Recipient) -> Iterator[Notice]:
    active = Licence.objects.without_papers().filter(
        institution=membership.institution, status=Licence.Status.ACTIVE, ends_on__isnull=False
    )
    for licence in active.select_related("institution"):
        yield from until_the_end(licence, to)
    for parcel in _parcels(membership):
        yield from asks_back(parcel, to)


def _of_reports(membership: Membership, to: Recipient) -> Iterator[Notice]:
    for report in _reports(membership):
        yield from asks(report, to)


def _of_bills(membership: Membership, to: Recipient) -> Iterator[Notice]:
    """The invoices that go to this member (see `accounts_payable`), and the certificates that an administrator renews."""
    members = set(membership.institution.memberships.values_list("user", flat=True))
    for invoice in _unpaid(membership.institution):
        buyer = invoice.order.placed_by_id
        may_order = membership.role in ROLES_FOR[Act.ORDER]
        if buyer == membership.user_id or (may_order and buyer not in members):
            yield from until_paid(invoice, to)
    if membership.role in ROLES_FOR[Act.ADMINISTER]:
        for exemption in _exemptions(membership):
            yield from before_the_end(exemption, to)


def _unpaid(institution: Institution) -> list[Invoice]:
    """Those of which reminders are sent: payable, and not by card."""
    rows = Invoice.objects.owed().filter(order__institution=institution)
    return list(rows.exclude(order__method=Order.Method.CARD).select_related("order"))


def _exemptions(membership: Membership) -> list[Exemption]:
    rows = Exemption.objects.filter(institution=membership.institution, status=Exemption.Status.ACCEPTED)
    return list(rows.filter(expires_on__isnull=False))


def _reports(membership: Membership) -> list[RightsReport]:
    owed = RightsReport.objects.filter(institution=membership.institution, status=RightsReport.Status.OWED)
    return list(owed)


def _parcels(membership: Membership) -> list[Delivery]:
    shipped = Delivery.objects.filter(
        licence__institution=membership.institution, state__in=SHIPPED, return_by__isnull=False
    )
    return list(shipped)
