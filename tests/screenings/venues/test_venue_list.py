"""The two sample venues, and faults said with line and field."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from demo.sample.filling import DATA
from licensing.models import Institution
from records.outcome import RecordsRefused
from screenings.audience.holds import confirm
from screenings.audience.registering import register
from screenings.models import Closure, OpeningHours, Screen, Screening, Showing, Venue
from screenings.venues.venue_list import load_venues, read_venues
from tests.screenings.conftest import signed_in
from tests.screenings.programme.test_announcing import revised

VENUES = DATA / "venues.yaml"


def test_own_list_is_two_samples_that_say_so(cinema: Institution) -> None:
    load_venues(institution=cinema, path=VENUES)
    venues = Venue.objects.order_by("pk")
    assert [(venue.time_zone, venue.is_sample) for venue in venues] == [
        ("America/New_York", True),
        ("Europe/Amsterdam", True),
    ]
    assert all("(sample)" in venue.name for venue in venues)


def test_loading_twice_changes_nothing(cinema: Institution) -> None:
    def rows() -> list[object]:
        models = (Venue, Screen, OpeningHours, Closure)
        return [list(model.objects.order_by("pk").values()) for model in models]

    assert str(load_venues(institution=cinema, path=VENUES)) == "26 created, 0 changed, 0 unchanged"
    before = rows()
    assert str(load_venues(institution=cinema, path=VENUES)) == "0 created, 0 changed, 26 unchanged"
    assert rows() == before


def test_hours_and_closures_follow_the_file_and_a_screen_stays(cinema: Institution, tmp_path: Path) -> None:
    load_venues(institution=cinema, path=VENUES)
    room = Venue.objects.get(slug="the-long-room")
    Closure.objects.create(venue=room, first_day=date(2027, 5, 1), last_day=date(2027, 5, 1))
    text = VENUES.read_text()
    path = tmp_path / "venues.yaml"
    path.write_text(
        text.replace('opens: "12:00", closes: "23:00"', 'opens: "12:00", closes: "22:00"').replace(
            "      - {name: Screen 2, capacity: 42, set_up: 20, turnaround: 15, formats: [dcp, blu-ray, file]}\n",
            "",
        )
    )
    assert str(load_venues(institution=cinema, path=path)) == "0 created, 4 changed, 22 unchanged"
    assert [hours.closes for hours in room.opening_hours.filter(weekday__lte=3)] == [time(22)] * 4
    assert room.closures.count() == 2
    assert room.screens.count() == 2


def test_a_screen_that_loses_seats_gives_out_no_more_of_them(
    published: Screening, venue: Venue, staff: User, cinema: Institution, tmp_path: Path
) -> None:
    """By the office's pages or by the file; seats that are taken stay taken, and the rest of the screening can still be described."""
    confirm(registration=register(screening=published, name="Ada", email="a@reader.example", people=9))
    one = venue.screens.get(name="One")
    form = {"venue": venue.pk, "name": "One", "set_up": 10, "turnaround": 20, "formats": "dcp"}
    client = signed_in(staff)
    for seats, left in ((20, 11), (5, 0)):
        answer = client.post(f"/admin/screenings/screen/{one.pk}/change/", form | {"capacity": seats})
        assert answer.status_code == 302
        assert {each.places_left for each in published.showings.all()} == {left}
    revised(published, staff, audience=30)
    assert {each.capacity for each in published.showings.all()} == {9}
    load_venues(institution=cinema, path=VENUES)
    room = Venue.objects.get(slug="the-long-room")
    path = tmp_path / "venues.yaml"
    path.write_text(VENUES.read_text().replace("capacity: 42", "capacity: 7"))
    Showing.objects.update(screen=room.screens.get(name="Screen 2"), capacity=42)
    load_venues(institution=cinema, path=path)
    assert {each.capacity for each in published.showings.all()} == {9}


@pytest.mark.parametrize(
    ("good", "bad", "sentence"),
    [
        ("America/New_York", "America/Yew_Nork", "“America/Yew_Nork” is not an IANA time zone"),
        ("country: NL", "country: XX", "“XX” is not an ISO 3166-1 country code"),
        ("capacity: 96", "capacity: 0", "capacity"),
        ("devices: [captions, description, loop]", "devices: [captions, lift, loop]", "devices"),
        ('curfew: "23:30"', 'curfew: "24:30"', '“24:30” is not a time of day; write it as "19:30".'),
        ("last_day: 2027-12-26", "last_day: 2027-12-20", "The closure ends before it begins."),
        (
            'closes: "00:30"}\n      - {days: [sunday]',
            'closes: "10:00"}\n      - {days: [sunday]',
            "closing time is the same as the opening time",
        ),
        (
            "days: [monday, tuesday, wednesday",
            "days: [monday, monday, wednesday",
            "A weekday opens twice at the same time.",
        ),
        ("name: Screen 2", "name: Screen 1", "Two screens have the same name."),
    ],
)
def test_fault_is_said_with_its_line(tmp_path: Path, good: str, bad: str, sentence: str) -> None:
    text = VENUES.read_text()
    assert good in text
    file = tmp_path / "venues.yaml"
    file.write_text(text.replace(good, bad, 1))
    with pytest.raises(RecordsRefused) as refused:
        read_venues(file)
    assert len(refused.value.faults) == 1
    assert sentence in str(refused.value.faults[0])
    assert refused.value.faults[0].line > 1


def test_two_venues_of_one_slug_are_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "venues.yaml"
    path.write_text(VENUES.read_text().replace("slug: aula-aan-de-gracht", "slug: the-long-room"))
    with pytest.raises(RecordsRefused) as refused:
        read_venues(path)
    assert [fault.code for fault in refused.value.faults] == ["repeated-venue"]


def test_command_loads_for_an_institution(cinema: Institution, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_venues", str(VENUES), institution=cinema.pk)
    assert (
        capsys.readouterr().out
        == "Venues with their hours, closures and screens: 26 created, 0 changed, 0 unchanged.\n"
    )
    with pytest.raises(CommandError, match="There is no institution with the key 0"):
        call_command("load_venues", str(VENUES), institution=0)
