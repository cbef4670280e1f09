"""manage.py load_catalogue <folder>."""

from pathlib import Path
from typing import Any

from catalog.exchange.load import load_catalogue
from records.command import LoadCommand
from records.outcome import LoadReport


class Command(LoadCommand):
    help = "Loads a folder of catalogue records; docs/catalogue-records.md says how to write them."
    what = "Films"
    path_is = "folder"

    def load(self, path: Path, **options: Any) -> LoadReport:
        return load_catalogue(folder=path)
