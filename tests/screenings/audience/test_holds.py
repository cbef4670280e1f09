"""Places held for an address that has not answered: confirmed, let go, bounded; and what its owner never hears."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import User
from reminders.models import Reminder
from screenings.audience.holds import (
    ASK_AGAIN_AFTER,
    HOLD,
    KEPT_UNCONFIRMED,
    MOST_A_DAY,
    MOST_HELD,
    TELL_AGAIN_AFTER,
    confirm,
    expire_holds,
)
from screenings.audience.registering import give_back, register
from screenings.models import Registration, Screening, Venue
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import cancel_showing, move_showing
from screenings.tasks import expire_holds as expire_holds_task
from tests.screenings.audience.test_registering import booked
from tests.screenings.conftest import NOW, SATURDAY, at, registered, signed_in
from tests.screenings.notices.test_owed import text_of
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused

type Clock = Callable[[timedelta], None]

ADA = "ada@reader.example"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Lets so much time pass since noon."""
    return lambda since: monkeypatch.setattr(timezone, "now", lambda: NOW + since)


def held(screening: Screening, name: str = "Ada") -> Registration:
    return register(screening=screening, name=name, email=f"{name.lower()}@reader.example")


def mailed(recipient: str) -> list[str]:
    rows = Reminder.objects.filter(recipient=recipient).order_by("pk")
    return [kind.removeprefix("screenings.") for kind in rows.values_list("kind", flat=True)]


def test_register_holds_places_and_asks_the_address_alone(published: Screening) -> None:
    registration = held(published)
    assert (registration.state, registration.held_until) == ("to-confirm", NOW + HOLD)
    assert booked(published) == [1, 1, 1]
    assert mailed(ADA) == ["registration-to-confirm"]


def test_question_names_the_places_the_time_and_nothing_that_a_stranger_typed(published: Screening) -> None:
    registration = register(screening=published, name="evil.example calls", email=ADA)
    subject, body = text_of("registration-to-confirm")
    assert subject == "Please confirm: The Works"
    assert "evil.example" not in subject + body
    assert "- Sat 20 March 2027, 10:30: Rust (One)" in body
    assert "confirm by Mon 1 March 2027, 13:30" in body
    assert f"/registrations/{registration.token}/" in body


def test_confirm_keeps_the_places_once(published: Screening, later: Clock) -> None:
    registration = held(published)
    later(HOLD - timedelta(seconds=1))
    first = confirm(registration=registration)
    later(HOLD * 2)
    assert confirm(registration=registration).confirmed_at == first.confirmed_at
    assert expire_holds() == 0
    assert booked(published) == [1, 1, 1]
    assert mailed(ADA).count("registration-confirmed") == 1


def test_address_that_the_person_has_verified_is_confirmed_at_once(published: Screening, owner: User) -> None:
    EmailAddress.objects.create(user=owner, email=owner.email, verified=True)
    registration = register(screening=published, name="Owner", email="Owner@cinema.example", user=owner)
    assert registration.state == "confirmed"
    assert "registration-to-confirm" not in mailed(owner.email)


def test_address_of_somebody_else_or_not_verified_is_asked(published: Screening, owner: User) -> None:
    EmailAddress.objects.create(user=owner, email=owner.email, verified=False)
    assert register(screening=published, name="Owner", email=owner.email, user=owner).state == "to-confirm"
    assert register(screening=published, name="Owner", email=ADA, user=owner).state == "to-confirm"


def test_expired_hold_is_let_go_by_the_task_and_cannot_be_confirmed(
    published: Screening, later: Clock
) -> None:
    registration = held(published)
    registered(published, "Bo")
    later(HOLD)
    with pytest.raises(Refused) as error:
        confirm(registration=registration)
    assert refused(error) == ["expired"]
    assert expire_holds_task() == 1
    assert expire_holds_task() == 0
    registration.refresh_from_db()
    assert (registration.state, booked(published)) == ("expired", [1, 1, 1])


