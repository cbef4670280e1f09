"""Words one slip apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from catalog.search.words.near import is_one_slip, shorter_by_one

WORDS = st.text(alphabet="abc铁", min_size=1, max_size=8)


@given(WORDS, st.data())
def test_every_slip_is_found_by_what_is_left_of_both_words(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    slips = [
        word[:at] + word[at + 1 :],
        word[:at] + "b" + word[at:],
        word[:at] + "b" + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    ]
    for slip in slips:
        assert is_one_slip(word, slip), slip
        assert shorter_by_one(word) & shorter_by_one(slip), slip


def test_two_slips_are_not_one() -> None:
    assert not is_one_slip("tracks", "rtacsk")
    assert not is_one_slip("rust", "rusty1")
    assert not is_one_slip("abc", "cab")
