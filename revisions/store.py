"""Where kept pages are: in the cache, compressed, under their address, language and kind of visitor."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language_from_request

from revisions.ledger import Revisions
from revisions.memory import Memory
from revisions.reading import Reading
from revisions.release import release

LONGEST_KEPT = 3600
"""Seconds; a bound on how much is kept, and not what makes a page fresh."""
LONGEST_ADDRESS = 300
COMPRESSION = 2
"""Of gzip: beyond it a page becomes little smaller and takes twice as long to compress."""
MARK = "\x00"
"""Stands around the personal parts of a page. No data holds it: PostgreSQL takes no NUL, and no request may bring one."""


def place(request: HttpRequest, kind: str, visitor: str = "") -> str | None:
    """The key of a page: `whole` for nobody in particular, or `shared` with its personal parts left out."""
    address = request.get_full_path()
    if len(address) > LONGEST_ADDRESS or not settings.KEEPS_PAGES:
        return None
    digest = hashlib.sha256(f"{address} {visitor}".encode()).hexdigest()
    return f"page:{release()}:{kind}:{get_language_from_request(request)}:{digest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page as it was made under some revisions, true until a time."""

    revisions: Revisions
    until: datetime
    content: bytes
    """Compressed by gzip."""
    headers: tuple[tuple[str, str], ...] = ()

    def is_true(self, reading: Reading) -> bool:
        """Whether it says what the database says. One statement."""
        return timezone.now() < self.until and reading.current(self.revisions) == self.revisions

    def text(self) -> str:
        return gzip.decompress(self.content).decode()

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page with its headers, or 304 to who has it. Compressed: it holds no secret that its length could tell."""
        takes_gzip = "gzip" in [
            part.strip() for part in request.headers.get("Accept-Encoding", "").split(",")
        ]
        response = HttpResponse(
            self.content if takes_gzip else gzip.decompress(self.content), headers=dict(self.headers)
        )
        if takes_gzip:
            response["Content-Encoding"] = "gzip"
        response["Content-Length"] = str(len(response.content))
        return get_conditional_response(request, etag=response["ETag"], response=response) or response


_memory: Memory[Kept] = Memory()


def find(key: str | None, reading: Reading, *, asks_cache: bool = True) -> Kept | None:
    """What is kept there, by this process or (`asks_cache`) by another, if it is still true."""
    if key is None:
        return None
    if (own := _memory.get(key)) and own.is_true(reading):
        return own
    kept = cache.get(key) if asks_cache else None
    if not isinstance(kept, Kept) or not kept.is_true(reading):
        return None
    _memory.set(key, kept, len(kept.content))
    return kept


def keep(key: str | None, reading: Reading, text: str, headers: tuple[tuple[str, str], ...] = ()) -> Kept:
    """Kept under the revisions that were read for it."""
    content = gzip.compress(text.encode(), COMPRESSION, mtime=0)
    kept = Kept(revisions=reading.revisions, until=reading.until, content=content, headers=headers)
    if key:
        reading.to_send[key] = kept
        _memory.set(key, kept, len(content))
    return kept


def send(reading: Reading) -> None:
    """Whatever the request has made is in the cache from now on, for other processes. One command."""
    if reading.to_send:
        cache.set_many(reading.to_send, LONGEST_KEPT)
        reading.to_send = {}


def forget_all() -> None:
    """Every page is made anew; for tests."""
    _memory.clear()
    cache.clear()


def whole_headers(response: HttpResponse) -> tuple[tuple[str, str], ...]:
    """The page's own headers, with what tells it apart from others at its address."""
    patch_vary_headers(response, ["Accept-Encoding", "Accept-Language", "Cookie"])
    # Weak, since the compressed page and the plain one are two texts that say the same (RFC 9110, 8.8.1).
    response["ETag"] = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return tuple((name, value) for name, value in response.items() if name != "Content-Length")
