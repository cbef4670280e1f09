"""What a licence is owed, and what its pages and mails say of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from catalog.models import Film
from licensing.delivery.promising import due_day, promise_another
from licensing.delivery.words import how_of_licence
from licensing.licences.ending import revoke
from licensing.licences.suspending import suspend
from licensing.models import Delivery, Institution, Licence, LicenceType, Way
from licensing.terms.days import office_today
from reminders.models import Reminder
from tests.licensing.conftest import licence_of, order_of, signed_in
from tests.licensing.delivery.conftest import promised
from wording.refusals import Refused

NOTHING = "You use a copy that you already have: nothing is delivered under this licence."


@pytest.mark.parametrize("way", ["file", "stream", "disc", "dcp"])
def test_each_way_is_promised_and_waits_for_the_office(
    way: str, school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    delivery = promised(way, school, teacher, film, site)
    assert (delivery.way, delivery.state, delivery.due_on) == (way, "to-do", date(2027, 3, 3))
    assert Reminder.objects.filter(kind="licensing.delivery-overdue").count() == 1
    assert list(Delivery.objects.to_do(office_today())) == [delivery]


@pytest.mark.parametrize(
    ("ordered", "due"),
    [
        (date(2027, 3, 1), date(2027, 3, 3)),
        (date(2027, 3, 5), date(2027, 3, 9)),
        (date(2027, 3, 6), date(2027, 3, 9)),
    ],
)
def test_the_office_has_two_working_days_for_what_begins_today(ordered: date, due: date) -> None:
    """Monday, Friday, Saturday."""
    assert due_day(Licence(starts_on=ordered), ordered) == due
    assert due_day(Licence(starts_on=ordered + timedelta(days=60)), ordered) == ordered + timedelta(days=53)


def test_files_are_not_listed_while_the_licence_is_out_of_force(files: Delivery, teacher: User) -> None:
    client, path = signed_in(teacher), files.get_absolute_url()
    assert "Checksum" in client.get(path).text
    suspend(licence=files.licence, because="A dispute.", by=None)
    page = client.get(path).text
    assert "Checksum" not in page
    assert f"Licence {files.licence.number} is not in force." in page


def test_files_that_are_there_are_given_at_once(files: Delivery) -> None:
    assert files.state == "given"
    assert not Reminder.objects.filter(kind="licensing.delivery-overdue").exists()
    assert how_of_licence(files.licence) == [
        "As files: download them from the licence's page while it is in force."
    ]


def test_a_type_may_deliver_nothing(licence: Licence, teacher: User) -> None:
    assert not Delivery.objects.exists()
    assert NOTHING in signed_in(teacher).get(licence.get_absolute_url()).text
    assert NOTHING in signed_in(teacher).get(licence.line.order.get_absolute_url()).text


def test_an_order_says_it_before_there_is_a_licence(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    LicenceType.objects.update(delivers="stream")
    site.refresh_from_db()
    order = order_of(school, teacher, [(film, site)])
    assert "As a stream: you receive its address once the licence is issued." in signed_in(teacher).get(
        order.get_absolute_url()
    ).text.replace("&#x27;", "'")


def test_the_licences_mail_says_how_the_film_comes(files: Delivery) -> None:
    from reminders.kinds import kind_named

    reminder = Reminder.objects.filter(kind="licensing.licence-issued")[0]
    kind = kind_named(reminder.kind)
    assert kind is not None
    context = kind.context(reminder)
    assert context is not None
    assert context["how"] == how_of_licence(files.licence)


def test_a_revoked_licence_leaves_the_queue(parcel: Delivery, office: User) -> None:
    revoke(licence=parcel.licence, because="a test", by=office)
    assert not Delivery.objects.to_do(office_today()).exists()


def test_the_office_promises_another_way(files: Delivery, office: User, teacher: User) -> None:
    disc = promise_another(licence=files.licence, way=Way.DISC, by=office)
    assert (disc.state, files.licence.deliveries.count()) == ("to-do", 2)
    for way, by in ((Way.FILE, office), (Way.KEY, office), (Way.DISC, teacher)):
        with pytest.raises(Refused):
            promise_another(licence=files.licence, way=way, by=by)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"state": "sent", "sent_on": "2027-03-01"}, "delivery_state_fits_its_way"),
        ({"state": "given", "given_at": None}, "delivery_given_at_a_time"),
        ({"way": "disc", "state": "sent", "carrier": "Post"}, "delivery_sent_on_a_day"),
        ({"way": "disc", "state": "sent", "sent_on": "2027-03-01"}, "delivery_parcel_has_a_carrier"),
        ({"way": "pigeon"}, "delivery_"),
        ({"way": "stream"}, "delivery_stream_has_a_link"),
        ({"carrier": "a\nb"}, "delivery_carrier_one_line"),
    ],
)
def test_the_database_refuses_what_cannot_be(fields: dict[str, object], name: str, files: Delivery) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Delivery.objects.filter(pk=files.pk).update(**fields)


def test_several_licences_are_promised_in_as_many_statements_as_one(
    school: Institution, teacher: User, film: Film, site: LicenceType, django_assert_num_queries: object
) -> None:
    from licensing.delivery.promising import promise_deliveries

    LicenceType.objects.update(delivers="disc")
    site.refresh_from_db()
    parts = list(film.parts.all())
    licences = [licence_of(school, teacher, each, site) for each in (film, *parts)]
    Delivery.objects.all().delete()
    licences = list(Licence.objects.filter(pk__in=[each.pk for each in licences]).with_listing())
    for some in (licences[:1], licences[1:]):
        with django_assert_num_queries(5):  # type: ignore[operator]  # a fixture
            assert len(promise_deliveries(licences=some)) == len(some)
