"""Parts of pages that are kept by themselves, so that a page on which one thing has changed is not made anew as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from revisions.memory import Memory
from revisions.reading import Reading, reading_of
from revisions.release import release
from revisions.subjects import EVERYTHING

_memory: Memory[SafeString] = Memory()


def key_of(name: str, reading: Reading, subjects: Iterable[str], *also: object) -> str:
    """Where a part is kept: under the revisions that this request has read, so that what is found there is true.

    `also`: what else the part depends on. What was made of data older than a revision is never found under it, since
    the revisions are read before the data. Where no parts are kept the key only tells them apart, and nothing is read.
    """
    wanted = [EVERYTHING, *subjects] if reading.keeps_parts else []
    revisions = sorted(reading.current(wanted).items())
    digest = hashlib.sha256(repr((revisions, also)).encode()).hexdigest()
    return f"part:{release()}:{get_language()}:{name}:{digest}"


def kept_parts(keys: Iterable[str], reading: Reading) -> dict[str, SafeString]:
    """Those of the parts that are kept; one question to the cache for all that this process does not remember.

    None on a page whose parts are not kept.
    """
    wanted = list(keys) if reading.keeps_parts else []
    found = {key: part for key in wanted if (part := _memory.get(key)) is not None}
    if missing := [key for key in wanted if key not in found]:
        for key, html in cache.get_many(missing).items():
            found[key] = mark_safe(html)  # noqa: S308 - `keep_parts` put it there
            _memory.set(key, found[key], len(html))
    return found


def keep_parts(parts: Mapping[str, SafeString], reading: Reading) -> None:
    """Kept by this process now, and in the cache when the request has been answered; not on a page whose parts are not kept."""
    if not reading.keeps_parts:
        return
    reading.to_send |= {key: str(html) for key, html in parts.items()}
    for key, html in parts.items():
        _memory.set(key, html, len(html))


def kept_or_made(parts: Mapping[str, Callable[[], SafeString]], reading: Reading) -> list[SafeString]:
    """The parts in their order, each from where it is kept or else made; one question to the cache for all."""
    kept = kept_parts(parts, reading)
    made = {key: make() for key, make in parts.items() if key not in kept}
    keep_parts(made, reading)
    return [kept[key] if key in kept else made[key] for key in parts]


def remembered(name: str, request: HttpRequest, make: Callable[[], SafeString]) -> SafeString:
    """A part that follows from the address, the language and what every page shows, such as the footer.

    Made once by this process until everything is touched, as by a change of the distributor that it names.
    """
    revision = reading_of(request).current([EVERYTHING])[EVERYTHING]
    key = f"{name} {get_language()} {revision} {request.get_full_path()}"
    if (html := _memory.get(key)) is None:
        html = make()
        _memory.set(key, html, len(html))
    return html


def forget_all() -> None:
    """Every part is made anew; for tests, which empty the cache as well."""
    _memory.clear()
