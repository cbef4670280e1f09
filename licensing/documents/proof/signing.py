"""The Ed25519 keys that sign licence certificates (RFC 8037, RFC 9864), and their public keys."""

from __future__ import annotations

import json
import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OKPKey

ALGORITHM = "Ed25519"
KID_LENGTH = 8  # of the thumbprint: enough to distinguish our few keys, and short in a QR code


def new_key() -> OKPKey:
    """A new private key, with a short key id taken from its thumbprint (RFC 7638)."""
    bare = OKPKey.generate_key("Ed25519", private=True)
    return OKPKey.import_key({**bare.as_dict(private=True), "kid": bare.thumbprint()[:KID_LENGTH]})


def rotated() -> dict[str, Any]:
    """A JWK Set whose first key is new and signs; of the keys in use until now the public halves follow, which still prove.

    Nobody can sign with an old key any more, even who reads the new setting.
    """
    before = [key.as_dict(private=False) for key in signing_keys().keys]
    return {"keys": [new_key().as_dict(private=True), *before]}


def signing_keys() -> KeySet:
    """The keys of settings.SIGNING_KEY: one JWK, or a JWK Set whose first key signs, while the others still verify.

    Without the setting (only in development; production refuses to start) a key is made once and kept under DATA_DIR.
    """
    return _read(settings.SIGNING_KEY or _development_key(Path(settings.DATA_DIR) / "signing-key.json"))


def sign(payload: dict[str, Any]) -> str:
    """A compact JWS (RFC 7515) of the payload as JSON."""
    key = signing_keys().keys[0]
    return jws.serialize_compact(
        {"alg": ALGORITHM, "kid": key.kid}, canonical(payload), key, algorithms=[ALGORITHM]
    )


def read_signed(token: str) -> dict[str, Any] | None:
    """The payload of a compact JWS that one of our keys signed; None for anything else."""
    try:
        payload = json.loads(jws.deserialize_compact(token, signing_keys(), algorithms=[ALGORITHM]).payload)
    except (JoseError, ValueError):
        return None
    return payload if isinstance(payload, dict) else None


def public_keys() -> dict[str, Any]:
    """The JWK Set (RFC 7517) with which anyone can check our signatures."""
    return {
        "keys": [
            {**key.as_dict(private=False), "use": "sig", "alg": ALGORITHM, "kid": key.kid}
            for key in signing_keys().keys
        ]
    }


def canonical(payload: dict[str, Any]) -> bytes:
    """JSON that is always the same for the same payload: sorted, without spaces, in UTF-8."""
    return json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@lru_cache(maxsize=4)
def _read(text: str) -> KeySet:
    try:
        data = json.loads(text)
        keys = [OKPKey.import_key(key) for key in data.get("keys", [data])]
    except (ValueError, JoseError, AttributeError) as error:
        raise ImproperlyConfigured(
            "The signing key is not a JWK: `manage.py new_signing_key` prints one."
        ) from error
    if not keys or not all(key.is_private and key.kid for key in keys[:1]):
        raise ImproperlyConfigured(
            "The first signing key needs its private part and a key id (`d` and `kid`)."
        )
    return KeySet([*keys])


def _development_key(path: Path) -> str:
    """The key stored at `path`, made on the first call. If two processes make one at once, both use the same."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)  # readable by its owner only
        with os.fdopen(handle, "w") as file:
            json.dump(new_key().as_dict(private=True), file)
        try:
            os.link(name, path)
        except FileExistsError:
            pass
        finally:
            Path(name).unlink()
    return path.read_text()
