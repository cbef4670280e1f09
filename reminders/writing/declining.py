"""Who has a mail may decline its kinds: what the link in it says, signed, so that nobody declines for others."""

from __future__ import annotations

from collections.abc import Collection

from django.core import signing

SALT = "reminders.decline"


def declining_token(email: str, kinds: Collection[str]) -> str:
    return signing.dumps([email.lower(), sorted(kinds)], salt=SALT)


def declining(token: str) -> tuple[str, list[str]]:
    """The address and the names of the kinds. Raises BadSignature."""
    email, kinds = signing.loads(token, salt=SALT)
    return email, kinds
