"""How each process starts."""

from __future__ import annotations

import gc

from django.conf import settings


def test_a_process_that_has_started_collects_garbage_and_searches_no_module() -> None:
    assert settings.INSTALLED_APPS[-1] == "config.entry.StartedConfig"
    assert gc.isenabled()
    assert gc.get_freeze_count() > 100_000
