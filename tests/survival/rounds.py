"""One round: people use the site, something goes wrong, it ends, everything recovers by itself, and then all is counted."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from tests.survival.browser import Browser, NoAnswerError
from tests.survival.faults import Fault, May
from tests.survival.house import House, wait_for
from tests.survival.invariants import broken

WITHIN = 60.0
"""Seconds after the fault's end within which everything must work again by itself."""
ARRIVES_WITHIN = 180.0
"""Seconds within which what was owed must have arrived: a lease, a poll, and a pause or two after refusals."""
VOLLEY = 12
"""Pages asked for at once: as many as the threads of two web processes, so that each of their pooled connections is used."""
PULSE = "SELECT now() - felt_at < %s * interval '1 second' FROM operations_pulse WHERE name = %s"

UNDER_WAY = (
    "SELECT FROM reminders_reminder WHERE status = 'sending' OR status = 'pending' AND attempts > 0 LIMIT 1"
)


@dataclass
class Outcome:
    """What one round showed. `recovery` and `arrived` are seconds after the fault's end."""

    fault: Fault
    owed: int = 0
    delivered: int = 0
    doubled: int = 0
    lost: int = 0
    recovery: float = 0.0
    arrived: float = 0.0
    is_hit: bool = True
    wrong: list[str] = field(default_factory=list)


def play(house: House, fault: Fault, *, is_hurried: bool = False) -> Outcome:
    """`is_hurried`: nobody waits for a poll, and the time of leases and pauses is made to pass in the database."""
    outcome, ledger = Outcome(fault), house.ledger
    ledger.note("round", fault=fault.name)
    owed, taken, complaints, house.hits = len(ledger.owed), len(ledger.taken()), len(ledger.complaints), 0
    house.crowd.held_up = fault.seconds + (20 if May.LOSE_ANSWERS in fault.may else 0)
    with house.crowd.busy():
        time.sleep(house.chance.uniform(0.5, 2))
        began = time.time()
        fault.make(house)
        ended = time.time()
        ledger.note("fault ended", fault=fault.name)
        outcome.recovery = _recovery(house, fault, outcome, is_hurried=is_hurried)
    outcome.is_hit = bool(house.hits) or not fault.is_point
    _let_arrive(house, outcome, is_hurried=is_hurried)
    house.crowd.reads_mail = True
    outcome.arrived = time.time() - ended
    outcome.owed = len(ledger.owed) - owed
    missing = ledger.missing()
    outcome.lost = len(missing)
    outcome.delivered = outcome.owed - outcome.lost
    outcome.wrong += [f"lost: {each}" for each in missing]
    _count_doubles(house, outcome, taken, began, ended)
    with house.sql() as connection:
        outcome.wrong += broken(connection)
    outcome.wrong += ledger.complaints[complaints:]
    return outcome


def _recovery(house: House, fault: Fault, outcome: Outcome, *, is_hurried: bool) -> float:
    """Seconds until every page of a volley is answered, a new mail arrives, and the process that was hit is felt."""
    began = time.monotonic()
    if wait_for(lambda: _all_answer(house), seconds=WITHIN, every=0.5) is None:
        outcome.wrong.append(f"no full volley of pages within {WITHIN:.0f} s")
    house.ledger.note("pages are back", after=time.monotonic() - began)
    email = _registered_somebody(house)
    if is_hurried:
        house.wake()
    if email is None or wait_for(lambda: _has_mail(house, email), seconds=WITHIN, every=0.3) is None:
        outcome.wrong.append(f"no new mail within {WITHIN:.0f} s")
    house.ledger.note("mails are back", after=time.monotonic() - began)
    if fault.hits and wait_for(lambda: _is_felt(house, fault.hits, began), seconds=WITHIN) is None:
        outcome.wrong.append(f"{fault.hits} was not felt within {WITHIN:.0f} s")
    took = time.monotonic() - began
    if took > WITHIN:
        outcome.wrong.append(f"recovered only after {took:.0f} s")
    return took


def _all_answer(house: House) -> bool:
    shown = house.crowd.scene.screenings[0]
    paths = ["/health/ready", f"/screenings/{shown.slug}/register/", "/account/login/"]
    with ThreadPoolExecutor(VOLLEY) as pool:
        return all(pool.map(lambda place: _answers(house.crowd.browser(), paths[place % 3]), range(VOLLEY)))


def _answers(browser: Browser, path: str) -> bool:
    try:
        return browser.get(path).status == 200
    except NoAnswerError:
        return False


def _registered_somebody(house: House) -> str | None:
    try:
        return house.crowd.register(house.crowd.scene.screenings[0])
    except NoAnswerError:
        return None


def _has_mail(house: House, email: str) -> bool:
    return any(email in mail.to for mail in house.ledger.taken())


def _is_felt(house: House, name: str, since: float) -> bool:
    with house.sql() as connection:
        row = connection.execute(PULSE, [time.monotonic() - since, name]).fetchone()
    return bool(row and row[0])


def _let_arrive(house: House, outcome: Outcome, *, is_hurried: bool) -> None:
    until = time.monotonic() + ARRIVES_WITHIN
    while (house.ledger.missing() or not _is_settled(house)) and time.monotonic() < until:
        if is_hurried:
            house.let_time_pass()
            house.wake()
        time.sleep(1)


def _is_settled(house: House) -> bool:
    """Whether no mail is under way: one comes again, perhaps a second time, after the lease of its worker that died, or its pause."""
    with house.sql() as connection:
        return connection.execute(UNDER_WAY).fetchone() is None


def _count_doubles(house: House, outcome: Outcome, taken: int, began: float, ended: float) -> None:
    """A double is declared when its first copy was taken during a fault that may cost one; any other is wrong."""
    for first in house.ledger.doubles(since=taken):
        outcome.doubled += 1
        if May.DOUBLE not in outcome.fault.may or not began - 1 < first.at < ended + 1:
            outcome.wrong.append(f"doubled without need: {first.id} to {first.to}: {first.words[:60]!r}")
