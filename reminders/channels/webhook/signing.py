"""Signatures by the Standard Webhooks specification 1.0: HMAC-SHA256 over `id.timestamp.body`."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterable

PREFIX = "whsec_"
BYTES = 32
"""The specification wants at least 24."""


def new_secret() -> str:
    return PREFIX + b64encode(secrets.token_bytes(BYTES)).decode()


def signature(secret: str, name: str, timestamp: int, body: bytes) -> str:
    """Such as `v1,K5oZ…`. `name` has no full stop, since one ends it."""
    key = b64decode(secret.removeprefix(PREFIX))
    signed = hmac.digest(key, f"{name}.{timestamp}.".encode() + body, hashlib.sha256)
    return f"v1,{b64encode(signed).decode()}"


def headers(signing: Iterable[str], name: str, timestamp: int, body: bytes) -> dict[str, str]:
    """One signature for each secret that counts; the receiver looks for one that it knows."""
    return {
        "webhook-id": name,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signature(secret, name, timestamp, body) for secret in signing),
    }
