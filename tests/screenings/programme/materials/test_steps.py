"""Copies and keys by date: derived from showings and deliveries, ticked off, reminded of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from licensing.models import Delivery, Licence, Way
from licensing.models.licences.deliveries import KeyRequest
from reminders.models import Reminder
from reminders.writing.preview import preview
from screenings.models import MaterialTick, Screening, ScreenServer
from screenings.programme.announcing import cancel_screening
from screenings.programme.booking import move_showing
from screenings.programme.materials.steps import Material, materials_of, working_days_before
from screenings.programme.materials.ticking import tick, untick
from tests.screenings.conftest import NOW, SATURDAY, at, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused


def steps(screening: Screening) -> dict[str, Material]:
    fresh = Screening.objects.with_listing().get(pk=screening.pk)
    return {each.step.value: each for each in materials_of(fresh)}


def test_each_step_is_due_in_time(published: Screening) -> None:
    found = steps(published)
    assert {step: each.due_on for step, each in found.items()} == {
        "ordered": SATURDAY - timedelta(days=28),
        "arrived": date(2027, 3, 15),
        "key": SATURDAY - timedelta(days=2),
        "test": SATURDAY - timedelta(days=1),
        "returned": SATURDAY + timedelta(days=3),
    }
    assert found["arrived"].what == "DCP: Rust, Remnants, Rails"
    assert (
        found["key"].what == "One: valid from Sat 20 March 2027, 10:30 to Sat 20 March 2027, 21:00 at least"
    )
    assert working_days_before(date(2027, 3, 22), 1) == date(2027, 3, 19)


def test_they_follow_the_showings(published: Screening, owner: User) -> None:
    tick(
        screening=published,
        step="test",
        about=f"screen-{published.venue.screens.get(name='One').pk}",
        by=owner,
    )
    other = published.venue.screens.get(name="Two")
    move_showing(
        showing=showing_of(published, "Rails"),
        starts_at=at(SATURDAY, "19:00", published.venue),
        screen=other,
        by=owner,
    )
    fresh = Screening.objects.with_listing().get(pk=published.pk)
    tests = {each.what: each.is_done for each in materials_of(fresh) if each.step == MaterialTick.Step.TEST}
    assert tests == {"One": True, "Two": False}


def test_deliveries_of_the_licence_say_what_is_done(published: Screening, licence: Licence) -> None:
    parcel = Delivery.objects.create(licence=licence, way=Way.DCP, due_on=date(2027, 3, 10))
    assert {step for step, each in steps(published).items() if each.is_done} == {"ordered"}
    sent = {"carrier": "Post", "sent_on": date(2027, 3, 9), "return_by": date(2027, 4, 1)}
    Delivery.objects.filter(pk=parcel.pk).update(state="received", received_on=date(2027, 3, 12), **sent)
    found = steps(published)
    assert {step for step, each in found.items() if each.is_done} == {"ordered", "arrived"}
    assert found["returned"].due_on == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (20, 20, "every showing is covered"),
        (
            21,
            22,
            "do not cover Rust (Sat 20 March 2027), Remnants (Sat 20 March 2027), Rails (Sat 20 March 2027)",
        ),
    ],
)
def test_key_that_misses_a_showing_is_seen(
    first: int, last: int, said: str, published: Screening, licence: Licence, owner: User
) -> None:
    key = Delivery.objects.create(licence=licence, way=Way.KEY, due_on=date(2027, 3, 10))
    KeyRequest.objects.create(
        delivery=key, venue="The Room", first_day=date(2027, 3, first), last_day=date(2027, 3, last),
        servers="Dolby 1", send_to=owner.email, asked_by=owner,
    )  # fmt: skip
    assert said in steps(published)["key"].known
    assert not steps(published)["key"].is_done


def test_what_is_due_is_said_once_by_day_and_not_what_is_done(
    published: Screening, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = Reminder.objects.waiting().filter(kind="screenings.materials-due").order_by("due_at")
    days = [each.due_at.date() for each in due]
    assert days == [date(2027, 3, 15), date(2027, 3, 18), date(2027, 3, 19), date(2027, 3, 23)]
    tick(screening=published, step="arrived", about="dcp", by=owner, note="Drive 7")
    assert [each.due_at.date() for each in due.all()] == days[1:]
    tick(screening=published, step="ordered", about="dcp", by=owner)
    first = due.all()[0]
    assert preview(first).text == ""
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=17))
    text = preview(first).text
    assert "key loaded: One" in text
    assert "Drive" not in text
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    untick(screening=published, step="arrived", about="dcp", by=owner)
    assert due.all().count() == 4
    cancel_screening(screening=published, by=owner)
    assert due.all().count() == 0


def test_only_the_presenters_tick_and_only_what_there_is(
    published: Screening, owner: User, outsider: User
) -> None:
    for by, about, code in ((outsider, "dcp", "not-yours"), (owner, "35mm", "no-step")):
        with pytest.raises(Refused) as error:
            tick(screening=published, step="arrived", about=about, by=by)
        assert refused(error) == [code]
    with pytest.raises(IntegrityError), transaction.atomic():
        MaterialTick.objects.create(screening=published, step="lost", about="dcp")


def test_page_ticks_off_and_the_run_of_show_has_it(published: Screening, owner: User, outsider: User) -> None:
    page, address = signed_in(owner), f"/desk/screenings/{published.slug}/materials/"
    sent = {"step": "arrived", "about": "dcp"}
    assert signed_in(outsider).post(address, sent).status_code == 404
    assert page.post(address, sent).status_code == 302
    assert page.post(address, sent | {"note": "a\nb"}).status_code == 302
    assert MaterialTick.objects.get().by == owner
    desk = page.get(f"/desk/screenings/{published.slug}/").content.decode()
    assert desk.count("Tick off") == 4
    assert (
        "DCP: Rust, Remnants, Rails"
        in page.get(f"/screenings/{published.slug}/run-of-show/").content.decode()
    )
    page.post(address, sent | {"undo": "1"})
    assert not MaterialTick.objects.exists()


def test_a_key_is_asked_for_and_ticked_for_each_server(
    published: Screening, licence: Licence, owner: User
) -> None:
    """Of the screen that is used; the run of show names them. Of a server that is replaced nothing is left."""
    one, two = (published.venue.screens.get(name=name) for name in ("One", "Two"))
    ScreenServer.objects.create(screen=two, name="Elsewhere")
    backup = ScreenServer.objects.create(screen=one, name="Barco 22", is_backup=True)
    main = ScreenServer.objects.create(screen=one, name="IMS 3000", thumbprint="ab:cd")
    window = "valid from Sat 20 March 2027, 10:30 to Sat 20 March 2027, 21:00 at least"
    assert [(each.what, each.due_on) for each in keys(published)] == [
        (f"One, server IMS 3000 (certificate ab:cd): {window}", SATURDAY - timedelta(days=2)),
        (f"One, backup server Barco 22: {window}", SATURDAY - timedelta(days=2)),
    ]
    key = Delivery.objects.create(licence=licence, way=Way.KEY, due_on=date(2027, 3, 10))
    KeyRequest.objects.create(
        delivery=key, venue="The Room", first_day=SATURDAY, last_day=SATURDAY,
        servers="Barco 221\nims 3000", send_to=owner.email, asked_by=owner,
    )  # fmt: skip
    tick(screening=published, step="key", about=f"server-{backup.pk}", by=owner)
    known = [(each.known, each.is_done) for each in keys(published)]
    assert known[0][0].endswith("every showing is covered")
    assert known[1] == ("no key that is asked for names this server", True)
    with pytest.raises(Refused):
        tick(screening=published, step="key", about=f"screen-{one.pk}", by=owner)
    page = signed_in(owner).get(f"/screenings/{published.slug}/run-of-show/").text
    assert "One, server IMS 3000 (certificate ab:cd)" in page
    main.delete()
    backup.delete()
    assert [each.about for each in keys(published)] == [f"screen-{one.pk}"]


def keys(screening: Screening) -> list[Material]:
    fresh = Screening.objects.with_listing().get(pk=screening.pk)
    return [each for each in materials_of(fresh) if each.step == MaterialTick.Step.KEY]
