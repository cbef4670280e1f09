"""Incoming requests, which are read only as UTF-8."""

from __future__ import annotations

from typing import Any

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters

UNREADABLE = {"charset": "unreadable"}
"""Replaces parameters that cannot be read: ReadableRequestMiddleware answers 400 to any charset but UTF-8."""


class Request(WSGIRequest):
    """A request that can be created from any headers.

    Django's own raises before any middleware can answer when the Content-Type cannot be parsed, or when the query cannot
    be read in the form's charset (such as IDNA): a bare 500.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        except ValueError:
            self.content_type, self.content_params = "", UNREADABLE


class Handler(WSGIHandler):
    request_class = Request
