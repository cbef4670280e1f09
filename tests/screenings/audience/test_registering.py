"""Places taken and given back, also by two people at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.models import Licence
from reminders.models import Reminder
from screenings.audience.door import Entry, enter
from screenings.audience.registering import give_back, register
from screenings.models import Registration, Screening, Showing, Venue
from screenings.programme.announcing import cancel_screening, publish_screening
from screenings.programme.booking import cancel_showing, take_plan
from screenings.schedules.feeds import calendar_of_registration
from tests.at_once import at_once
from tests.screenings.conftest import NOW, ONE_DAY, SATURDAY, answered, registered, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused


def booked(screening: Screening) -> list[int]:
    return list(screening.showings.values_list("booked", flat=True))


def test_register_without_choice_is_a_pass_for_all(published: Screening) -> None:
    registration = register(screening=published, name=" Ada ", email="Ada@Reader.example")
    assert (registration.name, registration.email, registration.is_pass) == (
        "Ada",
        "ada@reader.example",
        True,
    )
    assert booked(published) == [1, 1, 1]


def test_register_for_one_showing_takes_one_place(published: Screening) -> None:
    register(
        screening=published, name="Ada", email="ada@reader.example", showings=[showing_of(published, "Rails")]
    )
    assert booked(published) == [0, 0, 1]


def test_register_twice_with_one_address_is_one_however_it_is_written(published: Screening) -> None:
    first = register(screening=published, name="Ada", email="ada@reader.example")
    assert register(screening=published, name="Ada", email="ADA@reader.example") == first
    assert booked(published) == [1, 1, 1]


def test_database_refuses_a_second_registration_of_one_address(published: Screening) -> None:
    register(screening=published, name="Ada", email="ada@reader.example")
    with pytest.raises(IntegrityError, match="registered_once"), transaction.atomic():
        Registration.objects.create(
            screening=published, name="Ada", email="ADA@reader.example", confirmed_at=NOW
        )


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"name": "A,\n# Your account is closed"}, "registration_name_one_line"),
        ({"name": "A\u202eb"}, "registration_name_one_line"),
        ({"held_until": None}, "registration_confirmed_or_held"),
    ],
)
def test_database_keeps_a_registration_true(
    published: Screening, values: dict[str, object], constraint: str
) -> None:
    register(screening=published, name="Ada", email="ada@reader.example")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Registration.objects.update(**values)


@pytest.mark.parametrize(
    ("name", "email", "code"),
    [
        ("A\rB", "ada@reader.example", "name"),
        ("", "ada@reader.example", "name"),
        ("A" * 151, "ada@reader.example", "name"),
        ("Ada", "ada", "email"),
        ("Ada", f"{'a' * 250}@reader.example", "email"),
    ],
)
def test_register_refuses_names_and_addresses_that_will_not_do(
    published: Screening, name: str, email: str, code: str
) -> None:
    with pytest.raises(Refused) as error:
        register(screening=published, name=name, email=email)
    assert set(refused(error)) == {code}


def test_register_is_refused_when_a_showing_is_full(published: Screening) -> None:
    rails = showing_of(published, "Rails")
    Showing.objects.filter(pk=rails.pk).update(booked=40)
    with pytest.raises(Refused) as error:
        register(screening=published, name="Ada", email="ada@reader.example")
    assert refused(error) == ["full"]
    assert error.value.messages == ["There are no more places at “Rails” on Sat 20 March, 19:00."]
    assert Registration.objects.count() == 0


def test_register_is_refused_for_drafts_called_off_showings_and_strange_ones(
    published: Screening, venue: Venue, film: Film, owner: User
) -> None:
    rails = cancel_showing(showing=showing_of(published, "Rails"), by=owner)
    with pytest.raises(Refused) as error:
        register(screening=published, name="Ada", email="ada@reader.example", showings=[rails])
    assert refused(error) == ["over"]
    with pytest.raises(Refused) as error:
        register(screening=published, name="Ada", email="ada@reader.example", showings=[])
    assert refused(error) == ["nothing-chosen"]
    Screening.objects.filter(pk=published.pk).update(status="draft")
    with pytest.raises(Refused) as error:
        register(screening=published, name="Ada", email="ada@reader.example")
    assert refused(error) == ["not-open"]


def test_give_back_frees_the_places_once_and_the_address(published: Screening) -> None:
    registration = register(screening=published, name="Ada", email="ada@reader.example")
    give_back(registration=registration)
    give_back(registration=registration)
    assert booked(published) == [0, 0, 0]
    register(screening=published, name="Ada", email="ada@reader.example")
    assert booked(published) == [1, 1, 1]


def test_give_back_keeps_what_has_begun_and_where_they_are(
    published: Screening, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bo = registered(published), registered(published, "Bo")
    rust, remnants, _rails = ada.places.order_by("showing__starts_at")
    monkeypatch.setattr(timezone, "now", lambda: rust.showing.starts_at + timedelta(hours=1))
    enter(screening=published, entries=[Entry(uuid4(), remnants.pk, 1, timezone.now())], by=owner)
    give_back(registration=ada)
    assert booked(published) == [2, 2, 1]
    assert Registration.objects.get(pk=ada.pk).state == Registration.State.CONFIRMED
    assert "STATUS:CANCELLED" in calendar_of_registration(Registration.objects.get(pk=ada.pk)).decode()
    with pytest.raises(Refused) as error:
        give_back(registration=ada)
    assert refused(error) == ["over"]
    monkeypatch.setattr(timezone, "now", lambda: rust.showing.starts_at + timedelta(days=1))
    assert "Give my places back" not in signed_in(None).get(bo.get_absolute_url()).text


@transaction.atomic
def register_and_fail(screening: Screening) -> None:
    register(screening=screening, name="Ada", email="ada@reader.example")
    raise RuntimeError


def test_registration_and_its_question_stand_or_fall_together(published: Screening) -> None:
    with pytest.raises(RuntimeError):
        register_and_fail(published)
    assert not Reminder.objects.filter(kind="screenings.registration-to-confirm").exists()
    register(screening=published, name="Ada", email="ada@reader.example")
    assert Reminder.objects.filter(kind="screenings.registration-to-confirm").count() == 1


@pytest.mark.django_db(transaction=True)
def test_last_place_goes_to_one_of_many_who_want_it(published: Screening) -> None:
    published.showings.update(capacity=1)

    def want(number: int) -> Callable[[], object]:
        return lambda: register(screening=published, name="Ada", email=f"ada{number}@reader.example")

    results = at_once(*(want(number) for number in range(6)))
    refusals = [result for result in results if isinstance(result, Refused)]
    assert [type(result) for result in results].count(Registration) == 1
    assert [each.code for refusal in refusals for each in refusal.error_list] == ["full"] * 5
    assert booked(published) == [1, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_two_plans_for_one_screen_at_one_time_are_not_both_taken(
    venue: Venue, film: Film, owner: User
) -> None:
    requests = [answered(venue, film, owner, ONE_DAY) for _ in range(4)]

    def take(number: int) -> Callable[[], object]:
        return lambda: take_plan(plan_request=requests[number], index=0, by=owner)

    results = at_once(*(take(number) for number in range(4)))
    refusals = [result for result in results if isinstance(result, Refused)]
    assert [type(result) for result in results].count(Screening) == 1
    assert {each.code for refusal in refusals for each in refusal.error_list} == {"bookings"}
    assert len(refusals) == 3
    assert Showing.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_two_screenings_published_at_once_do_not_share_a_licence_for_one(
    draft: Screening, licence: Licence, venue: Venue, film: Film, owner: User
) -> None:
    sunday = {SATURDAY.replace(day=21): ONE_DAY[SATURDAY]}
    other = take_plan(plan_request=answered(venue, film, owner, sunday), index=0, by=owner)
    results = at_once(
        lambda: publish_screening(screening=draft, by=owner),
        lambda: publish_screening(screening=other, by=owner),
    )
    refusals = [result for result in results if isinstance(result, Refused)]
    assert [[each.code for each in refusal.error_list] for refusal in refusals] == [["nearest", "screenings"]]


def test_page_of_a_screening_that_is_called_off_invites_nobody_to_register_again(
    published: Screening, owner: User
) -> None:
    ada = register(screening=published, name="Ada", email="ada@reader.example")
    client = Client()
    assert "You can register again" in client.get(ada.get_absolute_url()).content.decode()
    cancel_screening(screening=published, by=owner)
    page = client.get(ada.get_absolute_url()).content.decode()
    assert "This screening is called off." in page
    assert "You can register again" not in page
