"""manage.py load_catalogue [folder]."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.exchange.faults import Severity
from catalog.exchange.load import CatalogueRefused, load_catalogue

OWN_RECORDS = Path(__file__).parents[2] / "data"


class Command(BaseCommand):
    """Exit code 0 when all is loaded, 1 with every fault on stderr when nothing is."""

    help = "Loads catalogue records; catalog/data/README.md tells how to write them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=OWN_RECORDS)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            report = load_catalogue(folder=folder)
        except CatalogueRefused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            count = sum(fault.severity is Severity.ERROR for fault in refused.faults)
            errors = "1 error" if count == 1 else f"{count} errors"
            raise CommandError(f"Nothing was loaded: the records have {errors}.") from refused
        for warning in report.warnings:
            self.stderr.write(str(warning))
        self.stdout.write(
            f"Films: {report.created} created, {report.changed} changed, {report.unchanged} unchanged."
        )
