"""What every test may count on."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest
from pytest_django import Settings

# A shared machine is sometimes slow, which says nothing about the code.
hypothesis.settings.register_profile("longtake", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("longtake")


@pytest.fixture(autouse=True)
def media_folder(settings: Settings, tmp_path: Path) -> Path:
    """Files that a test stores go with the test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"