def test_who_never_confirmed_is_forgotten_after_a_week(published: Screening, later: Clock) -> None:
    held(published)
    registered(published, "Bo")
    gone = give_back(registration=registered(published, "Cy"))
    later(HOLD)
    expire_holds_task()
    later(HOLD + KEPT_UNCONFIRMED)
    expire_holds_task()
    assert Registration.objects.count() == 3
    later(HOLD + KEPT_UNCONFIRMED + timedelta(seconds=1))
    expire_holds_task()
    assert set(Registration.objects.values_list("name", flat=True)) == {"Bo", gone.name}
    assert (mailed(ADA), "registration-confirmed" in mailed("bo@reader.example")) == ([], True)
    assert booked(published) == [1, 1, 1]


def test_overdue_hold_does_not_keep_a_seat_from_who_needs_it(published: Screening, later: Clock) -> None:
    published.showings.update(capacity=1)
    ada = held(published)
    with pytest.raises(Refused) as error:
        held(published, "Bo")
    assert refused(error) == ["full"]
    address = f"/screenings/{published.slug}/register/"
    assert "Every place is taken" in signed_in(None).get(address).content.decode()
    later(HOLD)
    assert "Every place is taken" not in signed_in(None).get(address).content.decode()
    held(published, "Bo")
    ada.refresh_from_db()
    assert (ada.state, booked(published)) == ("expired", [1, 1, 1])


def test_who_registers_again_after_the_hold_is_asked_again(published: Screening, later: Clock) -> None:
    first = held(published)
    later(HOLD)
    second = held(published)
    assert (second == first, second.state, booked(published)) == (False, "to-confirm", [1, 1, 1])
    assert mailed(ADA) == ["registration-to-confirm"] * 2


def test_registering_again_asks_again_not_too_often(published: Screening, later: Clock) -> None:
    first = held(published)
    for minutes in range(10):
        later(timedelta(minutes=minutes))
        assert held(published) == first
    assert len(mailed(ADA)) == 1
    later(ASK_AGAIN_AFTER)
    held(published)
    assert mailed(ADA) == ["registration-to-confirm"] * 2
    assert booked(published) == [1, 1, 1]


def test_address_that_has_its_places_is_told_so_not_too_often(published: Screening, later: Clock) -> None:
    registration = registered(published)
    Reminder.objects.all().delete()
    assert held(published) == registration
    assert mailed(ADA) == []
    for _ in range(2):
        later(TELL_AGAIN_AFTER)
        held(published)
    assert mailed(ADA) == ["registered-already"]
    subject, body = text_of("registered-already")
    assert subject == "You are already registered: The Works"
    assert f"/registrations/{registration.token}/" in body


def some_screenings(published: Screening, count: int) -> list[Screening]:
    """Copies of a screening, each with one showing on another day."""
    rust = showing_of(published, "Rust")
    made = []
    for number in range(count):
        copy = Screening.objects.get(pk=published.pk)
        copy.pk, copy.slug, copy.plan_request, copy.plan_index = None, f"copy-{number}", None, None
        copy.save(force_insert=True)
        showing = type(rust).objects.get(pk=rust.pk)
        days = timedelta(days=7 * (number + 1))
        showing.pk, showing.screening, showing.uid = None, copy, f"11111111-1111-1111-1111-{number:012d}"
        for name in ("starts_at", "ends_at", "occupied_from", "occupied_until"):
            setattr(showing, name, getattr(showing, name) + days)
        showing.save(force_insert=True)
        made.append(copy)
    return made


def test_one_address_holds_so_many_at_once_and_a_day(published: Screening, later: Clock) -> None:
    screenings = some_screenings(published, MOST_A_DAY + 1)
    for screening in screenings[:MOST_HELD]:
        held(screening)
    with pytest.raises(Refused) as error:
        held(screenings[MOST_HELD])
    assert refused(error) == ["too-many-held"]
    later(HOLD)
    for screening in screenings[MOST_HELD:MOST_A_DAY]:
        held(screening)
    later(HOLD * 2)
    with pytest.raises(Refused) as error:
        held(screenings[MOST_A_DAY])
    assert refused(error) == ["too-many-held"]
    assert len(mailed(ADA)) == MOST_A_DAY
    later(timedelta(days=1) + HOLD)
    held(screenings[MOST_A_DAY])


