"""The mailing list as strangers, readers and the office meet it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.models import User
from catalog.mailing.subscribing import (
    confirm_subscription,
    forget_address,
    forget_subscription,
    forget_unconfirmed,
    subscribe,
)
from catalog.models import MailingPolicy, Subject, Subscription
from reminders.addresses.stopped import optional_kinds, stop_address
from reminders.models import DeclinedKind, Reminder
from reminders.writing.declining import declining_token
from tests.at_once import at_once

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 10, 12, tzinfo=UTC)
PAGE = "/mailing-list/"
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def work(db: None) -> Subject:
    return Subject.objects.create(slug="work", name="Work")


def sent() -> list[tuple[str, str]]:
    return list(Reminder.objects.order_by("pk").values_list("kind", "recipient"))


def on_the_list(email: str = "reader@x.example", **given: Any) -> Subscription:
    subscribe(email=email, language=given.pop("language", "en"), **given)
    row = confirm_subscription(subscription=Subscription.objects.get(email=email))
    assert row is not None
    return row


def test_anyone_asks_and_only_the_owner_of_the_address_is_written_to(client: Client, work: Subject) -> None:
    page = client.get(PAGE)
    assert not page.cookies
    answer = client.post(PAGE, {"email": "Reader@X.example", "language": "fr", "subjects": [work.pk]})
    assert answer["Location"] == "/mailing-list/sent/"
    row = Subscription.objects.get()
    assert (row.email, row.language, [*row.subjects.all()], row.confirmed_at) == (
        "reader@x.example", "fr", [work], None,
    )  # fmt: skip
    assert sent() == [("catalog.mailing-to-confirm", "reader@x.example")]


def test_form_of_the_footer_stands_on_kept_pages_without_cookies(client: Client) -> None:
    page = client.get("/about/")
    assert 'action="/mailing-list/" method="post"' in page.text
    assert not page.cookies
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(PAGE, {"email": "a@x.example", "language": "en"}).status_code == 403
    answer = strict.post(PAGE, {"email": "a@x.example", "language": "en"}, headers=OURS)
    assert answer["Location"] == "/mailing-list/sent/"


def test_whoever_types_an_address_learns_nothing_of_it_and_changes_nothing(
    client: Client, work: Subject
) -> None:
    row = on_the_list(subjects=[work])
    Subscription.objects.update(mailed_at=NOW - timedelta(hours=2))
    new = client.post(PAGE, {"email": "new@x.example", "language": "en"})
    known = client.post(PAGE, {"email": row.email, "language": "fr"})
    assert (new.status_code, new["Location"]) == (known.status_code, known["Location"])
    row.refresh_from_db()
    assert (row.language, [*row.subjects.all()]) == ("en", [work])
    assert sent()[-1] == ("catalog.mailing-known", row.email)


def test_an_address_is_written_to_once_an_hour_however_often_it_is_typed(client: Client) -> None:
    for _ in range(4):
        subscribe(email="reader@x.example", language="en")
    assert sent() == [("catalog.mailing-to-confirm", "reader@x.example")]


@pytest.mark.parametrize(
    "given",
    [
        {"email": "no address", "language": "en"}, {"email": "", "language": "en"}, {"email": "a@x.example", "language": "xx"},
        {"email": "a@x.example", "language": "en", "subjects": ["999"]}, {"email": f"{'a' * 300}@x.example", "language": "en"}, {"email": "a@x.example", "language": "en", "subjects": ["x"]},
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_and_nothing_is_kept(given: dict[str, Any], client: Client) -> None:
    page = client.post(PAGE, given)
    assert page.status_code == 200
    assert "You are not on the list yet" in page.text
    assert not Subscription.objects.exists()
    with pytest.raises(ValidationError):
        subscribe(email="no address", language="en")


def test_link_asks_and_the_button_confirms_once(client: Client) -> None:
    subscribe(email="reader@x.example", language="en")
    address = Subscription.objects.get().get_absolute_url()
    assert "Yes, write to me" in client.get(address).text
    assert Subscription.objects.get().confirmed_at is None
    for _ in range(2):
        assert client.post(f"{address}confirm/")["Location"] == address
    row = Subscription.objects.get()
    assert (row.confirmed_at, row.told_until) == (NOW, NOW)
    assert "Leave the list" in client.get(address).text


def test_reader_chooses_and_leaves_and_nothing_stays(client: Client, work: Subject) -> None:
    row = on_the_list()
    address = row.get_absolute_url()
    assert client.post(address, {"language": "zh-hans", "subjects": [work.pk]})["Location"] == address
    row.refresh_from_db()
    assert (row.language, [*row.subjects.all()]) == ("zh-hans", [work])
    assert client.post(address, {"language": "xx"}).status_code == 200
    assert "reader@x.example is deleted" in client.post(f"{address}leave/").text
    assert (Subscription.objects.count(), Reminder.objects.count()) == (0, 0)
    assert "The address is deleted" in client.post(f"{address}leave/").text
    assert client.get(address).status_code == 404
    assert client.post(f"{address}confirm/").status_code == 404


def test_link_of_a_former_subscription_does_not_open_a_new_one(client: Client) -> None:
    before = on_the_list().get_absolute_url()
    client.post(f"{before}leave/")
    on_the_list()
    assert client.get(before).status_code == 404


def test_who_is_not_confirmed_chooses_nothing(client: Client, work: Subject) -> None:
    subscribe(email="reader@x.example", language="en")
    row = Subscription.objects.get()
    assert client.post(row.get_absolute_url(), {"language": "fr", "subjects": [work.pk]}).status_code == 200
    assert Subscription.objects.get().language == "en"


def test_one_click_deletes_the_address_and_keeps_no_word_of_it(client: Client) -> None:
    row = on_the_list()
    token = declining_token(row.email, ["catalog.new-films"])
    assert client.get(f"/mails/decline/{token}/").status_code == 200
    assert Subscription.objects.exists()
    answer = client.post(f"/mails/decline/{token}/", {"List-Unsubscribe": "One-Click"})
    assert "deleted from the" in answer.text
    assert (Subscription.objects.count(), DeclinedKind.objects.count()) == (0, 0)
    assert "catalog.new-films" not in {kind.name for kind in optional_kinds()}


@pytest.mark.parametrize("how", ["bounce", "complaint"])
def test_address_that_takes_no_mail_or_complained_leaves_the_list(how: str) -> None:
    row = on_the_list()
    stop_address(email=row.email, how=how)
    assert not Subscription.objects.exists()
    assert sent() == []


def test_who_types_an_unconfirmed_address_again_does_not_change_its_choice(work: Subject) -> None:
    subscribe(email="reader@x.example", language="fr", subjects=[work])
    subscribe(email="reader@x.example", language="en")
    row = Subscription.objects.get()
    assert (row.language, [*row.subjects.all()]) == ("fr", [work])


def test_addresses_that_nobody_confirmed_are_deleted_with_their_mails() -> None:
    subscribe(email="stranger@x.example", language="en")
    kept = on_the_list()
    assert forget_unconfirmed() == 0
    Subscription.objects.update(mailed_at=NOW - timedelta(days=8))
    assert forget_unconfirmed() == 1
    assert [*Subscription.objects.all()] == [kept]
    assert sent() == [("catalog.mailing-to-confirm", "reader@x.example")]


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"email": "Upper@x.example"}, "subscription_email_lower"), ({"told_until": NOW}, "subscription_told_if_confirmed"),
        ({"confirmed_at": NOW}, "subscription_told_if_confirmed"),
    ],
)  # fmt: skip
def test_database_refuses(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Subscription.objects.create(**({"email": "a@x.example"} | values))


def test_rules_are_one_row_within_bounds() -> None:
    for values, constraint in (
        ({"id": 2}, "mailing_policy_is_one"), ({"every": "day"}, "mailing_policy_every_known"),
        ({"unconfirmed_days": 0}, "mailing_policy_deletes_within_a_quarter"),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            MailingPolicy.objects.create(**values)


def test_office_looks_exports_and_erases_by_its_permissions(
    client: Client, django_assert_num_queries: Any
) -> None:
    row = on_the_list("=reader@x.example")
    subscribe(email="unconfirmed@x.example", language="en")
    office = User.objects.create_superuser("office@x.example")
    clerk = User.objects.create(email="clerk@x.example", is_staff=True)
    client.force_login(office)
    with django_assert_num_queries(8):
        assert client.get("/admin/catalog/subscription/").status_code == 200
    export = "/admin/catalog/subscription/export/"
    table = client.get(export).content.decode()
    assert "'=reader@x.example" in table
    assert "unconfirmed@x.example" not in table
    client.force_login(clerk)
    assert client.get(export).status_code == 403
    client.force_login(office)
    assert client.post(f"/admin/catalog/subscription/{row.pk}/delete/", {"post": "yes"}).status_code == 302
    assert [email for _kind, email in sent()] == ["unconfirmed@x.example"]
    assert client.get("/admin/catalog/subscription/import/").status_code == 403


@pytest.mark.django_db(transaction=True)
def test_asked_confirmed_and_left_at_once() -> None:
    at_once(*(lambda: subscribe(email="reader@x.example", language="en") for _ in range(3)))
    row = Subscription.objects.get()
    assert len(sent()) == 1
    done = at_once(*(lambda: confirm_subscription(subscription=row) for _ in range(3)))
    assert {getattr(each, "confirmed_at", each) for each in done} == {NOW}
    ends = at_once(*(lambda: forget_subscription(subscription=row) for _ in range(2)))
    assert ends == [None, None]
    assert not Subscription.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_asked_while_the_same_address_is_forgotten() -> None:
    asked = [lambda: subscribe(email="reader@x.example", language="en")] * 3
    gone = [lambda: forget_address(email="reader@x.example")] * 3
    assert at_once(*asked, *gone) == [None] * 6
