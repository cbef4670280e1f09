"""The documents of licensing: each is a template in this folder, on the paper that all our documents have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from typesetting import pdf

FOLDER = Path(__file__).parent


def typeset(
    template: str, data: dict[str, Any], *, made_at: datetime, standard: Literal["ua-1", "a-3a"] = pdf.PDF_UA
) -> bytes:
    """`typesetting.pdf.typeset` of `<template>.typ`."""
    return pdf.typeset(FOLDER / f"{template}.typ", data, made_at=made_at, standard=standard)
