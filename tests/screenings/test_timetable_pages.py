"""The timetable on the desk: sent as a form, with a script or without, by one person or by two at once."""

from __future__ import annotations

import dataclasses
import re
from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from catalog.models import Film
from licensing.models import Membership, Role
from screenings import planner
from screenings.models import OpeningHours, Screen, Screening, Venue
from screenings.planning.by_hand.asking import opinion_on
from screenings.planning.by_hand.places import Place, places_of
from screenings.programme.booking import move_showing, take_plan
from screenings.programme.options.holding import hold_screens
from screenings.programme.plan_requests import ask_plan
from screenings.programme.timetables.changes import version_of
from screenings.programme.timetables.rearranging import rearrange
from screenings.schedules.timeline import timeline_of
from tests.screenings.conftest import (
    NOW,
    ONE_DAY,
    SATURDAY,
    Sitting,
    answered,
    at,
    person,
    registered,
    signed_in,
)
from tests.screenings.programme.test_booking import showing_of
from tests.screenings.programme.timetables.test_rearranging import change, moved, places, stands
from wording.refusals import Refused

SUNDAY = SATURDAY + timedelta(days=1)


def address(screening: Screening) -> str:
    return f"/desk/screenings/{screening.slug}/timetable/"


def sent(screening: Screening, wanted: list[Place], version: int = 0, **more: str) -> dict[str, str]:
    """The form as a browser sends it."""
    data = {
        "place-TOTAL_FORMS": f"{len(wanted)}",
        "place-INITIAL_FORMS": f"{len(wanted)}",
        "version": f"{version}",
    }
    for number, each in enumerate(wanted):
        local = each.starts_at.astimezone(screening.venue.zone)
        fields = {
            "showing": each.showing,
            "from_minute": each.from_minute,
            "until_minute": each.until_minute,
            "is_new": "on" if each.is_new else "",
            "day": f"{local:%Y-%m-%d}",
            "clock": f"{local:%H:%M}",
            "screen": each.screen,
        }
        data |= {f"place-{number}-{name}": f"{value}" for name, value in fields.items()}
    return data | more


def later(screening: Screening, clock: str = "20:00") -> list[Place]:
    return moved(screening, "Rails", at(SATURDAY, clock, screening.venue))


def test_desk_leads_to_the_timetable_whoever_may_change_it(
    draft: Screening, owner: User, colleague: User, staff: User, cinema: object
) -> None:
    page = f"/desk/screenings/{draft.slug}/"
    link = f'href="{address(draft)}"'
    reader = person("reader@cinema.example")
    Membership.objects.create(institution=draft.institution, user=reader, role=Role.READER)
    shown = {
        who: (link in signed_in(who).get(page).text, signed_in(who).get(address(draft)).status_code == 200)
        for who in (owner, colleague, staff, reader)
    }
    assert shown == dict.fromkeys((owner, colleague, staff), (True, True)) | {reader: (False, False)}
    response = signed_in(reader).post(address(draft), sent(draft, later(draft), save="1"))
    assert (response.status_code, version_of(draft)) == (302, 0)
    assert signed_in(reader).post(f"{address(draft)}undo/").status_code == 302


def test_scale_below_the_timeline_is_the_timeline_s_own(draft: Screening, owner: User) -> None:
    """The showings end before the venue closes, so their own scale is shorter."""
    text = signed_in(owner).get(address(draft)).text
    timeline = text[text.index('class="timeline-row"') : text.index("timeline-keys")]
    lines = re.findall(
        r'class="track-hour" x1="([\d.]+)%"',
        timeline[: timeline.index("</svg>", timeline.index("track-hour"))],
    )
    marks = re.findall(r'class="reel-scale" x="([\d.]+)%" y="14" text-anchor="\w+">(\d\d):00', timeline)
    assert [x for x, _hour in marks] == list(dict.fromkeys(lines))[: len(marks)]
    assert marks[-1][1] == "00"  # when the venue closes


def test_saving_moves_at_once_where_nobody_is_to_be_told(draft: Screening, venue: Venue, owner: User) -> None:
    response = signed_in(owner).post(address(draft), sent(draft, later(draft), save="1"))
    assert response.status_code == 302
    assert showing_of(draft, "Rails").starts_at == at(SATURDAY, "20:00", venue)


def test_checking_saves_nothing_and_says_what_the_rules_say(
    draft: Screening, venue: Venue, owner: User
) -> None:
    text = signed_in(owner).post(address(draft), sent(draft, later(draft, "18:35"), check="1")).text
    assert "too close together on One" in text
    assert "Start “Rails” at 19:00 instead." in text
    assert marks_of(text) == {"Rust": "", "Remnants": "error", "Rails": "error"}
    assert text.count("too close together on One") == 3, "in the list, and on both blocks"
    assert 'data-day="2027-03-20" data-clock="19:00"' in text
    assert version_of(draft) == 0


