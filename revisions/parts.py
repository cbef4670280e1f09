"""Parts of pages that are kept separately, so that a page need not be rendered completely when one thing on it changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from revisions.reading import Reading, reading_of
from revisions.storage.memory import Memory
from revisions.storage.release import release
from revisions.subjects import EVERYTHING

_memory: Memory[SafeString] = Memory()


def key_of(name: str, reading: Reading, subjects: Iterable[str], *also: object) -> str:
    """The key of a part: it contains the revisions that this request has read, so whatever is found under it is valid.

    `also`: what else the part depends on. A part made from older data is never found under a newer revision, because
    revisions are read before data. If the page's parts are not kept, the key only distinguishes them and nothing is read.
    """
    wanted = [EVERYTHING, *subjects] if reading.keeps_parts else []
    revisions = sorted(reading.current(wanted).items())
    digest = hashlib.sha256(repr((revisions, also)).encode()).hexdigest()
    return f"part:{release()}:{get_language()}:{name}:{digest}"


def kept_parts(keys: Iterable[str], reading: Reading) -> dict[str, SafeString]:
    """The parts that are kept under these keys; one command to the cache for all that this process does not remember.

    Empty if the page's parts are not kept.
    """
    wanted = list(keys) if reading.keeps_parts else []
    found = {key: part for key in wanted if (part := _memory.get(key)) is not None}
    if missing := [key for key in wanted if key not in found]:
        for key, html in cache.get_many(missing).items():
            found[key] = mark_safe(html)  # noqa: S308 - `keep_parts` stored it
            _memory.set(key, found[key], len(html))
    return found


def keep_parts(parts: Mapping[str, SafeString], reading: Reading) -> None:
    """Keeps parts: in this process now, in the cache when the request is answered. Does nothing if the page's parts are not kept."""
    if not reading.keeps_parts:
        return
    reading.to_send |= {key: str(html) for key, html in parts.items()}
    for key, html in parts.items():
        _memory.set(key, html, len(html))


def kept_or_made(parts: Mapping[str, Callable[[], SafeString]], reading: Reading) -> list[SafeString]:
    """The parts in order, each kept or newly made; one command to the cache for all."""
    kept = kept_parts(parts, reading)
    made = {key: make() for key, make in parts.items() if key not in kept}
    keep_parts(made, reading)
    return [kept[key] if key in kept else made[key] for key in parts]


def kept_until(key: str, reading: Reading, make: Callable[[], SafeString]) -> SafeString:
    """A part that changes by the clock: `make` says when with `Reading.changes_at`, and the part is kept until then."""
    if kept := kept_parts([key], reading).get(key):
        moment, _space, html = kept.partition(" ")
        until = datetime.fromisoformat(moment)
        if timezone.now() < until:
            reading.changes_at(until)
            return mark_safe(html)  # noqa: S308 - stored below
    html = make()
    keep_parts({key: mark_safe(f"{reading.until.isoformat()} {html}")}, reading)  # noqa: S308 - a template has just rendered it
    return html


def remembered(name: str, request: HttpRequest, make: Callable[[], SafeString], *also: object) -> SafeString:
    """A part that depends on the address, the language, the values `also` and what every page shows, such as the footer.

    Made once in each process until everything is touched, as by a change of the distributor that it names.
    """
    revision = reading_of(request).current([EVERYTHING])[EVERYTHING]
    key = f"{name} {get_language()} {revision} {request.get_full_path()} {also!r}"
    if (html := _memory.get(key)) is None:
        html = make()
        _memory.set(key, html, len(html))
    return html


def forget_all() -> None:
    """Forgets every part in this process; for tests, which empty the cache as well."""
    _memory.clear()
