"""The request as our views may count on it; for annotations."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class PageRequest(HttpRequest):
    """Any visitor's; `htmx` is true when a part of the page is asked for."""

    htmx: HtmxDetails


class PersonRequest(PageRequest):
    """That of a signed-in person: views behind `login_required`."""

    user: User
