"""The sample page for donations, with its amounts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from licensing.models import DonationOffer, SupportPage


def keep_sample_support_page(path: Path) -> None:
    """Keeps what the file says, each row checked as the office's forms would."""
    record: dict[str, Any] = YAML(typ="safe").load(path)
    offers = record.pop("offers")
    page = SupportPage(**record)
    rows = [
        DonationOffer(page=page, **each | {"amounts": [Decimal(amount) for amount in each["amounts"]]})
        for each in offers
    ]
    for row in (page, *rows):
        row.full_clean(exclude=["page"])
        row.save()
