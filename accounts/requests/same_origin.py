"""Forms on kept pages carry no token, since a page that is the same for everyone can hold no secret of anyone's.

What a browser says of where a request comes from takes the token's place; nothing that a page can do changes it. See
docs/decisions/0033-kept-pages.md.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import cast
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect


def token_or_same_origin[**P](view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Takes a form from a page of ours without a token; from anywhere else, or from who does not say, only with one."""
    with_token = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        is_ours = is_same_origin(cast("HttpRequest", args[0]))
        return view(*args, **kwargs) if is_ours else with_token(*args, **kwargs)

    return guarded


def is_same_origin(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this very site sent the request.

    Browsers say it by Sec-Fetch-Site (https://www.w3.org/TR/fetch-metadata/), to https and to the machine itself; over
    plain http by Origin alone. Scripts can set neither. One that is there and says otherwise is enough to say no.
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        return site == "same-origin" and (origin is None or _is_own(request, origin))
    return origin is not None and _is_own(request, origin)


def _is_own(request: HttpRequest, origin: str) -> bool:
    named = {"{0.scheme}://{0.netloc}".format(urlsplit(each)) for each in settings.CSRF_TRUSTED_ORIGINS}
    return origin in {f"{request.scheme}://{request.get_host()}", *named}
