"""Lines of a file, of which none is longer than a record may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from records.document import Document
from records.faults import Fault
from wording.say import Say, gettext_noop, say

LONGEST_RECORD = 1024 * 1024
"""Bytes of one film in a file. Our largest, of 15 hours and 14 parts, has 60,000."""
CHUNK = 64 * 1024
MARK = b"\xef\xbb\xbf"


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes | Say]]:
    """Each line with its number, without a byte order mark; a sentence instead of one that is too long, which is skipped."""
    number = 0
    while line := file.readline(LONGEST_RECORD + 1):
        number += 1
        if len(line) > LONGEST_RECORD:
            while line and not line.endswith(b"\n"):
                line = file.readline(CHUNK)
            yield number, too_long()
            continue
        yield number, line.removeprefix(MARK) if number == 1 else line


def too_long() -> Say:
    template = gettext_noop("This record is longer than {limit} bytes; it was skipped.")
    return say("record-too-long", template, limit=LONGEST_RECORD)


def not_utf8(error: UnicodeDecodeError) -> Say:
    template = gettext_noop("This is not UTF-8 text: byte {byte} cannot be read. Save the file as UTF-8.")
    return say("not-utf-8", template, byte=error.start + 1)


def unreadable(file: str, line: int, said: Say) -> Document:
    """A place of the file of which no record could be made."""
    return Document(file, None, {(): line}, (Fault(file, line, "", said),))
