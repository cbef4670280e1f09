"""PDFs made by Typst. The data is passed as JSON and printed as plain text; it never becomes markup, whatever it contains."""

from __future__ import annotations

import json
import logging
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

import typst
from django.utils.translation import gettext as _

from typesetting.fonts import document_fonts
from wording.refusals import Refused

log = logging.getLogger(__name__)

ROOT = Path(__file__).parents[1]
"""What templates may read from: they stand in the folders of apps, and import the paper from this one."""
PDF_UA: Final = "ua-1"
"""Tagged PDF that a screen reader can follow (ISO 14289-1). Typst then refuses characters that no font has."""


class MissingGlyph(Refused):
    """No font has a character; `shown` is the text that could not be printed."""

    def __init__(self, shown: str) -> None:
        super().__init__(_("Our documents cannot print “%(text)s”."), "unprintable", {"text": shown})
        self.shown = shown


PDF_A: Final = "a-3a"
"""PDF/A-3 (ISO 19005-3), tagged: for archives, and for PDFs with an electronic invoice inside."""


def typeset(
    template: Path, data: dict[str, Any], *, made_at: datetime, standard: Literal["ua-1", "a-3a"] = PDF_UA
) -> bytes:
    """A PDF/UA-1, or PDF/A-3, made from a template, which reads `data` (JSON values). The same data and time give the same bytes.

    `data["lang"]` is the language of its words (BCP 47). Raises MissingGlyph (code `unprintable`), and Refused (code
    `not-set`) when Typst fails for another reason, which is logged: the person gets an answer, not a server error.
    """
    compiler = typst.Compiler(
        input=template,
        root=ROOT,
        font_paths=document_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data | {"lang": data["lang"].split("-")[0]})},
    )
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=standard, timestamp=int(made_at.timestamp()))
    except typst.TypstError as error:
        if "could not be displayed" in error.message:
            raise MissingGlyph(_named_in(error.message)) from error
        log.exception("Typst could not set %s: %s", template.name, error.message)
        raise Refused(_("This document cannot be made as a PDF at the moment."), "not-set") from error
    if not isinstance(pdf, bytes):
        raise TypeError("Typst returned no PDF.")
    return pdf


def _named_in(message: str) -> str:
    r"""The text named in an error of Typst, which writes an invisible character as \u{378}."""
    shown = message.partition('`"')[2].partition('"`')[0]
    if shown.startswith("\\u{") and shown.endswith("}"):
        return chr(int(shown[3:-1], 16))
    return shown
