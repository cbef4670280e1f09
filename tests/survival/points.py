"""Faults at named points, reached from outside: a lock in the database or a word of the mail server says that it is there."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, LiteralString

from tests.survival.browser import NoAnswerError
from tests.survival.faults import Fault, May
from tests.survival.house import wait_for

if TYPE_CHECKING:
    from psycopg import Connection

    from tests.survival.house import House

IS_ABOUT_TO_CLAIM = """
SELECT count(*) FROM pg_stat_activity
WHERE state = 'idle in transaction' AND datname = current_database() AND query LIKE %s
"""
CLAIMING = int.from_bytes(b"MAIL")
"""The advisory lock of the worker that claims (reminders/sending/claims.py). Others try to get it for two seconds, then claim without."""
WAITS_FOR_A_LOCK = """
SELECT count(*) FROM pg_stat_activity
WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE %s
"""


@contextmanager
def held(house: House, statement: str, *, seen: str) -> Iterator[Callable[[], bool]]:
    """Holds what the statement locks. Gives what waits until another session is seen to wait for it."""
    with house.sql() as holder, house.sql() as watcher, holder.transaction():
        holder.execute(statement)
        yield lambda: _is_seen(watcher, WAITS_FOR_A_LOCK, seen)


def _is_seen(watcher: Connection, question: LiteralString, words: str) -> bool:
    """Whether it comes to be, within 20 seconds, that a session is in this state with such a statement."""

    def is_so() -> bool:
        row = watcher.execute(question, [f"%{words}%"]).fetchone()
        return bool(row and row[0])

    return wait_for(is_so, seconds=20, every=0.02) is not None


def _meanwhile(job: Callable[[], object], house: House) -> threading.Thread:
    """Somebody who does it, and does not give up when their page is cut off."""

    def do() -> None:
        try:
            job()
        except NoAnswerError as error:
            house.ledger.note("gave up", job="at a point", because=str(error))

    thread = threading.Thread(target=do)
    thread.start()
    return thread


def _cut_off(house: House, job: Callable[[], object], statement: str, *, seen: str) -> None:
    """Kills every web process while somebody's page waits at a lock that is held; then they try again."""
    with held(house, statement, seen=seen) as is_reached:
        someone = _meanwhile(job, house)
        if is_reached():
            house.note_hit()
        house.kill(*house.webs())
        time.sleep(0.3)
    someone.join()


def kill_web_inside_registration(house: House) -> None:
    shown = house.chance.choice(house.crowd.scene.screenings)
    statement = f"SELECT FROM screenings_showing WHERE id = {shown.showing} FOR UPDATE"
    _cut_off(house, lambda: house.crowd.register(shown), statement, seen="screenings_showing")


def kill_web_inside_checkout(house: House) -> None:
    """It has written the order, and waits for the number of its invoice or licence."""
    statement = "SELECT FROM licensing_numberseries FOR UPDATE"
    _cut_off(house, house.crowd.order, statement, seen="licensing_numberseries")


def kill_web_inside_payment(house: House) -> None:
    statement = "LOCK TABLE licensing_payment IN SHARE MODE"
    _cut_off(house, lambda: house.crowd.order(method="card"), statement, seen="licensing_payment")


def kill_web_inside_move(house: House) -> None:
    """It has moved the showing, and waits to write who must be told."""
    statement = "LOCK TABLE reminders_reminder IN SHARE ROW EXCLUSIVE MODE"
    _cut_off(house, house.crowd.move, statement, seen="reminders_reminder")


def kill_worker_before_dispatch(house: House) -> None:
    """The rows are claimed, the connection stands, and nothing has been handed over."""
    house.mail.obey("stall")
    house.make_due()
    if house.mail.wait_for("stalled", seconds=30):
        house.note_hit()
    house.kill(*house.workers())
    house.mail.obey("accept")


def kill_worker_after_acceptance(house: House) -> None:
    """The server has taken the mail and answered; the worker dies before it has heard of it."""
    house.crowd.reads_mail = False  # until the round ends: who has confirmed meanwhile is owed nothing twice
    house.mail.obey("hold")
    house.make_due()
    if not house.mail.wait_for("taken", seconds=30):
        house.mail.obey("accept")
        return
    with house.stopped(*[house.pid(name) for name in house.workers()]):
        house.mail.obey("accept")
        time.sleep(0.3)
        house.note_hit()
        house.kill(*house.workers())


def kill_worker_while_settling(house: House) -> None:
    """Its last statement waits in the database, which goes on with it although nobody is there to hear of it."""
    house.mail.obey("hold")
    house.make_due()
    if not house.mail.wait_for("taken", seconds=30):
        house.mail.obey("accept")
        return
    with held(
        house, "SELECT FROM reminders_reminder WHERE status = 'sending' FOR UPDATE", seen="UPDATE"
    ) as is_reached:
        house.mail.obey("accept")
        if is_reached():
            house.note_hit()
        house.kill(*house.workers())
        time.sleep(0.2)


def kill_worker_while_claiming(house: House) -> None:
    """Its claim waits to be written, so nobody has claimed anything."""
    with ExitStack() as others:
        other = others.enter_context(house.sql())
        other.execute("SELECT pg_advisory_lock(%s, 0)", [CLAIMING])  # as if another worker claimed
        house.make_due()
        if not _is_seen(other, IS_ABOUT_TO_CLAIM, "pg_try_advisory_xact_lock"):
            return
        lock = "LOCK TABLE reminders_reminder IN SHARE MODE"
        with held(house, lock, seen="SET status = 'sending'") as is_reached:
            others.close()
            if is_reached():
                house.note_hit()
            house.kill(*house.workers())
            time.sleep(0.2)


def hold_a_table(house: House) -> None:
    """For longer than a page waits for a lock: it says so, and nothing is lost."""
    with held(house, "LOCK TABLE screenings_registration IN ACCESS EXCLUSIVE MODE", seen="screenings"):
        time.sleep(8)


ANSWERS = May.LOSE_ANSWERS
POINTS = [
    Fault(
        "kill -9 of web inside registration", kill_web_inside_registration, ANSWERS, seconds=10, is_point=True
    ),
    Fault("kill -9 of web inside checkout", kill_web_inside_checkout, ANSWERS, seconds=10, is_point=True),
    Fault(
        "kill -9 of web inside payment by card", kill_web_inside_payment, ANSWERS, seconds=10, is_point=True
    ),
    Fault("kill -9 of web inside a move", kill_web_inside_move, ANSWERS, seconds=10, is_point=True),
    Fault("kill -9 of the workers before dispatch", kill_worker_before_dispatch, is_point=True),
    Fault("kill -9 of the workers while settling", kill_worker_while_settling, May.DOUBLE, is_point=True),
    Fault(
        "kill -9 of the workers between acceptance and settling",
        kill_worker_after_acceptance,
        May.DOUBLE,
        is_point=True,
    ),
    Fault("kill -9 of the workers while claiming", kill_worker_while_claiming, is_point=True),
    Fault("a table locked for longer than a page waits", hold_a_table, ANSWERS),
]
