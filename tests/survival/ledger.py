"""What was owed and what arrived, in files that Longtake never sees: each line is on the disk before anything follows from it."""

from __future__ import annotations

import json
import os
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Owed:
    """A mail that somebody must get, because a page said that something had been done. `says` is searched in its subject and text."""

    to: str
    says: str
    because: str


@dataclass(frozen=True)
class Taken:
    """A mail that the mail server took. `is_answered`: whether it also said so."""

    at: float
    id: str
    to: tuple[str, ...]
    words: str
    is_answered: bool


class Ledger:
    """Written by many threads at once."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / "ledger.jsonl").open("a")
        self._taken_file = folder / "taken.jsonl"
        self._lock = threading.Lock()
        self._read_to = 0
        self._taken: list[Taken] = []
        self.owed: list[Owed] = []
        self.complaints: list[str] = []
        self.statuses: Counter[str] = Counter()

    def note(self, what: str, **facts: Any) -> None:
        with self._lock:
            self._file.write(json.dumps({"at": time.time(), "what": what, **facts}) + "\n")
            self._file.flush()
            os.fsync(self._file.fileno())

    def owe(self, to: str, says: str, because: str) -> None:
        """From now on this mail must arrive."""
        self.note("owed", to=to, says=says, because=because)
        with self._lock:
            self.owed.append(Owed(to, says, because))

    def complain(self, about: str) -> None:
        """Something that must never happen has happened."""
        self.note("complaint", about=about)
        with self._lock:
            self.complaints.append(about)

    def count(self, status: str) -> None:
        with self._lock:
            self.statuses[status] += 1

    def taken(self) -> list[Taken]:
        """Every mail that the server took, in order; one that it took twice is there twice."""
        with self._lock:
            if self._taken_file.exists():
                with self._taken_file.open("rb") as lines:
                    lines.seek(self._read_to)
                    for line in lines:
                        if not line.endswith(b"\n"):
                            break  # it is being written
                        self._read_to += len(line)
                        self._taken.append(_taken(json.loads(line)))
            return list(self._taken)

    def missing(self) -> list[Owed]:
        """What was owed and has not arrived."""
        words: dict[str, list[str]] = {}
        for mail in self.taken():
            for address in mail.to:
                words.setdefault(address, []).append(mail.words)
        return [
            each
            for each in self.owed
            if not any(re.search(each.says, text) for text in words.get(each.to, ()))
        ]

    def doubles(self, since: int = 0) -> Iterator[Taken]:
        """Mails that came again, as they were when they came first; once for each time too many. `since`: the place in `taken`."""
        first: dict[str, Taken] = {}
        for place, mail in enumerate(self.taken()):
            if mail.id not in first:
                first[mail.id] = mail
            elif place >= since:
                yield first[mail.id]


def _taken(line: dict[str, Any]) -> Taken:
    return Taken(
        line["at"], line["id"], tuple(line["to"]), f"{line['subject']}\n{line['text']}", line["is_answered"]
    )
