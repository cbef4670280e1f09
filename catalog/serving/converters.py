"""Pieces of addresses."""

from __future__ import annotations

import re

from catalog.exports.formats import FORMATS


class FormatConverter:
    """A format by the suffix of an address: `csl.json`."""

    regex = "|".join(map(re.escape, sorted(FORMATS, key=len, reverse=True)))

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class MonthConverter:
    """A month: `2026-11`."""

    regex = r"20[0-9]{2}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
