"""Request types for the annotations of our views."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class PageRequest(HttpRequest):
    """The request of any visitor; `htmx` is true when it asks for a part of the page."""

    htmx: HtmxDetails


class PersonRequest(PageRequest):
    """The request of a signed-in person, in views behind `login_required`."""

    user: User
