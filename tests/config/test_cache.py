"""The cache while its server is there, dead, and hanging."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytest_django import Settings

from accounts import rest
from accounts.requests import limits
from config.cache import PATIENCE, ForgivingRedisCache
from config.embedded import Valkey
from reminders.wake import wake
from screenings.programme.plan_requests import send_to_worker
from tests.servers import FOLDER, new_folder
from tests.silent import SLACK, silent_server


@pytest.fixture
def valkey() -> Iterator[Valkey]:
    server = Valkey(new_folder(Path(os.environ[FOLDER])))
    server.join()
    yield server
    for process in psutil.process_iter(["name"]):
        if server._process is not None and process.pid == server._process.pid:
            process.resume()
    server.leave()


def cache_at(address: str) -> ForgivingRedisCache:
    return ForgivingRedisCache(address, {"KEY_PREFIX": "test"})


def ask_everything(kept: ForgivingRedisCache) -> list[object]:
    with pytest.raises(ValueError, match="not found"):
        kept.incr("count")
    kept.set("word", "said")
    kept.set_many({"a": 1})
    kept.delete_many(["a"])
    kept.clear()
    return [
        kept.add("lock", 1), kept.get("word"), kept.get("word", "else"), kept.touch("word"), kept.delete("word"),
        kept.get_many(["a"]), kept.has_key("a"), kept.get_or_set("word", "made"),
    ]  # fmt: skip


FORGOTTEN: list[object] = [True, None, "else", False, False, {}, False, "made"]


def test_a_cache_whose_server_answers_keeps(valkey: Valkey) -> None:
    kept = cache_at(valkey.address() or "")
    kept.set("word", "said")
    assert (kept.get("word"), kept.add("word", 2), kept.has_key("word")) == ("said", False, True)
    kept.set("count", 1)
    assert kept.incr("count") == 2


def test_a_cache_whose_server_is_dead_is_empty() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        assert ask_everything(cache_at(f"redis://127.0.0.1:{nobody.getsockname()[1]}/0")) == FORGOTTEN


def test_a_hanging_server_is_waited_for_once(caplog: pytest.LogCaptureFixture) -> None:
    with silent_server() as hanging:
        began = time.monotonic()
        assert ask_everything(cache_at(hanging.address)) == FORGOTTEN
        assert time.monotonic() - began < PATIENCE + SLACK
        assert hanging.visits() == 1
    assert [record.message[:24] for record in caplog.records] == ["The cache does not answer"[:24]]


def test_a_server_that_begins_to_hang_is_waited_for_once(
    valkey: Valkey, caplog: pytest.LogCaptureFixture
) -> None:
    kept = cache_at(valkey.address() or "")
    kept.set("word", "said")
    assert valkey._process is not None
    os.kill(valkey._process.pid, signal.SIGSTOP)
    assert ask_everything(kept) == FORGOTTEN
    assert [record.message[:24] for record in caplog.records] == ["The cache does not answer"[:24]]


def test_a_server_that_came_back_is_used_again(valkey: Valkey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "REST", 0.2)
    kept = cache_at(valkey.address() or "")
    assert valkey._process is not None
    os.kill(valkey._process.pid, signal.SIGSTOP)
    kept.set("word", "lost")
    os.kill(valkey._process.pid, signal.SIGCONT)
    until = time.monotonic() + 60
    while kept.get("word") != "kept":
        assert time.monotonic() < until
        kept.set("word", "kept")
        time.sleep(0.01)


def test_a_server_that_one_found_away_is_waited_for_by_nobody_else(
    settings: Settings, broker_at: Callable[[str], None], request: pytest.FixtureRequest
) -> None:
    """A page that asks cache, limits and broker waits for one of them: each thread has clients of its own."""
    with silent_server() as hanging:
        address = hanging.address
        settings.LIMITS_STORE = address
        broker_at(address)
        request.addfinalizer(limits._counter.cache_clear)
        limits._counter.cache_clear()
        cache_at(address).get("word")
        assert hanging.visits() == 1
        cache_at(address).get("word")
        limits.spend("search", "someone")
        wake()
        send_to_worker(plan_request_id=1)
        assert hanging.visits() == 1
