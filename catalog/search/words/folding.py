"""Text in the form that search compares: one form for everything that readers take for the same word."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from opencc import OpenCC

# Written without spaces between words: kana, Han, Thai, Lao, Burmese, Khmer.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUNS = re.compile(f"([{UNSPACED}]+)")
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Spellings that differ between British and American English, in folded words of at least five letters.
SPELLINGS = (
    (re.compile(r"(?<=..)our(?=$|s$|ed$|ing$|er|ite|able|ful|less|hood|ist|ly$)"), "or"),
    (re.compile(r"(?<=...)is(?=(e|ed|es|ing|er|ers|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=...)ys(?=(e|ed|es|ing|er)$)"), "yz"),
    (re.compile(r"(?<=..)tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=..)ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=..)ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=.)ramme(?=s?$)"), "ram"),
    (re.compile(r"(?<=[aeiou])ll(?=(ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(?<=.)lough(?=s?$|ed$|ing$)"), "low"),
)
SHORTEST_SPELT = 5
MOST_SPELT = 50_000
"""Words whose spellings are remembered: a language's common ones."""
LETTERS = re.compile(r"[^\W_]+")


class Plain(dict[int, str]):
    """For `str.translate`: what a decomposed character becomes, worked out once for each."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.combining(character):
            plain = ""
        else:
            plain = " " if unicodedata.category(character) in {"Cc", "Pd"} else character
        self[code] = plain
        return plain


PLAIN = Plain()


def fold(text: str) -> str:
    """Text without diacritics, case and kind of script: single spaces, compatibility forms unified (UAX 15, NFKD), simplified Chinese."""
    if text.isascii():
        return " ".join(text.lower().translate(PLAIN).split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    folded = " ".join(decomposed.translate(PLAIN).casefold().split())
    return folded if folded.isascii() else HAN.sub(lambda found: _simplified(found[0]), folded)


@cache
def _simplified(character: str) -> str:
    """One character in simplified Chinese, from traditional Chinese or Japanese.

    One at a time: a converter of phrases would change a character by its neighbours, which a query may lack.
    """
    japanese, traditional = _converters()
    return str(traditional.convert(japanese.convert(character)))


@cache
def _converters() -> tuple[OpenCC, OpenCC]:
    return OpenCC("jp2t"), OpenCC("t2s")


def compact(text: str) -> str:
    """Folded text with only letters and digits."""
    return "".join(LETTERS.findall(fold(text)))


def words(text: str) -> list[str]:
    """The words of a text, folded; a stretch without spaces, as of Chinese, is one word. Apostrophes join: `l'ouest` is `louest` too.

    In order, with repetitions.
    """
    plain = fold(text).replace("'", "").replace("’", "")
    return LETTERS.findall(plain if plain.isascii() else RUNS.sub(r" \1 ", plain))


def is_unspaced(word: str) -> bool:
    return RUNS.match(word) is not None


def bigrams(word: str) -> list[str]:
    """Each two neighbours of a word without spaces inside: what 铁西 is found by in 铁西区. A single character is itself."""
    return [word[at : at + 2] for at in range(len(word) - 1)] or [word]


@lru_cache(MOST_SPELT)
def spellings(word: str) -> tuple[str, ...]:
    """The word, and as the other side of the Atlantic spells it: `labour`, `labor`."""
    american = word
    if len(word) >= SHORTEST_SPELT and word.isascii():
        for pattern, ending in SPELLINGS:
            american = pattern.sub(ending, american)
    return (word,) if american == word else (word, american)
