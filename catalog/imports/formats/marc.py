"""MARC 21 and MARCXML: our own records and those of libraries, in Unicode or MARC-8.

A record says less of a film than the catalogue does (titles have no language in it), so what the catalogue has stays where
the record says the same (catalog.imports.merging).
"""

from __future__ import annotations

import re
import xml.sax
import xml.sax.handler
from collections.abc import Iterator
from typing import Any, BinaryIO

from pymarc import Record
from pymarc.exceptions import PymarcException
from pymarc.marcxml import XmlHandler

from catalog.imports.formats.families import Row, families
from catalog.imports.formats.lines import CHUNK, LONGEST_RECORD, too_long
from catalog.imports.formats.marc_fields import row_of
from records.document import Document
from wording.say import Say, gettext_noop, say

END = b"\x1d"
LEADER = 24
LENGTH = re.compile(rb"\d{5}")


def read_marc(file: BinaryIO, name: str) -> Iterator[Document]:
    return families(_rows(_binary(file)), name)


def read_marcxml(file: BinaryIO, name: str) -> Iterator[Document]:
    return families(_rows(_xml(file)), name)


def _rows(found: Iterator[Record | Say]) -> Iterator[Row]:
    for place, record in enumerate(found, start=1):
        yield Row(place, said=record) if isinstance(record, Say) else row_of(record, place)


def _binary(file: BinaryIO) -> Iterator[Record | Say]:
    """Record after record, by the mark at the end of each: one whose length is wrong does not take the next ones with it."""
    rest = b""
    while chunk := file.read(CHUNK):
        *whole, rest = (rest + chunk).split(END)
        for data in whole:
            yield _record(data.lstrip(b"\r\n") + END)
        if len(rest) > LONGEST_RECORD:
            yield too_long()
            rest = _after_the_end(file)
    if rest.strip():
        yield say("cut-off", gettext_noop("The file ends in the middle of this record."))


def _after_the_end(file: BinaryIO) -> bytes:
    while chunk := file.read(CHUNK):
        if END in chunk:
            return chunk.partition(END)[2]
    return b""


def _record(data: bytes) -> Record | Say:
    if len(data) < LEADER or not LENGTH.fullmatch(data[:5]):
        return _malformed()
    if int(data[:5]) != len(data):
        template = gettext_noop("This record says that it has {said} bytes, but has {found}.")
        return say("wrong-length", template, said=int(data[:5]), found=len(data))
    try:
        return Record(data, to_unicode=True)
    except UnicodeDecodeError:
        return say("wrong-encoding", gettext_noop("This record is not in the encoding that it names."))
    except (PymarcException, ValueError, IndexError, KeyError, AttributeError):
        return _malformed()


def _malformed() -> Say:
    return say("malformed-marc", gettext_noop("This is not a MARC 21 record."))


class _Refused(Exception):  # noqa: N818 - of a file, not of our code
    pass


class _Gathering(XmlHandler):
    """Counts how much text a record has, and takes no document type: it could define entities without end."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pymarc ships few types
        self.size = 0

    def characters(self, content: str) -> None:
        self.size += len(content)
        if self.size > LONGEST_RECORD:
            raise _Refused
        super().characters(content)  # type: ignore[no-untyped-call]  # as above

    def process_record(self, record: Record) -> None:
        self.size = 0
        super().process_record(record)  # type: ignore[no-untyped-call]  # as above

    def startDTD(self, *_named: Any) -> None:  # noqa: N802 - SAX calls it so
        raise _Refused

    def comment(self, content: str) -> None: ...
    def startCDATA(self) -> None: ...  # noqa: N802 - as above
    def endCDATA(self) -> None: ...  # noqa: N802 - as above
    def endDTD(self) -> None: ...  # noqa: N802 - as above


def _xml(file: BinaryIO) -> Iterator[Record | Say]:
    handler = _Gathering()
    parser: Any = xml.sax.make_parser()  # noqa: S317 - without document types, and no entity is fetched
    parser.setFeature(xml.sax.handler.feature_namespaces, True)
    parser.setFeature(xml.sax.handler.feature_external_ges, False)
    parser.setProperty(xml.sax.handler.property_lexical_handler, handler)
    parser.setContentHandler(handler)
    try:
        while chunk := file.read(CHUNK):
            parser.feed(chunk)
            yield from handler.records
            handler.records.clear()
        if not file.tell():
            raise _Refused
        parser.close()
    except xml.sax.SAXException:
        yield from handler.records
        yield say(
            "malformed-xml", gettext_noop("The file is not well-formed XML from here on, or ends too early.")
        )
    except (_Refused, KeyError, ValueError):
        yield from handler.records
        yield say("malformed-xml", gettext_noop("This is not MARCXML, or a record is too long."))
