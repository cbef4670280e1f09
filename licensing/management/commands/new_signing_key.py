"""Prints a value for LONGTAKE_SIGNING_KEY: a new key alone, or a new key before the public halves of those in use."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from licensing.documents.proof.signing import new_key, rotated


class Command(BaseCommand):
    help = (
        "Prints a new Ed25519 private key as a JWK on one line, for LONGTAKE_SIGNING_KEY. With --rotate it prints a set: "
        "the new key, which signs from then on, and the public halves of the keys that are set now, so that every "
        "certificate issued before stays valid."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--rotate", action="store_true", help="Keep the public halves of the present keys."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        made = rotated() if options["rotate"] else new_key().as_dict(private=True)
        self.stdout.write(json.dumps(made))
