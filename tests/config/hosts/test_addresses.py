"""The addresses by which an installation on several hosts names its engines."""

from __future__ import annotations

import pytest

from config import faults
from config.database import databases
from config.hosts.sentinel import Watched, broker_of, limits_of

WATCHED = "redis+sentinel://:a%2Fb@one.example:26380,two.example/films/3"


def test_one_address_of_sentinels_serves_cache_limits_and_broker() -> None:
    watched = Watched.of(WATCHED)
    assert watched.hosts == (("one.example", 26380), ("two.example", 26379))
    assert (watched.name, watched.database, watched.password) == ("films", 3, "a/b")
    address, options = broker_of(WATCHED, waits=True)
    assert address == "sentinel://:a%2Fb@one.example:26380/3;sentinel://:a%2Fb@two.example:26379/3"
    assert (options["master_name"], options["sentinel_kwargs"]) == ("films", {"password": "a/b"})
    assert limits_of(WATCHED) == "redis+sentinel://:a%2Fb@one.example:26380,two.example:26379/films"
    assert limits_of("redis://valkey.example/0") == "redis://valkey.example/0"


@pytest.mark.parametrize(
    "address", ["redis+sentinel://host:1/", "redis+sentinel:///films", "redis+sentinel://host:x/films"]
)
def test_an_address_of_sentinels_that_cannot_be_is_refused(address: str) -> None:
    assert faults.redis_url(address).startswith("REDIS_URL is not the address of Sentinels")


def test_a_page_waits_a_second_for_a_broker_and_a_worker_longer() -> None:
    assert broker_of("redis://x/0", waits=False)[1]["socket_timeout"] == 1
    assert broker_of("redis://x/0", waits=True)[1]["socket_timeout"] == 10
    assert broker_of("amqp://x//", waits=False)[1]["write_timeout"] == 1
    assert "write_timeout" not in broker_of("amqp://x//", waits=True)[1]
    assert faults.broker_url("amqps://x//") == faults.broker_url("") == ""
    assert faults.broker_url("kafka://x") == (
        "LONGTAKE_BROKER_URL must begin with one of redis://, rediss://, redis+sentinel://, amqp://, amqps://."
    )


def test_only_web_processes_use_a_pooler_and_a_replica() -> None:
    assert "so give them the database server's own address" in faults.pooler("transaction", "worker")
    assert faults.pooler("transaction", "web") == faults.pooler("none", "worker") == ""
    web = databases("host=one", "host=two", process="web", threads=4, pooler="transaction")
    assert {name: one["HOST"] for name, one in web.items()} == {"default": "one", "replica": "two"}
    assert (web["default"]["DISABLE_SERVER_SIDE_CURSORS"], "options" in web["default"]["OPTIONS"]) == (
        True,
        False,
    )
    worker = databases("host=one", "host=two", process="worker", threads=4, pooler="none")
    assert list(worker) == ["default"]
    assert "lock_timeout" in worker["default"]["OPTIONS"]["options"]
