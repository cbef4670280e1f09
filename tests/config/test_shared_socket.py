"""Several web processes at one listening socket: each connection is taken by one of them, and one may end."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from config.environment import ROOT
from tests.web import environment_of_a_process

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_of_two_processes_at_a_socket_may_end_and_no_visitor_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        number, port = door.fileno(), door.getsockname()[1]
        command = [sys.executable, "-m", "config.serve", "--port", str(port), "--socket", str(number)]
        processes = [
            subprocess.Popen(command, cwd=ROOT, env=environment_of_a_process(), pass_fds=[number])
            for _ in range(2)
        ]
        try:
            assert _answers(port) == 200
            processes[0].terminate()
            processes[0].wait(20)
            assert [_answers(port) for _ in range(4)] == [200] * 4
        finally:
            for process in processes:
                process.terminate()
                process.wait(20)


def _answers(port: int) -> int:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        caller = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        with suppress(OSError, http.client.HTTPException):
            caller.request("GET", "/health/live")
            return caller.getresponse().status
        caller.close()
    return 0
