"""manage.py load_domains <file>."""

from pathlib import Path
from typing import Any

from licensing.buyers.rules import load_domains
from records.command import LoadCommand
from records.outcome import LoadReport


class Command(LoadCommand):
    help = "Loads a list of e-mail domains by which institutions are verified; demo/data/domains.yaml is a sample."
    what = "Domains"

    def load(self, path: Path, **options: Any) -> LoadReport:
        return load_domains(path=path)
