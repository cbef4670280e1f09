"""What the office may write in a mail: any words, and of the template's language only what our own text of that mail uses.

So an edited text reaches no value that ours does not print or ask for, and runs nothing that ours does not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from django.template.base import Token, TokenType
from django.utils.text import smart_split
from django.utils.translation import gettext as _

from reminders.writing.our_words import tokens_of
from reminders.writing.plain import visible

PLACEHOLDER = re.compile(r'([\w.]+)((?:\|[a-z_]+(?::(?:"[^"|]*"|\d+))?)*)')
FILTER = re.compile(r"\|([a-z_]+)")
FILTERS = frozenset({"columns", "date", "length", "lines", "link", "time", "lower", "upper", "capfirst"})
"""Those that any text may use."""
ALWAYS = frozenset({"DISTRIBUTOR"})
ENDS = frozenset({"else", "empty", "endfor", "endif"})
OPERATORS = frozenset(
    {"and", "or", "not", "in", "is", "==", "!=", "<", ">", "<=", ">=", "True", "False", "None"}
)
NUMBER = re.compile(r"\d{1,6}")


@dataclass
class Vocabulary:
    """What a text uses. A placeholder of a loop is known with its loop: `each.film` means nothing outside of it."""

    placeholders: set[tuple[str, str]] = field(default_factory=set)
    """The loop's tag (empty outside of any) and the path."""
    printed: set[str] = field(default_factory=set)
    filters: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    deepest: int = 0
    """Loops within loops."""

    @property
    def paths(self) -> list[str]:
        return sorted({path for _loop, path in self.placeholders} | ALWAYS)


def vocabulary_of(source: str) -> Vocabulary:
    """Of one of our own texts, as `our_words` writes it."""
    found = Vocabulary()
    for token, loops in walked(source):
        found.deepest = max(found.deepest, len(loops))
        if token.token_type is TokenType.VAR and (match := PLACEHOLDER.fullmatch(token.contents)):
            found.placeholders.add((_loop_of(match[1], loops), match[1]))
            found.printed.add(match[1])
            found.filters |= set(FILTER.findall(match[2]))
        elif is_condition(token):
            for word in condition(token):
                if match := PLACEHOLDER.fullmatch(word):
                    found.placeholders.add((_loop_of(match[1], loops), match[1]))
        elif token.token_type is TokenType.BLOCK and token.contents not in ENDS:
            found.tags.add(token.contents)
    return found


def faults_of(source: str, ours: Vocabulary, *, keeps_all: bool = False) -> list[str]:
    """What of a text the office may not write, in sentences; nothing when all is well.

    `keeps_all`: each value that ours prints must stay, because without it the mail is of no use, such as a code.
    """
    found = [] if source.strip() else [_("It is empty.")]
    if "".join(source.split()) != "".join(visible(source).split()):
        found.append(_("It contains characters that cannot be seen."))
    printed: set[str] = set()
    for token, loops in walked(source):
        if token.token_type is TokenType.VAR:
            found += _of_value(token.contents, loops, ours)
            printed.add(token.contents.partition("|")[0])
        elif is_condition(token):
            for word in condition(token):
                found += _of_word(word, loops, ours)
        elif token.token_type is TokenType.BLOCK:
            found += _of_tag(token.contents, loops, ours)
    if keeps_all:
        lost = sorted(ours.printed - printed - ALWAYS)
        found += [
            _("{{ %(name)s }} must stay: without it the mail is of no use.") % {"name": name} for name in lost
        ]
    return list(dict.fromkeys(found))


def walked(source: str) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Each tag and placeholder, with the loops in which it stands, the innermost last; a loop's own tag is within it."""
    loops: list[str] = []
    for token in tokens_of(source):
        if token.token_type is TokenType.BLOCK and token.contents.startswith("for "):
            loops.append(token.contents)
        yield token, tuple(loops)
        if token.token_type is TokenType.BLOCK and token.contents == "endfor" and loops:
            loops.pop()


def is_condition(token: Token) -> bool:
    return token.token_type is TokenType.BLOCK and token.contents.startswith(("if ", "elif "))


def condition(token: Token) -> list[str]:
    return [
        word
        for word in list(smart_split(token.contents))[1:]
        if word not in OPERATORS and not NUMBER.fullmatch(word)
    ]


def _loop_of(path: str, loops: tuple[str, ...]) -> str:
    """The innermost loop that gives the path its meaning: `for each in ending` does to `each.film`."""
    root = path.partition(".")[0]
    for loop in reversed(loops):
        names = loop.removeprefix("for ").partition(" in ")[0].replace(",", " ").split()
        if root in {*names, "forloop"}:
            return loop
    return ""


def _of_value(contents: str, loops: tuple[str, ...], ours: Vocabulary) -> list[str]:
    match = PLACEHOLDER.fullmatch(contents)
    if match is None:
        return [_("{{ %(name)s }} cannot be read.") % {"name": contents}]
    unknown = set(FILTER.findall(match[2])) - FILTERS - ours.filters
    said = [_("“|%(name)s” cannot be used in this mail.") % {"name": name} for name in sorted(unknown)]
    return said + _of_path(match[1], loops, ours)


def _of_path(path: str, loops: tuple[str, ...], ours: Vocabulary) -> list[str]:
    if path in ALWAYS or (_loop_of(path, loops), path) in ours.placeholders:
        return []
    places = sorted(loop for loop, known in ours.placeholders if known == path)
    if places:
        return [
            _("{{ %(name)s }} stands only between {%% %(loop)s %%} and {%% endfor %%}.")
            % {"name": path, "loop": places[0]}
        ]
    near = get_close_matches(path, ours.paths, n=1)
    if near:
        return [
            _("This mail has no {{ %(name)s }}. Did you mean {{ %(near)s }}?")
            % {"name": path, "near": near[0]}
        ]
    return [_("This mail has no {{ %(name)s }}.") % {"name": path}]


def _of_word(word: str, loops: tuple[str, ...], ours: Vocabulary) -> list[str]:
    """Of a condition: a placeholder, or a text in quotation marks, which can do nothing."""
    return [] if word[0] == word[-1] == '"' else _of_value(word, loops, ours)


def _of_tag(contents: str, loops: tuple[str, ...], ours: Vocabulary) -> list[str]:
    if contents in ENDS:
        return []
    if contents not in ours.tags:
        return [_("{%% %(tag)s %%} cannot be used in this mail.") % {"tag": contents}]
    if contents.startswith("for ") and len(loops) > ours.deepest:
        return [_("{%% %(tag)s %%} stands within itself.") % {"tag": contents}]
    return []
