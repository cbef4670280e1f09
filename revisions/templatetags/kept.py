"""`{% personal "template.html" %}` differs from visitor to visitor; `{% keep "name" subjects %}` is kept separately."""

from __future__ import annotations

from typing import cast

from django import template
from django.template import Template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import RequestContext
from django.utils.safestring import SafeString, mark_safe

from revisions.parts import kept_or_made, key_of, remembered
from revisions.reading import MARK, Reading

register = template.Library()


@register.simple_tag(takes_context=True)
def personal(context: RequestContext, name: str) -> SafeString:
    """Includes a template. On a kept page it is rendered for each visitor, from the request alone."""
    request = context.get("request")
    reading = getattr(request, "reading", None)
    if not isinstance(reading, Reading) or not reading.has_marks:
        return _included(context, name)
    html = same_for_all(context, name) if reading.has_no_session else _included(context, name)
    return mark_safe(f"{MARK}{name}{MARK}{html}{MARK}")  # noqa: S308 - a template has just rendered it


@register.simple_tag(takes_context=True)
def same_for_all(context: RequestContext, name: str) -> SafeString:
    """Includes a template that depends on the address and the language alone; on a kept page it is rendered once in each process."""
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
    """Keeps what is between this tag and `{% endkeep %}` for as long as its subjects do not change.

    `{% keep "name" subjects also ... %}`: `also` are other values that the block depends on, besides its subjects and
    the language. It must not contain anything personal, nor anything that changes by the clock within a day.
    """
    _tag, *values = token.split_contents()
    name, subjects, *also = (parser.compile_filter(value) for value in values)
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(name, subjects, also, nodelist)
