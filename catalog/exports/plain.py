"""Texts of the office as plain text that every format can hold."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_markdown = MarkdownIt("commonmark", {"typographer": True}).enable(["replacements", "smartquotes"])
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow, or MARC uses between fields (U+001D to U+001F)."""


def clean(text: str) -> str:
    """The text without characters that some format has no place for; line breaks and tabs stay."""
    return UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=256)
def plain(markdown: str) -> str:
    """Markdown as paragraphs, each on one line, with an empty line between them. HTML in it is left out."""
    blocks = (token for token in _markdown.parse(markdown) if token.type in ("inline", "code_block", "fence"))
    said = (_text(block.children) if block.children else block.content for block in blocks)
    return "\n\n".join(line for line in (" ".join(each.split()) for each in said) if line)


def _text(tokens: list[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        breaks.get(token.type) or (token.content if token.type in ("text", "code_inline", "image") else "")
        for token in tokens
    )
