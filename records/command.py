"""What the commands that load records share: a path, which must be given and exist, and faults printed one per line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from django.core.management.base import BaseCommand, CommandError, CommandParser

from records.outcome import LoadReport, RecordsRefused


class LoadCommand(BaseCommand):
    """Exit code 0 when everything is loaded, 1 with every fault on stderr when nothing is."""

    what: str
    """What is counted at the end, such as `Films`."""
    path_is: Literal["file", "folder"] = "file"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", metavar=self.path_is, type=Path)

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        if not (path.is_dir() if self.path_is == "folder" else path.is_file()):
            raise CommandError(f"There is no {self.path_is} {path}.")
        try:
            report = self.load(path, **options)
        except RecordsRefused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            count = len(refused.errors)
            errors = "1 error" if count == 1 else f"{count} errors"
            raise CommandError(f"Nothing was loaded: the records have {errors}.") from refused
        for warning in report.warnings:
            self.stderr.write(str(warning))
        self.stdout.write(f"{self.what}: {report}.")

    def load(self, path: Path, **options: Any) -> LoadReport:
        """Loads what path holds. Raises RecordsRefused; may raise CommandError for other arguments."""
        raise NotImplementedError
