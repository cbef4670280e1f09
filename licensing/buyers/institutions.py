"""Institutions: a person who acts for one registers it, and the office verifies it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.models import Institution, Membership, Tier
from licensing.notices import owed as notices
from licensing.sales.invoices import accept_waiting
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def register_institution(
    *,
    legal_name: str,
    tier: str,
    country: str,
    by: User,
    address: str = "",
    billing_email: str = "",
    exemption_certificate: File[Any] | None = None,
) -> Institution:
    """Creates an institution with `by` as its first member, and asks the office to verify it.

    People who buy for themselves (tier individual) have nothing to prove, and are verified at once.
    Raises ValidationError for an invalid name, tier or country (code `unprintable` for a name or address that
    our documents cannot print exactly).
    """
    institution = Institution(
        legal_name=" ".join(legal_name.split()),
        tier=tier,
        country=country,
        address=address.strip(),
        billing_email=billing_email.strip(),
        is_tax_exempt=exemption_certificate is not None,
        exemption_certificate=exemption_certificate,
    )
    if tier == Tier.INDIVIDUAL:
        _mark_verified(institution, how=_("The individual tier needs no proof."), by=None)
    institution.full_clean()
    institution.save()
    Membership.objects.create(institution=institution, user=by)
    if not institution.is_verified:
        notices.owe_verification_asked(institution=institution)
    return institution


@transaction.atomic
def ask_verification(*, institution: Institution, by: User) -> Institution:
    """Asks the office again, after a refusal and a correction. If the office has already been asked, nothing is sent.

    Raises Refused (codes `verified`, `not-a-member`).
    """
    institution = _locked(institution)
    if not institution.memberships.filter(user=by).exists():
        raise Refused(_("Only a member can ask for an institution to be verified."), "not-a-member")
    if institution.is_verified:
        raise Refused(_("This institution is already verified."), "verified")
    if institution.verification == Institution.Verification.ASKED:
        return institution
    institution.verification = Institution.Verification.ASKED
    institution.refused_because = ""
    institution.save(update_fields=["verification", "refused_because"])
    notices.owe_verification_asked(institution=institution)
    return institution


@transaction.atomic
def verify(*, institution: Institution, how: str, by: User) -> Institution:
    """Marks the tier and name as verified; `how` says how. The members are notified, and orders that waited for this are
    accepted where the distributor's rule says so. Idempotent.

    Raises Refused (code `how`) when `how` is empty.
    """
    institution = _locked(institution)
    if institution.is_verified:
        return institution
    if not how.strip():
        raise Refused(_("Say how the institution was verified."), "how")
    _mark_verified(institution, how=how.strip(), by=by)
    institution.refused_because = ""
    institution.save(
        update_fields=["verification", "verified_how", "verified_by", "verified_at", "refused_because"]
    )
    notices.owe_verification_answered(institution=institution)
    accept_waiting(institution=institution)
    return institution


@transaction.atomic
def refuse(*, institution: Institution, because: str, by: User) -> Institution:
    """Refuses an institution, with the reason that its members will read. Raises Refused (codes `because`, `verified`)."""
    institution = _locked(institution)
    if not because.strip():
        raise Refused(_("Say why the institution was not accepted."), "because")
    if institution.is_verified:
        raise Refused(_("A verified institution cannot be refused: it may hold licences."), "verified")
    institution.verification = Institution.Verification.REFUSED
    institution.refused_because = because.strip()
    institution.verified_by = by
    institution.save(update_fields=["verification", "refused_because", "verified_by"])
    notices.owe_verification_answered(institution=institution)
    return institution


def _mark_verified(institution: Institution, *, how: str, by: User | None) -> None:
    institution.verification = Institution.Verification.VERIFIED
    institution.verified_how = how
    institution.verified_by = by
    institution.verified_at = timezone.now()


def _locked(institution: Institution) -> Institution:
    return Institution.objects.select_for_update(no_key=True).get(pk=institution.pk)
