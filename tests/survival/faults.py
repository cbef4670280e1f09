"""What goes wrong, each made from outside. A fault returns when it is over; what it may cost stands beside it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.survival.house import House


class May(Flag):
    """What people may notice of a fault."""

    NOTHING = 0
    DOUBLE = auto()
    """A mail that is under way comes twice: docs/operations.md, “What a crash costs”."""
    LOSE_ANSWERS = auto()
    """Pages that are being made are cut off, or say that they cannot be served now."""


@dataclass(frozen=True)
class Fault:
    """`seconds`: for how long pages may be held up in addition to their own limits."""

    name: str
    make: Callable[[House], None]
    may: May = May.NOTHING
    seconds: float = 0.0
    hits: str = ""
    """The process whose pulse must be felt again."""
    is_point: bool = False
    """Whether it counts only when the point that it is named after was reached."""


def _sleep(house: House, least: float, most: float) -> None:
    time.sleep(house.chance.uniform(least, most))


# --- Processes --------------------------------------------------------------------------------------------------------
def kill_worker(house: House) -> None:
    _sleep(house, 0, 3)
    house.kill(*house.workers())


def kill_planner(house: House) -> None:
    house.kill("planner")


def kill_beat(house: House) -> None:
    house.kill(house.chance.choice([name for name in house.stack.running if "beat" in name]))


def kill_one_web(house: House) -> None:
    for _ in range(3):
        house.kill(house.chance.choice(house.webs()))
        _sleep(house, 0.2, 1.5)


def kill_all_webs(house: House) -> None:
    house.kill(*house.webs())


def kill_everything(house: House) -> None:
    """As when the power goes: all processes of ours, Valkey, and PostgreSQL, at one moment."""
    with house.supervising:
        house.kill(*house.stack.running)
        house.kill_valkey()
        os.kill(house.postmaster(), signal.SIGKILL)
        house.mail.kill()
        _sleep(house, 0, 1)


def stop_worker_beyond_its_lease(house: House) -> None:
    """SIGSTOP while a mail is under way; the other worker takes over, then the first goes on."""
    house.mail.obey("hold")
    house.make_due()
    if house.mail.wait_for("taken", seconds=30):
        with house.stopped(house.pid("worker")):
            house.mail.obey("accept")
            time.sleep(house.beyond_a_lease)
    else:
        house.mail.obey("accept")


def stop_beats(house: House) -> None:
    with house.stopped(*[house.pid(name) for name in house.stack.running if "beat" in name]):
        _sleep(house, 5, 12)


def stop_leading_beat(house: House) -> None:
    """Longer than its lease of the lead: another one takes over."""
    with house.stopped(house.pid("beat")):
        time.sleep(35)


def stop_one_web(house: House) -> None:
    with house.stopped(house.pid(house.chance.choice(house.webs()))):
        _sleep(house, 4, 10)


# --- Valkey and PostgreSQL --------------------------------------------------------------------------------------------
def flush_valkey(house: House) -> None:
    for _ in range(3):
        house.broker().flushall()
        _sleep(house, 0.1, 1)


def kill_valkey(house: House) -> None:
    with house.supervising:
        house.kill_valkey()
        _sleep(house, 0, 6)


def kill_postgresql(house: House) -> None:
    with house.supervising:
        os.kill(house.postmaster(), signal.SIGKILL)
        _sleep(house, 0, 4)


def shut_postgresql_at_once(house: House) -> None:
    with house.supervising:
        os.kill(house.postmaster(), signal.SIGQUIT)
        _sleep(house, 0, 8)


def cancel_sessions(house: House) -> None:
    """As `pg_terminate_backend` of a hurried administrator."""
    for _ in range(3):
        with house.sql() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            )
        _sleep(house, 0.2, 1)


# --- The mail server --------------------------------------------------------------------------------------------------
def _mail(mode: str, least: float = 4, most: float = 8) -> Callable[[House], None]:
    def make(house: House) -> None:
        house.mail.obey(mode)
        house.make_due()
        _sleep(house, least, most)
        house.mail.obey("accept")

    return make


def mail_server_dies_after_accepting(house: House) -> None:
    house.mail.obey("die")
    house.make_due()
    _sleep(house, 3, 6)


def kill_mail_server(house: House) -> None:
    with house.supervising:
        house.mail.kill()
        house.make_due()
        _sleep(house, 2, 6)


# --- The network ------------------------------------------------------------------------------------------------------
def _pause(network: str, least: float, most: float) -> Callable[[House], None]:
    def make(house: House) -> None:
        house.make_due()
        with house.stopped(house.networks[network].pid):
            _sleep(house, least, most)

    return make


def _cut(network: str) -> Callable[[House], None]:
    def make(house: House) -> None:
        for _ in range(4):
            house.make_due()
            _sleep(house, 0.1, 1)
            house.networks[network].send_signal(signal.SIGUSR1)

    return make


ANSWERS, DOUBLE = May.LOSE_ANSWERS, May.DOUBLE
FAULTS = [
    Fault("kill -9 of the workers", kill_worker, DOUBLE),
    Fault("kill -9 of the planning worker", kill_planner, hits="planning"),
    Fault("kill -9 of a beat", kill_beat, hits="beat"),
    Fault("kill -9 of a web process, three times", kill_one_web, ANSWERS),
    Fault("kill -9 of all web processes", kill_all_webs, ANSWERS),
    Fault("kill -9 of everything at once", kill_everything, DOUBLE | ANSWERS, hits="beat"),
    Fault("a worker stopped for longer than its lease", stop_worker_beyond_its_lease, DOUBLE),
    Fault("beat stopped", stop_beats, hits="beat"),
    Fault("the leading beat stopped for longer than its lease", stop_leading_beat, hits="beat"),
    Fault("a web process stopped", stop_one_web, ANSWERS, seconds=12),
    Fault("Valkey emptied, three times", flush_valkey),
    Fault("kill -9 of Valkey", kill_valkey, seconds=2),
    Fault("kill -9 of PostgreSQL", kill_postgresql, DOUBLE | ANSWERS),
    Fault("immediate shutdown of PostgreSQL", shut_postgresql_at_once, DOUBLE | ANSWERS),
    Fault("every session of PostgreSQL ended, three times", cancel_sessions, DOUBLE | ANSWERS),
    Fault("mail refused for now (451)", _mail("refuse 451")),
    Fault("the sender refused (550)", _mail("refuse 550")),
    Fault("the login refused (535)", _mail("refuse 535")),
    Fault("the mail server goes away (421)", _mail("refuse 421")),
    Fault("the mail server answers late", _mail("delay 6")),
    Fault("the connection is closed after DATA", _mail("drop"), DOUBLE),
    Fault("the mail server accepts and dies", mail_server_dies_after_accepting, DOUBLE),
    Fault("kill -9 of the mail server", kill_mail_server, DOUBLE),
    Fault("the network to PostgreSQL paused", _pause("database", 4, 14), DOUBLE | ANSWERS, seconds=15),
    Fault(
        "the network to PostgreSQL paused beyond a lease",
        _pause("database", 45, 55),
        DOUBLE | ANSWERS,
        seconds=60,
    ),
    Fault("the network to Valkey paused", _pause("broker", 5, 20), seconds=2),
    Fault("the network to the mail server paused", _pause("mail", 5, 20)),
    Fault("the network to PostgreSQL cut, four times", _cut("database"), DOUBLE | ANSWERS),
    Fault("the network to Valkey cut, four times", _cut("broker")),
    Fault("the network to the mail server cut, four times", _cut("mail"), DOUBLE),
]
