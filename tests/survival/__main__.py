"""`python -m tests.survival --rounds 300 --seed 1`: the long form. It prints each round, then the table; exit code 1 if anything was wrong."""

from __future__ import annotations

import argparse
import fcntl
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.servers import new_folder, remove_abandoned
from tests.survival import clocks, disk
from tests.survival.faults import FAULTS, Fault
from tests.survival.house import House
from tests.survival.points import POINTS
from tests.survival.rounds import Outcome, play
from tests.survival.table import faults_of, keep, kept_in, rate_of_doubles, table

MOST_SAID = 5
"""Of what was wrong in one round."""


def main() -> int:
    arguments = _arguments()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    among = Path(tempfile.gettempdir())
    remove_abandoned(among)
    folder = new_folder(among)
    with (folder / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            outcomes = _play(folder, arguments)
        finally:
            disk.give_back(folder)
            if arguments.keep:
                print(f"What was written is in {folder}")
            else:
                shutil.rmtree(folder, ignore_errors=True)
    if arguments.into:
        outcomes = kept_in(arguments.into)
    print(f"\n{table(outcomes)}\n\n{rate_of_doubles(outcomes)}")
    wrong = list(faults_of(outcomes))[: 10 * MOST_SAID]
    print("\n".join(["", "Wrong:", *wrong] if wrong else ["", "Nothing was wrong."]))
    return 1 if wrong else 0


def _play(folder: Path, arguments: argparse.Namespace) -> list[Outcome]:
    outcomes: list[Outcome] = []
    has_small_disk = disk.lend_small_disk(folder)
    clock = clocks.lend_clock(folder)
    faults = [*FAULTS, *POINTS, *(disk.FAULTS if has_small_disk else []), *(clocks.FAULTS if clock else [])]
    print(
        "A small disk for PostgreSQL and the files:",
        "yes" if has_small_disk else "no, it may not be mounted here",
    )
    print("Clocks that can be set:", "yes" if clock else "no, there is no C compiler")
    with House(folder, arguments.seed, screenings=16, buyers=24, size=arguments.size, clock=clock) as house:
        for number, fault in enumerate(_order(faults, arguments), start=1):
            began = time.monotonic()
            outcome = play(house, fault)
            outcomes.append(outcome)
            if arguments.into:
                keep(outcome, arguments.into)
            print(_said(number, outcome, time.monotonic() - began), flush=True)
            for sentence in outcome.wrong[:MOST_SAID]:
                print(f"    WRONG: {sentence}", flush=True)
    return outcomes


def _order(faults: list[Fault], arguments: argparse.Namespace) -> list[Fault]:
    """Each fault as often as the others, in an order that the seed decides."""
    chosen = [each for each in faults if arguments.only in each.name]
    chance = random.Random(arguments.seed)  # noqa: S311 - chance, not a secret
    order: list[Fault] = []
    while len(order) < arguments.rounds:
        order += chance.sample(chosen, len(chosen))
    return order[: arguments.rounds]


def _said(number: int, outcome: Outcome, took: float) -> str:
    point = "" if outcome.is_hit else " (its point was not reached)"
    return (
        f"{number:4} {outcome.fault.name}{point}: {outcome.owed} owed, {outcome.delivered} delivered, {outcome.doubled} doubled, "
        f"{outcome.lost} lost; recovered after {outcome.recovery:.0f} s, all had arrived after {outcome.arrived:.0f} s; {took:.0f} s"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.survival", description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only faults whose name contains this")
    parser.add_argument(
        "--size", choices=["small", "usual", "large"], default="large", help="how many processes"
    )
    parser.add_argument(
        "--into", type=Path, help="a file to which the outcomes are added; the table is of all in it"
    )
    parser.add_argument("--keep", action="store_true", help="leave logs, ledger and mails where they are")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
