"""Connections to PostgreSQL: how many there are, how long each waits, and whether one from the pool still works."""

from __future__ import annotations

import select
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, OperationalError
from psycopg.abc import RV, PQGen
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool

CONNECT_SECONDS = 5
RECONNECT_SECONDS = 3
SPARE_CONNECTIONS = 2
"""In addition to one for each thread that serves requests, so that no thread ever waits for another's."""
NAMED = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
# With these the kernel notices within a minute that a server has vanished. libpq uses them for TCP only.
KEEPALIVE = {
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}


BEYOND_A_STATEMENT = 5
"""Seconds by which a process waits longer than its longest statement may take."""


@dataclass(frozen=True)
class Limits:
    """In seconds; 0 is none. https://www.postgresql.org/docs/current/runtime-config-client.html"""

    lock: int
    statement: int
    idle_in_transaction: int

    def __str__(self) -> str:
        return (
            f"-c lock_timeout={self.lock}s -c statement_timeout={self.statement}s "
            f"-c idle_in_transaction_session_timeout={self.idle_in_transaction}s"
        )


LIMITS = {
    "web": Limits(lock=5, statement=15, idle_in_transaction=30),
    "runserver": Limits(lock=5, statement=15, idle_in_transaction=0),  # a debugger may stop it anywhere
    "worker": Limits(lock=30, statement=120, idle_in_transaction=120),
    # A migration that waits for a table blocks everyone behind it from that table, so it gives up soon; it can be repeated.
    "command": Limits(lock=30, statement=0, idle_in_transaction=0),
}


def databases(
    url: str, replica_url: str, *, process: str, threads: int, pooler: str
) -> dict[str, dict[str, Any]]:
    """All of Django's DATABASES. A replica is no database of its own to tests and migrations."""
    found = {"default": database(url, process=process, threads=threads, pooler=pooler)}
    if replica_url and process == "web":
        replica = database(replica_url, process=process, threads=threads, pooler=pooler)
        found["replica"] = replica | {"TEST": {"MIRROR": "default"}}
    return found


def database(url: str, *, process: str, threads: int, pooler: str = "none") -> dict[str, Any]:
    """Django's settings for a libpq address (https://www.postgresql.org/docs/current/libpq-connect.html).

    Time-outs in the address itself override ours. A pooler for each transaction takes no options when it is connected to (the
    limits are then those of the role), and keeps no cursor beyond a transaction.
    """
    given = conninfo_to_dict(url)
    rest = {key: value for key, value in given.items() if key not in NAMED.values()}
    options = f"{LIMITS[process]} {rest.pop('options', None) or ''}".strip()
    has_pooler = pooler == "transaction"
    pool = {
        "min_size": 0,
        "max_size": threads + SPARE_CONNECTIONS,
        "timeout": 3,
        "reconnect_timeout": RECONNECT_SECONDS,
        "check": check_on_loan,
        "connection_class": bounded(LIMITS[process].statement),
    }
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{ours: str(given.get(theirs, "")) for ours, theirs in NAMED.items()},
        "OPTIONS": {
            "connect_timeout": CONNECT_SECONDS,
            **KEEPALIVE,
            **rest,
            **({} if has_pooler else {"options": options}),
            "pool": pool,
        },
        "DISABLE_SERVER_SIDE_CURSORS": has_pooler,
        "CONN_HEALTH_CHECKS": False,  # the pool's own check, above, costs no query
    }


def bounded(statement: int) -> type[Connection[Any]]:
    """Connections that give up a server which says nothing for longer than a statement may take, in seconds; 0 never does.

    The limits of `Limits` are kept by the server. They do not help when it hangs, or a network or a PgBouncer between us that
    still takes what we send: without this, every thread of a web process would wait for as long, and no page be answered.
    """
    if not statement:
        return Connection

    class Bounded(Connection[Any]):
        def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
            try:
                return super().wait(gen, interval, timeout or statement + BEYOND_A_STATEMENT)
            except OperationalError as error:
                if (
                    not self.closed and not error.sqlstate
                ):  # no word of the server's: it may still come, and belong to nothing
                    self.close()
                raise

    return Bounded


def check_on_loan(connection: Connection[Any]) -> None:
    """Raises OperationalError for a connection whose server is gone. Asks the server only when there is a reason to.

    A server that stops or restarts sends a message or closes the socket, and either waits unread in the socket. An idle
    connection has nothing else to read, so one system call is enough, without a query. If the server is gone, all idle
    connections in the pool are replaced at once, because the pool would try them one by one, a second apart.
    """
    if not has_something_to_read(connection):
        return
    pool = getattr(connection, "_pool", None)  # psycopg_pool sets it on a connection that it has lent
    try:
        ConnectionPool.check_connection(connection)
    except Exception:
        if isinstance(pool, ConnectionPool):
            pool.drain()
        raise


def has_something_to_read(connection: Connection[Any]) -> bool:
    """Whether the server has sent something, or closed the connection, since the last query. Takes a few microseconds."""
    if connection.closed:
        return True
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN | select.POLLERR | select.POLLHUP)
    return bool(poll.poll(0))
