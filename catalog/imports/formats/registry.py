"""The formats that films are imported from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.imports.formats.exported import read_export
from catalog.imports.formats.json_lines import read_json_lines
from catalog.imports.formats.marc import read_marc, read_marcxml
from catalog.imports.formats.single import read_yaml
from catalog.imports.formats.table import read_csv
from records.document import Document


@dataclass(frozen=True)
class Format:
    """`is_loose`: it says less than a record, so that it only adds to lists (catalog.imports.merging)."""

    name: str
    label: str | Promise
    endings: tuple[str, ...]
    read: Callable[[BinaryIO, str], Iterator[Document]]
    is_loose: bool = False


FORMATS = {
    each.name: each
    for each in (
        Format("json-lines", _("JSON Lines"), (".jsonl", ".ndjson"), read_json_lines),
        Format("json", _("JSON, as this site exports it"), (".json",), read_export),
        Format("csv", _("CSV"), (".csv",), read_csv, is_loose=True),
        Format("yaml", _("YAML, one film"), (".yaml", ".yml"), read_yaml),
        Format("marc", _("MARC 21"), (".mrc", ".marc"), read_marc, is_loose=True),
        Format("marcxml", _("MARCXML"), (".marcxml", ".xml"), read_marcxml, is_loose=True),
    )
}


def format_of(name: str) -> Format | None:
    """By the ending of a file's name."""
    return next((each for each in FORMATS.values() if name.lower().endswith(each.endings)), None)
