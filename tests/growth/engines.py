"""Engines that production may add, started for a test: PgBouncer, a streaming replica, Valkey under Sentinels, RabbitMQ."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
import redis
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from config.embedded import PostgreSQL, Valkey
from config.embedded.account import Account
from config.embedded.postgresql import SOCKET_NAME
from config.embedded.server import wait_until
from demo.place import free_port

PATIENCE = 120
PASSWORD = "a-password-of-the-group"
GROUP = "longtake"


def program(name: str, package: str) -> str:
    """The path of a program, which root installs where it is missing; the test is skipped where it cannot be had."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/lib/rabbitmq/bin")
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        # Installing must not start a server of its own.
        quiet = os.environ | {"RUNLEVEL": "1", "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(
            ["/usr/bin/apt-get", "install", "-y", "-qq", "--no-install-recommends", package],
            env=quiet,
            check=False,
        )
        found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/lib/rabbitmq/bin")
    if found is None:
        pytest.skip(f"{name} is not installed: on Debian, apt-get install {package}.")
    return found


def run(command: list[str], *, account: Account, folder: Path, **variables: str) -> subprocess.Popen[bytes]:
    """A server in the foreground, as another user where we are root."""
    account.own(folder)
    with (folder / "server.log").open("ab") as log:
        return subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | variables,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            user=account.uid,
            group=account.gid,
            extra_groups=[] if account.uid is not None else None,
            start_new_session=True,
        )


def wait_for(answers: Callable[[], object], what: str, log: Path | None = None) -> None:
    def tried() -> bool:
        with suppress(psycopg.Error, redis.RedisError, OSError):
            return bool(answers())
        return False

    if not wait_until(tried, seconds=PATIENCE):
        said = log.read_text(errors="replace")[-2000:] if log and log.exists() else ""
        raise AssertionError(f"{what}: not in {PATIENCE} s. {said}")


def stop(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGCONT)
        process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def pgbouncer(folder: Path, database: str, *, most: int) -> Iterator[str]:
    """Before a database (its libpq address), with at most so many connections to it, each lent for a transaction. Its address."""
    given, port = conninfo_to_dict(database), free_port()
    settings = folder / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\n* = host={given['host']} port={given.get('port', 5432)} user={given['user']}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = any\n"
        f"pool_mode = transaction\ndefault_pool_size = {most}\nmax_client_conn = 500\nserver_idle_timeout = 5\n"
        f"admin_users = {given['user']}\nlogfile = {folder / 'pgbouncer.log'}\n"
    )
    folder.chmod(0o755)
    address = make_conninfo(host="127.0.0.1", port=port, user=given["user"], dbname=given["dbname"])
    account = Account.for_cluster(folder / "none")
    process = run([program("pgbouncer", "pgbouncer"), str(settings)], account=account, folder=folder)
    try:
        wait_for(lambda: _answers(address), "PgBouncer answers", folder / "server.log")
        yield address
    finally:
        stop(process)


def _answers(address: str) -> bool:
    with psycopg.connect(address) as server:
        return bool(server.execute("SELECT 1").fetchone())


def there(home: Path, address: str) -> str:
    """The address of the same database on the server whose socket is in a folder."""
    place = conninfo_to_dict(address) | {"host": str(home)}
    return make_conninfo("", **place)


@dataclass
class Replicated:
    """A primary and its streaming replica. `lag` is ended by `go_on`."""

    primary: PostgreSQL
    address: str
    replica_address: str
    replica: subprocess.Popen[bytes]

    def ask(self, address: str, statement: str, *values: object) -> object:
        with psycopg.connect(address, autocommit=True) as server:
            asked = server.execute(statement, values)
            row = asked.fetchone() if asked.description else None
            return row[0] if row else None

    def stand_still(self) -> None:
        """The replica receives, and replays nothing."""
        self.ask(self.replica_address, "SELECT pg_wal_replay_pause()")
        wait_for(
            lambda: self.ask(self.replica_address, "SELECT pg_get_wal_replay_pause_state() = 'paused'"),
            "It pauses",
        )

    def go_on(self) -> None:
        self.ask(self.replica_address, "SELECT pg_wal_replay_resume()")

    def catch_up(self) -> None:
        place = self.ask(self.address, "SELECT pg_current_wal_flush_lsn()")
        wait_for(
            lambda: self.ask(self.replica_address, "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", place),
            "It catches up",
        )


