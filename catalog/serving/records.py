"""Records of a film, of a part, and of whatever a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from catalog.exchange.records import FilmRecord
from catalog.exports.description import FilmShape
from catalog.exports.formats import FORMATS, Format
from catalog.exports.reading import described_all
from catalog.lookup import absent, film_at
from catalog.search.browsing import Browsing

KEYS_AT_ONCE = 2_000


@require_safe
@limited("record", when=always)
def record(request: HttpRequest, slug: str, suffix: str, part_slug: str = "") -> HttpResponse:
    """The record of one film or part; a file that has one for each part has those of its parts too."""
    chosen = FORMATS[suffix]
    key = film_at(slug, part_slug).values_list("pk", flat=True).first()
    found = [] if key is None else [key]
    films = list(described_all(found, with_parts=chosen.with_parts and not part_slug))
    if not films:
        raise absent(slug, part_slug)
    body = chosen.one(films[0]) if chosen.one else b"".join(_bytes(chosen.many(films)))
    name = part_slug or slug
    return _named(HttpResponse(body, content_type=chosen.content_type), f"{name}.{suffix}", chosen)


@require_safe
@limited("record-list", when=always)
def records(request: HttpRequest, suffix: str) -> StreamingHttpResponse:
    """All that a search finds, in the order of its page; without a search, the whole catalogue. Sent as it is read."""
    chosen = FORMATS[suffix]
    films = described_all(found_by(request), with_parts=chosen.with_parts)
    answer = StreamingHttpResponse(_bytes(chosen.many(films)), content_type=chosen.content_type)
    return _named(answer, f"films.{suffix}", chosen)


def found_by(request: HttpRequest) -> Iterator[int]:
    """The keys of the films that the page of the same address lists, in its order."""
    browsing = Browsing.asked(request.GET.dict())
    if browsing.query and not browsing.order:
        return iter(browsing.ranked_keys())
    return browsing.films().values_list("pk", flat=True).iterator(chunk_size=KEYS_AT_ONCE)


@require_safe
def schema(_request: HttpRequest) -> JsonResponse:
    """The JSON Schema of the JSON records."""
    shape: dict[str, Any] = FilmShape.model_json_schema(mode="serialization")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return JsonResponse(dialect | shape, content_type="application/schema+json")


@require_safe
def record_schema(_request: HttpRequest) -> JsonResponse:
    """The JSON Schema of a line of JSON Lines, as films are imported from."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return JsonResponse(dialect | FilmRecord.model_json_schema(), content_type="application/schema+json")


def _bytes(pieces: Iterable[str | bytes]) -> Iterator[bytes]:
    return (piece.encode() if isinstance(piece, str) else piece for piece in pieces)


def _named[Answer: HttpResponseBase](answer: Answer, name: str, chosen: Format) -> Answer:
    """Programs read JSON in place; for people a file is saved under its name."""
    kind = "inline" if chosen.one else "attachment"
    answer["Content-Disposition"] = f'{kind}; filename="{name}"'
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
