"""A document as an attachment of a mail: its PDF, or its words as plain text if the PDF cannot be made."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from reminders.kinds import Attachment
from typesetting.printing import texts_of
from wording.refusals import Refused

log = logging.getLogger(__name__)


def pdf_or_text(number: str, set_pdf: Callable[[], bytes], words: dict[str, Any]) -> Attachment:
    """`<number>.pdf`, or if that is refused `<number>.txt`, which says so first. A mail never waits for a document."""
    try:
        return Attachment(f"{number}.pdf", set_pdf(), "application/pdf")
    except Refused as refused:
        why = " ".join(refused.messages)
        log.error("Document %s is sent as text: %s", number, why)
        return Attachment(f"{number}.txt", _as_text(words, why).encode(), "text/plain")


def _as_text(words: dict[str, Any], why: str) -> str:
    notice = _("This document cannot be sent as a PDF, so its words follow as plain text.")
    return "\n".join([f"{notice} {why}", "", *texts_of(words), ""])
