"""`manage.py restore FOLDER`: a backup, checked, into an empty database and empty folders."""

from __future__ import annotations

from pathlib import Path
from tarfile import TarError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from operations.backup.programs import BackupError
from operations.backup.restoring import restore_backup


class Command(BaseCommand):
    help = "Restores a backup into the empty database of DATABASE_URL and the empty folders of LONGTAKE_FILES_DIR."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="that `manage.py backup` printed")

    def handle(self, *, folder: Path, **_options: Any) -> None:
        try:
            restored = restore_backup(folder.absolute())
        except (BackupError, OSError, TarError) as error:
            raise CommandError(f"The backup was not restored. {error}") from error
        for sentence in restored.said:
            self.stdout.write(sentence)
        self.stdout.write(
            f"Restored the backup of {restored.made_at}. Now run `manage.py migrate` and `manage.py doctor`."
        )
