"""What a killed demonstration leaves running."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from demo.strays import NAME, end_strays, remember


@pytest.fixture
def stray() -> Iterator[psutil.Process]:
    """A process with a child, in a session of its own."""
    with subprocess.Popen(["/bin/sh", "-c", "sleep 600 & wait"], start_new_session=True) as started:
        process = psutil.Process(started.pid)
        while not process.children():
            time.sleep(0.01)
        yield process
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)


def is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_strays_are_ended_with_their_children(stray: psutil.Process, tmp_path: Path) -> None:
    [child] = stray.children()
    remember(tmp_path, [stray.pid])
    assert end_strays(tmp_path) == 1
    psutil.wait_procs([child], timeout=10)
    assert (is_gone(stray), is_gone(child)) == (True, True)


def test_a_stranger_with_a_strays_number_is_left_alone(stray: psutil.Process, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(json.dumps([(stray.pid, stray.create_time() - 60)]))
    assert end_strays(tmp_path) == 0
    assert stray.is_running()


def test_nothing_remembered_is_nothing_ended(tmp_path: Path) -> None:
    remember(tmp_path, [])
    assert end_strays(tmp_path) == 0
    assert end_strays(tmp_path) == 0


def test_killed_while_it_remembers_it_still_knows_the_former(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(tmp_path, [])
    write = Path.write_text

    def cut_off(path: Path, text: str) -> int:
        write(path, "")
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_text", cut_off)
    with pytest.raises(KeyboardInterrupt):
        remember(tmp_path, [])
    monkeypatch.undo()
    assert end_strays(tmp_path) == 0