def marks_of(text: str) -> dict[str, str]:
    """How the block of each film is marked."""
    return {title: mark for mark, title in re.findall(r'data-mark="(\w*)" data-title="(\w+)"', text)}


def test_opinion_alone_comes_to_the_script(draft: Screening, owner: User) -> None:
    client = signed_in(owner)
    data = sent(draft, later(draft, "23:30"))
    answer = client.post(address(draft), data, headers={"HX-Request": "true"})
    assert "<form" not in answer.text
    assert "Not possible:" in answer.text
    with CaptureQueriesContext(connection) as captured:
        client.post(address(draft), data, headers={"HX-Request": "true"})
    assert len(captured) == 15


def test_what_was_named_is_still_kept_apart_from_by_hand(
    draft: Screening, venue: Venue, film: Film, owner: User
) -> None:
    """It had no showings on these days when the plan was asked for."""
    later_on = {SATURDAY + timedelta(days=63): ONE_DAY[SATURDAY]}
    other = take_plan(plan_request=answered(venue, film, owner, later_on), index=0, by=owner)
    request = ask_plan(
        venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=owner, apart_from=[other]
    )
    assert planner.question_from_data(request.question).conflicts == ()
    Screening.objects.filter(pk=draft.pk).update(plan_request=request)
    two = venue.screens.get(name="Two")
    move_showing(
        showing=showing_of(other, "Rust"), screen=two, starts_at=at(SATURDAY, "11:00", venue), by=owner
    )
    text = signed_in(owner).post(address(draft), sent(draft, places(draft), check="1")).text
    assert "is shown at the same time as Rust, from 11:00 to 15:00." in text


def test_mend_is_a_button_that_puts_the_showing_there(draft: Screening, venue: Venue, owner: User) -> None:
    client = signed_in(owner)
    text = client.post(address(draft), sent(draft, later(draft, "18:35"), check="1")).text
    found = re.search(r'name="put" value="([^"]+)"', text)
    assert found is not None
    mended = client.post(
        address(draft), sent(draft, later(draft, "18:35"), put=found[1].replace("&#x27;", "'"))
    ).text
    assert "Not possible:" not in mended
    assert 'value="19:00"' in mended


def test_part_is_cut_and_joined_by_buttons(draft: Screening, owner: User) -> None:
    client, key = signed_in(owner), showing_of(draft, "Rust").pk
    assert f'name="cut" value="{key}:120"' in client.get(address(draft)).text
    cut = client.post(address(draft), sent(draft, places(draft), cut=f"{key}:120")).text
    assert cut.count("minutes 120 to 240") == 1
    assert f'name="join" value="{key}"' in cut
    assert version_of(draft) == 0


def test_break_is_made_longer_with_all_that_follows(draft: Screening, venue: Venue, owner: User) -> None:
    data = sent(draft, places(draft), save="1")
    second = next(
        at for at, each in enumerate(places(draft)) if each.showing == showing_of(draft, "Remnants").pk
    )
    signed_in(owner).post(address(draft), data | {f"place-{second}-shift": "15"})
    assert [f"{hour.astimezone(venue.zone):%H:%M}" for _title, hour, *_ in stands(draft)] == [
        "10:30",
        "15:45",
        "19:15",
    ]


def test_who_is_told_what_is_shown_before_it_is_sent(published: Screening, venue: Venue, owner: User) -> None:
    registered(published)
    client, data = signed_in(owner), sent(published, later(published), save="1")
    text = client.post(address(published), data).text
    assert "1 registration is told of this. It is for 1 person." in text
    assert "New times: The Works" in text
    assert version_of(published) == 0
    found = re.search(r'name="confirm" value="(\w+)"', text)
    assert found is not None
    del data["save"]
    # The mail that was shown is not sent of another change.
    other = client.post(address(published), sent(published, later(published, "21:00"), confirm=found[1]))
    assert (other.status_code, version_of(published)) == (200, 0)
    assert client.post(address(published), data | {"confirm": found[1]}).status_code == 302
    assert version_of(published) == 1


def test_undo_puts_back_what_was(draft: Screening, venue: Venue, owner: User) -> None:
    stood = stands(draft)
    change(draft, later(draft), owner)
    page = signed_in(owner).get(address(draft)).text
    assert "Undo the last change" in page
    signed_in(owner).post(f"{address(draft)}undo/")
    assert (stands(draft), version_of(draft)) == (stood, 2)
    signed_in(owner).post(f"{address(draft)}undo/")
    assert version_of(draft) == 2


