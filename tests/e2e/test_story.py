"""What `make demo` tells is so."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from config.environment import ROOT
from demo.sample_people import OFFICE
from tests.e2e.conftest import House, Visitor


def test_story_tells_every_step_in_order(house: House) -> None:
    steps = [
        "The catalogue",
        "price list",
        "Two venues",
        "registers",
        "verified",
        "purchase order",
        "invoice",
        "certificate",
        "plans",
        "takes",
        "No licence covers",
        "by card",
        "published",
        "iCalendar",
        "Run of show",
        "for all parts",
        "only for Rails",
        "mailbox",
        "wait",
        "moved",
    ]
    places = [house.told.find(step) for step in steps]
    missing = [step for step, place in zip(steps, places, strict=True) if place < 0]
    assert missing == []


def test_every_address_of_the_story_answers_to_the_one_it_is_for(
    house: House, visit: Callable[..., Visitor]
) -> None:
    office = visit()
    office.sign_in(OFFICE.email)
    for path in house.paths:
        answer = office.page.request.get(house.url + path)
        assert answer.status == 200, f"{path}: {answer.status}"


def test_a_second_demonstration_at_once_is_refused_with_a_sentence(house: House) -> None:
    import os

    second = subprocess.run(
        [sys.executable, "-m", "demo", "--once"],
        cwd=ROOT,
        env=os.environ | {"LONGTAKE_DATA_DIR": str(house.folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert second.stderr.strip() == (
        f"A demonstration runs here already (process {house.process.pid}, {house.url}/). Stop it with Ctrl-C first."
    )


def test_a_port_in_use_is_refused_with_a_sentence(house: House, tmp_path_factory: object) -> None:
    import os
    import tempfile

    port = int(house.url.rsplit(":", 1)[1])
    with tempfile.TemporaryDirectory() as folder:
        second = subprocess.run(
            [sys.executable, "-m", "demo", "--once", "--port", str(port)],
            cwd=ROOT,
            env=os.environ | {"LONGTAKE_DATA_DIR": folder},
            capture_output=True,
            text=True,
            check=False,
        )
    assert second.returncode == 1
    assert second.stderr.strip() == (
        f"Port {port} is in use by another program. Choose another: make demo PORT={port + 1}"
    )
