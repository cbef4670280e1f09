"""CONTRIBUTING.md leads people by the names of files and of what is in them: they must be there."""

from __future__ import annotations

import re

import pytest

from config.environment import ROOT
from tests.kept import APPS

WORDS = re.findall(r"`([^`\n]+)`", (ROOT / "CONTRIBUTING.md").read_text())
PATHS = sorted(
    {word for word in WORDS if re.fullmatch(r"\.?[a-z_]+(/[A-Za-z0-9_.-]+)*/([A-Za-z0-9_.-]+)?", word)}
)
NAMES = sorted({word for word in WORDS if re.fullmatch(r"[A-Z][a-z]+[A-Za-z]+|[a-z]+_[a-z_]+", word)})


def test_contributing_leads_to_many_places() -> None:
    assert (len(PATHS) > 30, len(NAMES) > 15) == (True, True)


@pytest.mark.parametrize("path", PATHS)
def test_path_of_contributing_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_names_of_contributing_are_in_the_code() -> None:
    code = {
        name
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        for name in re.findall(r"\w+", path.read_text())
    }
    assert set(NAMES) - code == set()
