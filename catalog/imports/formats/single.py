"""One film as YAML (docs/catalogue-records.md). A folder of them, with shared sources, is for `load_catalogue`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from catalog.imports.formats.lines import LONGEST_RECORD, too_long, unreadable
from records.document import Document, document_of


def read_yaml(file: BinaryIO, name: str) -> Iterator[Document]:
    content = file.read(LONGEST_RECORD + 1)
    if len(content) > LONGEST_RECORD:
        yield unreadable(name, 1, too_long())
    else:
        yield document_of(content, name)
