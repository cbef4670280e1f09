"""PDF by Typst. Data goes in as JSON and is set as plain text; it never becomes markup, whatever it holds."""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pylopdf_fonts_zh_cn
import typst
from django.utils.translation import get_language, gettext

from licensing.refusals import Refused

FOLDER = Path(__file__).parent
PDF_UA: Final = "ua-1"
"""Tagged PDF that a screen reader can follow (ISO 14289-1); it refuses a character that no font has."""


def typeset(template: str, data: dict[str, Any], *, made_at: datetime) -> bytes:
    """A PDF/UA-1 of `<template>.typ`, which reads `data` (JSON values). The same data and time give the same bytes.

    Raises Refused (code `unprintable`) when a text holds a character that none of our fonts has.
    """
    compiler = typst.Compiler(
        input=FOLDER / f"{template}.typ",
        root=FOLDER,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps({"lang": (get_language() or "en")[:2], **data})},
    )
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=PDF_UA, timestamp=int(made_at.timestamp()))
    except typst.TypstError as error:
        if "could not be displayed" in error.message:
            raise Refused(_sentence(error.message), "unprintable") from error
        raise
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF.")
    return pdf


def refuse_unprintable(text: str) -> None:
    """Raises Refused (code `unprintable`) when our documents could not print a text exactly as it is."""
    typeset("probe", {"text": text}, made_at=datetime.fromisoformat("2000-01-01T00:00:00+00:00"))


def _sentence(message: str) -> str:
    shown = message.partition('"')[2].partition('"')[0]
    return gettext(
        "Our documents cannot print “%(text)s”. Write it in Latin, Greek, Cyrillic, Chinese or Japanese letters."
    ) % {"text": shown}


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Libertinus, which Typst brings, and Noto Serif SC for Chinese and Japanese: the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[pylopdf_fonts_zh_cn.serif_path().parent],
    )