def test_confirmed_registrations_are_not_bounded(published: Screening) -> None:
    for screening in some_screenings(published, MOST_A_DAY + 1):
        assert registered(screening).state == "confirmed"


def test_nothing_more_is_sent_to_an_address_that_is_not_confirmed(
    published: Screening, venue: Venue, owner: User, later: Clock
) -> None:
    registration = held(published)
    move_showing(showing=showing_of(published, "Rails"), starts_at=at(SATURDAY, "20:00", venue), by=owner)
    cancel_showing(showing=showing_of(published, "Remnants"), by=owner)
    cancel_screening(screening=published, by=owner)
    later(HOLD)
    expire_holds()
    give_back(registration=registration)
    assert mailed(ADA) == ["registration-to-confirm"]


def test_places_of_a_screening_that_is_called_off_are_not_confirmed(
    published: Screening, owner: User
) -> None:
    registration = held(published)
    cancel_screening(screening=published, by=owner)
    with pytest.raises(Refused) as error:
        confirm(registration=registration)
    assert refused(error) == ["called-off"]


def test_places_given_back_are_not_confirmed(published: Screening) -> None:
    registration = give_back(registration=held(published))
    assert registration.state == "given-back"
    with pytest.raises(Refused) as error:
        confirm(registration=registration)
    assert refused(error) == ["given-back"]


def test_form_answers_alike_whoever_is_registered(published: Screening) -> None:
    """A new address, one that waits, one that is registered, and one with too many that wait."""
    registered(published)
    many = some_screenings(published, MOST_HELD)
    for screening in many:
        held(screening, "Cy")
    address = f"/screenings/{published.slug}/register/"
    answers = set()
    for name in ("Ada", "Bo", "Bo", "Cy"):
        data = {"what": "all", "name": name, "email": f"{name.lower()}@reader.example"}
        response = signed_in(None).post(address, data, follow=True)
        page = response.content.decode()
        assert "within 30 minutes" in page
        answers.add((tuple(response.redirect_chain), response.templates[0].name, page.count("alert")))
    assert len(answers) == 1
    assert Registration.objects.filter(screening=published).count() == 2


def test_link_in_the_mail_shows_a_button_and_only_the_button_confirms(published: Screening) -> None:
    registration = held(published)
    client = signed_in(None)
    page = client.get(registration.get_absolute_url()).content.decode()
    assert "Confirm my places" in page
    assert "held for you until 13:30" in page
    assert client.get(f"/registrations/{registration.token}/confirm/").status_code == 405
    registration.refresh_from_db()
    assert registration.confirmed_at is None
    page = client.post(f"/registrations/{registration.token}/confirm/", follow=True).content.decode()
    assert "Your places are confirmed." in page
    assert "Confirm my places" not in page


def test_page_of_an_expired_hold_leads_back_to_the_form(published: Screening, later: Clock) -> None:
    registration = held(published)
    later(HOLD)
    client = signed_in(None)
    page = client.get(registration.get_absolute_url()).content.decode()
    assert f'href="/screenings/{published.slug}/register/">Register again</a>' in page
    page = client.post(f"/registrations/{registration.token}/confirm/", follow=True).content.decode()
    assert "are free again. Please register again." in page
    assert "Confirm my places" not in page


def test_person_with_a_verified_address_is_led_to_the_places(published: Screening, owner: User) -> None:
    EmailAddress.objects.create(user=owner, email=owner.email, verified=True)
    address = f"/screenings/{published.slug}/register/"
    data = {"what": "all", "name": "Owner", "email": owner.email}
    for _ in range(2):
        response = signed_in(owner).post(address, data)
        assert response["Location"] == Registration.objects.get().get_absolute_url()
    assert signed_in(owner).post(address, data | {"email": ADA})["Location"] == f"{address}sent/"


def test_desk_counts_who_confirmed_and_marks_who_did_not(published: Screening, owner: User) -> None:
    held(published)
    registered(published, "Bo")
    page = signed_in(owner).get(f"/desk/screenings/{published.slug}/").content.decode()
    assert page.count("</i> to be confirmed</span>") == 1
