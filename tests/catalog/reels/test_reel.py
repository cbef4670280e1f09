"""The reel: to scale, in words, and with nothing shown by colour alone."""

from __future__ import annotations

import pytest
from django.utils import translation

from catalog.reels.reel import Reel, Segment, Tick
from wording.durations import duration_text

PARTS = (Segment("Rust", 244), Segment("Remnants", 178), Segment("Rails", 132))


def test_placed_segments_fill_the_bar_to_scale() -> None:
    reel = Reel(PARTS)
    assert [(place.number, place.x, place.width) for place in reel.placed] == [
        (1, 0.0, 44.0433),
        (2, 44.0433, 32.1300),
        (3, 76.1733, 23.8267),
    ]


def test_gap_takes_room_but_no_number_and_no_running_time() -> None:
    reel = Reel([Segment("Rust", 244), Segment("Interval", 45, is_gap=True), Segment("Rails", 132)])
    assert [place.number for place in reel.placed] == [1, 0, 2]
    assert (reel.minutes, reel.running, reel.parts) == (421, 376, 2)


def test_segment_without_minutes_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^A segment must have at least one minute; “Rust” has 0\.$"):
        Segment("Rust", 0)


def test_as_text_draws_filled_open_and_gap_and_says_what_filled_means() -> None:
    reel = Reel(
        [
            Segment("Rust", 244, filled=True),
            Segment("Meal", 45, is_gap=True),
            Segment("Remnants", 178),
            Segment("Rails", 132),
        ],
        title="West of the Tracks",
        filled_means="covered",
    )
    assert reel.as_text(width=40) == (
        "West of the Tracks, 9 h 14 min in 3 parts\n"
        "|██████████████|···|░░░░░░░░░░|░░░░░░░░|\n"
        "1. Rust, 4 h 4 min, covered\n"
        "Meal, 45 min\n"
        "2. Remnants, 2 h 58 min\n"
        "3. Rails, 2 h 12 min"
    )


def test_as_text_of_a_film_in_one_piece_has_no_numbers() -> None:
    assert Reel([Segment("Dead Birds", 83)], "Dead Birds").as_text(10) == (
        "Dead Birds, 1 h 23 min\n|░░░░░░░░|\nDead Birds, 1 h 23 min"
    )


def test_as_text_gives_the_shortest_segment_a_character() -> None:
    assert Reel([Segment("Long", 999), Segment("Short", 1)]).as_text(12).splitlines()[1] == "|░░░░░░░░░|░|"


def test_summary_says_the_drawing_in_one_line() -> None:
    assert Reel(PARTS, "West of the Tracks").summary() == (
        "West of the Tracks, 9 h 14 min in 3 parts: 1. Rust, 4 h 4 min; 2. Remnants, 2 h 58 min; 3. Rails, 2 h 12 min"
    )


def test_ticks_count_hours_from_the_start() -> None:
    assert Reel([Segment("Film", 180)]).ticks == [
        Tick(16.6667, "0:30"), Tick(33.3333, "1:00"), Tick(50.0, "1:30"), Tick(66.6667, "2:00"), Tick(83.3333, "2:30")
    ]  # fmt: skip


def test_ticks_show_the_clock_past_midnight() -> None:
    reel = Reel([Segment("Night", 240)], starts_at=22 * 60 + 30)
    assert [tick.text for tick in reel.ticks] == [
        "23:00",
        "23:30",
        "00:00",
        "00:30",
        "01:00",
        "01:30",
        "02:00",
    ]


@pytest.mark.parametrize(
    ("label", "minutes", "is_crowded"),
    [("Rust", 60, False), ("铁西区", 60, False), ("A title of forty letters or thereabouts", 60, True)],
)
def test_reel_is_crowded_when_a_label_does_not_fit(label: str, minutes: int, is_crowded: bool) -> None:
    assert Reel([Segment("Long", 300), Segment(label, minutes)]).is_crowded is is_crowded


@pytest.mark.parametrize(("minutes", "text"), [(45, "45 min"), (120, "2 h"), (554, "9 h 14 min")])
def test_duration_text_names_hours_and_minutes(minutes: int, text: str) -> None:
    with translation.override("en"):
        assert duration_text(minutes) == text


def test_a_reel_of_some_parts_keeps_their_own_numbers() -> None:
    reel = Reel([Segment("Remnants", 178, number=2), Segment("Rails", 132, number=3)])
    assert reel.as_text(20).splitlines()[2:] == ["2. Remnants, 2 h 58 min", "3. Rails, 2 h 12 min"]
