"""Sentences can be translated and their values shown in another way."""

from datetime import date, time

from screenings.planner import Clock, Day, Days, Minutes, Say
from wording.say import Value


def test_say_formats_in_english() -> None:
    params: dict[str, Value] = {
        "a": Minutes(35),
        "b": Minutes(244),
        "c": Days(1),
        "d": Day(date(2026, 3, 7)),
        "e": Clock(time(9, 5)),
    }
    say = Say("x", "{a}, {b}, {c}, {d}, {e}", params)
    assert str(say) == "35 min, 4 h 04 min, 1 day, Saturday 7 March 2026, 09:05"


def test_say_translates_template_and_values() -> None:
    say = Say("opening-hours", "Stay open {minutes} longer.", {"minutes": Minutes(35)})
    french = {"Stay open {minutes} longer.": "Rester ouvert {minutes} de plus."}
    assert say.text(french.__getitem__, lambda value: f"<{value}>") == "Rester ouvert <35 min> de plus."
