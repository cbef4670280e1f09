"""The cache in Valkey. The site works without it: while Valkey is down, the cache behaves as if it were empty."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import redis
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.retry import Retry

from accounts.rest import REST, rest_of
from config.hosts.sentinel import Watched, is_watched

log = logging.getLogger(__name__)
PATIENCE = 0.5
"""Seconds for one command."""


class ForgivingClient(RedisCacheClient):
    """Answers like an empty cache while the server is down: reads find nothing, writes are lost, `add` succeeds.

    So limits that are counted in the cache do not apply meanwhile, but nobody is locked out either.
    """

    def __init__(self, servers: list[str], **options: Any) -> None:
        bounds = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
        super().__init__(servers, **(bounds | {"retry": Retry(NoBackoff(), 0)} | options))
        self._rest = rest_of(servers[0])
        self._clients: dict[int, redis.Redis] = {}
        self._watched: Any = None

    def get_client(self, key: Any = None, *, write: bool = False) -> redis.Redis:
        """One for each server. Django makes one for each command, which copies a table of some hundred entries each time."""
        pool = self._get_connection_pool(write)
        if id(pool) not in self._clients:
            self._clients[id(pool)] = redis.Redis(connection_pool=pool)
        return self._clients[id(pool)]

    def _get_connection_pool(self, write: bool) -> Any:
        """With Sentinels, to whichever server leads."""
        servers: list[str] = self._servers  # type: ignore[attr-defined]  # the stubs leave it out
        if not is_watched(servers[0]):
            return super()._get_connection_pool(write)  # type: ignore[misc]  # as above
        if self._watched is None:
            self._watched = Watched.of(servers[0]).pool(**self._pool_options)  # type: ignore[attr-defined]  # as above
        return self._watched

    def add(self, key: Any, value: Any, timeout: Any) -> bool:
        return self._ask(super().add, key, value, timeout, otherwise=True)

    def get(self, key: Any, default: Any) -> Any:
        return self._ask(super().get, key, default, otherwise=default)

    def set(self, key: Any, value: Any, timeout: Any) -> None:
        self._ask(super().set, key, value, timeout, otherwise=None)

    def touch(self, key: Any, timeout: Any) -> bool:
        return self._ask(super().touch, key, timeout, otherwise=False)

    def delete(self, key: Any) -> bool:
        return self._ask(super().delete, key, otherwise=False)

    def get_many(self, keys: Any) -> dict[Any, Any]:
        return self._ask(super().get_many, keys, otherwise={})

    def has_key(self, key: Any) -> bool:
        return self._ask(super().has_key, key, otherwise=False)

    def incr(self, key: Any, delta: int) -> int:
        """A key that cannot be looked up counts as missing: ValueError, as BaseCache documents."""
        number: int | None = self._ask(super().incr, key, delta, otherwise=None)
        if number is None:
            raise ValueError(f"Key {key!r} not found.")
        return number

    def set_many(self, data: Any, timeout: Any) -> None:
        self._ask(super().set_many, data, timeout, otherwise=None)

    def delete_many(self, keys: Any) -> None:
        self._ask(super().delete_many, keys, otherwise=None)

    def clear(self) -> bool:
        return self._ask(super().clear, otherwise=False)

    def _ask[Answer](self, command: Callable[..., Answer], *arguments: Any, otherwise: Answer) -> Answer:
        if self._rest.is_on:
            return otherwise
        try:
            return command(*arguments)
        except (redis.ConnectionError, redis.TimeoutError) as error:
            self._rest.begin()
            log.warning("The cache does not answer and is not asked again for %.0f s: %s", REST, error)
            return otherwise


class ForgivingRedisCache(RedisCache):
    """Django's cache with the client above. Each thread has its own client; all share one `Rest`."""

    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        whole = (
            [server] if isinstance(server, str) and is_watched(server) else server
        )  # its commas part Sentinels
        super().__init__(whole, params)
        self._class = ForgivingClient
