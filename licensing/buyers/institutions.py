"""Institutions: a person who acts for one registers it, and the office verifies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from licensing.buyers.administering import administered, locked, refuse_all_but_office
from licensing.buyers.mailboxes import add_mailbox
from licensing.buyers.rules import domain_of, judge
from licensing.models import Institution, Mailbox, Membership, Role
from licensing.notices import owed as notices
from licensing.prices.bands import tiers_with_bands
from licensing.sales.invoicing.invoices import accept_waiting
from licensing.terms.days import office_today
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

VERIFIED = ("verification", "verified_how", "verified_by", "verified_at")


@transaction.atomic
def register_institution(
    *,
    legal_name: str,
    tier: str,
    country: str,
    by: User,
    state: str = "",
    bill_to: str = "",
    accounts_payable: str = "",
    enrolment: int | None = None,
) -> Institution:
    """Creates an institution with `by` as its administrator. A rule verifies it at once, or the office is asked to.

    `accounts_payable`: the mailbox for invoices, if there is one. `enrolment`: how many are enrolled, where the tier's
    prices depend on it. Raises Refused (code `enrolment`) when it is missing there, and ValidationError for an invalid name, tier or country (code `unprintable` for a name or address that
    our documents cannot print exactly).
    """
    institution = Institution(
        legal_name=" ".join(legal_name.split()),
        tier=tier,
        country=country,
        state=state,
        bill_to=bill_to.strip(),
        enrolment=enrolment,
        email_domain=domain_of(by) or "",
    )
    institution.full_clean()
    if enrolment is None and tier in tiers_with_bands(office_today()):
        raise Refused(_("Enter how many are enrolled: the prices of this tier depend on it."), "enrolment")
    _verify_by_rule(institution, by)
    institution.save()
    Membership.objects.create(institution=institution, user=by, role=Role.OWNER)
    if accounts_payable.strip():
        add_mailbox(
            institution=institution, by=by, matter=Mailbox.Matter.ACCOUNTS_PAYABLE, email=accounts_payable
        )
    if not institution.is_verified:
        notices.owe_verification_asked(institution=institution)
    return institution


@transaction.atomic
def ask_verification(*, institution: Institution, by: User) -> Institution:
    """Asks again, after a refusal and a correction: a rule verifies it, or the office is asked, which is told only once.

    Raises Refused (codes `verified`, `not-administrator`).
    """
    institution = administered(institution, by)
    if institution.is_verified:
        raise Refused(_("This institution is already verified."), "verified")
    if institution.verification == Institution.Verification.ASKED:
        return institution
    institution.verification = Institution.Verification.ASKED
    institution.refused_because = ""
    is_verified = _verify_by_rule(institution, by)
    institution.save(update_fields=["refused_because", *VERIFIED])
    if is_verified:
        notices.owe_verification_answered(institution=institution)
        accept_waiting(institution=institution)
    else:
        notices.owe_verification_asked(institution=institution)
    return institution


@transaction.atomic
def verify(*, institution: Institution, how: str, by: User) -> Institution:
    """Marks the tier and name as verified; `how` says how. The members are notified, and orders that waited for this are
    accepted where the distributor's rule says so. Idempotent.

    Raises Refused (code `office-only`), and (code `how`) when `how` is empty.
    """
    refuse_all_but_office(by)
    institution = locked(institution)
    if institution.is_verified:
        return institution
    if not how.strip():
        raise Refused(_("Say how the institution was verified."), "how")
    _mark_verified(institution, how=how.strip(), by=by)
    institution.refused_because = ""
    institution.save(update_fields=["refused_because", *VERIFIED])
    notices.owe_verification_answered(institution=institution)
    accept_waiting(institution=institution)
    return institution


@transaction.atomic
def refuse(*, institution: Institution, because: str, by: User) -> Institution:
    """Refuses an institution, with the reason that its members will read. Raises Refused (codes `office-only`, `because`, `verified`)."""
    refuse_all_but_office(by)
    institution = locked(institution)
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


def _verify_by_rule(institution: Institution, by: User) -> bool:
    with override(settings.LANGUAGE_CODE):  # it is the office that reads later how this was verified
        judged = judge(institution, by)
    if judged.how:
        _mark_verified(institution, how=judged.how, by=None)
    return bool(judged.how)


def _mark_verified(institution: Institution, *, how: str, by: User | None) -> None:
    institution.verification = Institution.Verification.VERIFIED
    institution.verified_how = how
    institution.verified_by = by
    institution.verified_at = timezone.now()
