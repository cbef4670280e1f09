"""`{% personal "components/site_header.html" %}` differs from visitor to visitor; `{% keep "name" subjects %}` is kept by itself."""

from __future__ import annotations

from typing import cast

from django import template
from django.template import Template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import RequestContext
from django.utils.safestring import SafeString, mark_safe

from revisions.parts import kept_or_made, key_of, remembered
from revisions.reading import Reading
from revisions.store import MARK

register = template.Library()


@register.simple_tag(takes_context=True)
def personal(context: RequestContext, name: str) -> SafeString:
    """Includes a template. On a page that is kept it is made anew for each visitor, from the request alone."""
    request = context.get("request")
    reading = getattr(request, "reading", None)
    if not isinstance(reading, Reading) or not reading.has_marks:
        return _included(context, name)
    html = same_for_all(context, name) if reading.is_for_nobody else _included(context, name)
    return mark_safe(f"{MARK}{name}{MARK}{html}{MARK}")  # noqa: S308 - a template has just made it


@register.simple_tag(takes_context=True)
def same_for_all(context: RequestContext, name: str) -> SafeString:
    """Includes a template that follows from the address alone, whoever asks: on a kept page made once by each process."""
    request = context.get("request")
    reading = getattr(request, "reading", None)
    if request is None or not isinstance(reading, Reading) or not reading.keeps_parts:
        return _included(context, name)
    return remembered(name, request, lambda: _included(context, name))


def _included(context: RequestContext, name: str) -> SafeString:
    parent = cast("Template", context.template)
    html: SafeString = parent.engine.get_template(name).render(context)
    return html


class KeepNode(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(
        self,
        name: FilterExpression,
        subjects: FilterExpression,
        also: list[FilterExpression],
        nodelist: NodeList,
    ):
        self.name, self.subjects, self.also, self.nodelist = name, subjects, also, nodelist

    def render(self, context: template.Context) -> SafeString:
        reading = getattr(context.get("request"), "reading", None)
        if not isinstance(reading, Reading) or not reading.keeps_parts:
            return self.nodelist.render(context)
        also = [str(each.resolve(context)) for each in self.also]
        key = key_of(self.name.resolve(context), reading, self.subjects.resolve(context), *also)
        return kept_or_made({key: lambda: self.nodelist.render(context)}, reading)[0]


@register.tag
def keep(parser: Parser, token: Token) -> KeepNode:
    """What stands up to `{% endkeep %}`, as it was made under these revisions of its subjects, read for this request.

    `{% keep "name" subjects also ... %}`: `also` are values that it depends on beside its subjects and the language. It
    holds nothing personal, and nothing that changes by the clock within a day.
    """
    _tag, *values = token.split_contents()
    name, subjects, *also = (parser.compile_filter(value) for value in values)
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(name, subjects, also, nodelist)
