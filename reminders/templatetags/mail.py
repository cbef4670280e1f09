"""What may be more than text in a mail. Every template of a mail has these filters without loading them."""

from __future__ import annotations

import re

from django import template
from django.conf import settings

from reminders.writing.plain import visible, without_links
from reminders.writing.templating import Lines, Markdown

register = template.Library()

ADDRESS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")  # RFC 3986, 2


@register.filter
def link(address: str) -> Markdown:
    """A link to a page of ours, written out. Takes a path or a whole address; raises ValueError for anybody else's."""
    whole = settings.SITE_URL + address if address.startswith("/") else address
    if not whole.startswith(f"{settings.SITE_URL}/") or not ADDRESS.fullmatch(whole):
        raise ValueError("A mail links to our own pages only.")
    return Markdown(f"<{whole}>")


@register.filter(name="lines")
def lines_(text: object) -> Lines:
    """Text of the office whose line breaks are kept."""
    return Lines(text)


@register.filter
def columns(text: object) -> Markdown:
    """Text whose columns are kept, such as a reel in characters: an indented block of code, in which nothing is Markdown."""
    rows = (without_links(visible(row)).rstrip() for row in str(text).split("\n"))
    return Markdown("\n".join(f"    {row}" for row in rows))
