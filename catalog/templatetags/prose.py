"""Markdown of the catalogue as safe HTML."""

from __future__ import annotations

import nh3
from django import template
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

register = template.Library()
_markdown = MarkdownIt("commonmark", {"typographer": True}).enable(["replacements", "smartquotes"])
_TAGS = {
    "p",
    "em",
    "strong",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "br",
    "hr",
    "h2",
    "h3",
    "h4",
    "code",
    "span",
}
_ATTRIBUTES = {"a": {"href", "lang"}, "span": {"lang"}, "em": {"lang"}, "p": {"lang"}}


@register.filter
def markdown(text: str | None) -> SafeString:
    """CommonMark to HTML of a short list of tags; raw HTML in the source survives only as far as that list."""
    html = _markdown.render(text or "")
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"})
    return mark_safe(clean)  # noqa: S308 - nh3 has just cleaned it


@register.filter
def first_paragraph(text: str) -> str:
    """Markdown up to the first blank line."""
    return text.strip().split("\n\n", 1)[0]
