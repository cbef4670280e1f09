"""What of the operations guide belongs to the trial: marks that a reader of the rendered page does not see.

<!-- trial -->             the block that follows is typed by root, word by word
<!-- trial: types a|b -->  the same, and then its questions are answered
<!-- trial: visit name --> what the words say to do in a browser is done by a function of visits.py
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "operations.md"
MARK = re.compile(r"^<!-- trial(?:: (?P<how>types|visit) (?P<what>.+?))? -->\n", re.MULTILINE)
BLOCK = re.compile(r"\n*```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """`block` is typed, and its questions get `answers`; or `visit` names what is done in a browser."""

    line: int
    heading: str
    block: str = ""
    answers: tuple[str, ...] = ()
    visit: str = ""


def steps(text: str) -> list[Step]:
    """In the order of the guide. ValueError for a mark without its block."""
    return [_step(text, mark) for mark in MARK.finditer(text)]


def _step(text: str, mark: re.Match[str]) -> Step:
    line = text.count("\n", 0, mark.start()) + 1
    heading = HEADING.findall(text, 0, mark.start())[-1]
    if mark["how"] == "visit":
        return Step(line, heading, visit=mark["what"])
    block = BLOCK.match(text, mark.end())
    if block is None:
        raise ValueError(f"{GUIDE.name}, line {line}: no block of `sh` follows the mark.")
    return Step(
        line, heading, block=block[1], answers=tuple((mark["what"] or "").split("|")) if mark["what"] else ()
    )
