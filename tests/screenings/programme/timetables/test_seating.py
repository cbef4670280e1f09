"""Who sits where after a showing was cut or joined: classes, who waits, open offers, who is let in already."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import User
from reminders.models import Reminder
from reminders.writing.preview import preview
from screenings.audience.changing import change
from screenings.audience.door import Entry, enter
from screenings.audience.registering import give_back
from screenings.audience.waiting import accept
from screenings.models import Place as Seat
from screenings.models import Registration, Screening, Showing
from screenings.planning.by_hand.places import join, places_of
from screenings.planning.works import Work
from screenings.programme.timetables.changes import last_to_undo, version_of
from screenings.programme.timetables.rearranging import rearrange
from screenings.schedules.feeds import calendar_of_registration
from tests.screenings.audience.test_waiting import group, offers, waits
from tests.screenings.conftest import NOW, registered, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from tests.screenings.programme.timetables.test_rearranging import cut_in_two
from wording.refusals import Refused


def halves(screening: Screening) -> list[Showing]:
    """Of Rust, in their order; or the whole."""
    rust = screening.showings.standing().filter(film__title="Rust")
    return list(rust.select_related("film").order_by("from_minute"))


def joined(screening: Screening, by: User) -> Showing:
    stand = list(screening.showings.standing().order_by("starts_at"))
    works = {each.pk: Work.of(each) for each in stand}
    wanted = join(places_of(stand), f"{halves(screening)[0].pk}", works)
    rearrange(screening=screening, places=wanted, version=version_of(screening), by=by)
    (whole,) = halves(screening)
    return whole


def seats(showing: Showing) -> dict[str, int]:
    rows = Seat.objects.filter(showing=showing, registration__cancelled_at=None)
    return dict(rows.values_list("registration__name", "people"))


@pytest.fixture
def in_two(published: Screening, owner: User) -> tuple[Showing, Showing]:
    cut_in_two(published, owner)
    first, second = halves(published)
    return first, second


def mail_about_moves() -> str:
    return preview(Reminder.objects.filter(kind="screenings.showings-moved").latest("pk")).text


def test_mail_says_the_stretches_of_what_was_cut(published: Screening, owner: User) -> None:
    registered(published)
    cut_in_two(published, owner)
    text = " ".join(mail_about_moves().split())
    assert (
        "“Rust” was announced for Sat 20 March 2027, 10:30. It is now shown in 2 stretches, with a break between them, "
        "which begin: Sat 20 March 2027, 10:30; Sat 20 March 2027, 12:45."
    ) in text
    assert text.count("“Rust”") == 1


def test_mail_says_when_what_was_joined_begins(
    published: Screening, in_two: tuple[Showing, Showing], owner: User
) -> None:
    registered(published, "Bo", showings=[in_two[1]])
    joined(published, owner)
    assert (
        "“Rust” was announced in stretches, which were to begin: Sat 20 March 2027, 10:30; Sat 20 March 2027, 12:45. "
        "It now begins Sat 20 March 2027, 10:30, One, and runs whole. If you had booked for Sat 20 March 2027, 12:45, "
        "please come at Sat 20 March 2027, 10:30."
    ) in " ".join(mail_about_moves().split())


def test_joined_stretch_is_not_listed_as_called_off(
    published: Screening, in_two: tuple[Showing, Showing], owner: User
) -> None:
    joined(published, owner)
    assert published.showings.get(pk=in_two[1].pk).is_cancelled
    assert "Called off" not in signed_in(None).get(published.get_absolute_url()).text
    assert "called off" not in signed_in(owner).get(f"/desk/screenings/{published.slug}/").text


def test_class_of_thirty_has_its_thirty_places_at_the_whole(
    published: Screening, in_two: tuple[Showing, Showing], owner: User
) -> None:
    first, second = in_two
    group(published, "Class", [second], people=30)
    group(published, "Couple", [first, second], people=2)
    group(published, "Pair", [first, second], people=2)
    for showing, name in ((first, "Couple"), (second, "Pair")):
        Seat.objects.filter(showing=showing, registration__name=name).update(people=1)
    early = Seat.objects.get(showing=second, registration__name="Pair")
    enter(screening=published, entries=[Entry(uuid4(), early.pk, 1, NOW)], by=owner)
    group(published, "Gone", [second], people=3)
    give_back(registration=Registration.objects.get(name="Gone"))
    whole = joined(published, owner)
    assert (whole.booked, whole.capacity) == (34, 40)
    assert seats(whole) == {"Class": 30, "Couple": 2, "Pair": 2}, "the greater number of each"
    assert whole.places.get(registration__name="Pair").arrived == 1
    second.refresh_from_db()
    assert second.booked == 0


def test_more_people_than_the_screen_seats_are_refused(
    published: Screening, in_two: tuple[Showing, Showing], owner: User
) -> None:
    first, second = in_two
    group(published, "Class", [first], people=30)
    group(published, "Club", [second], people=11)
    with pytest.raises(Refused) as error:
        joined(published, owner)
    assert refused(error) == ["too-small"]
    assert [each.booked for each in halves(published)] == [30, 11]


def test_who_waits_for_a_half_waits_for_the_whole_and_who_holds_the_other_does_not(
    published: Screening, in_two: tuple[Showing, Showing], owner: User
) -> None:
    first, second = in_two
    Screening.objects.filter(pk=published.pk).update(audience=1)
    Showing.objects.filter(pk=second.pk).update(capacity=1)
    registered(published, "Bo", showings=[second])
    change(registration=registered(published, "Cem", showings=[first]), showings=[first], people=1,
           wait_for=[second])  # fmt: skip
    rails = showing_of(published, "Rails")
    Showing.objects.filter(pk=rails.pk).update(capacity=1)
    registered(published, "Dan", showings=[rails])
    waits(published, "Ada", second, rails)
    whole = joined(published, owner)
    assert (whole.booked, seats(whole)) == (2, {"Bo": 1, "Cem": 1})
    assert offers() == {"Ada": False}
    ada = Registration.objects.get(name="Ada")
    assert set(ada.wait.showings.values_list("pk", flat=True)) == {whole.pk, rails.pk}


def test_offer_is_kept_and_counted_when_halves_are_joined_and_cut_again(
    published: Screening, in_two: tuple[Showing, Showing], owner: User
) -> None:
    _first, second = in_two
    Showing.objects.filter(pk=second.pk).update(capacity=2)
    couple = group(published, "Couple", [second], people=2)
    ada = waits(published, "Ada", second, people=2)
    give_back(registration=couple)
    assert offers() == {"Ada": True}
    whole = joined(published, owner)
    assert (whole.booked, offers()) == (2, {"Ada": True})
    found = last_to_undo(published)
    assert found is not None
    rearrange(screening=published, places=found[1], version=version_of(published), by=owner, undoes=found[0])
    assert [each.booked for each in halves(published)] == [2, 2]
    accept(registration=ada)
    assert [seats(each) for each in halves(published)] == [{"Ada": 2}, {"Ada": 2}]
    assert [each.booked for each in halves(published)] == [2, 2]


def test_who_is_let_in_before_a_cut_is_so_at_the_first_half_and_again_at_the_whole(
    published: Screening, owner: User
) -> None:
    ada = group(published, "Ada", [showing_of(published, "Rust")], people=3)
    enter(screening=published, entries=[_in(ada.places.get(), 2)], by=owner)
    cut_in_two(published, owner)
    assert [_arrived(each) for each in halves(published)] == [2, 0]
    second = halves(published)[1]
    whole = joined(published, owner)
    assert (_arrived(whole), seats(whole)) == (2, {"Ada": 3})
    enter(screening=published, entries=[_in(ada.places.get(), 1)], by=owner)
    assert _arrived(whole) == 3
    ics = calendar_of_registration(ada).decode()
    cancelled = [event for event in ics.split("BEGIN:VEVENT") if "STATUS:CANCELLED" in event]
    assert [f"{second.uid}" in event for event in cancelled] == [True]


def _in(place: Seat, people: int) -> Entry:
    now: datetime = timezone.now()
    return Entry(uuid4(), place.pk, people, now)


def _arrived(showing: Showing) -> int:
    return Seat.objects.get(showing=showing).arrived
