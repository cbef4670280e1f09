"""Requests as they come in: read as UTF-8 alone."""

from __future__ import annotations

from typing import Any

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters

UNREADABLE = {"charset": "unreadable"}
"""What stands for parameters that cannot be read: ReadableRequestMiddleware answers 400 to any charset but UTF-8."""


class Request(WSGIRequest):
    """Can be made of any headers.

    Django's raises while it is made, before any middleware could answer, for a Content-Type that cannot be parsed and
    for a query that the form's charset (IDNA, for one) cannot read: a bare 500.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        except ValueError:
            self.content_type, self.content_params = "", UNREADABLE


class Handler(WSGIHandler):
    request_class = Request
