"""From what is typed to what the database is asked: its words, the ways of writing each, and the queries of full text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from math import prod

from catalog.search.entries import WHOLE, quoted, whole
from catalog.search.words.folding import bigrams, compact, is_unspaced, spellings, words

LONGEST_QUERY = 200
"""Characters of a query that are read; no film has a longer name."""
MOST_WORDS = 16
MOST_NAMES = 60
"""Whole names that are tried if several words may have slips."""
SHORTEST_PREFIX, SHORTEST_LAST_PREFIX = 3, 2
"""Letters from which a word also stands for longer ones; the last, which is still being typed, from two."""
SHORTEST_TOLD = 3
SHORTEST_RUN_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, as words. `instead`: what may stand for a word that has a slip, in words; without it the word itself.

    `optional`: words that a film need not have. `otherwise`: other words that may have been meant, with two of them as one.
    """

    words: tuple[str, ...]
    key: str
    """The whole as one name (`entries.whole`); empty if nothing is asked."""
    run_together: str = ""
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()
    otherwise: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def typed(cls, text: str) -> Question:
        read = text[:LONGEST_QUERY].replace("\0", " ")
        return cls(tuple(words(read)[:MOST_WORDS]), whole(read), compact(read))

    def names(self) -> str:
        """The tsquery of whole names: of what is typed and, with slips, of what may have been meant."""
        return " | ".join(map(quoted, self._keys()))

    def names_from(self) -> str:
        """As `names`, for a name that only begins so, if it is a title."""
        return " | ".join(f"{quoted(key)}:*A" for key in self._keys())

    def own_names(self) -> str:
        return " | ".join(f"{quoted(key)}:A" for key in self._keys())

    def all_words(self, weight: str = "") -> str:
        """The tsquery of names that have every word, in any order, or begin with them run together."""
        ways = ([word for word in way if word not in self.optional] for way in (self.words, *self.otherwise))
        found = [" & ".join(self._term(word, weight) for word in way) for way in ways if way]
        together = self.run_together
        if len(together) >= SHORTEST_RUN_TOGETHER and not is_unspaced(together):
            found.append(f"{quoted(together)}:*{weight}")
        return " | ".join(f"({each})" for each in found) or self.names()

    def told(self) -> str:
        """As the text of `to_tsquery`, which makes stems of words and leaves out those that say nothing; may be empty."""
        asked = [word for word in self.words if word not in self.optional]
        said = [word for word in asked if len(word) >= SHORTEST_TOLD or is_unspaced(word)]
        terms = []
        for word in said:
            forms = [form for each in self.instead.get(word, (word,)) for form in _spelt(each)]
            ending = ":*" if word == self.words[-1] and word not in self.instead else ""
            terms.append("(" + " | ".join(quoted(form) + ending for form in forms) + ")")
        return " & ".join(terms)

    @property
    def is_all_told(self) -> bool:
        """Whether `told` asks for every word whole; of a longer one without spaces it asks for any two neighbours."""
        return all(
            len(word) <= SHORTEST_LAST_PREFIX if is_unspaced(word) else len(word) >= SHORTEST_TOLD
            for word in self.words
        )

    @property
    def is_half_by_a_slip(self) -> bool:
        """Whether a slip would leave half of each word, as of 工厂: what is named so is what was asked, and not 工资."""
        return all(is_unspaced(word) and len(word) <= SHORTEST_LAST_PREFIX for word in self.words)

    def _keys(self) -> Iterable[str]:
        yield self.key
        seen = {self.key}
        for way in (self.words, *self.otherwise) if self.instead else ():
            choices = [self.instead.get(word, (word,)) for word in way]
            if prod(map(len, choices)) <= MOST_NAMES:
                found = {WHOLE + "".join(chosen).replace(" ", "") for chosen in product(*choices)} - seen
                seen |= found
                yield from sorted(found)

    def _term(self, word: str, weight: str) -> str:
        if given := self.instead.get(word):
            forms = [
                "(" + " & ".join(_exactly(each, weight) for each in one.split()) + ")"
                for one in islice(given, MOST_NAMES)
            ]
            return "(" + " | ".join([*forms, *self._beginnings(word, given, weight)]) + ")"
        return self._typed(word, weight)

    def _beginnings(self, word: str, given: tuple[str, ...], weight: str) -> Iterable[str]:
        """A word that is known stands for longer ones only while it may still be being typed: all that begin with `the` are very many."""
        if word == self.words[-1] or word not in given:
            yield self._typed(word, weight)

    def _typed(self, word: str, weight: str) -> str:
        if is_unspaced(word):
            return _exactly(word, weight)
        least = SHORTEST_LAST_PREFIX if word == self.words[-1] else SHORTEST_PREFIX
        ending = f":*{weight}" if len(word) >= least else f":{weight}" if weight else ""
        return "(" + " | ".join(quoted(form) + ending for form in spellings(word)) + ")"


def _exactly(word: str, weight: str) -> str:
    if not is_unspaced(word):
        return (
            "("
            + " | ".join(quoted(form) + (f":{weight}" if weight else "") for form in spellings(word))
            + ")"
        )
    if len(word) == 1:
        return f"{quoted(word)}:*{weight}"
    return "(" + " & ".join(quoted(pair) + (f":{weight}" if weight else "") for pair in bigrams(word)) + ")"


def _spelt(text: str) -> Sequence[str]:
    return [
        form for word in text.split() for form in (bigrams(word) if is_unspaced(word) else spellings(word))
    ]
