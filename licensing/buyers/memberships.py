"""The institutions that a signed-in person is a member of. They are fetched together with the person: no statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from accounts.models import User
from accounts.signed_in import known_of
from licensing.models import Institution, Membership

FETCHED = "memberships"


@dataclass(frozen=True, slots=True)
class OwnInstitution:
    """An institution as its members see it on every page."""

    membership: int
    pk: int
    legal_name: str
    tier: str
    verification: str

    def get_absolute_url(self) -> str:
        return reverse("licensing:institution", args=[self.pk])

    @property
    def may_order(self) -> bool:
        """As `InstitutionQuerySet.acting`."""
        return self.verification != Institution.Verification.REFUSED


def fetched_with_person() -> Any:
    """For `accounts.signed_in.fetch_with_person`: memberships in the order in which institutions are listed."""
    rows = Membership.objects.filter(user=OuterRef("pk")).order_by("institution__legal_name", "institution")
    columns = {name: F(f"institution__{name}") for name in ("pk", "legal_name", "tier", "verification")}
    return ArraySubquery(rows.values(row=JSONObject(membership=F("pk"), **columns)))


def institutions_of(person: User) -> list[OwnInstitution]:
    """Their institutions, by name."""
    return [OwnInstitution(**row) for row in known_of(person).get(FETCHED, [])]
