"""Text as search compares it."""

from __future__ import annotations

import pytest

from catalog.search.words.folding import bigrams, fold, spellings, words


@pytest.mark.parametrize(
    ("one", "other"),
    [("鐵西區", "铁西区"), ("工廠", "工厂"), ("鉄西区", "铁西区"), ("Tiě xī qū", "TIE XI QU")],
)
def test_fold_takes_scripts_and_tones_for_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("À l'ouest des rails", ["a", "louest", "des", "rails"]),
        ("Out 1: Noli me tangere", ["out", "1", "noli", "me", "tangere"]),
        ("王兵 West", ["王兵", "west"]),
        ("...!?", []),
    ],
)
def test_words_are_letters_and_digits(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_bigrams_of_a_single_character_are_itself() -> None:
    assert (bigrams("铁西区"), bigrams("铁")) == (["铁西", "西区"], ["铁"])


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("labour", ["labour", "labor"]),
        ("labourers", ["labourers", "laborers"]),
        ("organisation", ["organisation", "organization"]),
        ("theatre", ["theatre", "theater"]),
        ("programmes", ["programmes", "programs"]),
        ("four", ["four"]),
        ("rust", ["rust"]),
    ],
)
def test_spellings_of_both_sides_of_the_atlantic(word: str, forms: list[str]) -> None:
    assert list(spellings(word)) == forms
