"""What members are owed of an institution's matters when they join late, and what waits for them no longer when they leave."""

from __future__ import annotations

from collections.abc import Iterator

from licensing.models import Act, Delivery, Licence, Mailbox, Membership, RightsReport
from licensing.models.buyers.roles import ROLES_FOR
from licensing.notices.deliveries_owed import asks_back
from licensing.notices.owed import until_the_end
from licensing.notices.reports_owed import DUE, asks
from reminders import outbox
from reminders.notices import Notice, Recipient, owe_notices
from reminders.outbox import subject_of

SHIPPED = (Delivery.State.SENT, Delivery.State.RECEIVED)


def owe_what_is_still_ahead(*, membership: Membership) -> None:
    """To a new member: what the other members already wait for. Where a mailbox is written to, members get nothing of the matter."""
    matters = set(membership.institution.mailboxes.values_list("matter", flat=True))
    to = Recipient.person(membership.user)
    owed: list[Notice] = []
    if Mailbox.Matter.LIBRARY not in matters:
        owed += _of_licences(membership, to)
    if Mailbox.Matter.PROGRAMME not in matters and membership.role in ROLES_FOR[Act.SCREEN]:
        owed += _of_reports(membership, to)
    owe_notices(owed)


def owe_by_new_role(*, membership: Membership) -> None:
    """To a member whose role has changed: what it is asked, and no longer what only the former one was."""
    if membership.role not in ROLES_FOR[Act.SCREEN]:
        reports = [subject_of(each) for each in _reports(membership)]
        outbox.cancel_many(subjects=reports, kinds=[DUE], person=membership.user)
    owe_what_is_still_ahead(membership=membership)


def forget_member(*, membership: Membership) -> None:
    """Cancels what waits for somebody who acts for the institution no longer."""
    reports = [subject_of(each) for each in _reports(membership)]
    parcels = [subject_of(each) for each in _parcels(membership)]
    outbox.cancel_many(
        subjects=[subject_of(membership.institution), *reports, *parcels],
        kinds=["licensing.licences-ending", "licensing.return-due", DUE],
        person=membership.user,
    )


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


def _reports(membership: Membership) -> list[RightsReport]:
    owed = RightsReport.objects.filter(institution=membership.institution, status=RightsReport.Status.OWED)
    return list(owed)


def _parcels(membership: Membership) -> list[Delivery]:
    shipped = Delivery.objects.filter(
        licence__institution=membership.institution, state__in=SHIPPED, return_by__isnull=False
    )
    return list(shipped)
