"""manage.py load_price_list [file]."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from licensing.prices.price_list import OWN_LIST, PriceListRefused, load_price_list


class Command(BaseCommand):
    """Exit code 0 when all is loaded, 1 with every fault on stderr when nothing is."""

    help = (
        "Loads licence types and prices for all films and parts; licensing/data/price_list.yaml is a sample."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=OWN_LIST)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            loaded = load_price_list(path=file)
        except FileNotFoundError as missing:
            raise CommandError(f"There is no price list {file}.") from missing
        except PriceListRefused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            raise CommandError("Nothing was loaded: the price list has faults.") from refused
        self.stdout.write(f"Licence types and prices: {loaded}.")
