"""Valkey watched by Sentinels: one address names them all, and the cache, the limits and the broker ask them who leads.

The address is redis+sentinel://:password@host:26379,other:26379/name/0: `name` is what the Sentinels call the group, and
the number is the database (0 if there is none). The password is Valkey's, and the Sentinels' too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote, unquote, urlsplit

from redis.sentinel import Sentinel, SentinelConnectionPool

SCHEME = "redis+sentinel"


@dataclass(frozen=True)
class Watched:
    hosts: tuple[tuple[str, int], ...]
    name: str
    database: int
    password: str

    @classmethod
    def of(cls, address: str) -> Self:
        """ValueError for an address that is not written so."""
        parts = urlsplit(address)
        credentials, _at, places = parts.netloc.rpartition("@")
        name, _slash, number = parts.path.strip("/").partition("/")
        hosts = tuple(_host(place) for place in places.split(",") if place)
        if parts.scheme != SCHEME or not hosts or not name:
            raise ValueError(f"{SCHEME}://:password@host:26379,other:26379/name/0 is expected.")
        return cls(hosts, name, int(number or 0), unquote(credentials.partition(":")[2]))

    def pool(self, **options: Any) -> SentinelConnectionPool:
        """Connections to whichever server leads now. `options` as of redis.Connection."""
        bounds = {key: value for key, value in options.items() if key.startswith("socket_")}
        secret = self.password or None
        sentinels = Sentinel(self.hosts, sentinel_kwargs={"password": secret, **bounds})  # type: ignore[no-untyped-call]  # redis ships no types for it
        return SentinelConnectionPool(self.name, sentinels, db=self.database, password=secret, **options)  # type: ignore[no-untyped-call]  # as above

    def broker(self) -> tuple[str, dict[str, Any]]:
        """Celery's address of it, and the options that go with it."""
        secret = f":{quote(self.password, safe='')}@" if self.password else ""
        address = ";".join(f"sentinel://{secret}{host}:{port}/{self.database}" for host, port in self.hosts)
        sentinels = {"password": self.password} if self.password else {}
        return address, {"master_name": self.name, "sentinel_kwargs": sentinels}

    def limits(self) -> str:
        """The address of the `limits` library, which takes no number of a database."""
        secret = f":{quote(self.password, safe='')}@" if self.password else ""
        return (
            f"{SCHEME}://{secret}" + ",".join(f"{host}:{port}" for host, port in self.hosts) + f"/{self.name}"
        )


def is_watched(address: str) -> bool:
    return address.startswith(f"{SCHEME}://")


def broker_of(address: str, *, waits: bool) -> tuple[str, dict[str, Any]]:
    """A broker's address as Celery takes it, with the options that belong to it.

    A page must not wait for a broker that hangs: its work is in the database, where a periodic task finds it. `waits`: a worker does.
    """
    if address.startswith("amqp"):
        patience = {} if waits else {"read_timeout": 1, "write_timeout": 1}
        return address, {"confirm_publish": True, "connect_timeout": 1, **patience}
    options = {
        "visibility_timeout": 3600,  # longer than the longest task, or a second worker would begin it
        "socket_connect_timeout": 1,
        "socket_timeout": 10
        if waits
        else 1,  # a worker listens for a second at a time (BRPOP), which must not count as an error
    }
    if not waits:
        options |= {"max_retries": 1, "interval_start": 0, "connect_retries_timeout": 1}
    if not is_watched(address):
        return address, options
    written, watched = Watched.of(address).broker()
    return written, options | watched


def limits_of(address: str) -> str:
    return Watched.of(address).limits() if is_watched(address) else address


def _host(place: str) -> tuple[str, int]:
    host, _colon, port = place.rpartition(":")
    return (host or place).strip("[]"), int(port) if host else 26379
