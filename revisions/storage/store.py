"""The store of kept pages: in the cache, compressed, by address, language and kind of visitor."""

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
from django.utils.csp import CSP, build_policy
from django.utils.translation import get_language_from_request

from revisions.ledger import Revisions
from revisions.reading import Reading
from revisions.storage.memory import Memory
from revisions.storage.page import Page, PersonalPart
from revisions.storage.release import release

LONGEST_KEPT = 3600
"""Seconds. This limits how much is stored; it is not what keeps a page fresh."""
LONGEST_ADDRESS = 300
COMPRESSION = 2
"""The gzip level. Higher levels take twice as long and save little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page as it was rendered at some revisions. It is valid until a time, and while the revisions are the same."""

    revisions: Revisions
    until: datetime
    content: bytes
    """Compressed with gzip."""
    personal: tuple[PersonalPart, ...]
    headers: tuple[tuple[str, str], ...] = ()
    """Only if the personal parts are those of a visitor without a session: then the page can be sent as it is."""

    def is_true(self, reading: Reading) -> bool:
        """Whether the page still says what the database says. One statement."""
        return timezone.now() < self.until and reading.current(self.revisions) == self.revisions

    def page(self) -> Page:
        return Page(gzip.decompress(self.content).decode(), self.personal)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page with its headers, or 304 if the browser has it. It may be compressed: it contains no secret (BREACH)."""
        encodings = [part.strip() for part in request.headers.get("Accept-Encoding", "").split(",")]
        accepts_gzip = "gzip" in encodings
        content = self.content if accepts_gzip else gzip.decompress(self.content)
        response = HttpResponse(content, headers=dict(self.headers))
        if accepts_gzip:
            response["Content-Encoding"] = "gzip"
        response["Content-Length"] = str(len(content))
        return get_conditional_response(request, etag=response["ETag"], response=response) or response


_memory: Memory[Kept] = Memory()


def key_for(request: HttpRequest, visitor: str = "") -> str | None:
    """The key of a page, or None if it is not to be kept. `visitor` is empty for everyone without a session."""
    address = request.get_full_path()
    if len(address) > LONGEST_ADDRESS or not settings.KEEPS_PAGES:
        return None
    digest = hashlib.sha256(f"{address} {visitor}".encode()).hexdigest()
    return f"page:{release()}:{get_language_from_request(request)}:{digest}"


def find(key: str | None, reading: Reading) -> Kept | None:
    """The page kept under this key, by this process or another, if it is still valid. Asks the cache once a request."""
    if key is None:
        return None
    if (own := _memory.get(key)) and own.is_true(reading):
        return own
    if key in reading.not_found:
        return None
    kept = cache.get(key)
    if not isinstance(kept, Kept) or not kept.is_true(reading):
        reading.not_found.add(key)
        return None
    _memory.set(key, kept, len(kept.content))
    return kept


def keep(key: str | None, reading: Reading, page: Page, headers: tuple[tuple[str, str], ...] = ()) -> Kept:
    """Keeps a page under the revisions that were read for it, in this process now and in the cache with `send`."""
    content = gzip.compress(page.text.encode(), COMPRESSION, mtime=0)
    kept = Kept(
        revisions=reading.revisions,
        until=reading.until,
        content=content,
        personal=page.personal,
        headers=headers,
    )
    if key:
        reading.to_send[key] = kept
        _memory.set(key, kept, len(content))
    return kept


def send(reading: Reading) -> None:
    """Sends everything that this request is keeping to the cache, for other processes. One command."""
    if reading.to_send:
        cache.set_many(reading.to_send, LONGEST_KEPT)
        reading.to_send = {}


def forget_all() -> None:
    """Empties the store; for tests."""
    _memory.clear()
    cache.clear()


def headers_to_keep(response: HttpResponse) -> tuple[tuple[str, str], ...]:
    """The headers of a page, with an ETag and what distinguishes it from other pages at its address."""
    patch_vary_headers(response, ["Accept-Encoding", "Accept-Language", "Cookie"])
    if policy := getattr(response, "_csp_config", None):  # of `csp_override`; a kept page has no nonce
        response[CSP.HEADER_ENFORCE] = build_policy(policy)
    # Weak, because the compressed page and the plain one differ in bytes and have the same meaning (RFC 9110, 8.8.1).
    response["ETag"] = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return tuple((name, value) for name, value in response.items() if name != "Content-Length")
