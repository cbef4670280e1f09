"""manage.py load_price_list <file>."""

from pathlib import Path
from typing import Any

from licensing.prices.price_list import load_price_list
from records.command import LoadCommand
from records.outcome import LoadReport


class Command(LoadCommand):
    help = "Loads licence types, and prices for all films and parts; demo/data/price_list.yaml is a sample."
    what = "Licence types and prices"

    def load(self, path: Path, **options: Any) -> LoadReport:
        return load_price_list(path=path)
