"""Certificates of exemption from sales tax or VAT: handed in by the institution, accepted by the office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.buyers.administering import administered, locked, refuse_all_but_office
from licensing.models import Exemption, Institution
from licensing.notices import owed as notices
from licensing.terms.days import office_today
from wording.countries import states_of
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_WAITING = 60
"""Certificates of one institution that the office has not answered: one for each state, and some."""


@transaction.atomic
def hand_in_exemption(
    *,
    institution: Institution,
    by: User,
    country: str,
    file: File[Any],
    state: str = "",
    number: str = "",
    expires_on: date | None = None,
) -> Exemption:
    """Hands in a certificate for the office to check. `state`: a code of `states_of`, for the United States only.

    Raises Refused (codes `not-administrator`, `expired`, `state`, `too-many`, those of `uploads.refuse_unfit_pdf`), or ValidationError.
    """
    row = administered(institution, by)
    if expires_on and expires_on < office_today():
        raise Refused(_("This certificate has ended."), "expired")
    if state and (country != "US" or state not in states_of("US")):
        raise Refused(_("There is no such state of the United States."), "state")
    if row.exemptions.filter(status=Exemption.Status.ASKED).count() >= MOST_WAITING:
        raise Refused(_("Too many certificates are waiting for the office."), "too-many")
    exemption = Exemption(
        institution=row, country=country, state=state, number=number.strip(), expires_on=expires_on, file=file
    )
    exemption.full_clean()
    exemption.save()
    notices.owe_exemption_asked(exemption=exemption)
    return exemption


@transaction.atomic
def accept_exemption(*, exemption: Exemption, by: User) -> Exemption:
    """From now on no tax is charged there until it ends; a reminder is owed before that. Idempotent. Raises Refused (`office-only`, `withdrawn`)."""
    row = _for_the_office(exemption, by)
    _refuse_withdrawn(row)
    if row.status != Exemption.Status.ACCEPTED:
        _answer(row, Exemption.Status.ACCEPTED, "", by)
        notices.owe_exemption_ending(exemption=row)
    return row


@transaction.atomic
def refuse_exemption(*, exemption: Exemption, because: str, by: User) -> Exemption:
    """With the reason that the institution reads; an accepted one may be refused later. Raises Refused (`office-only`, `because`, `withdrawn`)."""
    row = _for_the_office(exemption, by)
    _refuse_withdrawn(row)
    if not because.strip():
        raise Refused(_("Say why the certificate is not accepted."), "because")
    notices.forget(row)
    _answer(row, Exemption.Status.REFUSED, because.strip(), by)
    return row


@transaction.atomic
def remove_exemption(*, exemption: Exemption, by: User) -> None:
    """Withdraws a certificate; no longer counted. Idempotent. Raises Refused (code `not-administrator`).

    One that the office has answered stays for the office, with its file: invoices without tax may rest on it.
    """
    administered(exemption.institution, by)
    Exemption.objects.filter(pk=exemption.pk, checked_at=None).delete()
    for row in Exemption.objects.filter(pk=exemption.pk).select_for_update(no_key=True):
        row.status = Exemption.Status.WITHDRAWN
        row.save(update_fields=["status"])
    notices.forget(exemption)  # reminders are locked last


def _refuse_withdrawn(row: Exemption) -> None:
    if row.status == Exemption.Status.WITHDRAWN:
        raise Refused(_("The institution has withdrawn this certificate."), "withdrawn")


def _for_the_office(exemption: Exemption, by: User) -> Exemption:
    refuse_all_but_office(by)
    locked(exemption.institution)
    rows = Exemption.objects.select_for_update(of=("self",), no_key=True).select_related("institution")
    return rows.get(pk=exemption.pk)


def _answer(row: Exemption, status: Exemption.Status, because: str, by: User) -> None:
    row.status, row.refused_because = status, because
    row.checked_by, row.checked_at = by, timezone.now()
    row.save(update_fields=["status", "refused_because", "checked_by", "checked_at"])
    notices.owe_exemption_answered(exemption=row)
