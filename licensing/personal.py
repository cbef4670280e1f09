"""What the trade holds about a person: memberships and invitations, previews, calendar addresses; and papers that must be kept."""

from __future__ import annotations

from collections.abc import Iterable

from licensing.buyers.members import leave
from licensing.models import (
    EducatorPreview,
    Invitation,
    JoinRequest,
    LicenceFeed,
    Membership,
    Order,
    Quote,
)
from operations.personal.holdings import Holding, Person, Row, values

PAPERS = "Papers of the trade are kept for as long as tax law asks, with the name that they were issued with."


def _memberships(person: Person) -> Iterable[Row]:
    return (
        values(Membership.objects.filter(user=person.user), "institution__legal_name", "role", "joined_at")
        if person.user
        else []
    )


def _leave_all(person: Person) -> int:
    """Raises Refused (`last-administrator`)."""
    if person.user is None:
        return 0
    own = Membership.objects.filter(user=person.user).select_related("institution").order_by("institution")
    rows = [membership.institution for membership in own]
    for institution in rows:
        leave(institution=institution, by=person.user)
    return len(rows)


def _invitations(person: Person) -> Iterable[Row]:
    rows = Invitation.objects.filter(email__in=person.emails)
    return values(rows, "email", "institution__legal_name", "role", "created_at", "accepted_at")


def _erase_invitations(person: Person) -> int:
    return Invitation.objects.filter(email__in=person.emails).delete()[0]


def _join_requests(person: Person) -> Iterable[Row]:
    return (
        values(JoinRequest.objects.filter(user=person.user), "institution__legal_name", "status")
        if person.user
        else []
    )


def _erase_join_requests(person: Person) -> int:
    return JoinRequest.objects.filter(user=person.user).delete()[0] if person.user else 0


def _previews(person: Person) -> Iterable[Row]:
    rows = EducatorPreview.objects.filter(asked_by=person.user)
    return (
        values(rows, "film__title", "course", "why", "status", "starts_on", "ends_on") if person.user else []
    )


def _erase_previews(person: Person) -> int:
    return EducatorPreview.objects.filter(asked_by=person.user).delete()[0] if person.user else 0


def _feeds(person: Person) -> Iterable[Row]:
    return values(LicenceFeed.objects.filter(user=person.user), "renewed_at") if person.user else []


def _erase_feeds(person: Person) -> int:
    return LicenceFeed.objects.filter(user=person.user).delete()[0] if person.user else 0


def _orders(person: Person) -> Iterable[Row]:
    rows = Order.objects.filter(placed_by=person.user)
    return values(rows, "number", "institution__legal_name", "status", "placed_at") if person.user else []


def _quotes(person: Person) -> Iterable[Row]:
    return values(Quote.objects.filter(asked_by=person.user), "number", "created_at") if person.user else []


TRADE = (
    Holding("orders", _orders, kept=PAPERS),
    Holding("quotes", _quotes, kept=PAPERS),
    Holding("memberships", _memberships, _leave_all),
    Holding("invitations", _invitations, _erase_invitations),
    Holding("requests to join", _join_requests, _erase_join_requests),
    Holding("previews", _previews, _erase_previews),
    Holding("calendar addresses of licences", _feeds, _erase_feeds),
)