def test_second_of_two_sees_both_changes_made_one(
    draft: Screening, venue: Venue, owner: User, colleague: User
) -> None:
    mine = later(draft)
    change(draft, moved(draft, "Remnants", at(SATURDAY, "15:15", venue)), colleague)
    answer = signed_in(owner).post(address(draft), sent(draft, mine, save="1"))
    assert answer.status_code == 409
    assert "Colleague changed the timetable while you were at it." in answer.text
    assert 'name="version" value="1"' in answer.text
    assert version_of(draft) == 1
    both = [each for each in places(draft) if each.showing != showing_of(draft, "Rails").pk]
    rails = next(each for each in mine if each.showing == showing_of(draft, "Rails").pk)
    assert signed_in(owner).post(address(draft), sent(draft, [*both, rails], 1, save="1")).status_code == 302


def test_other_change_stands_where_both_moved_the_same(
    draft: Screening, venue: Venue, owner: User, colleague: User
) -> None:
    mine = later(draft, "21:00")
    change(draft, later(draft), colleague)
    answer = signed_in(owner).post(address(draft), sent(draft, mine, save="1"))
    assert "Both of you changed it; the other change stands." in answer.text
    assert 'value="20:00"' in answer.text
    assert "Take mine" in answer.text


@pytest.mark.parametrize(
    "odd",
    [
        {"place-0-day": "soon"},
        {"place-0-day": "9999-12-31"},
        {"place-0-clock": "27:99"},
        {"place-0-screen": "0"},
        {"place-0-showing": "0"},
        {"place-0-showing": "x"},
        {"place-0-showing": "1" * 5000},
        {"place-0-until_minute": "99999999999"},
        {"place-0-shift": "100000"},
        {"place-TOTAL_FORMS": "1000"},
        {"place-TOTAL_FORMS": "x"},
        {"version": "x"},
        {"cut": "1:x"},
        {"join": "nothing"},
        {"put": "1|2|never"},
        {"put": "||2027-03-20T10:00"},
        {"undoes": "77"},
        {"place-TOTAL_FORMS": "-1"},
        {"place-TOTAL_FORMS": "0"},
        {"place-TOTAL_FORMS": "4", "place-INITIAL_FORMS": "0"},
    ],
)
def test_odd_forms_change_nothing(odd: dict[str, str], draft: Screening, owner: User) -> None:
    stood = stands(draft)
    answer = signed_in(owner).post(address(draft), sent(draft, places(draft), save="1") | odd)
    assert answer.status_code in {200, 302, 409}
    assert stands(draft) == stood


@pytest.mark.parametrize(
    ("screen", "moment", "sentence"),
    [
        ("theirs", "2027-03-20T17:25:00+00:00", "This is not a screen of this venue."),
        ("0", "2027-03-20T17:25:00+00:00", "This is not a screen of this venue."),
        ("ours", "0001-01-01T00:00:00+14:00", "This day is past."),
        ("ours", "9999-12-31T23:59:59-14:00", "Choose a day within the next five years."),
    ],
)
def test_forged_place_is_refused_in_a_sentence(
    screen: str, moment: str, sentence: str, draft: Screening, owner: User
) -> None:
    screens = {"theirs": elsewhere(draft).pk, "ours": places(draft)[0].screen}
    put = f"{places(draft)[0].showing}|{screens.get(screen, screen)}|{moment}"
    answer = signed_in(owner).post(address(draft), sent(draft, places(draft), put=put))
    assert (answer.status_code, sentence in answer.text, version_of(draft)) == (200, True, 0)


def elsewhere(screening: Screening) -> Screen:
    """A screen of another venue of the same institution."""
    other = Venue.objects.get(pk=screening.venue_id)
    other.pk, other.slug, other.name = None, "elsewhere", "Elsewhere"
    other.save()
    return Screen.objects.create(venue=other, name="Theirs", capacity=10, formats=["dcp"])


def test_form_that_arrives_in_part_is_refused_in_a_sentence(draft: Screening, owner: User) -> None:
    said = "The timetable did not arrive whole. Load the page again."
    for odd in ({}, {"place-TOTAL_FORMS": "-1", "place-INITIAL_FORMS": "0"}, {"place-TOTAL_FORMS": "61"}):
        answer = signed_in(owner).post(address(draft), odd | {"save": "1"})
        assert (answer.status_code, said in answer.text, "ManagementForm" in answer.text) == (
            200,
            True,
            False,
        )


