"""The demonstration ends with its story's failure, and watches over the processes until the story ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from demo.errors import DemoError
from demo.place import DemoPlace, free_port
from demo.show import wait_for_teller
from tests.demo.test_processes import OneProcess


def _teller(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, text=True)


def test_a_story_that_stops_ends_the_demonstration() -> None:
    with _teller("raise SystemExit(1)") as teller, pytest.raises(DemoError, match="ends here"):
        wait_for_teller(teller)


def test_what_ends_while_the_story_is_told_is_started_again(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    with OneProcess(DemoPlace(tmp_path, port=free_port())) as processes:
        first = processes.running["web"]
        first.kill()
        first.wait()
        with _teller("import time; time.sleep(0.2)") as teller:
            wait_for_teller(teller, processes)
        assert processes.running["web"].pid != first.pid
