"""Sending a large file: the proxy does it in production; in development a stream that never holds more than a piece."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header, http_date

INTERNAL = "/internal/films/"
"""The location of deploy/nginx/longtake.inc that only our own X-Accel-Redirect reaches."""
PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes from `first` to `last`, both included, of `size`."""

    first: int
    last: int
    size: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    @property
    def is_whole(self) -> bool:
        return self.length == self.size


def span_asked(header: str, size: int) -> Span | None:
    """The one range that a Range header asks for (RFC 9110, 14.2); all of the file for what is not one range of bytes.

    None if the range lies outside the file.
    """
    whole = Span(0, size - 1, size)
    unit, equals, spec = header.partition("=")
    first, dash, last = spec.strip().partition("-")
    if unit.strip().lower() != "bytes" or not equals or not dash or len(spec) > 40:
        return whole
    if not (first + last).isascii() or not (first + last).isdigit():
        return whole  # several ranges, or none
    if not first:  # the last so many bytes
        return Span(max(size - int(last), 0), size - 1, size) if int(last) else None
    if int(first) >= size:
        return None
    end = min(int(last), size - 1) if last else size - 1
    return Span(int(first), end, size) if int(first) <= end else whole


def etag_of(place: Path) -> str:
    """As nginx makes it, from the time of the last change and the size: another file under the same name has another."""
    stat = place.stat()
    return f'"{int(stat.st_mtime):x}-{stat.st_size:x}"'


def asked_of(request: HttpRequest, place: Path) -> Span | None:
    """What the request asks for of the file. A range of another version of the file counts as no range (RFC 9110, 13.1.5)."""
    size = place.stat().st_size
    condition = request.headers.get("If-Range")
    is_other = condition is not None and condition not in {etag_of(place), _changed(place)}
    return span_asked("" if is_other else request.headers.get("Range", ""), size)


def send(
    request: HttpRequest, place: Path, *, below: str, name: str, played_as: str = ""
) -> HttpResponseBase:
    """The file as a download called `name`, in answer to GET or HEAD. `below`: its path in the folder of films.

    `played_as`: its media type, for a browser that plays it inside a page.
    """
    disposition = content_disposition_header(as_attachment=not played_as, filename=name)
    content_type = played_as or "application/octet-stream"
    headers = {
        "Content-Disposition": disposition or "attachment",
        "Cache-Control": "private, no-transform",
        "X-Content-Type-Options": "nosniff",
    }
    if settings.FILMS_GO_THROUGH_PROXY:
        headers["X-Accel-Redirect"] = INTERNAL + quote(below)
        return HttpResponse(content_type=content_type, headers=headers)
    headers |= {"Accept-Ranges": "bytes", "ETag": etag_of(place), "Last-Modified": _changed(place)}
    span = asked_of(request, place)
    if span is None:
        headers["Content-Range"] = f"bytes */{place.stat().st_size}"
        return HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers)
    status = HTTPStatus.OK
    if not span.is_whole:
        status = HTTPStatus.PARTIAL_CONTENT
        headers["Content-Range"] = f"bytes {span.first}-{span.last}/{span.size}"
    headers["Content-Length"] = str(span.length)
    pieces = _pieces(place, span) if request.method == "GET" else iter(())
    return StreamingHttpResponse(pieces, status=status, content_type=content_type, headers=headers)


def _changed(place: Path) -> str:
    return http_date(place.stat().st_mtime)


def _pieces(place: Path, span: Span) -> Iterator[bytes]:
    with place.open("rb") as content:
        content.seek(span.first, os.SEEK_SET)
        left = span.length
        while left and (piece := content.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
