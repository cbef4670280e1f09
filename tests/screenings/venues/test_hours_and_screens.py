"""Weekly hours and screens changed by those who run the venue: who may, what is refused, and what stands is told, not moved."""

from __future__ import annotations

from datetime import time
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.forms import inlineformset_factory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.models import Film
from screenings.admin.venues import HoursFormSet
from screenings.models import (
    Festival,
    OpeningHours,
    Screen,
    Screening,
    ScreenServer,
    Showing,
    Venue,
)
from screenings.models.venues.places import OVERLAP
from screenings.programme.booking import take_plan
from screenings.venues.hours import open_weekly, open_weekly_no_more
from screenings.venues.screens import ScreenFacts, Server, add_screen, change_screen, remove_screen
from screenings.venues.standing import misfits
from tests.screenings.conftest import ONE_DAY, SATURDAY, answered, at, make_venue, signed_in
from tests.screenings.programme.test_booking import refused
from wording.refusals import Refused

PAGE = "/desk/venues/the-room/"
FACTS = {"name": "Three", "capacity": "30", "set_up": "5", "turnaround": "10", "formats": ["dcp"]}
YES = {"confirm": "1"}
SERVERS = {"main_name": "IMS 3000 A1", "main_thumbprint": "ab:cd", "backup_name": "IMS 3000 B2"}


@pytest.fixture
def spare(venue: Venue) -> Screen:
    """A screen in which nothing was ever booked."""
    return Screen.objects.create(venue=venue, name="Spare", capacity=20)


def test_only_those_who_run_the_venue_change_its_hours_and_screens(
    spare: Screen, venue: Venue, owner: User, colleague: User, outsider: User, staff: User
) -> None:
    one = f"{PAGE}screens/{spare.pk}/"
    hours = {"hours-weekdays": ["0"], "hours-opens": "07:00", "hours-closes": "08:00"}
    for user, seen, done in (
        (outsider, 404, 404), (None, 302, 302), (owner, 200, 302), (colleague, 200, 302), (staff, 200, 302),
    ):  # fmt: skip
        client, before = signed_in(user), Screen.objects.count()
        at_seven = OpeningHours.objects.get_or_create(venue=venue, weekday=0, opens=time(7), closes=time(8))[
            0
        ]
        answers = [client.get(address).status_code for address in (one, f"{PAGE}screens/new/")]
        assert answers == [seen, seen], user
        answers = [
            client.post(f"{PAGE}hours/{at_seven.pk}/", YES).status_code,
            client.post(f"{PAGE}add/hours/", hours).status_code,
            client.post(f"{PAGE}screens/new/", FACTS | {"name": f"Of {user}"}).status_code,
            client.post(one, FACTS | SERVERS).status_code,
        ]
        assert answers == [done] * 4, user
        made = Screen.objects.get(name=f"Of {user}") if seen == 200 else spare
        assert client.post(f"{PAGE}screens/{made.pk}/remove/", YES).status_code == done
        spare.refresh_from_db()
        assert (Screen.objects.count(), spare.name) == (before, "Three" if seen == 200 else "Spare")
    servers = [(each.name, each.thumbprint, each.is_backup) for each in spare.servers.all()]
    assert servers == [("IMS 3000 A1", "ab:cd", False), ("IMS 3000 B2", "", True)]


def test_the_verbs_ask_it_themselves(spare: Screen, venue: Venue, outsider: User) -> None:
    hours, facts = OpeningHours.objects.filter(venue=venue)[0], ScreenFacts(name="X", capacity=1)
    acts: list[Any] = [
        lambda: open_weekly(venue=venue, weekdays=[0], opens=time(1), closes=time(2), by=outsider),
        lambda: open_weekly_no_more(hours=hours, by=outsider),
        lambda: add_screen(venue=venue, facts=facts, by=outsider),
        lambda: change_screen(screen=spare, facts=facts, by=outsider),
        lambda: remove_screen(screen=spare, by=outsider),
    ]
    for act in acts:
        with pytest.raises(Refused) as error:
            act()
        assert refused(error) == ["not-yours"]


def test_names_of_screens_are_the_venue_s_own_and_a_screen_has_two_servers_at_most(
    spare: Screen, venue: Venue, owner: User
) -> None:
    hall = make_venue(venue.institution, venue.time_zone, "NL", "hall")
    assert add_screen(venue=hall, facts=ScreenFacts(name=spare.name, capacity=9), by=owner).venue == hall
    for names, code in ((("A", "B"), None), (("A", "B", "C"), "servers"), (("A", "A"), "servers")):
        facts = ScreenFacts(name="Spare", capacity=9, servers=[Server(name=name) for name in names])
        if code is None:
            change_screen(screen=spare, facts=facts, by=owner)
            continue
        with pytest.raises(Refused) as error:
            change_screen(screen=spare, facts=facts, by=owner)
        assert refused(error) == [code]
    assert [(each.name, each.is_backup) for each in spare.servers.order_by("name")] == [
        ("A", False),
        ("B", True),
    ]


