"""Files of films for the tests of imports."""

from __future__ import annotations

import io
import json
from typing import Any

from catalog.imports.findings import Finding, Sort, Taken
from catalog.imports.formats.registry import FORMATS
from catalog.imports.running import import_films


def imported(content: bytes, form: str = "json-lines", **options: bool) -> Taken:
    total = Taken()
    for step in import_films(
        opening=lambda: io.BytesIO(content), name="films", form=FORMATS[form], **options
    ):
        total.add(step.taken)
        total.findings += step.taken.findings
    return total


def line(slug: str = "two-rivers", **fields: Any) -> bytes:
    record = {
        "slug": slug, "title": {"text": slug.replace("-", " ").title(), "language": "en"}, "year": 2003, "runtime_minutes": 90,
        "colour": "colour", "kind": "documentary", "synopsis": "Two rivers meet.",
    }  # fmt: skip
    return json.dumps(record | fields).encode() + b"\n"


def counts(taken: Taken) -> tuple[int, int, int, int]:
    return taken.created, taken.changed, taken.unchanged, taken.refused


def refused(taken: Taken) -> list[tuple[int, str, str]]:
    """Row, field as people know it, code."""
    return [(each.line, each.field, each.code) for each in taken.findings if each.sort is Sort.ERROR]


def changes(taken: Taken) -> list[tuple[str, str, str]]:
    return [(each.film, each.field, each.said) for each in taken.findings if each.sort is Sort.CHANGE]


def of(finding: Finding) -> tuple[str, str]:
    return finding.sort.value, finding.said
