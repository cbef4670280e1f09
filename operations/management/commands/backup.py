"""`manage.py backup FOLDER`: a backup of the database and the uploaded files, in a new folder within it."""

from __future__ import annotations

from pathlib import Path
from tarfile import TarError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations.backup.making import make_backup
from operations.backup.programs import BackupError


class Command(BaseCommand):
    help = "Backs up the database and the uploaded files while the site runs, and prints the new folder."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="in which the backup's own folder is made")

    def handle(self, *, folder: Path, **_options: Any) -> None:
        try:
            made = make_backup(folder.absolute())
        except (BackupError, OSError, TarError) as error:
            raise CommandError(f"No backup was made. {error}") from error
        self.stdout.write(str(made))
