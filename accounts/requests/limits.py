"""How often one visitor may do something. The limits are in settings.LIMITS; Valkey counts over a moving window."""

from __future__ import annotations

import hashlib
import logging
import math
import time
from collections.abc import Callable
from functools import cache, wraps
from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import ngettext
from limits import RateLimitItem, parse_many
from limits.storage import RedisSentinelStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from redis import RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from accounts.requests.client_address import client_network
from accounts.rest import REST, rest_of

log = logging.getLogger(__name__)

LONGEST_WAIT = 0.5
"""Seconds for which a page waits for the counter."""
MINUTE, HOUR = 60, 3600
PAGE_OF_THE_CODE = "account_email_verification_sent"

type Who = Callable[[HttpRequest], str]
type When = Callable[[HttpRequest], bool]


def visitor(request: HttpRequest) -> str:
    """The signed-in person, wherever they are; otherwise the client's address."""
    if request.user.is_authenticated:
        return f"person {request.user.pk}"
    return f"address {client_network(request)}"


def posted(name: str) -> Who:
    """Counts by the visitor and the value of a form field, such as the address that a mail would go to.

    Counted by the field alone, strangers could use up the limit of the owner of the address.
    """

    def visitor_and_value(request: HttpRequest) -> str:
        return f"{visitor(request)} {name} {request.POST.get(name, '').strip().lower()}"

    return visitor_and_value


def is_write(request: HttpRequest) -> bool:
    return request.method == "POST"


def always(request: HttpRequest) -> bool:
    return True


def limited[**P, Answer: HttpResponseBase](
    name: str, *, by: Who = visitor, when: When = is_write
) -> Callable[[Callable[P, Answer]], Callable[P, Answer | HttpResponse]]:
    """Answers 429 instead of calling the view once settings.LIMITS[name] is used up. Counts the requests for which `when` is true."""

    def decorate(view: Callable[P, Answer]) -> Callable[P, Answer | HttpResponse]:
        @wraps(view)
        def counted(*args: P.args, **kwargs: P.kwargs) -> Answer | HttpResponse:
            request = cast("HttpRequest", args[0])
            if when(request) and (seconds := spend(name, by(request))):
                return too_many(request, seconds)
            return view(*args, **kwargs)

        return counted

    return decorate


def spend(name: str, who: str) -> int:
    """Counts one more. Returns 0 when it is allowed, otherwise the seconds until the next one is allowed.

    While Valkey is down everything is allowed: a limit protects the site and must not itself take the site down.
    """
    if (rest := rest_of(settings.LIMITS_STORE)).is_on:
        return 0
    try:
        return _counter().spend(parse_many(settings.LIMITS[name]), name, who)
    except RedisError as error:
        log.warning("Limits are not counted for %d seconds: %s", REST, error)
        rest.begin()
        return 0


class _Counter:
    def __init__(self, store: str) -> None:
        # No retries: a page that is not counted is better than one that waits.
        watched: dict[str, Any] = {"use_replicas": False, "sentinel_kwargs": {"socket_timeout": LONGEST_WAIT}}
        is_watched = "+sentinel://" in store
        kind: Any = RedisSentinelStorage if is_watched else RedisStorage
        self.storage = kind(
            store,
            key_prefix="longtake-limits",
            socket_timeout=LONGEST_WAIT,
            socket_connect_timeout=LONGEST_WAIT,
            retry=Retry(NoBackoff(), 0),
            **(watched if is_watched else {}),
        )
        self._limiter = MovingWindowRateLimiter(self.storage)

    def spend(self, rates: list[RateLimitItem], name: str, who: str) -> int:
        # Hashed, so that Valkey holds nobody's address, and all keys have the same length.
        key = hashlib.sha256(who.encode()).hexdigest()
        for rate in rates:
            if not self._limiter.hit(rate, name, key):
                reset = self._limiter.get_window_stats(rate, name, key).reset_time
                return max(1, math.ceil(reset - time.time()))
        return 0


@cache
def _counter() -> _Counter:
    return _Counter(settings.LIMITS_STORE)


def forget_all() -> None:
    """Resets all counts; for tests."""
    if _counter.cache_info().currsize:
        _counter().storage.reset()


def too_many(request: HttpRequest, seconds: int = MINUTE) -> HttpResponse:
    """The page that says how long to wait. allauth calls it too, for its own limits (config.urls.handler429).

    allauth does not pass the seconds: its limits of this kind are all a minute long. Someone who asks for another code
    already has one.
    """
    context = {"wait": waiting_time(seconds), "has_code": _asks_for_another_code(request)}
    page = render(request, "429.html", context, status=HTTPStatus.TOO_MANY_REQUESTS)
    page["Retry-After"] = str(seconds)
    return page


def _asks_for_another_code(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(match and match.view_name == PAGE_OF_THE_CODE and request.POST.get("action") == "resend")


def waiting_time(seconds: int) -> str:
    """The time in words, rounded up to minutes above one minute and to hours above one hour."""
    if seconds <= MINUTE:
        return ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    if seconds <= HOUR:
        minutes = math.ceil(seconds / MINUTE)
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    hours = math.ceil(seconds / HOUR)
    return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
