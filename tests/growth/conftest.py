"""The long form (`make grow`): Longtake on several hosts' engines, each a real one on this machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.servers import FOLDER, new_folder

GATE = "LONGTAKE_TEST_GROWTH"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not os.environ.get(GATE):
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=f"The long form: make grow, or {GATE}=1."))


@pytest.fixture
def folder() -> Path:
    """One that servers may enter which run as other users."""
    return new_folder(Path(os.environ[FOLDER]))
