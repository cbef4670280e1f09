"""Mail templates: Markdown in which a value is always plain text.

While a template is rendered, a mark (a number between two private-use characters) stands for each value. The Markdown is
parsed with the marks in it, and the values are filled in afterwards. So no value can become a heading, a link, a list,
code, HTML or a new line, whatever it contains. A value that must be more than text goes through a filter of
`templatetags/mail.py`. A template that uses a tag whose output would not be marked is refused when it is loaded.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from django.template import Context, Engine, Node, Template, TemplateSyntaxError, Variable
from django.template.base import FilterExpression, NodeList, TextNode, TokenType, VariableNode
from django.template.defaulttags import CommentNode, ForNode, IfNode, LoadNode, WithNode
from django.template.library import SimpleNode
from django.template.loaders import filesystem
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.formats import localize
from django.utils.safestring import SafeString
from django.utils.timezone import template_localtime  # type: ignore[attr-defined]  # the stubs lack it

from reminders.writing.plain import lines, plain

VALUES = "mail_values"
"""The name in a template's context of the values of the mail that is being composed."""
MARK = re.compile("\ue000([0-9]+)\ue001")
HARMLESS = (TextNode, CommentNode, LoadNode, IfNode, ForNode, WithNode)


class Markdown(str):
    """Markdown that our own code wrote; only the filters of `templatetags/mail.py` make it."""

    __slots__ = ()


class Lines(str):
    """Text whose line breaks are kept."""

    __slots__ = ()


class Values:
    """The values of one mail, numbered as in their marks; they are filled into the text and into the HTML."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def mark(self, value: object) -> SafeString:
        """The mark that stands for the value until the Markdown is parsed."""
        if isinstance(value, Markdown):
            return SafeString(value)
        self._texts.append("\n".join(lines(value)) if isinstance(value, Lines) else plain(value))
        return SafeString(f"\ue000{len(self._texts) - 1}\ue001")

    def in_text(self, text: str) -> str:
        return MARK.sub(lambda mark: self._texts[int(mark[1])], text)

    def in_html(self, html: str) -> str:
        return MARK.sub(lambda mark: escape(self._texts[int(mark[1])]).replace("\n", "<br>\n"), html)


class Loader(filesystem.Loader):
    """Loads mail templates, makes every value in them plain text, and caches them.

    Django's cached loader asks its inner loaders only for the source, and so would bypass the guard.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._kept: dict[str, Template] = {}

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        if template_name not in self._kept:
            template = super().get_template(template_name, skip)
            guard(template.nodelist)
            self._kept[template_name] = template
        return self._kept[template_name]

    def reset(self) -> None:
        """Django calls this when a file has changed under a development server."""
        self._kept.clear()


def guard(nodes: NodeList) -> None:
    """Makes every value that the nodes print plain text. Raises TemplateSyntaxError for a tag that could print one unmarked."""
    for node in nodes.get_nodes_by_type(Node):
        match node:
            case VariableNode():
                node.filter_expression = _Marked(node.filter_expression)  # type: ignore[assignment]  # it is only resolved
            case BlockTranslateNode(asvar=None):
                _guard_sentence(node)
            case TranslateNode(asvar=None):
                if node.filter_expression.filters or not isinstance(node.filter_expression.var.literal, str):
                    raise TemplateSyntaxError("In a mail, {% translate %} takes a sentence, not a variable.")
            case SimpleNode(target_var=str()):
                pass  # it prints nothing
            case _ if not isinstance(node, HARMLESS):
                raise TemplateSyntaxError(f"A mail template cannot use the tag of {type(node).__name__}.")


def _guard_sentence(node: BlockTranslateNode) -> None:
    tokens = [*node.singular, *(node.plural or ())]
    printed = {token.contents for token in tokens if token.token_type == TokenType.VAR} - {node.countervar}
    given: dict[str, Any] = node.extra_context
    node.extra_context = given | {name: _Marked(given.get(name) or Variable(name)) for name in printed}


class _Marked:
    """A template expression whose value is marked instead of printed."""

    def __init__(self, expression: FilterExpression | Variable) -> None:
        self.expression = expression

    def resolve(self, context: Context) -> SafeString:
        value = template_localtime(self.expression.resolve(context), use_tz=context.use_tz)
        values: Values = context[VALUES]
        return values.mark(localize(value, use_l10n=context.use_l10n))
