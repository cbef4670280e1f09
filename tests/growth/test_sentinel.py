"""Valkey under Sentinels: cache, limits and broker find the new leader by themselves."""

from __future__ import annotations

import logging
import re
import time
from pathlib import Path
from typing import Any

import pytest
import redis
from limits import parse
from limits.storage import RedisSentinelStorage
from limits.strategies import MovingWindowRateLimiter

from config import celery_app
from config.cache import ForgivingRedisCache
from config.hosts.sentinel import broker_of, limits_of
from tests.growth.engines import PASSWORD, PATIENCE, wait_for, watched
from tests.web import running_site

log = logging.getLogger(__name__)
pytestmark = pytest.mark.django_db(transaction=True)


def test_all_that_uses_valkey_follows_the_leader(folder: Path) -> None:
    with watched(folder) as watch, running_site(folder, REDIS_URL=watch.address) as site:
        cache: Any = ForgivingRedisCache(watch.address, {})
        counter = RedisSentinelStorage(limits_of(watch.address), socket_timeout=1)
        limiter = MovingWindowRateLimiter(counter)
        address, options = broker_of(watch.address, waits=False)

        def all_work() -> bool:
            cache.set("key", "value")
            with celery_app.connection_for_write(address, transport_options=options) as broker:
                celery_app.send_task("operations.tasks.pulse", ["celery"], connection=broker, retry=False)
            ready = site.ask("/health/ready")
            return (
                cache.get("key") == "value"
                and limiter.hit(parse("100000/hour"), "anyone")
                and '"broker": true' in ready.text
                and site.ask("/films/?q=rust").status == 200
            )

        first = watch.leader()
        wait_for(all_work, "Everything works")
        with redis.Redis(port=first, password=PASSWORD) as leader:
            assert leader.keys("longtake-limits*")
        began = time.monotonic()
        watch.kill_leader()
        assert site.ask("/films/").status == 200

        def work_again() -> bool:
            try:
                return watch.leader() != first and all_work()
            except Exception:  # noqa: BLE001 - whatever is asked while nobody leads
                return False

        wait_for(work_again, "Everything works with the new leader")
        log.info("All that uses Valkey worked again after %.1f s.", time.monotonic() - began)
        assert time.monotonic() - began < PATIENCE
        assert not re.search("Traceback", site.log.read_text())
        client: Any = counter.storage
        client.close()
        cache._cache._watched.disconnect()
