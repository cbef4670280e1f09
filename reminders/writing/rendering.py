"""From a mail template with its values to subject, text and HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Protocol

from markdown_it import MarkdownIt

from reminders.writing.templating import VALUES, Values

# No link hides behind other words, and no picture is fetched: addresses are written out, as <https://...>.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["link", "image"])
GAP = re.compile(r"\n\s*\n(?:[ \t]*\n)+")

type Said = tuple[str, str, str]
"""Subject (one line), text and HTML."""


class Template(Protocol):
    """Of Django's engine, guarded by `templating.guard`."""

    def render(self, context: dict[str, Any]) -> str: ...


def render(template: Template, context: dict[str, Any]) -> Said:
    """Of a template whose first line is the subject."""
    values = Values()
    source = template.render(context | {VALUES: values}).strip()
    first, _line, rest = source.partition("\n")
    body = GAP.sub("\n\n", rest.strip("\n"))
    return (
        " ".join(values.in_text(first).split()),
        values.in_text(body) + "\n",
        values.in_html(_html(body)),
    )


@lru_cache(256)
def _html(body: str) -> str:
    """The source has marks instead of values, so that thousands of mails of a kind often have the same."""
    return str(MARKDOWN.render(body))
