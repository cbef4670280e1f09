"""The long form (`make grow`): Longtake on several hosts' engines, each a real one on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.servers import FOLDER, new_folder

GATE = "LONGTAKE_TEST_GROWTH"


if not os.environ.get(GATE):
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def folder() -> Path:
    """One that servers may enter which run as other users."""
    return new_folder(Path(os.environ[FOLDER]))
