"""What a page waits for at a broker that hangs or is dead: not long, and only what needs it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import kombu.exceptions
import pytest
import redis

from config import celery_app
from config.embedded import Valkey
from tests.servers import FOLDER, new_folder
from tests.silent import SLACK

AWAY = (kombu.exceptions.OperationalError, redis.ConnectionError, redis.TimeoutError)


@pytest.fixture
def valkey() -> Iterator[Valkey]:
    server = Valkey(new_folder(Path(os.environ[FOLDER])))
    server.join()
    process = server._process
    assert process is not None
    yield server
    if process.poll() is None:
        os.kill(process.pid, signal.SIGCONT)
    server.leave()


@pytest.mark.parametrize("fate", [signal.SIGSTOP, signal.SIGKILL])
def test_telling_a_broker_that_is_away_takes_a_moment(valkey: Valkey, fate: signal.Signals) -> None:
    assert valkey._process is not None
    with celery_app.connection_for_write(valkey.address()) as connection:
        celery_app.send_task("screenings.tasks.plan", [1], connection=connection)
        os.kill(valkey._process.pid, fate)
        began = time.monotonic()
        with pytest.raises(AWAY):
            celery_app.send_task("screenings.tasks.plan", [2], connection=connection)
        assert time.monotonic() - began < SLACK


@pytest.mark.parametrize("fate", [signal.SIGSTOP, signal.SIGKILL])
def test_a_new_connection_to_a_broker_that_is_away_takes_a_moment(
    valkey: Valkey, fate: signal.Signals
) -> None:
    assert valkey._process is not None
    address = valkey.address()
    os.kill(valkey._process.pid, fate)
    with celery_app.connection_for_write(address) as connection:
        began = time.monotonic()
        with pytest.raises(AWAY):
            celery_app.send_task("screenings.tasks.plan", [1], connection=connection)
        assert time.monotonic() - began < SLACK


def test_a_redelivered_task_is_no_running_one() -> None:
    assert (
        celery_app.conf.broker_transport_options["visibility_timeout"] > 10 * celery_app.conf.task_time_limit
    )
