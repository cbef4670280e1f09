"""What ends under the demonstration is started again; what cannot live is not started for ever."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from demo.errors import DemoError
from demo.place import DemoPlace, free_port
from demo.processes import MOST_ENDS, Processes

WAITS = [sys.executable, "-c", "import time; time.sleep(600)"]
FAILS = [sys.executable, "-c", "import sys; sys.exit('I cannot live.')"]


class OneProcess(Processes):
    command = WAITS

    @property
    def commands(self) -> dict[str, list[str]]:
        return {"web": self.command}


@pytest.fixture
def place(tmp_path: Path) -> DemoPlace:
    (tmp_path / "logs").mkdir()
    return DemoPlace(tmp_path, port=free_port())


def test_a_process_that_was_killed_is_started_again(place: DemoPlace) -> None:
    with OneProcess(place) as processes:
        first = processes.running["web"]
        assert processes.keep_up() == []
        first.kill()
        first.wait()
        assert processes.keep_up() == ["web"]
        assert (processes.running["web"].pid != first.pid, processes.running["web"].poll()) == (True, None)
        assert processes.keep_up() == []


def test_a_process_that_cannot_live_is_given_up_with_its_words(place: DemoPlace) -> None:
    with OneProcess(place) as processes:
        processes.running["web"].kill()
        processes.command = FAILS
        for _ in range(MOST_ENDS):
            processes.running["web"].wait()
            assert processes.keep_up() == ["web"]
        processes.running["web"].wait()
        with pytest.raises(DemoError, match=r"web ended 6 times within a minute:\n(I cannot live\.\n?)+"):
            processes.keep_up()


def test_a_real_house_keeps_all_its_processes() -> None:
    place = DemoPlace(Path("/nowhere"), port=8000)
    webs = ["web", "second web"] if (os.cpu_count() or 1) >= 2 else ["web"]
    assert list(Processes(place).commands) == [*webs, "worker", "planner", "beat"]
