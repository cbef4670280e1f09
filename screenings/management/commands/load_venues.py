"""manage.py load_venues --institution <key> [file]."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from licensing.models import Institution
from screenings.venues.venue_list import OWN_LIST, VenuesRefused, load_venues


class Command(BaseCommand):
    """Exit code 0 when all is loaded, 1 with every fault on stderr when nothing is."""

    help = (
        "Loads venues with their hours, closures and screens; screenings/data/venues.yaml holds two samples."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=OWN_LIST)
        parser.add_argument(
            "--institution", type=int, required=True, help="the key of the institution that runs them"
        )

    def handle(self, *args: Any, file: Path, institution: int, **options: Any) -> None:
        try:
            venues = load_venues(institution=Institution.objects.get(pk=institution), file=file)
        except Institution.DoesNotExist as missing:
            raise CommandError(f"There is no institution with the key {institution}.") from missing
        except FileNotFoundError as missing:
            raise CommandError(f"There is no file {file}.") from missing
        except VenuesRefused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            raise CommandError("Nothing was loaded: the venues have faults.") from refused
        self.stdout.write(f"Venues: {', '.join(venue.name for venue in venues)}.")
