"""Filters for values of a mail that are more than one line of text. Mail templates have them without loading them."""

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
    """A link to one of our own pages, written out. Takes a path or a full address; raises ValueError for any other site."""
    whole = settings.SITE_URL + address if address.startswith("/") else address
    if not whole.startswith(f"{settings.SITE_URL}/") or not ADDRESS.fullmatch(whole):
        raise ValueError("Mails link only to our own pages.")
    return Markdown(f"<{whole}>")


@register.filter(name="lines")
def lines_(text: object) -> Lines:
    """Text that the office wrote; its line breaks are kept."""
    return Lines(text)


@register.filter
def columns(text: object) -> Markdown:
    """Text whose columns are kept, such as a text drawing of a reel: an indented code block, in which nothing is Markdown."""
    rows = (without_links(visible(row)).rstrip() for row in str(text).split("\n"))
    return Markdown("\n".join(f"    {row}" for row in rows))