def test_seats_that_are_taken_out_are_gone_on_that_screen_and_from_now_on(
    draft: Screening, venue: Venue, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rust is over; all three are on screen One."""
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "15:00", venue))
    found = []
    for name, seats in (("Two", 5), ("One", 30)):
        facts = ScreenFacts(name=name, capacity=seats, formats=["dcp"])
        change_screen(screen=venue.screens.get(name=name), facts=facts, by=owner)
        found.append(list(draft.showings.order_by("starts_at").values_list("capacity", flat=True)))
    assert found == [[40, 40, 40], [40, 30, 30]]


@pytest.mark.parametrize(
    ("weekdays", "opens", "closes", "code"),
    [
        ([0], time(9), time(9), "no-length"),
        ([0], time(9), time(11), "overlap"),
        ([6], time(23, 30), time(10, 30), "overlap"),  # Sunday night until Monday
        ([0, 6], time(10), time(22), None),  # as it opens already: another time to close
        ([6], time(23, 30), time(10), None),
    ],
)
def test_hours_do_not_overlap(
    weekdays: list[int], opens: time, closes: time, code: str | None, venue: Venue, owner: User
) -> None:
    venue.opening_hours.all().delete()
    open_weekly(venue=venue, weekdays=range(7), opens=time(10), closes=time(23), by=owner)
    before = set(venue.opening_hours.values_list("weekday", "opens", "closes"))
    if code is None:
        open_weekly(venue=venue, weekdays=weekdays, opens=opens, closes=closes, by=owner)
        assert venue.opening_hours.filter(opens=opens, closes=closes).count() == len(weekdays)
        return
    with pytest.raises(Refused) as error:
        open_weekly(venue=venue, weekdays=weekdays, opens=opens, closes=closes, by=owner)
    assert refused(error) == [code]
    assert set(venue.opening_hours.values_list("weekday", "opens", "closes")) == before


@pytest.mark.parametrize(
    ("weekday", "opens", "closes"),
    [
        (0, time(9), time(10, 1)),
        (0, time(22, 59), time(1)),
        (6, time(23), time(10, 30)),
        (0, time(12), time(13)),
    ],
)
def test_database_and_the_offices_pages_refuse_hours_that_overlap_too(
    weekday: int, opens: time, closes: time, venue: Venue, staff: User
) -> None:
    """They are open from ten to eleven at night; the third is of Sunday night until Monday."""
    OpeningHours.objects.update(closes=time(23))
    with pytest.raises(IntegrityError, match="opening_hours_apart"), transaction.atomic():
        OpeningHours.objects.create(venue=venue, weekday=weekday, opens=opens, closes=closes)
    client, row = signed_in(staff), {"venue": venue.pk, "weekday": weekday}
    words = "These hours overlap with others of the venue: remove those first."
    data = row | {"opens": f"{opens}", "closes": f"{closes}"}
    assert words in client.post("/admin/screenings/openinghours/add/", data).text


def test_rows_of_one_page_do_not_overlap_with_each_other(venue: Venue) -> None:
    venue.opening_hours.all().delete()
    form_set = inlineformset_factory(Venue, OpeningHours, formset=HoursFormSet, fields="__all__")

    def faults(*hours: tuple[int, str, str]) -> list[str]:
        data = {"opening_hours-TOTAL_FORMS": f"{len(hours)}", "opening_hours-INITIAL_FORMS": "0"}
        for number, named in enumerate(hours):
            for name, value in zip(("weekday", "opens", "closes"), named, strict=True):
                data[f"opening_hours-{number}-{name}"] = f"{value}"
        return [f"{each}" for each in form_set(data, instance=venue).non_form_errors()]

    assert faults((6, "23:00", "02:00"), (0, "02:00", "09:00")) == []
    assert faults((6, "23:00", "02:00"), (0, "01:59", "09:00")) == [f"{OVERLAP}"]


def test_hours_that_overlapped_before_are_mended_by_the_migration(venue: Venue) -> None:
    """One within another goes; of two others the first ends where the second begins, also from Sunday to Monday."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE screenings_openinghours DROP CONSTRAINT opening_hours_apart")
    venue.opening_hours.all().delete()
    kept = [
        (0, "01:00", "09:00"),
        (0, "10:00", "23:00"),
        (0, "12:00", "13:00"),
        (0, "22:00", "23:30"),
        (6, "23:00", "02:00"),
    ]
    OpeningHours.objects.bulk_create(
        OpeningHours(venue=venue, weekday=day, opens=time.fromisoformat(opens), closes=time.fromisoformat(closes))
        for day, opens, closes in kept
    )  # fmt: skip
    import_module("screenings.migrations.0031_opening_hours_mended").mend(apps, None)
    left = [
        (each.weekday, f"{each.opens:%H:%M}", f"{each.closes:%H:%M}") for each in venue.opening_hours.all()
    ]
    assert left == [
        (0, "01:00", "09:00"),
        (0, "10:00", "22:00"),
        (0, "22:00", "23:30"),
        (6, "23:00", "01:00"),
    ]


