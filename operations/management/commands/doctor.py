"""`manage.py doctor`: says in sentences what this installation still lacks. Exit code 1 while something is missing."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.management.base import BaseCommand

from operations.installation import faults

DEVELOPMENT = (
    "This is an installation for development: a site on the internet sets LONGTAKE_ENV to `production`."
)


class Command(BaseCommand):
    help = "Says in sentences what this installation still lacks: settings, servers, files, rows, background processes."
    requires_system_checks = ()  # it runs them itself, and goes on when one complains

    def handle(self, **_options: Any) -> None:
        found = [*faults(), *self.complaints()]
        for sentence in found:
            self.stdout.write(f"- {sentence}")
        if found:
            self.stdout.write(f"{len(found)} things to do; docs/operations.md says more about each.")
            sys.exit(1)
        self.stdout.write("Nothing is missing.")

    def complaints(self) -> list[str]:
        """What Django's checks and ours say of the code and the settings; of its safety only where it must be safe."""
        messages = checks.run_checks(include_deployment_checks=True)
        is_production = settings.STAFF_NEED_SECOND_FACTOR
        said = [
            " ".join(part for part in (message.msg, message.hint) if part)
            for message in messages
            if message.level >= checks.WARNING
            and not message.is_silenced()
            and (is_production or not str(message.id).startswith("security."))
        ]
        return said if is_production else [DEVELOPMENT, *said]
