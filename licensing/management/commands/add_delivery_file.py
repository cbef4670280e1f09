"""manage.py add_delivery_file <path> --copy 12 [--kind captions --language en] [--sha256 ...]."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.models import ScreeningCopy
from licensing.delivery.files import add_file, folder
from licensing.models import DeliveryFile


class Command(BaseCommand):
    help = (
        "Registers a file that lies in the folder of films (LONGTAKE_FILES_DIR/films/), so that licensees can download it; "
        "a file that is registered already is read again. No form could carry a film."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", help="below the folder of films, such as rust/rust-1080p.mp4")
        parser.add_argument("--copy", type=int, required=True, help="the key of the screening copy")
        parser.add_argument("--kind", choices=DeliveryFile.Kind.values, default=DeliveryFile.Kind.FILM)
        parser.add_argument("--language", default="", help="of captions or subtitles, such as en")
        parser.add_argument("--sha256", default="", help="the digest that the file must have")

    def handle(self, *args: Any, **options: Any) -> None:
        copy = ScreeningCopy.objects.filter(pk=options["copy"]).first()
        if copy is None:
            raise CommandError(f"There is no screening copy {options['copy']}.")
        names = ("path", "kind", "language", "sha256")
        try:
            file = add_file(copy=copy, **{name: options[name] for name in names})
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        self.stdout.write(f"{folder() / file.path}: {file.size} bytes, SHA-256 {file.sha256}.")
