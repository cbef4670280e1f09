"""The waiting list: a fair line, offers that hold places for a time, and never more places than there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from reminders.models import Reminder
from reminders.writing.preview import Preview, preview
from screenings.audience.changing import change
from screenings.audience.holds import HOLD, confirm, overdue_places
from screenings.audience.registering import give_back, register
from screenings.audience.waiting import LATEST, accept, expire_offers, leave
from screenings.models import Registration, Screening, Showing, Wait
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import cancel_showing, move_showing
from screenings.tasks import expire_holds
from tests.at_once import at_once
from tests.screenings.audience.test_registering import booked
from tests.screenings.conftest import NOW, registered
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused


@pytest.fixture
def rails(published: Screening) -> Showing:
    """It has two places, and a couple has them."""
    published.showings.filter(film__title="Rails").update(capacity=2)
    rails = showing_of(published, "Rails")
    group(published, "Couple", [rails], people=2)
    return rails


def group(screening: Screening, name: str, showings: list[Showing], *, people: int) -> Registration:
    email = f"{name.lower()}@reader.example"
    return confirm(
        registration=register(screening=screening, name=name, email=email, showings=showings, people=people)
    )


def waits(screening: Screening, name: str, *showings: Showing, people: int = 1) -> Registration:
    row = register(
        screening=screening,
        name=name,
        email=f"{name.lower()}@reader.example",
        showings=[],
        wait_for=showings,
        people=people,
    )
    return confirm(registration=row)


def offers() -> dict[str, bool]:
    """Who waits, in the order of the line, and whether they have an offer."""
    return {
        wait.registration.name: wait.offered_until is not None
        for wait in Wait.objects.select_related("registration")
    }


def couple() -> Registration:
    return Registration.objects.get(name="Couple")


def later(monkeypatch: pytest.MonkeyPatch, after: timedelta) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW + after)


def test_freed_places_are_offered_in_the_order_of_joining_and_counted_as_taken(
    published: Screening, rails: Showing
) -> None:
    for name in ("Ada", "Bea", "Cem"):
        waits(published, name, rails)
    assert offers() == {"Ada": False, "Bea": False, "Cem": False}
    give_back(registration=couple())
    assert offers() == {"Ada": True, "Bea": True, "Cem": False}
    assert booked(published) == [0, 0, 2]
    told = Reminder.objects.filter(kind="screenings.places-offered").values_list("recipient", flat=True)
    assert sorted(told) == ["ada@reader.example", "bea@reader.example"]


def test_an_offer_is_said_only_while_it_stands(
    published: Screening, rails: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits(published, "Ada", rails)
    give_back(registration=couple())
    told = Reminder.objects.get(kind="screenings.places-offered")
    assert preview(told).subject
    until = Wait.objects.get().offered_until
    assert until == NOW + timedelta(hours=24)
    later(monkeypatch, until - NOW)
    assert preview(told) == Preview()


def test_nobody_overtakes_the_line(published: Screening, rails: Showing) -> None:
    """Also not when places become free by more seats, of which no verb tells the line."""
    waits(published, "Ada", rails)
    Showing.objects.filter(pk=rails.pk).update(capacity=3)
    with pytest.raises(Refused) as error:
        register(screening=published, name="Eve", email="eve@reader.example", showings=[rails])
    assert refused(error) == ["full"]
    assert expire_offers() == 0
    assert offers() == {"Ada": True}


def test_who_needs_more_than_is_free_is_passed_over_and_keeps_the_turn(
    published: Screening, rails: Showing
) -> None:
    waits(published, "Class", rails, people=30)
    waits(published, "Ada", rails)
    change(registration=couple(), showings=[rails], people=1)
    assert offers() == {"Class": False, "Ada": True}
    assert booked(published)[2] == 2


def test_offer_is_for_all_of_the_showings_or_none(published: Screening, rails: Showing) -> None:
    rust = showing_of(published, "Rust")
    published.showings.filter(pk=rust.pk).update(capacity=1, booked=1)
    waits(published, "Ada", rust, rails)
    give_back(registration=couple())
    assert offers() == {"Ada": False}
    published.showings.filter(pk=rust.pk).update(booked=0)
    expire_offers()
    assert offers() == {"Ada": True}
    assert booked(published) == [1, 0, 1]


def test_accepted_offer_becomes_places_and_is_told(published: Screening, rails: Showing) -> None:
    ada = waits(published, "Ada", rails)
    give_back(registration=couple())
    accept(registration=ada)
    assert (booked(published), list(ada.places.values_list("showing", "people"))) == (
        [0, 0, 1],
        [(rails.pk, 1)],
    )
    assert not Wait.objects.exists()
    kinds = Reminder.objects.waiting().filter(recipient="ada@reader.example").values_list("kind", flat=True)
    assert {"screenings.places-changed", "screenings.showing-tomorrow"} <= set(kinds)


def test_offer_that_is_over_goes_to_the_next_and_cannot_be_accepted(
    published: Screening, rails: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, _bea = waits(published, "Ada", rails, people=2), waits(published, "Bea", rails, people=2)
    give_back(registration=couple())
    later(monkeypatch, timedelta(hours=25))
    with pytest.raises(Refused) as error:
        accept(registration=ada)
    assert refused(error) == ["no-offer"]
    assert expire_holds() == 1
    assert (offers(), booked(published)) == ({"Bea": True}, [0, 0, 2])
    assert Reminder.objects.filter(kind="screenings.offer-over").get().recipient == "ada@reader.example"


def test_offer_lasts_no_longer_than_half_of_the_time_that_is_left(
    published: Screening, rails: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits(published, "Ada", rails)
    later(monkeypatch, rails.starts_at - NOW - timedelta(hours=4))
    give_back(registration=couple())
    assert Wait.objects.get().offered_until == rails.starts_at - timedelta(hours=2)


def test_nothing_is_offered_when_it_is_about_to_begin(
    published: Screening, rails: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits(published, "Ada", rails)
    later(monkeypatch, rails.starts_at - NOW - LATEST)
    give_back(registration=couple())
    assert offers() == {}


def test_who_leaves_the_line_without_an_offer_gives_no_places_back(
    published: Screening, rails: Showing
) -> None:
    taken = booked(published)
    leave(registration=waits(published, "Ada", rails))
    assert (offers(), booked(published)) == ({}, taken)


def test_leaving_gives_an_offer_to_the_next(published: Screening, rails: Showing) -> None:
    ada, bea = waits(published, "Ada", rails, people=2), waits(published, "Bea", rails, people=2)
    give_back(registration=couple())
    leave(registration=ada)
    assert offers() == {"Bea": True}
    give_back(registration=bea)
    assert (offers(), booked(published)) == ({}, [0, 0, 0])


def test_places_at_some_showings_and_a_turn_for_another_are_one_registration(
    published: Screening, rails: Showing
) -> None:
    rust = showing_of(published, "Rust")
    ada = register(
        screening=published, name="Ada", email="ada@reader.example", showings=[rust], wait_for=[rails]
    )
    assert (ada.is_pass, list(ada.showings.all()), list(ada.wait.showings.all())) == (False, [rust], [rails])


def test_unconfirmed_address_has_no_turn_and_is_sent_nothing_but_the_question(
    published: Screening, rails: Showing
) -> None:
    ada = register(screening=published, name="Ada", email="ada@reader.example", showings=[], wait_for=[rails])
    give_back(registration=couple())
    assert offers() == {"Ada": False}
    kinds = Reminder.objects.filter(recipient="ada@reader.example").values_list("kind", flat=True)
    assert list(kinds) == ["screenings.registration-to-confirm"]
    confirm(registration=ada)
    assert offers() == {"Ada": True}


def test_places_that_nobody_confirmed_go_to_the_line_before_strangers(
    published: Screening, rails: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.showings.filter(pk=rails.pk).update(capacity=3)
    register(screening=published, name="Never", email="never@reader.example", showings=[rails])
    ada = waits(published, "Ada", rails)
    later(monkeypatch, HOLD)
    full = list(published.showings.filter(pk=rails.pk))
    assert overdue_places(full) == {}
    Wait.objects.filter(registration=ada).delete()
    assert overdue_places(full) == {rails.pk: 1}


def test_showing_that_is_called_off_leaves_the_line(
    published: Screening, rails: Showing, owner: User
) -> None:
    rust = showing_of(published, "Rust")
    published.showings.filter(pk=rust.pk).update(capacity=1, booked=1)
    waits(published, "Ada", rust, rails)
    cancel_showing(showing=rust, by=owner)
    give_back(registration=couple())
    assert offers() == {"Ada": True}
    assert [each.pk for each in Wait.objects.get().showings.all()] == [rails.pk]


def test_statements_do_not_grow_with_the_line(published: Screening, rails: Showing) -> None:
    counts = []
    for people in (1, 30):
        for number in range(people):
            waits(published, f"Ada{people}-{number}", rails)
        Showing.objects.filter(pk=rails.pk).update(capacity=100)
        with CaptureQueriesContext(connection) as captured:
            expire_offers()
        counts.append(len(captured))
        Wait.objects.all().delete()
        Registration.objects.exclude(name="Couple").delete()
        Showing.objects.filter(pk=rails.pk).update(capacity=2, booked=2)
    assert counts == [15, 15]


def test_database_keeps_the_line_true(published: Screening, rails: Showing) -> None:
    ada = waits(published, "Ada", rails)
    with pytest.raises(IntegrityError, match="wait_for_so_many"), transaction.atomic():
        Wait.objects.update(people=0)
    with pytest.raises(IntegrityError, match="wait_offered_after_joining"), transaction.atomic():
        Wait.objects.update(offered_until=NOW - timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Wait.objects.create(registration=ada)


@pytest.mark.django_db(transaction=True)
def test_places_given_back_while_strangers_register_go_to_the_line(
    published: Screening, rails: Showing
) -> None:
    for name in ("Ada", "Bea", "Cem"):
        waits(published, name, rails)
    leaving = couple()

    def want(number: int) -> Callable[[], object]:
        return lambda: register(
            screening=published, name="Eve", email=f"eve{number}@reader.example", showings=[rails]
        )

    results = at_once(lambda: give_back(registration=leaving), *(want(number) for number in range(5)))
    assert sum(isinstance(result, Refused) for result in results) == 5
    assert offers() == {"Ada": True, "Bea": True, "Cem": False}
    assert booked(published) == [0, 0, 2]


@pytest.mark.django_db(transaction=True)
def test_offer_is_accepted_once_or_expires_but_not_both(
    published: Screening, rails: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bea = waits(published, "Ada", rails, people=2), waits(published, "Bea", rails, people=2)
    give_back(registration=couple())
    Wait.objects.filter(registration=ada).update(joined_at=NOW - timedelta(days=2), offered_until=NOW)
    at_once(lambda: accept(registration=ada), expire_offers, expire_offers, lambda: accept(registration=ada))
    assert (booked(published), ada.places.count(), bea.places.count()) == ([0, 0, 2], 0, 0)
    assert offers() == {"Bea": True}


def test_confirmed_people_are_counted_with_who_they_bring_and_without_who_waits(
    published: Screening, rails: Showing
) -> None:
    waits(published, "Ada", rails)
    registered(published, "Bo", showings=[showing_of(published, "Rust")])
    assert published.registrations.coming().people() == 3


def test_who_waits_is_told_that_the_showing_is_called_off_and_leaves_its_line(
    published: Screening, rails: Showing, owner: User
) -> None:
    ada, bea = waits(published, "Ada", rails), waits(published, "Bea", rails, people=2)
    change(registration=couple(), showings=[rails], people=1)
    assert (offers(), booked(published)) == ({"Ada": True, "Bea": False}, [0, 0, 2])
    cancel_showing(showing=rails, by=owner)
    assert (offers(), booked(published)) == ({}, [0, 0, 1])
    told = {
        each.recipient: preview(each).text
        for each in Reminder.objects.filter(kind="screenings.showing-cancelled")
    }
    waited = {each.email: "You were waiting for places there." in told[each.email] for each in (ada, bea)}
    assert waited == {"ada@reader.example": True, "bea@reader.example": True}
    assert "You were waiting" not in told["couple@reader.example"]


def test_offer_of_a_screening_that_is_called_off_is_over(
    published: Screening, rails: Showing, owner: User
) -> None:
    ada = waits(published, "Ada", rails)
    give_back(registration=couple())
    cancel_screening(screening=published, by=owner)
    assert (offers(), booked(published)) == ({}, [0, 0, 0])
    told = Reminder.objects.filter(kind="screenings.screening-cancelled").values_list("recipient", flat=True)
    assert list(told) == [ada.email]


def test_offer_ends_in_time_when_its_showing_begins_sooner_and_more_seats_are_offered_at_once(
    published: Screening, rails: Showing, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits(published, "Ada", rails)
    waits(published, "Class", rails, people=10)
    later(monkeypatch, rails.starts_at - NOW - timedelta(hours=8))
    change(registration=couple(), showings=[rails], people=1)
    sooner, two = rails.starts_at - timedelta(minutes=10), published.venue.screens.get(name="Two")
    move_showing(showing=rails, starts_at=sooner, screen=two, by=owner)
    ends = dict(Wait.objects.values_list("registration__name", "offered_until"))
    half = sooner - timedelta(hours=3, minutes=55)
    assert (ends, booked(published)) == ({"Ada": half, "Class": half}, [0, 0, 12])


def test_who_only_waits_is_told_of_a_move_and_counted(rails: Showing, owner: User) -> None:
    screening = rails.screening
    waits(screening, "Bo", rails)
    waits(screening, "Cy", showing_of(screening, "Rails"))
    told = Registration.objects.told_of([rails.pk])
    assert sorted(told.values_list("name", flat=True)) == ["Bo", "Couple", "Cy"]
    later = rails.starts_at + timedelta(minutes=30)
    move_showing(showing=rails, starts_at=later, by=owner)
    mails = Reminder.objects.filter(kind="screenings.showing-moved")
    assert sorted(mails.values_list("recipient", flat=True)) == [
        "bo@reader.example", "couple@reader.example", "cy@reader.example",
    ]  # fmt: skip
    texts = {each.recipient: preview(each).text for each in mails}
    assert "You keep your turn on its waiting list." in texts["bo@reader.example"]
    assert "Your place is kept." in texts["couple@reader.example"]
