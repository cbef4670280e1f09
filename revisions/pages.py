"""`@kept(...)` marks a public page whose making is worth keeping, and names what it shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.db import connection
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string

from revisions import store
from revisions.reading import reading_of

type Visitor = Callable[[HttpRequest], str]
type Query = Callable[[QueryDict], str]


def asks_nothing(_query: QueryDict) -> str:
    return ""


def alike(_request: HttpRequest) -> str:
    return ""


_telling_apart: list[Visitor] = []


def tell_apart_by(visitor: Visitor) -> None:
    """A higher app says how it tells visitors apart on pages that show different ones different things; `ready` calls it."""
    _telling_apart.append(visitor)


def by_who_asks(request: HttpRequest) -> str:
    """What the page may depend on beside its address and language; empty for who is nobody in particular."""
    return "/".join(visitor(request) for visitor in _telling_apart)


def kept[**P](
    *subjects: str, query: Query = asks_nothing, visitor: Visitor = alike, for_members: bool = True
) -> Callable[[Callable[P, HttpResponse]], Callable[P, HttpResponse]]:
    """Makes a page once for each state of its subjects, whoever asks, and fills in what is personal for each visitor.

    `subjects` are read before the view runs; a view that learns only from the data what it shows calls
    `reading_of(request).find`. `query` gives the query string in the one form that is kept: addresses with another
    are made each time, so that odd ones fill nothing. `visitor` says what else the page depends on, in few values.
    `for_members=False`: the page may say more to those who are signed in, and is made for them each time.
    """

    def decorate(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
        @wraps(view)
        def shown(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            request = cast("HttpRequest", args[0])
            reading = reading_of(request)
            may_keep = _may_keep(request, query) and (for_members or not request.user.is_authenticated)
            key = store.place(request, "shared", visitor(request)) if may_keep else None
            # Where the whole page was not true any more, what members share is hardly ever either.
            if found := store.find(key, reading, asks_cache=not reading.is_for_nobody):
                reading.show(found.revisions)
                reading.changes_at(found.until)
                reading.is_whole = True
                return HttpResponse(_filled(found.text(), request))
            if subjects:
                reading.show(subjects)
            reading.has_marks, reading.keeps_parts = True, key is not None
            try:
                response = view(*args, **kwargs)
            finally:
                reading.has_marks = False
            text, common = _apart(response.content.decode())
            response.content = text.encode()
            if key and reading.is_to_be_kept and response.status_code == 200 and not response.cookies:
                store.keep(key, reading, common)
                reading.is_whole = True
            if not reading.is_for_nobody:
                store.send(reading)
            return response

        return shown

    return decorate


def _may_keep(request: HttpRequest, query: Query) -> bool:
    """What is made inside a transaction may show what is never committed."""
    return (
        request.method in ("GET", "HEAD")
        and not request.headers.get("HX-Request")
        and request.META.get("QUERY_STRING", "") == query(request.GET)
        and not connection.in_atomic_block
    )


def _apart(marked: str) -> tuple[str, str]:
    """The page as this visitor sees it, and without its personal parts: between marks stand the templates that make them."""
    pieces = marked.split(store.MARK)
    common = [piece for at, piece in enumerate(pieces) if at % 3 != 2]
    return "".join(piece for at, piece in enumerate(pieces) if at % 3 != 1), store.MARK.join(common)


def _filled(common: str, request: HttpRequest) -> str:
    pieces = common.split(store.MARK)
    return "".join(
        render_to_string(piece, request=request) if at % 2 else piece for at, piece in enumerate(pieces)
    )
