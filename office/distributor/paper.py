"""Which paper a document is set on: what offices of the buyer's country put into their printers."""

from __future__ import annotations

from typing import Literal

from django.db import models
from django.utils.translation import gettext_lazy as _

type Size = Literal["a4", "us-letter"]

LETTER = frozenset({"BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Countries where Letter is usual, by CLDR's measurement data (paperSize US-Letter)."""


class Paper(models.TextChoices):
    """The distributor's choice."""

    BY_COUNTRY = "by-country", _("Letter or A4, by the buyer's country")
    LETTER = "us-letter", _("always Letter")
    A4 = "a4", _("always A4")


def paper_for(country: str, choice: str = Paper.BY_COUNTRY) -> Size:
    """The size of a document for a buyer in a country (ISO 3166-1 alpha-2), by the name that Typst gives it."""
    if choice == Paper.BY_COUNTRY:
        return "us-letter" if country in LETTER else "a4"
    return "us-letter" if choice == Paper.LETTER else "a4"
