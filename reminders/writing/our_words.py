"""Our own text of a mail in one language, as the office may edit it: every sentence written out, with its values in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.template import engines
from django.template.base import Lexer, Node, Token, TokenType
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils import translation

SENTENCES = {"translate": "", "blocktranslate": "endblocktranslate"}
"""The tags that say a sentence in the reader's language, each with its end."""
PLACE = re.compile(r"%\((\w+)\)s")


@lru_cache(512)
def our_words(template: str, language: str) -> str:
    """Its source, without the tags that load or translate something. `template` is the path of a mail template."""
    tokens = iter(tokens_of(_file(template)))
    loads = "".join(loaded(template))
    with translation.override(language):
        return "".join(_piece(token, tokens, loads) for token in tokens).strip() + "\n"


@lru_cache(256)
def loaded(template: str) -> tuple[str, ...]:
    """The tags by which our own text loads others: an edited one has them too, without its writer seeing them."""
    return tuple(written(token) for token in tokens_of(_file(template)) if token.contents.startswith("load "))


def tokens_of(source: str) -> list[Token]:
    return Lexer(source).tokenize()


def written(token: Token) -> str:
    """A token as it stands in a source."""
    match token.token_type:
        case TokenType.VAR:
            return "{{ " + token.contents + " }}"
        case TokenType.BLOCK:
            return "{% " + token.contents + " %}"
        case TokenType.COMMENT:
            return ""
        case _:
            return str(token.contents)


def _file(template: str) -> str:
    found: Any = engines["mail"].get_template(template)
    return str(found.template.source)


def _piece(token: Token, rest: Iterator[Token], loads: str) -> str:
    name = token.contents.partition(" ")[0] if token.token_type is TokenType.BLOCK else ""
    if name == "load":
        return ""
    if name not in SENTENCES:
        return written(token)
    whole, end = written(token), SENTENCES[name]
    while end:
        inner = next(rest)
        whole += written(inner)
        if inner.contents == end:
            break
    return _sentence(_node(loads + whole))


def _node(source: str) -> Node:
    made: Any = engines["mail"].from_string(source)
    node: Node = made.template.nodelist[-1]
    return node


def _sentence(node: Node) -> str:
    if isinstance(node, BlockTranslateNode):
        return _with_values(node)
    if isinstance(node, TranslateNode) and node.asvar is None:
        return translation.gettext(str(node.filter_expression.var.literal)).replace("%%", "%")
    raise TypeError(f"A mail has a {type(node).__name__} where a sentence is expected.")


def _with_values(node: BlockTranslateNode) -> str:
    """A sentence with its values; where it counts something, one for a single thing and one for several."""
    singular, _names = node.render_token_list(node.singular)
    if not node.plural or node.counter is None:
        return _filled(translation.gettext(singular), node)
    plural, _names = node.render_token_list(node.plural)
    one, none, many = (_filled(translation.ngettext(singular, plural, n), node) for n in (1, 0, 2))
    if one == many:
        return one
    condition = f"{node.counter.token} {'< 2' if none == one else '== 1'}"
    return "{% if " + condition + " %}" + one + "{% else %}" + many + "{% endif %}"


def _filled(sentence: str, node: BlockTranslateNode) -> str:
    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name == node.countervar and node.counter is not None:
            return "{{ " + node.counter.token + " }}"
        given = node.extra_context.get(name)
        return "{{ " + (given.token if given is not None else name) + " }}"

    return PLACE.sub(value, sentence).replace("%%", "%")
