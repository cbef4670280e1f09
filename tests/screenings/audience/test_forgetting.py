"""Who came to a screening is forgotten after a time; how many came is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import User
from reminders.models import Reminder
from screenings.audience.changing import change
from screenings.audience.door import Entry, arrived_at, enter
from screenings.audience.forgetting import forget_on_request, forget_registrations
from screenings.audience.holds import confirm
from screenings.audience.making_up import make_up
from screenings.audience.registering import give_back
from screenings.audience.waiting import accept, leave
from screenings.models import Registration, Screening
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import move_showing
from screenings.tasks import forget_old_registrations
from tests.screenings.audience.test_registering import booked
from tests.screenings.conftest import NOW, registered, signed_in
from tests.screenings.programme.test_booking import refused
from wording.refusals import Refused

YEAR = timedelta(days=365)


def at(days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many days after the screening is announced; it takes place on the nineteenth."""
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=days))


def test_names_and_addresses_go_and_the_places_stay_counted(
    published: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = registered(published)
    at(19 + 364, monkeypatch)
    assert forget_registrations(kept=YEAR) == 0
    at(19 + 366, monkeypatch)
    assert forget_registrations(kept=YEAR) == 1
    row = Registration.objects.get(pk=ada.pk)
    assert (row.name, row.email, row.user) == ("—", f"nobody-{ada.pk}@forgotten.invalid", None)
    assert booked(published) == [1, 1, 1]
    assert not Reminder.objects.filter(recipient="ada@reader.example").exists()
    assert forget_registrations(kept=YEAR) == 0


def test_mails_to_others_about_the_screening_stay(
    published: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered(published)
    before = Reminder.objects.filter(recipient="owner@cinema.example").count()
    at(400, monkeypatch)
    forget_registrations(kept=YEAR)
    assert Reminder.objects.filter(recipient="owner@cinema.example").count() == before > 0


def test_mails_about_the_whole_screening_are_forgotten_with_whom_they_told(
    published: Screening, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered(published)
    cancel_screening(screening=published, by=owner)
    assert Reminder.objects.filter(kind="screenings.screening-cancelled").count() == 1
    at(400, monkeypatch)
    forget_registrations(kept=YEAR)
    assert not Reminder.objects.filter(recipient="ada@reader.example").exists()


def test_the_page_of_a_forgotten_registration_names_nobody(
    published: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = registered(published)
    at(400, monkeypatch)
    forget_registrations(kept=YEAR)
    page = signed_in(None).get(ada.get_absolute_url())
    assert page.status_code == 200
    assert "Ada" not in page.content.decode()


def test_many_are_forgotten_in_as_few_statements_as_one(
    published: Screening, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for name in ("Ada", "Bea", "Cem"):
        registered(published, name)
    at(400, monkeypatch)
    with django_assert_num_queries(12):  # mails are looked for with their copies to other systems
        assert forget_registrations(kept=YEAR) == 3


def test_an_office_that_keeps_them_for_ever_says_0(
    published: Screening, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered(published)
    at(4000, monkeypatch)
    settings.KEEP_REGISTRATIONS = timedelta(0)
    assert forget_old_registrations() == 0
    settings.KEEP_REGISTRATIONS = YEAR
    assert forget_old_registrations() == 1


def test_person_has_what_we_know_deleted_from_their_page(
    published: Screening, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    ada, bea = registered(published), registered(published, "Bea")
    response = signed_in(None).post(f"/registrations/{ada.token}/forget/", {"confirm": "1"}, follow=True)
    page = response.content.decode()
    assert "we have deleted your name, your address and our messages to you" in page
    assert "ada" not in page.lower().replace("adapt", "")
    row = Registration.objects.get(pk=ada.pk)
    assert (row.name, row.email, row.forgotten_at, row.cancelled_at) == (
        "—", f"nobody-{ada.pk}@forgotten.invalid", NOW, NOW
    )  # fmt: skip
    assert booked(published) == [1, 1, 1]
    assert not Reminder.objects.filter(recipient="ada@reader.example").exists()
    assert Reminder.objects.filter(recipient=bea.email).exists()
    assert f"Registration {ada.pk} was deleted on request." in caplog.messages
    forget_on_request(registration=row)
    assert booked(published) == [1, 1, 1]


def test_places_at_what_is_over_stay_counted_when_a_person_is_forgotten(
    published: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = registered(published)
    first = published.showings.earliest("starts_at")
    monkeypatch.setattr(timezone, "now", lambda: first.starts_at + timedelta(minutes=1))
    forget_on_request(registration=ada)
    assert booked(published) == [1, 0, 0]
    assert Registration.objects.get(pk=ada.pk).cancelled_at is None


@pytest.fixture
def seen(published: Screening, monkeypatch: pytest.MonkeyPatch) -> Registration:
    """Ada had a place at the first showing, which has begun, and has what we know of her deleted then."""
    ada = registered(published)
    first = published.showings.earliest("starts_at")
    monkeypatch.setattr(timezone, "now", lambda: first.starts_at + timedelta(minutes=1))
    return forget_on_request(registration=ada)


def test_who_is_let_in_already_stays_counted_when_they_are_forgotten(
    published: Screening, owner: User
) -> None:
    """People are let in before it begins: nobody else gets the seat on which they sit."""
    ada = registered(published)
    rust = ada.places.order_by("showing__starts_at")[0]
    enter(screening=published, entries=[Entry(uuid4(), rust.pk, 1, NOW)], by=owner)
    forget_on_request(registration=ada)
    ada.refresh_from_db()
    assert (booked(published), ada.name, ada.cancelled_at) == ([1, 0, 0], "—", None)
    assert arrived_at(published) == {rust.pk: 1}


def test_link_of_who_is_forgotten_changes_nothing_and_sends_nothing(
    published: Screening, seen: Registration
) -> None:
    client, rails = signed_in(None), published.showings.latest("starts_at")
    assert client.get(f"/registrations/{seen.token}/change/").status_code == 302
    for verb in ("change", f"again/{rails.pk}", "take", "leave", "confirm", "give-back"):
        typed = {"showings": [rails.pk], "people": "2"}
        assert client.post(f"/registrations/{seen.token}/{verb}/", typed).status_code == 302
    assert booked(published) == [1, 0, 0]
    assert not Reminder.objects.filter(recipient__endswith="@forgotten.invalid").exists()


def test_every_verb_refuses_who_is_forgotten(published: Screening, seen: Registration) -> None:
    rails = published.showings.latest("starts_at")
    row = Registration.objects.get(pk=seen.pk)
    verbs: list[Callable[[], object]] = [
        lambda: change(registration=row, showings=[rails], people=1),
        lambda: make_up(registration=row, showing=rails),
        lambda: accept(registration=row),
        lambda: leave(registration=row),
        lambda: confirm(registration=row),
        lambda: give_back(registration=row),
    ]
    for verb in verbs:
        with pytest.raises(Refused) as error:
            verb()
        assert refused(error) == ["forgotten"]


def test_nothing_about_the_screening_is_sent_to_who_is_forgotten(
    published: Screening, seen: Registration, owner: User
) -> None:
    rails = published.showings.latest("starts_at")
    move_showing(showing=rails, starts_at=rails.starts_at + timedelta(minutes=5), by=owner)
    cancel_screening(screening=published, by=owner)
    assert not Reminder.objects.filter(recipient__endswith="@forgotten.invalid").exists()


def test_desk_and_page_say_plainly_that_a_registration_was_deleted(
    published: Screening, seen: Registration, owner: User
) -> None:
    desk = signed_in(owner).get(f"/desk/screenings/{published.slug}/").content.decode()
    assert "deleted on request" in desk
    assert "forgotten.invalid" not in desk
    page = signed_in(None).get(seen.get_absolute_url()).content.decode()
    assert "This is so for this screening alone; registrations for other screenings stand." in page
