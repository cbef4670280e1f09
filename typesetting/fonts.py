"""The fonts of our documents: the same on every machine, without the system's own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.core.checks import CheckMessage, Error

PACKAGES = (
    "noto-serif-sc", "nanum-myeongjo", "amiri", "noto-serif-hebrew", "noto-sans-thai", "noto-serif-devanagari",
    "noto-serif-bengali", "noto-sans-tamil", "noto-sans-armenian", "noto-sans-georgian",
)  # fmt: skip
"""Folders of settings.DOCUMENT_FONTS; `page.typ` names their families. Libertinus (Latin, Greek, Cyrillic) is Typst's own."""
WEIGHTS = ("400Regular", "600SemiBold", "700Bold")


@lru_cache(maxsize=1)
def document_fonts() -> typst.Fonts:
    """The fonts, opened once in each process. Raises RuntimeError when a package is missing."""
    if missing := missing_fonts():
        raise RuntimeError(f"The fonts of the documents are not installed: {', '.join(missing)}.")
    folders = [_folder(package) / weight for package in PACKAGES for weight in WEIGHTS]
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[folder for folder in folders if folder.is_dir()],
    )


def missing_fonts() -> list[str]:
    """The packages that are not installed."""
    return [package for package in PACKAGES if not any(_folder(package).glob("400Regular/*.ttf"))]


def check_fonts(**_options: Any) -> list[CheckMessage]:
    """Django's system check: without these fonts no invoice can be issued."""
    missing = missing_fonts()
    if not missing:
        return []
    hint = "Run `npm ci --ignore-scripts` in the folder of package-lock.json (`make` does it automatically)."
    return [
        Error(
            f"The fonts of the documents are not installed: {', '.join(missing)}.",
            hint=hint,
            id="typesetting.E001",
        )
    ]


def _folder(package: str) -> Path:
    return Path(settings.DOCUMENT_FONTS) / package
