"""Dates in French: the first of a month is “1er”, and only that."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import Context, Template
from django.utils.formats import date_format
from django.utils.translation import override

from wording.say import Date, say
from wording.sentences import sentence


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("fr", date(2004, 1, 1), "1er janvier 2004"),
        ("fr", date(2004, 1, 2), "2 janvier 2004"),
        ("fr", date(2004, 3, 31), "31 mars 2004"),
        ("en", date(2004, 1, 1), "1 January 2004"),
        ("zh-hans", date(2004, 1, 1), "2004年1月1日"),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(language: str, day: date, written: str) -> None:
    with override(language):
        assert date_format(day, "DATE_FORMAT") == written
        assert Template('{{ day|date:"DATE_FORMAT" }}').render(Context({"day": day})) == written
        assert sentence(say("day", "{day}", day=Date(day))) == written


def test_english_keeps_its_own_ordinals() -> None:
    with override("en"):
        assert [date_format(date(2004, 1, day), "jS") for day in (1, 2, 11)] == ["1st", "2nd", "11th"]
