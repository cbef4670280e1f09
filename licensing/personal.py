"""What the trade holds about a person: memberships and invitations, previews, calendar addresses; and papers that must be kept."""

from __future__ import annotations

from licensing.buyers.members import leave
from licensing.models import EducatorPreview, Invitation, JoinRequest, LicenceFeed, Membership, Order, Quote
from operations.personal.holdings import Holding, Person, deleted_whole, of_account, of_addresses

PAPERS = "Papers of the trade are kept for as long as tax law asks, with the name that they were issued with."
SCHOOL = "institution__legal_name"
_memberships = of_account(Membership.objects.all())


def _leave_all(person: Person) -> int:
    """Raises Refused (`last-administrator`)."""
    if person.user is None:
        return 0
    own = _memberships(person).select_related("institution").order_by("institution")
    rows = [membership.institution for membership in own]
    for institution in rows:
        leave(institution=institution, by=person.user)
    return len(rows)


TRADE = (
    Holding("orders", of_account(Order.objects.all(), "placed_by"), ("number", SCHOOL, "status", "placed_at"), kept=PAPERS),
    Holding("quotes", of_account(Quote.objects.all(), "asked_by"), ("number", "created_at"), kept=PAPERS),
    Holding("memberships", _memberships, (SCHOOL, "role", "joined_at"), _leave_all),
    deleted_whole(
        "invitations",
        of_addresses(Invitation.objects.all()),
        "email", SCHOOL, "role", "created_at", "accepted_at",
    ),
    deleted_whole("requests to join", of_account(JoinRequest.objects.all()), SCHOOL, "status"),
    deleted_whole(
        "previews",
        of_account(EducatorPreview.objects.all(), "asked_by"),
        "film__title", "course", "why", "status", "starts_on", "ends_on",
    ),
    deleted_whole("calendar addresses of licences", of_account(LicenceFeed.objects.all()), "renewed_at"),
)  # fmt: skip
