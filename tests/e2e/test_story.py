"""What `make demo` prints is true."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from config.environment import ROOT
from demo.sample.people import COLLEAGUE, OFFICE
from tests.e2e.conftest import Site, Visitor


def test_story_prints_every_step_in_order(site: Site) -> None:
    steps = [
        "The catalogue",
        "price list",
        "Two venues",
        "registers",
        "verified",
        "purchase order",
        "accepted at once",
        "before anything is paid",
        "certificate",
        "downloads the sample film",
        "credits",
        "receipt",
        "reminder to renew",
        "asks for a quote",
        "orders from the quote",
        "sample tax",
        "Two clicks renew",
        "plans",
        "chooses",
        "No licence covers",
        "by card",
        "published",
        "iCalendar",
        "run of show",
        "for all parts",
        "only for Rails",
        "plans a festival",
        "places all",
        "35 per cent",
        "After the first evening",
        "beyond the guarantee",
        "second report",
        "Royalty statement",
        "mailbox",
        "wait",
        "wait",
    ]
    places = [site.printed.find(step) for step in steps]
    missing = [step for step, place in zip(steps, places, strict=True) if place < 0]
    assert missing == []


def test_every_address_of_the_story_answers_to_the_one_it_is_for(
    site: Site, visit: Callable[..., Visitor]
) -> None:
    """The office, but for a preview, which only the person who asked for it opens."""
    office, colleague = visit(), visit()
    office.be(OFFICE.email)
    colleague.be(COLLEAGUE.email)
    for path in site.paths:
        visitor = colleague if path.startswith("/previews/") else office
        answer = visitor.page.request.get(site.url + path)
        assert answer.status == 200, f"{path}: {answer.status}"


def test_a_second_demonstration_at_once_is_refused_with_a_sentence(site: Site) -> None:
    import os

    second = subprocess.run(
        [sys.executable, "-m", "demo", "--once"],
        cwd=ROOT,
        env=os.environ | {"LONGTAKE_DATA_DIR": str(site.folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert second.stderr.strip() == (
        f"A demonstration runs here already (process {site.process.pid}, {site.url}/). Stop it with Ctrl-C first."
    )


def test_a_port_in_use_is_refused_with_a_sentence(site: Site, tmp_path_factory: object) -> None:
    import os
    import tempfile

    port = int(site.url.rsplit(":", 1)[1])
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
