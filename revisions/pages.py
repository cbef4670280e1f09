"""`@kept(...)` marks the view of a public page that is kept, and names the subjects that the page shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.db import connection
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string

from revisions.reading import MARK, Reading, reading_of
from revisions.storage import store
from revisions.storage.page import Page, assemble

type Visitor = Callable[[HttpRequest], str]
type Query = Callable[[QueryDict], str]


def no_query(_query: QueryDict) -> str:
    return ""


def same_for_everyone(_request: HttpRequest) -> str:
    return ""


_distinctions: list[Visitor] = []


def tell_apart_by(visitor: Visitor) -> None:
    """Registers what distinguishes visitors on pages that do not show everyone the same; called in `AppConfig.ready`."""
    _distinctions.append(visitor)


def by_visitor(request: HttpRequest) -> str:
    """What a page may depend on besides its address and language; empty if nothing distinguishes the visitor."""
    values = [visitor(request) for visitor in _distinctions]
    return "/".join(values) if any(values) else ""


def kept[**P](
    *subjects: str,
    query: Query = no_query,
    visitor: Visitor = same_for_everyone,
    for_members: bool = True,
) -> Callable[[Callable[P, HttpResponse]], Callable[P, HttpResponse]]:
    """Renders a page once for each state of its subjects, and fills in what is personal for each visitor.

    `subjects` are read before the view runs. A view that finds out only from the data what it shows calls
    `reading_of(request).find`. `query` returns the query string in the one form that is kept; requests with any other
    query string are rendered every time, so that arbitrary addresses cannot fill the cache. `visitor` says what else the page
    depends on; it should have few values. `for_members=False`: signed-in visitors may see more, so the page is
    rendered for them every time.
    """

    def decorate(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
        @wraps(view)
        def shown(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            request = cast("HttpRequest", args[0])
            reading = reading_of(request)
            may_keep = _may_keep(request, query) and (for_members or not request.user.is_authenticated)
            key = None
            if may_keep:
                key = store.key_for(request, "" if reading.has_no_session else visitor(request))
            if found := store.find(key, reading):
                return _filled(found, request, reading)
            if subjects:
                reading.show(subjects)
            reading.has_marks, reading.keeps_parts = True, key is not None
            try:
                response = view(*args, **kwargs)
            finally:
                reading.has_marks = False
            page = _without_marks(response.content.decode())
            response.content = page.text.encode()
            if key and reading.is_worth_keeping and response.status_code == 200 and not response.cookies:
                reading.page = page
                if not reading.has_no_session:
                    store.keep(key, reading, page.without_personal())
            if not reading.has_no_session:
                store.send(reading)
            return response

        return shown

    return decorate


def _may_keep(request: HttpRequest, query: Query) -> bool:
    """Not inside a transaction: the page might show what is never committed."""
    return (
        request.method in ("GET", "HEAD")
        and not request.headers.get("HX-Request")
        and request.META.get("QUERY_STRING", "") == query(request.GET)
        and not connection.in_atomic_block
    )


def _filled(found: store.Kept, request: HttpRequest, reading: Reading) -> HttpResponse:
    """A kept page with this visitor's personal parts."""
    reading.show(found.revisions)
    reading.changes_at(found.until)
    reading.page = found.page().with_personal(lambda template: render_to_string(template, request=request))
    return HttpResponse(reading.page.text)


def _without_marks(marked: str) -> Page:
    """The page from a text in which each personal part stands between marks, after the name of its template."""
    pieces = marked.split(MARK)
    return assemble(pieces[::3], list(zip(pieces[1::3], pieces[2::3], strict=True)))