def test_only_the_last_change_can_be_undone(draft: Screening, owner: User) -> None:
    stood = places(draft)
    change(draft, later(draft), owner)
    change(draft, later(draft, "20:30"), owner, 1)
    assert (
        signed_in(owner).post(address(draft), sent(draft, stood, 2, undoes="1", save="1")).status_code == 409
    )
    answer = signed_in(owner).post(address(draft), sent(draft, stood, 2, undoes="1", check="1"))
    assert "Only the last change can be undone, and another was made since." in answer.text
    with pytest.raises(Refused) as error:
        rearrange(
            screening=draft, places=stood, version=2, by=owner, undoes=draft.timetable_changes.get(number=1)
        )
    assert ([each.code for each in error.value.error_list], version_of(draft)) == (["not-the-last"], 2)


def test_address_of_undoing_leads_back_when_it_is_loaded_again(draft: Screening, owner: User) -> None:
    response = signed_in(owner).get(f"{address(draft)}undo/")
    assert (response.status_code, response["Location"]) == (302, address(draft))


def test_hour_that_the_clocks_skip_is_refused(draft: Screening, owner: User) -> None:
    """In Amsterdam 28 March 2027 has no 02:30."""
    data = sent(draft, places(draft), save="1") | {"place-2-day": "2027-03-28", "place-2-clock": "02:30"}
    text = signed_in(owner).post(address(draft), data).text
    assert "this time does not exist" in text


def test_what_has_begun_is_drawn_and_stays(
    draft: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.utils import timezone

    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "12:00", venue))
    text = signed_in(owner).get(address(draft)).text
    assert text.count("data-moves") == 2
    earlier = moved(draft, "Rust", at(SATURDAY, "10:00", venue))
    assert (
        "has begun cannot be moved"
        in signed_in(owner).post(address(draft), sent(draft, earlier, save="1")).text
    )


def test_opinion_proposes_no_other_hour_for_what_has_begun_and_asks_no_licence(
    draft: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The venue opens later than Rust begins; the licence asks for itself."""
    from django.utils import timezone

    plan = draft.plan_request
    assert plan is not None
    asked = planner.question_from_data(plan.question)
    over = dataclasses.replace(asked.settings, licence_to=SATURDAY - timedelta(days=1), longest_unbroken=100)
    plan.question = planner.question_to_data(dataclasses.replace(asked, settings=over))
    OpeningHours.objects.update(opens=time(11))
    showings = {each.pk: each for each in draft.showings.select_related("film", "copy", "screen")}
    screens = list(venue.screens.select_related("venue"))
    mends = []
    for clock in ("10:00", "10:35"):
        monkeypatch.setattr(timezone, "now", lambda clock=clock: at(SATURDAY, clock, venue))
        remarks = opinion_on(draft, places_of(showings.values()), showings, screens).remarks
        mends += [each.mend and str(each.mend.say) for each in remarks if each.say.code == "opening-hours"]
    assert mends == ["Start “Rust” at 11:00 instead.", None]
    assert {each.level: each.is_marked for each in remarks} == {
        planner.Level.ERROR: True, planner.Level.WARNING: True, planner.Level.NOTE: False,
    }  # fmt: skip
    assert "licence-to" not in {each.say.code for each in remarks}


def test_timeline_has_no_day_that_is_over_and_what_the_draft_holds_itself_is_not_another_s(
    venue: Venue, film: Film, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At half past one on Sunday, something may still be moved to the night of Saturday."""
    from django.utils import timezone

    request = answered(venue, film, owner, {SUNDAY: ONE_DAY[SATURDAY]})
    draft = take_plan(plan_request=request, index=0, by=owner)
    beside: list[Sitting] = [
        ("Rust", "10:30", "Two"),
        ("Remnants", "15:30", "Two"),
        ("Rails", "19:00", "Two"),
    ]
    other = take_plan(plan_request=answered(venue, film, owner, {SUNDAY: beside}), index=0, by=owner)
    hold_screens(screening=draft, until=NOW + timedelta(days=7), by=owner)
    showings = {each.pk: each for each in draft.showings.select_related("film", "copy", "screen")}
    screens, days = list(venue.screens.select_related("venue")), []
    for clock in ("01:30", "06:00"):
        monkeypatch.setattr(timezone, "now", lambda clock=clock: at(SUNDAY, clock, venue))
        timeline = timeline_of(draft, places_of(showings.values()), showings, screens)
        days.append([day.day for day, _name, _rows in timeline.days])
        assert not [row.held for _day, _name, rows in timeline.days for row in rows if row.held]
    assert days == [[20, 21, 22], [21, 22]]
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    hold_screens(screening=other, until=NOW + timedelta(days=7), by=owner)
    rows = timeline_of(draft, places_of(showings.values()), showings, screens).days[1][2]
    assert [(row.screen.name, len(row.held)) for row in rows] == [("One", 0), ("Two", 3)]
