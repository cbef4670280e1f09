"""What many rounds showed, as a table: a line for each fault."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.survival.faults import Fault, May
from tests.survival.rounds import Outcome

HEAD = (
    "| Fault | Rounds | Owed | Delivered | Doubled | Lost | Slowest recovery | All had arrived after |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|"
)


def keep(outcome: Outcome, path: Path) -> None:
    """Adds it to a file at once, so that rounds can be played in pieces and by several at a time."""
    facts = vars(outcome) | {"fault": outcome.fault.name, "may": outcome.fault.may.value}
    with path.open("a") as file:
        file.write(json.dumps(facts) + "\n")


def kept_in(path: Path) -> list[Outcome]:
    return [_outcome(json.loads(line)) for line in path.read_text().splitlines()]


def _outcome(facts: dict[str, Any]) -> Outcome:
    fault = Fault(facts.pop("fault"), lambda _house: None, May(facts.pop("may")))
    return Outcome(fault, **facts)


def table(outcomes: Sequence[Outcome]) -> str:
    """In Markdown. A round that did not reach its point is not counted among the rounds of its fault."""
    names = dict.fromkeys(each.fault.name for each in outcomes)
    lines = [_line(name, [each for each in outcomes if each.fault.name == name]) for name in names]
    return "\n".join([HEAD, *lines, _line("**all**", outcomes)])


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    hit = [each for each in outcomes if each.is_hit]
    figures = (
        len(hit),
        _sum(each.owed for each in outcomes),
        _sum(each.delivered for each in outcomes),
        _sum(each.doubled for each in outcomes),
        _sum(each.lost for each in outcomes),
        f"{max(each.recovery for each in outcomes):.0f} s",
        f"{max(each.arrived for each in outcomes):.0f} s",
    )
    return f"| {name} | " + " | ".join(map(str, figures)) + " |"


def rate_of_doubles(outcomes: Sequence[Outcome]) -> str:
    """Of the mails that were owed in rounds whose fault may cost doubles."""
    may = [each for each in outcomes if May.DOUBLE in each.fault.may]
    owed, doubled = _sum(each.owed for each in may), _sum(each.doubled for each in may)
    return f"{doubled} doubles among {owed} mails in the {len(may)} rounds whose fault may cost one"


def faults_of(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for number, each in enumerate(outcomes, start=1):
        for sentence in each.wrong:
            yield f"round {number}, {each.fault.name}: {sentence}"


def _sum(numbers: Iterable[int]) -> int:
    return sum(numbers)
