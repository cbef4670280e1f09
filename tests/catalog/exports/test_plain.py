"""Texts that every format can hold."""

from __future__ import annotations

from catalog.exports.plain import clean, plain


def test_markdown_becomes_paragraphs_without_marks() -> None:
    assert (
        plain("A *long*\nfilm, [by](https://x.example) <b>us</b>.\n\n- one\n- two")
        == "A long film, by us.\n\none\n\ntwo"
    )


def test_hostile_html_is_left_out() -> None:
    assert plain("<script>alert(1)</script>\n\nText") == "Text"


def test_characters_that_a_format_has_no_place_for_are_left_out() -> None:
    assert clean("a\x1d\x1e\x1f\x00\x0b\ufffeb\r\nc\td") == "ab\nc\td"
