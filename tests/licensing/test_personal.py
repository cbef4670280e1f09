"""What the trade holds about a person, and which papers stay."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from licensing.models import Institution, Invitation, JoinRequest, Membership, Order
from operations.personal.answering import erase, export, kept_of


def test_a_buyer_gets_and_leaves_everything_but_papers(order: Order, teacher: User, office: User) -> None:
    elsewhere = Institution.objects.create(legal_name="Another School", tier="k-12", country="US")
    JoinRequest.objects.create(institution=elsewhere, user=teacher)
    Invitation.objects.create(
        institution=elsewhere,
        email=teacher.email,
        role="reader",
        invited_by=office,
        expires_at=timezone.now() + timedelta(days=3),
    )
    stored = export(email=teacher.email, by=None)["stored"]
    assert [row["number"] for row in stored["orders"]] == [order.number]
    assert {"memberships", "invitations", "requests to join", "mails"} <= stored.keys()
    assert set(kept_of(teacher.email)) == {"account", "orders"}
    Membership.objects.create(institution=order.institution, user=office, role="owner")
    erased = erase(email=teacher.email, by=None)
    assert (erased["memberships"], erased["invitations"], erased["requests to join"]) == (1, 1, 1)
    order.refresh_from_db()
    assert str(order.placed_by) == f"nobody-{teacher.pk}@forgotten.invalid"
    assert not Invitation.objects.exists()