def test_what_stands_is_told_and_not_moved(published: Screening, venue: Venue, owner: User) -> None:
    """Saturday's three parts on One: the hours end before the last, and the screen has fewer seats and no DCP any more."""
    assert misfits(venue) == []
    before = list(published.showings.values_list("starts_at", "ends_at", "screen"))
    last = published.showings.order_by("starts_at").last()
    assert last is not None
    venue.opening_hours.all().delete()
    closes = last.starts_at.astimezone(venue.zone).time()
    open_weekly(venue=venue, weekdays=[SATURDAY.weekday()], opens=time(9), closes=closes, by=owner)
    assert [(each.pk, why) for each, why in misfits(venue)] == [(last.pk, "The venue is closed then.")]
    Showing.objects.filter(pk=last.pk).update(booked=35)
    facts = ScreenFacts(name="Uno", capacity=30, formats=["blu-ray"])
    change_screen(screen=venue.screens.get(name="One"), facts=facts, by=owner)
    reasons = [why for _showing, why in misfits(venue)]
    assert reasons == [
        "The screen does not show DCP now.",
        "The screen does not show DCP now.",
        "The venue is closed then. 35 places are taken, and there are 30 seats now. The screen does not show DCP now.",
    ]
    assert list(published.showings.values_list("starts_at", "ends_at", "screen")) == before
    assert list(published.showings.values_list("capacity", flat=True)) == [30, 30, 35]
    page = signed_in(owner).get(PAGE).text
    assert "These showings no longer fit" in page
    assert page.count("there are 30 seats now") == 1


def test_a_screen_with_showings_or_in_a_festival_is_kept(
    published: Screening, spare: Screen, venue: Venue, owner: User
) -> None:
    one = venue.screens.get(name="One")
    client = signed_in(owner)
    festival = Festival.objects.create(
        institution=venue.institution, name="Days", first_day=SATURDAY, last_day=SATURDAY, created_by=owner
    )
    festival.screens.add(spare)
    for screen, said in ((one, "Showings are or were booked in One"), (spare, "A festival counts on Spare")):
        page = client.post(f"{PAGE}screens/{screen.pk}/remove/", YES, follow=True)
        assert said in page.text
    assert {one, spare} <= set(venue.screens.all())


def test_a_plan_on_a_screen_that_is_gone_is_refused(venue: Venue, film: Film, owner: User) -> None:
    request = answered(venue, film, owner, ONE_DAY)
    for screen in venue.screens.all():
        remove_screen(screen=screen, by=owner)
    with pytest.raises(Refused) as error:
        take_plan(plan_request=request, index=0, by=owner)
    assert refused(error) == ["no-such-screen"]
    assert signed_in(owner).get(request.get_absolute_url()).status_code == 200


def test_what_no_screen_can_be_is_said_beside_its_field(venue: Venue, owner: User) -> None:
    client = signed_in(owner)
    Screen.objects.filter(name="One").update(wheelchair_places=10)
    one = f"{PAGE}screens/{venue.screens.get(name='One').pk}/"
    for address, more, field, said in (
        (f"{PAGE}screens/new/", {"name": "One"}, "name", "Another screen of the venue has this name."),
        (f"{PAGE}screens/new/", {"capacity": "0"}, "capacity", "greater than or equal to 1"),
        (one, {"capacity": "9"}, "__all__", "There are more places for wheelchairs than seats."),
        (one, {"main_thumbprint": "ab"}, "main_name", "Name the server of this certificate."),
        (one, {"backup_name": "B"}, "main_name", "Name the first server before its backup."),
        (one, {"main_name": "B", "backup_name": "B"}, "backup_name", "Name each server once"),
        (one, {"main_name": "B\nC"}, "main_name", ""),
    ):
        errors = client.post(address, FACTS | more).context["form"].errors
        assert list(errors) == [field], more
        assert said in errors[field][0]
    assert not ScreenServer.objects.exists()


def test_servers_keep_their_rows_when_they_change_places(spare: Screen, owner: User) -> None:
    def keep(*names: str) -> dict[str, tuple[int, bool]]:
        servers = [Server(name=name) for name in names]
        with transaction.atomic():
            change_screen(
                screen=spare, facts=ScreenFacts(name="Spare", capacity=20, servers=servers), by=owner
            )
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        return {each.name: (each.pk, each.is_backup) for each in spare.servers.all()}

    first, swapped, replaced = keep("A", "B"), keep("B", "A"), keep("C", "B")
    assert {name: key for name, (key, _) in first.items()} == {
        name: key for name, (key, _) in swapped.items()
    }
    assert {name: is_backup for name, (_, is_backup) in swapped.items()} == {"B": False, "A": True}
    assert replaced["B"] == (first["B"][0], True)
    assert keep() == {}
    ScreenServer.objects.bulk_create(ScreenServer(screen=spare, name=name) for name in "AB")
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_page_asks_as_much_for_three_screens_as_for_one(
    published: Screening, venue: Venue, owner: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page = signed_in(owner)
    page.get(PAGE)
    for number in (1, 3):
        for each in range(number):
            screen, _ = Screen.objects.get_or_create(venue=venue, name=f"S{each}", defaults={"capacity": 9})
            ScreenServer.objects.get_or_create(screen=screen, name="A")
        with django_assert_num_queries(18):
            page.get(PAGE)
