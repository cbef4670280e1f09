"""Two beats as processes: one leads, and when it is killed the other takes over."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, transaction
from django.db.models import F

from config import celery_app
from config.environment import ROOT
from operations import beat as module
from operations.beat import LeadingScheduler
from operations.models import Pulse
from operations.pulses import BEAT
from tests.at_once import wait_until_waiting_for_a_lock
from tests.web import environment_of_a_process

pytestmark = pytest.mark.django_db(transaction=True)


def start_beat(folder: Path, name: str) -> subprocess.Popen[bytes]:
    command = [
        "-m",
        "celery",
        "-A",
        "config",
        "beat",
        "-s",
        str(folder / name),
        "--pidfile=",
        "--loglevel=INFO",
    ]
    with (folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=environment_of_a_process(), stdout=log, stderr=log
        )


def wait_for(is_done: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not is_done():
        assert time.monotonic() < until
        time.sleep(0.1)


def test_another_beat_takes_over_from_one_that_is_killed(tmp_path: Path) -> None:
    first = start_beat(tmp_path, "first")
    wait_for(lambda: Pulse.objects.filter(name=BEAT).exists())
    holder = Pulse.objects.get(name=BEAT).holder
    second = start_beat(tmp_path, "second")
    try:
        wait_for(lambda: "beat: Starting" in (tmp_path / "second.log").read_text())
        assert Pulse.objects.get(name=BEAT).holder == holder
        first.kill()
        first.wait()
        Pulse.objects.filter(name=BEAT).update(
            felt_at=F("felt_at") - timedelta(minutes=1)
        )  # its lease is over
        wait_for(lambda: Pulse.objects.get(name=BEAT).holder != holder)
        wait_for(lambda: "Sending due task" in (tmp_path / "second.log").read_text())
        second.terminate()
        assert second.wait(15) == 0
        assert Pulse.objects.get(name=BEAT).holder is None
    finally:
        for beat in (first, second):
            beat.kill()
            beat.wait()


def test_beat_that_is_to_end_inside_a_statement_lets_go_of_its_lead(tmp_path: Path) -> None:
    beat = start_beat(tmp_path, "beat")
    try:
        wait_for(lambda: Pulse.objects.filter(name=BEAT).exists())
        with transaction.atomic():
            Pulse.objects.select_for_update().get(name=BEAT)
            wait_until_waiting_for_a_lock(1, seconds=60)  # beat looks every few seconds
            beat.terminate()
            time.sleep(0.5)  # the signal comes while beat waits
        assert beat.wait(15) == 0
        assert Pulse.objects.get(name=BEAT).holder is None
    finally:
        beat.kill()
        beat.wait()


def test_a_clock_that_was_set_back_does_not_silence_beat(tmp_path: Path) -> None:
    beat = LeadingScheduler(app=celery_app, schedule_filename=str(tmp_path / "state"), lazy=False)
    try:
        known = beat.schedule["deliver due reminders"]
        known.last_run_at = celery_app.now() + timedelta(minutes=10)
        beat.forget_the_future()
        assert beat._heap is None
        assert known.is_due()[0]
        others = [each for name, each in beat.schedule.items() if name != known.name]
        assert not any(each.is_due()[0] for each in others)
    finally:
        beat.close()


def test_beat_waits_while_the_database_does_not_answer_and_ends_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_holder: object) -> bool:
        raise OperationalError("The database is away.")

    beat = LeadingScheduler(app=celery_app, schedule_filename=str(tmp_path / "state"), lazy=False)
    for verb in ("lead", "let_go"):
        monkeypatch.setattr(module, verb, away)
    assert (beat.tick(), beat.has_led) == (module.LOOK, False)
    beat.close()
