"""What one line is."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from wording.one_line import on_one_line, one_line

BROKEN = (
    "a\nb",
    "a\rb",
    "a\r\nb",
    "a\x0bb",
    "a\tb",
    "a\x7fb",
    "a\x85b",
    "a\u2028b",
    "a\u2029b",
    "a\u202eb",
    "a\u2066b",
)
WHOLE = ("铁西区", "Anne-Marie O’Neill", "می‌خواهم", "👩‍🎬", "Zoë, née Ünal", "1–2 (3)")


@pytest.mark.parametrize("text", BROKEN)
def test_one_line_refuses_breaks_and_turns_of_direction(text: str) -> None:
    with pytest.raises(ValidationError) as error:
        one_line(text)
    assert (error.value.code, error.value.messages) == (
        "one-line",
        ["Write it on one line, without control characters."],
    )
    assert on_one_line(text) == "a b"


@pytest.mark.parametrize("text", WHOLE)
def test_one_line_takes_names_in_any_script(text: str) -> None:
    one_line(text)
    assert on_one_line(text) == text


def test_on_one_line_puts_a_space_for_what_no_line_holds() -> None:
    assert on_one_line("a\0b\x85c\u2028\u202ed") == "a b c d"
