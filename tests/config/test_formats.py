"""Every language says how a day and a showing are written."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.conf import settings
from django.utils.formats import date_format, get_format
from django.utils.translation import override

from config.formats.en import formats as english

OURS = [name for name in vars(english) if name.endswith("_FORMAT")]
MOMENT = datetime(2026, 3, 5, 19, 0)  # noqa: DTZ001 - a clock on the wall


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_a_language_knows_every_format(language: str) -> None:
    with override(language):
        assert [name for name in OURS if get_format(name) == name] == []


def test_chinese_writes_year_month_day_weekday_and_clock() -> None:
    with override("zh-hans"):
        assert date_format(MOMENT, "SHOWING_FORMAT") == "2026年3月5日星期四 19:00"
        assert date_format(MOMENT, "MONTH_DAY_FORMAT") == "3月5日"


def test_french_writes_the_day_first() -> None:
    with override("fr"):
        assert date_format(MOMENT, "DAY_FORMAT") == "jeudi 5 mars 2026"