@contextmanager
def replicated(folder: Path, copy_of: str) -> Iterator[Replicated]:
    """With all that is in another database."""
    primary = PostgreSQL(folder)
    primary.settings |= {"wal_level": "replica", "max_wal_senders": "4", "fsync": "off"}
    address = primary.join()
    programs = primary.programs
    dump = folder / "copy.dump"
    subprocess.run([programs / "pg_dump", "-Fc", "-f", dump, copy_of], check=True)
    subprocess.run([programs / "pg_restore", "--no-owner", "-d", address, dump], check=True)
    home, account = folder / "replica", Account.for_cluster(primary.home)
    home.mkdir(mode=0o700)
    account.own(home)
    base: list[str | Path] = [
        programs / "pg_basebackup",
        "-D",
        home,
        "-R",
        "-c",
        "fast",
        "-X",
        "stream",
        "-d",
        address,
    ]
    subprocess.run(base, check=True, user=account.uid, group=account.gid, cwd=home)
    (home / f"{SOCKET_NAME}.lock").unlink()  # the primary's, copied with its folder
    options = {**primary.settings, "unix_socket_directories": str(home)}
    command = [str(programs / "postgres"), "-D", str(home)]
    command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    process = run(command, account=account, folder=home)
    found = Replicated(primary, address, there(home, address), process)
    try:
        wait_for(
            lambda: found.ask(found.replica_address, "SELECT pg_is_in_recovery()"),
            "The replica answers",
            home / "server.log",
        )
        yield found
    finally:
        stop(process)
        primary.leave()


@dataclass
class Watch:
    """A leader, a follower and three Sentinels. `address` is what REDIS_URL says."""

    ports: list[int]
    servers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        hosts = ",".join(f"127.0.0.1:{port}" for port in self.ports[2:])
        return f"redis+sentinel://:{PASSWORD}@{hosts}/{GROUP}/0"

    def leader(self) -> int:
        """The port of whom the Sentinels call the leader."""
        with redis.Redis(port=self.ports[2], password=PASSWORD) as sentinel:
            return int(sentinel.sentinel_get_master_addr_by_name(GROUP)[1])

    def kill_leader(self) -> None:
        self.servers[self.ports.index(self.leader())].kill()


@contextmanager
def watched(folder: Path) -> Iterator[Watch]:
    binary = str(Valkey(folder)._program())
    watch = Watch([free_port() for _ in range(5)])
    for number, port in enumerate(watch.ports):
        place = folder / f"{number}"
        place.mkdir()
        lines = [f"port {port}", "bind 127.0.0.1", f"requirepass {PASSWORD}", f"dir {place}"]
        if number < 2:
            lines += [f"masterauth {PASSWORD}", 'save ""', "repl-diskless-sync-delay 0"]
            lines += [f"replicaof 127.0.0.1 {watch.ports[0]}"] if number else []
        else:
            lines += [
                f"sentinel monitor {GROUP} 127.0.0.1 {watch.ports[0]} 2",
                f"sentinel auth-pass {GROUP} {PASSWORD}",
                f"sentinel sentinel-pass {PASSWORD}",
                f"sentinel down-after-milliseconds {GROUP} 1000",
                f"sentinel failover-timeout {GROUP} 5000",
            ]
        (place / "valkey.conf").write_text("\n".join(lines) + "\n")
        command = [binary, str(place / "valkey.conf"), *(["--sentinel"] if number >= 2 else [])]
        watch.servers.append(run(command, account=Account(), folder=place))
    try:
        wait_for(
            lambda: _is_whole(watch),
            "Leader, follower and Sentinels know each other",
            folder / "2" / "server.log",
        )
        yield watch
    finally:
        for server in watch.servers:
            stop(server)


def _is_whole(watch: Watch) -> bool:
    for port in watch.ports[2:]:
        with redis.Redis(port=port, password=PASSWORD) as sentinel:
            state = sentinel.sentinel_master(GROUP)
            if (state["num-slaves"], state["num-other-sentinels"]) != (1, 2):
                return False
    return True


@dataclass
class Rabbit:
    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"amqp://guest:guest@127.0.0.1:{self.port}//"

    def start(self) -> None:
        user = pwd.getpwnam("rabbitmq") if os.geteuid() == 0 else None
        account = Account(user.pw_uid, user.pw_gid) if user else Account()
        variables = {
            "HOME": str(self.folder),
            "RABBITMQ_NODENAME": f"longtake{self.port}@localhost",
            "RABBITMQ_NODE_PORT": str(self.port),
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_DIST_PORT": str(free_port()),
            "RABBITMQ_MNESIA_BASE": str(self.folder / "data"),
            "RABBITMQ_LOG_BASE": str(self.folder / "log"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(self.folder / "plugins"),
            "RABBITMQ_CONF_ENV_FILE": str(self.folder / "none"),
            "ERL_EPMD_PORT": str(self.port + 1),
        }
        real = program("rabbitmq-server", "rabbitmq-server")
        inner = Path(
            "/usr/lib/rabbitmq/bin/rabbitmq-server"
        )  # Debian's own changes the user, which we have done
        command = [str(inner if inner.exists() else real)]
        self.process = run(command, account=account, folder=self.folder, **variables)
        wait_for(self.answers, "RabbitMQ answers", self.folder / "server.log")

    def answers(self) -> bool:
        import amqp

        with amqp.Connection(
            f"127.0.0.1:{self.port}", userid="guest", password="guest", connect_timeout=2
        ) as one:
            return bool(one.connected)

    def kill(self) -> None:
        """With all that it started: Erlang is a child of the script."""
        assert self.process is not None
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        time.sleep(0.2)


@contextmanager
def rabbit(folder: Path) -> Iterator[Rabbit]:
    program("rabbitmq-server", "rabbitmq-server")
    engine = Rabbit(folder, free_port())
    engine.start()
    try:
        yield engine
    finally:
        engine.kill()
