"""Shared addresses of an institution. One that nobody has confirmed gets the question, once, and no other mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import has_verified
from licensing.buyers.administering import CHANGE, administered, locked, refuse_all_but_office
from licensing.buyers.details import refuse_full
from licensing.models import Institution, Mailbox
from licensing.notices import owed as notices
from office.permissions import may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_WAITING = 10
"""Mailboxes of one institution that nobody has confirmed yet, so that nobody sends mail to the world through us."""


@transaction.atomic
def add_mailbox(*, institution: Institution, by: User, matter: str, email: str) -> Mailbox:
    """Adds an address for one kind of matter, and sends it the question whether it wants this mail.

    Known as the institution's already, so that nothing is asked: what the office enters, the person's own confirmed address,
    and an address that was confirmed for another matter. Raises Refused (codes `not-administrator`, `too-many`,
    `too-many-waiting`), or ValidationError.
    """
    row = administered(institution, by)
    refuse_full(row.mailboxes.count())
    mailbox = Mailbox(institution=row, matter=matter, email=email.strip())
    mailbox.full_clean()
    same = row.mailboxes.filter(email__iexact=mailbox.email)
    if may(by, CHANGE) or has_verified(by, mailbox.email) or same.confirmed().exists():
        mailbox.save()
        return mailbox
    if row.mailboxes.filter(confirmed_at=None).count() >= MOST_WAITING:
        raise Refused(
            _("Too many mailboxes wait to be confirmed. Remove one that is no longer needed."),
            "too-many-waiting",
        )
    asked = next((each for each in same.order_by("pk") if each.is_open), None)
    mailbox.confirmed_at, mailbox.asked_at = None, asked.asked_at if asked else timezone.now()
    mailbox.save()
    if asked is None:
        notices.owe_mailbox_question(mailbox=mailbox, by=by)
    return mailbox


@transaction.atomic
def remove_mailbox(*, mailbox: Mailbox, by: User) -> None:
    """A question that was not sent yet is sent if the address still waits for another matter.

    Raises Refused (code `not-administrator`). Idempotent.
    """
    row = administered(mailbox.institution, by)
    Mailbox.objects.filter(pk=mailbox.pk).delete()
    waiting = row.mailboxes.filter(email__iexact=mailbox.email, confirmed_at=None)
    if notices.forget(mailbox) and (other := waiting.order_by("pk").first()):
        notices.owe_mailbox_question(mailbox=other, by=by)


@transaction.atomic
def confirm_mailbox(*, mailbox: Mailbox, by: User | None) -> Mailbox:
    """From now on mail goes there, for each matter that the institution entered the address for. Idempotent.

    `by` is a person of the office, or None for whoever has the link. Raises Refused (codes `office-only`, `expired`).
    """
    if by is not None:
        refuse_all_but_office(by)
    institution = locked(mailbox.institution)
    row = Mailbox.objects.select_for_update(of=("self",), no_key=True).filter(pk=mailbox.pk).first()
    if row and row.confirmed_at:
        return row
    if row is None or (by is None and not row.is_open):
        raise Refused(
            _("This link has expired. An administrator of the institution can add the mailbox again."),
            "expired",
        )
    waiting = institution.mailboxes.filter(email__iexact=row.email, confirmed_at=None)
    row.confirmed_at = timezone.now()
    waiting.update(confirmed_at=row.confirmed_at)
    notices.forget(row)
    return row
