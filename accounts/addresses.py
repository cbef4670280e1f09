"""Which e-mail addresses a person has verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress

if TYPE_CHECKING:
    from accounts.models import User


FORGOTTEN = "@forgotten.invalid"
"""The end of the addresses of those who are forgotten; no mail can be sent there (RFC 6761, 6.4)."""


def has_verified(person: User | None, email: str) -> bool:
    """Whether the person has confirmed this address. One query; none when there is no person."""
    if person is None:
        return False
    return bool(EmailAddress.objects.filter(user=person, email__iexact=email, verified=True).exists())


def verified_addresses(person: User) -> list[str]:
    """All addresses that the person has confirmed, in lower case. One query."""
    rows = EmailAddress.objects.filter(user=person, verified=True).values_list("email", flat=True)
    return [address.lower() for address in rows]
