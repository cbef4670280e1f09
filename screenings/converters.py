"""What stands in addresses."""

from __future__ import annotations


class RegistrationToken:
    """What `secrets.token_urlsafe` makes; anything else is no address here, so that no query sees it."""

    regex = "[-A-Za-z0-9_]{1,40}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
