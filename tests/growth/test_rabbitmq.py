"""RabbitMQ as the broker: tasks reach a worker, also after it was killed, and pages do without it meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import celery_app
from config.environment import ROOT
from config.hosts.sentinel import broker_of
from operations.models import Pulse
from tests.growth.engines import rabbit, stop, wait_for
from tests.web import environment_of_a_process, running_site

pytestmark = pytest.mark.django_db(transaction=True)


def send(address: str) -> None:
    written, options = broker_of(address, waits=False)
    with celery_app.connection_for_write(written, transport_options=options) as broker:
        celery_app.send_task("operations.tasks.pulse", ["celery"], connection=broker, retry=False)


def test_tasks_reach_a_worker_and_pages_need_no_broker(folder: Path) -> None:
    place = folder / "rabbit"
    place.mkdir()
    with rabbit(place) as engine, running_site(folder, LONGTAKE_BROKER_URL=engine.address) as site:
        command = [
            sys.executable,
            "-m",
            "celery",
            "-A",
            "config",
            "worker",
            "-Q",
            "celery",
            "--concurrency=1",
            "--loglevel=INFO",
        ]
        with (folder / "worker.log").open("wb") as log:
            worker = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment_of_a_process(LONGTAKE_BROKER_URL=engine.address),
                stdout=log,
                stderr=log,
            )
        try:
            send(engine.address)
            wait_for(
                Pulse.objects.filter(name="celery").exists, "The worker takes a task", folder / "worker.log"
            )
            assert '"broker": true' in site.ask("/health/ready").text
            engine.kill()
            assert '"broker": false' in site.ask("/health/ready").text
            assert site.ask("/films/").status == 200
            Pulse.objects.all().delete()
            engine.start()
            send(engine.address)
            wait_for(
                Pulse.objects.filter(name="celery").exists,
                "The worker takes a task again",
                folder / "worker.log",
            )
        finally:
            stop(worker)
    assert os.environ["REDIS_URL"]
