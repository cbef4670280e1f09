"""Sends odd requests, and counts the answers. Every request begins with the same rows: what it wrote is rolled back."""

from __future__ import annotations

import random
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import unquote_to_bytes

from django.core import mail
from django.db import transaction
from django.test import Client

from accounts.requests import limits
from tests.fuzz.mutations import Sent, mutated
from tests.fuzz.pages import Target, targets_for

SERVER_ERROR = 500
SLOW = 2.0
"""Seconds after which a request is reported, although it was answered."""
TARGETS = 600
"""So many requests that pages offer are gathered for a long run; a short one would choose few of them."""
PROGRESS = 1000
"""Requests between two lines that say how far a role has come."""


@dataclass
class Findings:
    """`faults` has, for each place in the code that failed, how to repeat the first request that failed there.

    `say` is handed a line for each new fault and each slow answer when it comes, and one for every thousand requests:
    a run of hours that is stopped has reported what it found.
    """

    say: Callable[[str], None]
    statuses: Counter[int] = field(default_factory=Counter)
    faults: dict[str, str] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)
    slow: list[str] = field(default_factory=list)

    def add_fault(self, place: str, how: str) -> None:
        self.times[place] += 1
        if place not in self.faults:
            self.faults[place] = how
            self.say(f"fault: {place}\n{how}")

    def add_slow(self, how: str) -> None:
        self.slow.append(how)
        self.say(how)

    @property
    def counts(self) -> str:
        return ", ".join(f"{status}: {number}" for status, number in sorted(self.statuses.items()))

    def __str__(self) -> str:
        rows = [f"{status}: {number}" for status, number in sorted(self.statuses.items())]
        faults = [f"\n{self.times[place]} x {place}\n{how}" for place, how in self.faults.items()]
        return "\n".join([*rows, *self.slow, *faults])


def crawl(role: str, client: Client, starts: list[str], *, requests: int, seed: int, into: Findings) -> None:
    """Adds the answers to so many mutated requests of one role. The same seed sends the same requests."""
    rng = random.Random(f"{seed} {role}")  # noqa: S311 - to be repeated
    targets = targets_for(client, starts, rng, most=min(TARGETS, 2 * requests))
    cookies = client.cookies.output(header="", sep=";")
    for number in range(requests):
        client.cookies = SimpleCookie(cookies)
        limits.forget_all()  # a limit that is used up would hide what lies behind it
        _send_one(f"{role} {number}", client, targets, seed, into)
        if (number + 1) % PROGRESS == 0:
            into.say(f"{role}: {number + 1} of {requests}, {len(into.faults)} faults ({into.counts})")


def _send_one(name: str, client: Client, targets: list[Target], seed: int, into: Findings) -> None:
    rng = random.Random(f"{seed} {name}")  # noqa: S311 - to be repeated
    sent = mutated(rng.choice(targets), rng)
    first = _answer_and_undo(client, sent)
    into.statuses[first.status] += 1
    if first.seconds > SLOW:
        again = _answer_and_undo(client, sent)
        if again.seconds > SLOW:  # once may be the machine
            own = f"{again.own_seconds:.1f} s of them our own process"
            into.add_slow(
                f"slow, {first.seconds:.1f} s and again {again.seconds:.1f} s, {own}: {name} with SEED={seed}:\n    {sent}"
            )
    if first.status >= SERVER_ERROR:
        place = _place(first.error) if first.error else f"{first.status} {sent.path[:60]}"
        into.add_fault(place, f"  as {name} with SEED={seed}:\n    {sent}")


@dataclass(frozen=True)
class Answer:
    """`own_seconds` is what this process worked, which says more than the clock on a busy machine."""

    status: int
    error: BaseException | None
    seconds: float
    own_seconds: float


def _answer_and_undo(client: Client, sent: Sent) -> Answer:
    began, worked = time.monotonic(), time.process_time()
    with transaction.atomic():
        status, error = _answer(client, sent)
        answer = Answer(status, error, time.monotonic() - began, time.process_time() - worked)
        transaction.set_rollback(True)
    mail.outbox.clear()
    return answer


def _answer(client: Client, sent: Sent) -> tuple[int, BaseException | None]:
    extra = {"PATH_INFO": unquote_to_bytes(sent.path).decode("latin-1"), "QUERY_STRING": sent.query}
    headers = {name: value for name, value in sent.headers if name != "Cookie"}
    own = [f"{each.key}={each.coded_value}" for each in client.cookies.values()]
    odd = [value for name, value in sent.headers if name == "Cookie"]
    if odd:  # as it is: Python's own cookies refuse some of what a browser may send
        extra["HTTP_COOKIE"] = "; ".join([*own, *odd])
    try:
        answer = client.generic(sent.method, "/", sent.body, sent.content_type, headers=headers, **extra)  # type: ignore[arg-type]  # WSGI's own names
        if answer.streaming:
            b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # as streaming says
    except Exception as error:  # noqa: BLE001 - whatever escapes is what we look for
        return SERVER_ERROR, error
    raised = getattr(answer, "exc_info", None)
    return answer.status_code, raised[1] if raised else None


def _place(error: BaseException) -> str:
    """The exception, and the last of our own lines that it went through; or the very last."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        frame for frame in frames if "site-packages" not in frame.filename and "/tests/" not in frame.filename
    ]
    frame = (ours or frames)[-1]
    return f"{type(error).__name__}: {str(error)[:120]!r} at {Path(frame.filename).name}:{frame.lineno}"
