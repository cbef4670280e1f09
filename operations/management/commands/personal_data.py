"""`manage.py personal_data export|erase ADDRESS`: what is stored about a person, as JSON; or deletes it."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from operations.personal.answering import erase, export, kept_of
from wording.refusals import Refused


class Command(BaseCommand):
    help = "Prints what is stored about a person as JSON, or deletes it. Make sure first that it is this person who asks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["export", "erase"])
        parser.add_argument("address", help="their e-mail address")

    def handle(self, *, what: str, address: str, **_options: Any) -> None:
        try:
            if what == "export":
                found = export(email=address, by=None)
                self.stdout.write(json.dumps(found, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
                return
            kept = kept_of(address)
            for name, count in erase(email=address, by=None).items():
                self.stdout.write(f"Deleted: {count} of {name}.")
            for name, why in kept.items():
                self.stdout.write(f"Kept: {name}. {why}")
        except Refused as refused:
            raise CommandError(" ".join(refused.messages)) from refused
