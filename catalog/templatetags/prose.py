"""Markdown of the catalogue as safe HTML."""

from __future__ import annotations

from functools import lru_cache

import nh3
from django import template
from django.template.defaultfilters import linebreaks_filter
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from wording.bounds import LONGEST_PAGE

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
    return _rendered(text or "")


@lru_cache(maxsize=512)  # 512 of the longest texts are some 10 MB
def _rendered(text: str) -> SafeString:
    """Each text once per process: 10,000 characters can take a tenth of a second, and the time grows with the square."""
    if len(text) > LONGEST_PAGE:  # the database holds none that long
        return linebreaks_filter(text, autoescape=True)
    html = _markdown.render(text)
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"})
    return mark_safe(clean)  # noqa: S308 - nh3 has just cleaned it


@register.filter
def first_paragraph(text: str) -> str:
    """Markdown up to the first blank line."""
    return text.strip().split("\n\n", 1)[0]
