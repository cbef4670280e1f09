"""Institutions that may be here already: found by name and e-mail domain; people ask their administrators to let them in.

An outsider never reads anything about them, not even their names: who asks is shown to the administrators instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.search import TrigramSimilarity
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.buyers.administering import administered
from licensing.buyers.rules import domain_of
from licensing.models import Institution, JoinRequest, Membership, Role, Tier
from licensing.notices import owed as notices
from licensing.notices.members_owed import owe_what_is_still_ahead
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

SIMILAR = 0.55
"""Trigram similarity (pg_trgm) of legal names: “Lincoln High School” finds “Lincoln High School, Omaha”."""
MOST_ASKED = 3
"""Institutions that one question reaches: the likeliest."""


def likely_same(
    *, legal_name: str, country: str, email_domain: str, besides: int = 0
) -> QuerySet[Institution]:
    """Institutions of a country with this e-mail domain or a similar legal name, the likeliest first; never individuals."""
    is_similar = Q(legal_name__trigram_similar=legal_name, similarity__gte=SIMILAR)
    same_domain = Q(email_domain=email_domain) if email_domain else Q(pk__in=[])
    return (
        Institution.objects.filter(country=country)
        .exclude(tier=Tier.INDIVIDUAL)
        .exclude(pk=besides)
        .annotate(similarity=TrigramSimilarity("legal_name", legal_name))
        .filter(is_similar | same_domain)
        .order_by("-similarity", "pk")
    )


def may_be_here(*, legal_name: str, country: str, by: User) -> QuerySet[Institution]:
    """What `likely_same` finds for a person who is about to register, without institutions of their own."""
    found = likely_same(
        legal_name=" ".join(legal_name.split()), country=country, email_domain=domain_of(by) or ""
    )
    return found.exclude(memberships__user=by)


@transaction.atomic
def ask_to_join(*, legal_name: str, country: str, by: User) -> int:
    """Asks the administrators of the likeliest institutions. Returns how many were asked now; asking again sends nothing.

    Raises Refused (code `nobody-to-ask`).
    """
    asked = list(may_be_here(legal_name=legal_name, country=country, by=by)[:MOST_ASKED])
    if not asked:
        raise Refused(_("No institution like this is registered here."), "nobody-to-ask")
    wrote = " ".join(legal_name.split())[:250]
    made = 0
    for institution in sorted(asked, key=lambda each: each.pk):
        request, is_new = JoinRequest.objects.get_or_create(
            institution=institution, user=by, status=JoinRequest.Status.ASKED, defaults={"wrote": wrote}
        )
        if is_new:
            notices.owe_join_asked(request=request)
            made += 1
    return made


@transaction.atomic
def answer_join(*, request: JoinRequest, role: str, by: User) -> JoinRequest:
    """Makes the person a member in a role, or refuses when `role` is empty. Idempotent. Raises Refused (code `not-administrator`)."""
    institution = administered(request.institution, by)
    row = JoinRequest.objects.select_for_update(of=("self",), no_key=True).get(pk=request.pk)
    if row.status != JoinRequest.Status.ASKED:
        return row
    row.status = JoinRequest.Status.ACCEPTED if role else JoinRequest.Status.REFUSED
    row.answered_by, row.answered_at = by, timezone.now()
    row.save(update_fields=["status", "answered_by", "answered_at"])
    if role:
        member, is_new = Membership.objects.get_or_create(
            institution=institution, user_id=row.user_id, defaults={"role": Role(role)}
        )
        if is_new:
            owe_what_is_still_ahead(membership=member)
        notices.owe_join_accepted(request=row)
    return row
