"""Accessible showings: which screens can, which run it is, and what is said where none can."""

from dataclasses import replace
from datetime import timedelta

from screenings.access import ACCESS_WORDS, ASKED_WORDS, Access, meets, offered
from screenings.planner import (
    Booking,
    Choice,
    Frame,
    Plan,
    Question,
    Screen,
    Use,
    by_hand,
    opinion,
    place,
    review,
)
from screenings.planner.frame import without_spare_screens
from screenings.planner.planning import best_of_kind
from tests.screenings.planner.asking import PARTS, ask
from tests.screenings.planner.test_put_right import SATURDAY, advice, found, local, refused

DAY = timedelta(days=1)
CAPTIONED = tuple(replace(part, carries=(Access.CAPTIONS,)) for part in PARTS)
AGAIN = tuple(replace(part, run=2) for part in CAPTIONED)


def asking(*kinds: Access, **asked: object) -> Question:
    """Captions and places for wheelchairs are only on the second screen."""
    question = ask(access=kinds, **{"blocks": CAPTIONED, **asked})  # type: ignore[arg-type]  # mixed
    one, two = question.screens
    return replace(question, screens=(one, _with(two, Access.CAPTIONS, Access.WHEELCHAIRS)))


def _with(screen: Screen, *kinds: Access) -> Screen:
    return replace(screen, access=kinds)


def screens(plan: Plan) -> list[str]:
    return [each.screen for each in plan.sittings]


def test_what_a_showing_offers() -> None:
    """Devices need a copy that carries what they give; captions on the screen need none, and answer who asks for captions."""
    assert offered(tuple(Access)[1:5]) == (Access.LOOP, Access.WHEELCHAIRS)
    assert offered((Access.CAPTIONS,), (Access.CAPTIONS, Access.DESCRIPTION)) == (Access.CAPTIONS,)
    marked = offered((Access.CAPTIONS,), (Access.CAPTIONS,), (Access.RELAXED, Access.OPEN_CAPTIONS))
    assert marked == (Access.OPEN_CAPTIONS, Access.RELAXED)
    assert meets(Access.CAPTIONS, marked)
    assert not meets(Access.DESCRIPTION, marked)
    assert set(ACCESS_WORDS) == set(Access) > set(ASKED_WORDS)


def test_a_single_run_is_on_the_screen_that_can() -> None:
    assert screens(found("one-day", asking())) == ["1", "1", "1"]
    assert screens(found("one-day", asking(Access.WHEELCHAIRS))) == ["2", "2", "2"]
    assert screens(found("one-day", asking(Access.CAPTIONS))) == ["2", "2", "2"]
    marked = tuple(replace(part, marks=(Access.OPEN_CAPTIONS,)) for part in PARTS)
    assert screens(found("one-day", asking(Access.CAPTIONS, blocks=marked))) == ["1", "1", "1"]


def test_screens_differ_only_in_what_is_asked_for() -> None:
    """Each screen more doubles the search, so two that are alike but for what nobody asks are not both considered."""
    asked = ((), (Access.LOOP,), (Access.WHEELCHAIRS,))
    assert [len(without_spare_screens(asking(*each)).screens) for each in asked] == [1, 1, 2]


def test_of_two_runs_one_is_better_accessible_from_beginning_to_end() -> None:
    """Each part has its showing with captions either way; only where these are of two runs it costs something."""
    question = asking(Access.CAPTIONS, blocks=(*CAPTIONED, *AGAIN))
    for screens_of, said in (
        (("1", "1", "1", "2", "2", "2"), []),
        (("2", "1", "1", "1", "2", "2"), [("No run has captions from beginning to end.", False, 30)]),
    ):
        sittings = [
            place(
                Frame(question), block=block, screen=screen, starts_at=local(SATURDAY + block * DAY, "18:00")
            )
            for block, screen in enumerate(screens_of)
        ]
        found_on = review(by_hand(question, sittings), question)
        access = [each for each in found_on if each.rule.startswith("access")]
        assert [(str(each.say), each.hard, each.cost) for each in access] == said


def test_a_run_that_is_accessible_throughout_is_found_although_a_scattered_one_is_easier() -> None:
    """The second screen is free on Saturday evening and Sunday morning: enough for each part once, not for one whole day."""
    busy = (
        Booking(local(SATURDAY, "09:00"), local(SATURDAY, "14:00")),
        Booking(local(SATURDAY + DAY, "15:00"), local(SATURDAY + DAY, "23:30")),
    )
    question = asking(
        Access.CAPTIONS,
        blocks=(*CAPTIONED, *AGAIN),
        first=SATURDAY,
        last=SATURDAY + 3 * DAY,
        choices=(Choice("single-screen", Use.OFF),),
    )
    one, two = question.screens
    question = replace(question, screens=(one, replace(two, bookings=busy)))
    for use, whole in ((Use.OFF, 0), (Use.HARD, 1)):
        choices = (*question.settings.choices, Choice("access-throughout", use))
        best = found("one-day", replace(question, settings=replace(question.settings, choices=choices)))
        runs = [
            {each.screen for each in best.sittings if (each.block > 2) is again} for again in (False, True)
        ]
        assert runs.count({"2"}) == whole


def test_where_none_can_it_is_said_with_what_to_do_without() -> None:
    question = asking(Access.CAPTIONS, Access.WHEELCHAIRS, blocks=(*CAPTIONED[:2], PARTS[2]))
    said = refused("one-day", question)
    assert [clash.codes for clash in said.clashes] == [("access",)]
    assert str(said.clashes[0].rules[0]) == (
        "Every part has a showing with captions and places for wheelchairs, "
        "but the copy of 'Rails' carries no captions."
    )
    assert advice(said) == ["Do without captions."]
    soft = replace(question.settings, choices=(Choice("access", Use.SOFT),))
    best = best_of_kind(replace(question, settings=soft), "one-day")
    assert isinstance(best, Plan)
    assert screens(best) == ["2", "2", "2"]
    assert ("'Rails' has no showing with captions.", 80) in [
        (str(each.say), each.cost) for each in best.price
    ]


def test_a_part_moved_by_hand_to_a_screen_that_cannot_is_mended_by_one_that_can() -> None:
    question = asking(Access.WHEELCHAIRS)
    best = found("one-day", question)
    frame = Frame(question)
    moved = [
        place(frame, block=each.block, screen="2" if each.block == 1 else "1", starts_at=each.starts_at)
        for each in best.sittings
    ]
    _plan, remarks = opinion(question, moved, binding=())
    said = [
        (str(each.finding.say), each.mend and str(each.mend.say))
        for each in remarks
        if each.finding.rule == "access"
    ]
    assert said == [
        ("'Rust' has no showing with places for wheelchairs.", "Show “Rust” on Screen 2 instead."),
        ("'Rails' has no showing with places for wheelchairs.", "Show “Rails” on Screen 2 instead."),
    ]
