"""manage.py load_venues --institution <key> <file>."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from licensing.models import Institution
from records.command import LoadCommand
from records.outcome import LoadReport
from screenings.venues.venue_list import load_venues


class Command(LoadCommand):
    help = "Loads venues with their hours, closures and screens; demo/data/venues.yaml holds two samples."
    what = "Venues with their hours, closures and screens"

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--institution", type=int, required=True, help="the key of the institution that runs them"
        )

    def load(self, path: Path, **options: Any) -> LoadReport:
        institution = Institution.objects.filter(pk=options["institution"]).first()
        if institution is None:
            raise CommandError(f"There is no institution with the key {options['institution']}.")
        return load_venues(institution=institution, path=path)
