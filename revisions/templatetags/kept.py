"""`{% personal "components/site_header.html" %}`: a part of a page that differs from visitor to visitor."""

from __future__ import annotations

from typing import cast

from django import template
from django.template import Template
from django.template.context import RequestContext
from django.utils.safestring import SafeString, mark_safe

from revisions.reading import Reading
from revisions.store import MARK

register = template.Library()


@register.simple_tag(takes_context=True)
def personal(context: RequestContext, name: str) -> SafeString:
    """Includes a template. On a page that is kept it is made anew for each visitor, from the request alone."""
    parent = cast("Template", context.template)
    html: str = parent.engine.get_template(name).render(context)
    reading = getattr(context.get("request"), "reading", None)
    if isinstance(reading, Reading) and reading.has_marks:
        html = f"{MARK}{name}{MARK}{html}{MARK}"
    return mark_safe(html)  # noqa: S308 - a template has just made it
