"""One engine says the sentences of the planner, of rights, of prices and of records, each to its reader."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

import pytest
from django.conf import settings
from django.utils.translation import get_language, override
from pydantic import TypeAdapter

from wording.countries import country_label
from wording.enumeration import all_of
from wording.refusals import Refused
from wording.say import (
    Amount,
    Clock,
    Country,
    Date,
    Day,
    Days,
    Language,
    Listed,
    Minutes,
    NamedDay,
    Say,
    Title,
    Value,
    Word,
    ngettext_noop,
    say,
)
from wording.sentences import once_a_language, sentence, sentence_html, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

APRIL = date(2027, 4, 1)


@pytest.mark.parametrize(
    ("value", "english", "french", "chinese"),
    [
        (Minutes(554), "9 h 14 min", "9\xa0h 14\xa0min", "9 小时 14 分钟"),
        (Days(1), "1 day", "1 jour", "1 天"),
        (Days(2), "2 days", "2 jours", "2 天"),
        (Days(0), "0 days", "0 jour", "0 天"),
        (Day(APRIL), "Thursday 1 April 2027", "jeudi 1er avril 2027", "2027年4月1日星期四"),
        (
            NamedDay(date(2026, 12, 25), held_in="CH"),
            "Friday 25 December 2026, Christmas Day",
            "vendredi 25 décembre 2026, Noël",
            "2026年12月25日星期五, Christmas Day",
        ),
        (
            NamedDay(APRIL, why="Paint"),
            "Thursday 1 April 2027, Paint",
            "jeudi 1er avril 2027, Paint",
            "2027年4月1日星期四, Paint",
        ),
        (Date(APRIL), "1 April 2027", "1er avril 2027", "2027年4月1日"),
        (Clock(time(19, 30)), "19:30", "19:30", "19:30"),
        (Amount(Decimal("1250.50"), "USD"), "$1,250.50", "1\u202f250,50\xa0$US", "US$1,250.50"),
        (Country("NL"), "the Netherlands", "Pays-Bas", "荷兰"),
        (Country("FR"), "France", "France", "法国"),
        (Language("zh-Hans"), "Simplified Chinese", "chinois simplifié", "简体中文"),
        (Title("Rouille", "fr"), "Rouille", "Rouille", "Rouille"),
        (Listed((1, 2, 3)), "1, 2 and 3", "1, 2 et 3", "1、2和3"),
        (Listed((Country("FR"), Country("NL"))), "France and the Netherlands", "France et Pays-Bas", "法国和荷兰"),
        (12, "12", "12", "12"),
        ("as it is", "as it is", "as it is", "as it is"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_each_language_writes_it(
    value: Value, english: str, french: str, chinese: str
) -> None:
    for language, text in (("en", english), ("fr", french), ("zh-hans", chinese)):
        with override(language):
            assert shown(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Minutes(554), "9 h 14 min"),
        (Days(2), "2 days"),
        (Day(APRIL), "Thursday 1 April 2027"),
        (Date(APRIL), "1 April 2027"),
        (Amount(Decimal("1250.50"), "USD"), "$1,250.50"),
        (Country("NL"), "the Netherlands"),
        (Country("XX"), "XX"),
        (Language("zh-Hans"), "Simplified Chinese"),
        (Language("pt-BR"), "Brazilian Portuguese"),
        (Listed((1, 2, 3)), "1, 2 and 3"),
    ],
)
def test_a_value_is_good_english_without_any_machinery(value: Value, text: str) -> None:
    assert str(value) == text


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_a_sentence_with_a_count_takes_the_form_of_its_language(count: int) -> None:
    counted = say("x", ngettext_noop("%(count)d day", "%(count)d days"), count=count)
    assert counted.chosen() == ("%(count)d day" if count == 1 else "%(count)d days")
    with override("fr"):
        assert sentence(counted) == ("%(count)d jour" if count < 2 else "%(count)d jours")
    with override("zh-hans"):
        assert sentence(counted) == "%(count)d 天"


def test_a_counted_sentence_is_filled_in_english() -> None:
    template = ngettext_noop("Move {count} booking of {screen}.", "Move {count} bookings of {screen}.")
    assert str(say("x", template, count=1, screen="A")) == "Move 1 booking of A."
    assert str(say("x", template, count=3, screen="A")) == "Move 3 bookings of A."


def test_the_planners_sentence_is_translated_with_its_values() -> None:
    late = say(
        "late", "The break after '{film}' is {minutes} longer than necessary.", film="X", minutes=Minutes(95)
    )
    assert str(late) == "The break after 'X' is 1 h 35 min longer than necessary."
    with override("fr"):
        assert "1\xa0h 35\xa0min" in sentence(late)
        assert "longer" not in sentence(late)


def test_a_page_marks_a_title_in_another_language_and_escapes_the_rest() -> None:
    refused = say("x", "“{film}” isn't {what}.", film=Title("<Rouille>", "fr"), what="a & b")
    with override("en"):
        assert (
            sentence_html(refused)
            == "“<span lang=\"fr\">&lt;Rouille&gt;</span>” isn&#x27;t a &amp; b."
        )  # fmt: skip
    with override("fr"):
        assert sentence_html(refused) == "“&lt;Rouille&gt;” isn&#x27;t a &amp; b."
    assert sentence_html(say("x", "Nothing <here>.")) == "Nothing &lt;here&gt;."


def test_braces_in_a_title_stay_as_they_are() -> None:
    braces = say("x", "“{film}”", film=Title("{count}"))
    assert (str(braces), sentence(braces), sentence_html(braces)) == ("“{count}”",) * 3


def test_a_refusal_keeps_each_code_with_its_sentence() -> None:
    ends = say("ended", "It ends on {day}.", day=Date(APRIL))
    with override("en"):
        one, both = Refused.saying(ends), Refused.saying(ends, say("use", "It does not grant this use."))
    assert (one.code, one.messages) == ("ended", ["It ends on 1 April 2027."])
    assert [error.code for error in both.error_list] == ["ended", "use"]
    assert both.messages == ["It ends on 1 April 2027.", "It does not grant this use."]


def test_every_kind_of_value_survives_json() -> None:
    values: Iterable[Value] = (
        5, "5", Minutes(5), Days(5), Day(APRIL), NamedDay(APRIL, why="Paint"), Date(APRIL), Clock(time(19, 30)), Amount(Decimal("5.00"), "EUR"),
        Country("NL"), Language("fr"), Title("Rouille", "fr"), Title("Rust"), Word("public screening"), Listed((1, Country("NL"), Days(2))),
    )  # fmt: skip
    kept = TypeAdapter(Say)
    for value in values:
        written = Say("code", "{value}", {"value": value})
        assert kept.validate_json(kept.dump_json(written)) == written
    assert {type(value) for value in values} == set(get_args(Value.__value__))


def test_sentences_kept_before_there_were_counts_are_still_read() -> None:
    data = {"code": "x", "template": "{a}, {b}", "params": {"a": {"minutes": 5}, "b": {"day": "2027-04-01"}}}
    assert TypeAdapter(Say).validate_python(data) == Say("x", "{a}, {b}", {"a": Minutes(5), "b": Day(APRIL)})


def test_every_country_has_an_english_name_like_that_of_the_pages() -> None:
    with override("en"):
        for code in ("NL", "US", "CN", "CI"):
            assert str(Country(code)).removeprefix("the ") == country_label(code)


def test_all_of_joins_as_every_language_of_the_site_does() -> None:
    joined = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            joined[language] = (all_of([]), all_of(["a"]), all_of("ab"), all_of("abc"))
    assert joined == {
        "en": ("", "a", "a and b", "a, b and c"),
        "zh-hans": ("", "a", "a和b", "a、b和c"),
        "fr": ("", "a", "a et b", "a, b et c"),
    }


def test_once_a_language_makes_a_text_once_for_each_language() -> None:
    asked: list[int] = []

    @once_a_language
    def counted(count: int) -> str:
        asked.append(count)
        return f"{get_language()} {count}"

    with override("en"):
        assert [counted(1), counted(1), counted(2)] == ["en 1", "en 1", "en 2"]
    with override("fr"):
        assert [counted(1), counted(1)] == ["fr 1", "fr 1"]
    assert asked == [1, 2, 1]
