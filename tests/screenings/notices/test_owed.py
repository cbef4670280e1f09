"""What is owed, when it is due, how it moves, and what it says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.licences.ending import revoke
from licensing.models import Institution, Licence
from reminders.kinds import kind_named
from reminders.models import Reminder
from reminders.writing.messages import compose
from screenings.audience.changing import change
from screenings.audience.registering import give_back
from screenings.models import Registration, Screening, Venue
from screenings.programme.announcing import cancel_screening, publish_screening
from screenings.programme.booking import cancel_showing, move_showing, take_plan
from tests.screenings.conftest import NOW, SATURDAY, answered, at, make_venue, registered
from tests.screenings.programme.test_booking import showing_of
from tests.screenings.programme.timetables.test_rearranging import change as changed_by_hand
from tests.screenings.programme.timetables.test_rearranging import moved

PREFIX = "screenings."


def waiting(recipient: str) -> list[tuple[str, datetime]]:
    """What is due now is due by the clock of the database, which does not stand still: here it is due `NOW`.

    Copies and keys are left out: tests/screenings/programme/materials.
    """
    rows = Reminder.objects.waiting().filter(recipient=recipient, kind__startswith=PREFIX)
    rows = rows.exclude(kind="screenings.materials-due")
    dues = [
        (NOW if row.due_at == row.created_at else row.due_at, row.kind.removeprefix(PREFIX)) for row in rows
    ]
    return [(kind, due_at) for due_at, kind in sorted(dues)]


def text_of(kind: str) -> tuple[str, str]:
    """Subject and body of the one message of a kind that waits."""
    reminder = Reminder.objects.waiting().get(kind=PREFIX + kind)
    known = kind_named(reminder.kind)
    assert known is not None
    mail = compose(reminder, known)
    assert mail is not None
    return str(mail.subject), str(mail.body)


def has_nothing_to_say(kind: str) -> bool:
    reminder = Reminder.objects.get(kind=PREFIX + kind)
    known = kind_named(reminder.kind)
    assert known is not None
    return compose(reminder, known) is None


@pytest.fixture
def ada(published: Screening) -> Registration:
    return registered(published)


def test_draft_owes_its_programmer_a_week_and_a_warning_of_the_licence(
    draft: Screening, venue: Venue
) -> None:
    assert waiting("owner@cinema.example") == [
        ("licence-missing", at(date(2027, 3, 6), "09:00", venue)),
        ("screening-coming-up", at(date(2027, 3, 13), "09:00", venue)),
    ]


def test_published_screening_owes_a_return_because_its_licence_asks_for_one(
    published: Screening, venue: Venue
) -> None:
    assert waiting("owner@cinema.example") == [
        ("screening-coming-up", at(date(2027, 3, 13), "09:00", venue)),
        ("return-due", at(date(2027, 3, 21), "09:00", venue)),
    ]


def test_registered_person_is_owed_confirmation_eve_and_the_next_part(
    ada: Registration, venue: Venue
) -> None:
    assert waiting("ada@reader.example") == [
        ("registration-confirmed", NOW),
        ("showing-tomorrow", at(date(2027, 3, 19), "18:00", venue)),
        ("next-part-soon", at(SATURDAY, "15:15", venue)),
    ]


def test_eve_is_at_six_on_the_venues_wall_in_the_night_when_clocks_change(
    cinema: Institution, film: Film, licence: Licence, owner: User
) -> None:
    venue = make_venue(cinema, "America/New_York", "NL")
    sunday = date(2027, 3, 14)
    plan = answered(
        venue, film, owner, {sunday: [("Rust", "10:30"), ("Remnants", "15:30"), ("Rails", "20:30")]}
    )
    screening = publish_screening(screening=take_plan(plan_request=plan, index=0, by=owner), by=owner)
    registered(screening)
    assert waiting("ada@reader.example")[1:] == [
        ("showing-tomorrow", datetime(2027, 3, 13, 23, tzinfo=UTC)),
        ("next-part-soon", datetime(2027, 3, 14, 19, 15, tzinfo=UTC)),
        ("next-part-soon", datetime(2027, 3, 15, 0, 15, tzinfo=UTC)),
    ]


def test_moving_a_showing_moves_what_it_owes_and_tells_its_holders(
    ada: Registration, published: Screening, venue: Venue, owner: User
) -> None:
    rails = showing_of(published, "Rails")
    sunday = SATURDAY + timedelta(days=1)
    move_showing(showing=rails, starts_at=at(sunday, "19:00", venue), by=owner)
    assert waiting("ada@reader.example") == [
        ("registration-confirmed", NOW),
        ("showing-moved", NOW),
        ("showing-tomorrow", at(date(2027, 3, 19), "18:00", venue)),
        ("next-part-soon", at(SATURDAY, "15:15", venue)),
        ("showing-tomorrow", at(SATURDAY, "18:00", venue)),
    ]
    assert ("return-due", at(date(2027, 3, 22), "09:00", venue)) in waiting("owner@cinema.example")


def test_a_timetable_changed_by_hand_moves_what_it_owes(
    ada: Registration, published: Screening, venue: Venue, owner: User
) -> None:
    sunday = SATURDAY + timedelta(days=1)
    changed_by_hand(published, moved(published, "Rails", at(sunday, "19:00", venue)), owner)
    assert ("showing-tomorrow", at(SATURDAY, "18:00", venue)) in waiting("ada@reader.example")


def test_each_move_is_told(ada: Registration, published: Screening, venue: Venue, owner: User) -> None:
    for clock in ("19:30", "20:00"):
        move_showing(showing=showing_of(published, "Rails"), starts_at=at(SATURDAY, clock, venue), by=owner)
    assert [kind for kind, _due in waiting("ada@reader.example")].count("showing-moved") == 2


def test_what_is_due_and_waits_for_the_mail_server_is_owed_still_after_a_change(
    published: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(date(2027, 3, 14), "12:00", venue))
    move_showing(showing=showing_of(published, "Rails"), starts_at=at(SATURDAY, "19:30", venue), by=owner)
    assert waiting("owner@cinema.example") == [
        ("screening-coming-up", at(date(2027, 3, 13), "09:00", venue)),
        ("return-due", at(date(2027, 3, 21), "09:00", venue)),
    ]


def test_a_missing_licence_that_is_due_is_owed_still_after_a_change(
    draft: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(date(2027, 3, 7), "12:00", venue))
    move_showing(showing=showing_of(draft, "Rails"), starts_at=at(SATURDAY, "19:30", venue), by=owner)
    assert waiting("owner@cinema.example")[0] == (
        "licence-missing",
        at(date(2027, 3, 6), "09:00", venue),
    )


def test_who_hears_that_it_is_suspended_is_not_warned_that_a_licence_is_missing(
    published: Screening, licence: Licence, venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(date(2027, 3, 10), "12:00", venue))
    revoke(licence=licence, because="Gone.", by=None)
    assert [kind for kind, _due in waiting("owner@cinema.example")] == [
        "screening-suspended",
        "screening-coming-up",
    ]


def test_a_screening_that_has_begun_is_not_coming_up(
    published: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "12:00", venue))
    move_showing(showing=showing_of(published, "Rails"), starts_at=at(SATURDAY, "19:30", venue), by=owner)
    assert waiting("owner@cinema.example") == [("return-due", at(date(2027, 3, 21), "09:00", venue))]


def test_moving_into_a_longer_break_owes_the_call_to_the_next_part(
    ada: Registration, published: Screening, venue: Venue, owner: User
) -> None:
    move_showing(showing=showing_of(published, "Rails"), starts_at=at(SATURDAY, "19:30", venue), by=owner)
    assert waiting("ada@reader.example")[-1] == ("next-part-soon", at(SATURDAY, "19:15", venue))


def test_calling_a_showing_off_tells_its_holders_and_nobody_else(
    ada: Registration, published: Screening, owner: User
) -> None:
    rust = showing_of(published, "Rust")
    registered(published, "Bo", showings=[rust])
    cancel_showing(showing=showing_of(published, "Remnants"), by=owner)
    assert [kind for kind, _due in waiting("ada@reader.example")] == [
        "registration-confirmed",
        "showing-cancelled",
        "showing-tomorrow",
        "next-part-soon",
    ]
    assert [kind for kind, _due in waiting("bo@reader.example")] == [
        "registration-confirmed",
        "showing-tomorrow",
    ]


def test_calling_a_screening_off_leaves_only_that_to_be_said(
    ada: Registration, published: Screening, owner: User
) -> None:
    cancel_screening(screening=published, by=owner)
    assert waiting("owner@cinema.example") == []
    assert waiting("ada@reader.example") == [("registration-confirmed", NOW), ("screening-cancelled", NOW)]
    subject, text = text_of("screening-cancelled")
    assert "Called off" in subject
    assert "- Rust, Sat 20 March 2027, 10:30\n- Remnants, Sat 20 March 2027, 15:30" in text


def test_changing_ones_places_moves_ones_own_reminders_and_nobody_elses(
    ada: Registration, published: Screening
) -> None:
    registered(published, "Bo")
    others = waiting("bo@reader.example")
    change(registration=ada, showings=[showing_of(published, "Rust")], people=1)
    assert [kind for kind, _due in waiting("ada@reader.example")] == [
        "places-changed",
        "registration-confirmed",
        "showing-tomorrow",
    ]
    assert waiting("bo@reader.example") == others


def test_giving_places_back_leaves_nothing_to_be_said_to_who_did(
    ada: Registration, published: Screening
) -> None:
    registered(published, "Bo")
    others = waiting("bo@reader.example")
    give_back(registration=ada)
    assert waiting("ada@reader.example") == []
    assert waiting("bo@reader.example") == others != []


def test_who_registers_on_the_eve_after_six_is_not_reminded_of_it(
    published: Screening, venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(date(2027, 3, 19), "21:00", venue))
    registered(published)
    assert "showing-tomorrow" not in dict(waiting("ada@reader.example"))


def test_eve_that_comes_too_late_says_nothing(
    ada: Registration, venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "09:00", venue))
    assert has_nothing_to_say("showing-tomorrow")


def test_confirmation_names_each_showing_in_the_venues_time_and_draws_the_day(ada: Registration) -> None:
    subject, body = text_of("registration-confirmed")
    assert subject == "Your places: The Works"
    for line in (
        "Dear Ada,",
        "- Sat 20 March 2027, 10:30: Rust (One)",
        "- Sat 20 March 2027, 15:30: Remnants (One)",
        "- Sat 20 March 2027, 19:00: Rails (One)",
        "The day, drawn to scale:",
        "    Sat 20 March 2027, 9 h in 3 parts",
        "    1. Rust, 4 h, 10:30–14:30",
        "    meal break, 1 h",
        "    2. Remnants, 3 h, 15:30–18:30",
    ):
        assert line in body.splitlines(), line
    assert f"/registrations/{ada.token}/>" in body


def test_confirmation_of_places_on_several_days_draws_the_days(
    ada: Registration, published: Screening, venue: Venue, owner: User
) -> None:
    sunday = SATURDAY + timedelta(days=1)
    move_showing(showing=showing_of(published, "Rails"), starts_at=at(sunday, "19:00", venue), by=owner)
    lines = text_of("registration-confirmed")[1].splitlines()
    for line in (
        "The days, drawn to scale:",
        "    Sat 20 March 2027, 7 h in 2 parts",
        "    Sun 21 March 2027, 2 h",
    ):
        assert line in lines, line


def test_move_is_told_with_the_old_time_and_the_new(
    ada: Registration, published: Screening, venue: Venue, owner: User
) -> None:
    move_showing(showing=showing_of(published, "Rails"), starts_at=at(SATURDAY, "20:00", venue), by=owner)
    subject, body = text_of("showing-moved")
    assert subject == "Moved: Rails"
    assert "- It was announced for: Sat 20 March 2027, 19:00" in body
    assert "- It now begins: Sat 20 March 2027, 20:00, One" in body


@pytest.mark.parametrize("kind", ["showing-tomorrow", "next-part-soon", "screening-coming-up", "return-due"])
def test_every_other_notice_can_be_said(ada: Registration, kind: str) -> None:
    subject, body = text_of(kind)
    assert subject
    assert "{" not in subject + body


def test_missing_licence_is_told_with_its_remedy_until_one_covers(
    draft: Screening, cinema: Institution, licence: Licence
) -> None:
    assert has_nothing_to_say("licence-missing")
    Licence.objects.filter(pk=licence.pk).update(ends_on=date(2027, 3, 5))
    assert "Public screening, 50" in text_of("licence-missing")[1]


def test_missing_licence_is_told_of_what_is_to_come_and_never_of_what_is_over(
    draft: Screening, venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = max(draft.showings.all(), key=lambda each: each.ends_at)
    monkeypatch.setattr(timezone, "now", lambda: last.starts_at)
    assert f"{timezone.localtime(last.starts_at, venue.zone):%H:%M}" in text_of("licence-missing")[1]
    monkeypatch.setattr(timezone, "now", lambda: last.ends_at)
    assert has_nothing_to_say("licence-missing")
