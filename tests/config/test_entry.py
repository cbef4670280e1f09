"""How each process starts."""

from __future__ import annotations

import gc
import os

import pytest
from django.conf import settings

from config.entry import enter


def test_a_process_that_has_started_collects_garbage_and_searches_no_module() -> None:
    assert settings.INSTALLED_APPS[-1] == "config.entry.StartedConfig"
    assert gc.isenabled()
    assert gc.get_freeze_count() > 100_000


@pytest.mark.parametrize("name", ["LONGTAKE_ENV", "DATABASE_URL", "REDIS_URL"])
def test_a_process_starts_only_with_all_that_it_needs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("LONGTAKE_ENV", "DATABASE_URL", "REDIS_URL", "LONGTAKE_PROCESS"):
        monkeypatch.setenv(each, "any")
    monkeypatch.delenv(name)
    with pytest.raises(SystemExit, match=f"Longtake's web process needs {name} in its environment"):
        enter("web")
    assert os.environ["LONGTAKE_PROCESS"] == "any"
    monkeypatch.setenv(name, "any")
    enter("web")
    assert os.environ["LONGTAKE_PROCESS"] == "web"
