"""Prints a new key for LONGTAKE_SIGNING_KEY."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from licensing.documents.proof.signing import new_key


class Command(BaseCommand):
    help = (
        "Prints a new Ed25519 private key as a JWK on one line, for LONGTAKE_SIGNING_KEY. To keep certificates signed "
        'with an older key valid, set {"keys": [new, old]} instead: the first signs, the others still prove.'
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(new_key().as_dict(private=True)))
