"""People get what is stored about them, or are forgotten; all or nothing, and each answer is logged without the address."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import User
from catalog.models import Subscription
from licensing.models import Institution, Membership, Role
from operations.models import PersonalRequest
from operations.personal.answering import erase, export, trace_of
from operations.personal.holdings import Person, holdings
from reminders.models import DeclinedKind, Reminder
from tests.reminders.owing import owe
from wording.refusals import Refused

pytestmark = pytest.mark.django_db
ADDRESS = "june@school.example"
ADDED = "/admin/operations/personalrequest/add/"


@pytest.fixture
def june() -> User:
    user = User.objects.create_user(ADDRESS, "a-long-take-of-nine-hours", name="June Park")
    EmailAddress.objects.create(user=user, email=ADDRESS, verified=True, primary=True)
    EmailAddress.objects.create(user=user, email="june@home.example", verified=True)
    Subscription.objects.create(email="june@home.example")
    DeclinedKind.objects.create(email=ADDRESS, kind="screenings.next-part-soon")
    return user


@pytest.fixture
def clerk(client: Client) -> User:
    user = User.objects.create_user("clerk@office.example", "x", is_staff=True)
    user.user_permissions.add(
        *Permission.objects.filter(codename__in=("add_personalrequest", "view_personalrequest"))
    )
    client.force_login(user)
    return user


def test_a_person_is_all_their_confirmed_addresses(june: User) -> None:
    EmailAddress.objects.create(user=june, email="somebody@else.example", verified=False)
    person = Person.of(" June@Home.example ")
    assert (person.user, person.emails) == (june, frozenset({ADDRESS, "june@home.example"}))
    assert Person.of("somebody@else.example").user is None


def test_the_file_has_what_every_app_holds_and_no_secret(june: User) -> None:
    stored = export(email=ADDRESS, by=None)["stored"]
    assert {name: len(rows) for name, rows in stored.items()} == {
        "account": 1,
        "addresses of the account": 2,
        "declined mails": 1,
        "mailing list": 1,
    }
    assert stored["account"][0]["name"] == "June Park"
    assert june.password not in json.dumps(stored, default=str)


def test_every_holding_can_be_read_and_erased_for_someone_unknown() -> None:
    nobody = Person.of("nobody@anywhere.example")
    assert [(each.name, list(each.rows(nobody))) for each in holdings() if list(each.rows(nobody))] == []
    assert sum(each.erase(nobody) for each in holdings()) == 0


def test_erasing_leaves_a_number_that_nobody_can_sign_in_with(june: User, client: Client) -> None:
    client.force_login(june)
    Authenticator.objects.create(user=june, type=Authenticator.Type.TOTP, data={"secret": "SESAME"})
    LogEntry.objects.create(user=june, action_flag=CHANGE, object_repr="June Park")
    assert client.get("/account/email/").status_code == 200
    assert erase(email=ADDRESS, by=None) == {"account": 1, "declined mails": 1, "mailing list": 1}
    june.refresh_from_db()
    assert (june.email, june.name, june.is_active, june.has_usable_password()) == (
        f"nobody-{june.pk}@forgotten.invalid", "", False, False,
    )  # fmt: skip
    assert not EmailAddress.objects.filter(user=june).exists()
    assert not Subscription.objects.exists()
    assert client.get("/account/email/").status_code == 302
    left = [rows.exists() for rows in (Session.objects, Authenticator.objects, LogEntry.objects)]
    assert left == [False, False, False]
    with pytest.raises(Refused) as refused:
        export(email=ADDRESS, by=None)
    assert refused.value.code == "nothing-stored"


def test_mails_are_found_in_whichever_letters_an_address_was_typed_and_at_a_former_one(june: User) -> None:
    for recipient, user in (
        ("June@School.example", None),
        ("june@former.example", june),
        ("sam@x.example", None),
    ):
        owe(key=recipient, kind="x", subject="x", recipient=recipient, user=user)
    assert len(export(email=ADDRESS, by=None)["stored"]["mails"]) == 2
    erase(email=ADDRESS, by=None)
    assert Reminder.objects.get().recipient == "sam@x.example"


def test_who_alone_administers_an_institution_hands_it_over_first_and_nothing_is_erased(june: User) -> None:
    school = Institution.objects.create(legal_name="Lincoln School", tier="k-12", country="US")
    own = Membership.objects.create(institution=school, user=june, role=Role.OWNER)
    other = User.objects.create_user("sam@school.example", "x")
    Membership.objects.create(institution=school, user=other, role=Role.READER)
    with pytest.raises(Refused) as refused:
        erase(email=ADDRESS, by=None)
    assert refused.value.code == "last-administrator"
    june.refresh_from_db()
    assert (june.name, DeclinedKind.objects.count(), PersonalRequest.objects.count()) == ("June Park", 1, 0)
    Membership.objects.filter(user=other).update(role=Role.OWNER)
    assert erase(email=ADDRESS, by=None)["memberships"] == 1
    assert not Membership.objects.filter(pk=own.pk).exists()


def test_the_office_itself_is_not_erased(june: User) -> None:
    User.objects.filter(pk=june.pk).update(is_staff=True)
    with pytest.raises(Refused) as refused:
        erase(email=ADDRESS, by=None)
    assert refused.value.code == "of-the-office"
    assert Subscription.objects.count() == 1


def test_each_answer_is_logged_without_the_address(june: User, clerk: User) -> None:
    export(email=ADDRESS, by=clerk)
    erase(email=ADDRESS, by=None)
    logged = PersonalRequest.objects.order_by("pk").values_list("what", "trace", "answered_by")
    assert list(logged) == [
        ("export", trace_of("JUNE@school.example"), clerk.pk),
        ("erasure", trace_of(ADDRESS), None),
    ]
    assert "june" not in json.dumps([row.counts for row in PersonalRequest.objects.all()])


def test_nobody_changes_or_deletes_what_was_answered(client: Client) -> None:
    client.force_login(User.objects.create_superuser("head@office.example"))
    row = PersonalRequest.objects.create(what="export", trace="x")
    page = f"/admin/operations/personalrequest/{row.pk}"
    assert client.post(f"{page}/delete/", {"post": "yes"}).status_code == 403
    assert client.post(f"{page}/change/", {"what": "erasure"}).status_code == 403
    assert PersonalRequest.objects.get().what == "export"


def test_only_the_office_with_the_permission_answers(june: User) -> None:
    other = User.objects.create_user("staff@office.example", "x", is_staff=True)
    for verb in (export, erase):
        with pytest.raises(Refused) as refused:
            verb(email=ADDRESS, by=other)
        assert refused.value.code == "office-only"


def test_the_office_answers_on_a_page(june: User, clerk: User, client: Client) -> None:
    page = client.get(ADDED)
    assert (page.status_code, "Papers of the trade stay" in page.text) == (200, True)
    asked = {"email": ADDRESS, "what": "export"}
    assert "This field is required." in client.post(ADDED, asked).text  # nobody has made sure
    given = client.post(ADDED, asked | {"is_sure": "on"})
    assert (given["Content-Disposition"], "no-store" in given["Cache-Control"]) == (
        'attachment; filename="personal-data.json"', True,
    )  # fmt: skip
    assert given.json()["stored"]["account"][0]["email"] == ADDRESS
    gone = client.post(ADDED, {"email": ADDRESS, "what": "erasure", "is_sure": "on"}, follow=True)
    assert "3 rows were deleted." in gone.text
    again = client.post(ADDED, {"email": ADDRESS, "what": "erasure", "is_sure": "on"})
    assert "Nothing is stored about this address." in again.text


def test_the_page_is_closed_to_staff_without_the_permission(june: User, client: Client) -> None:
    client.force_login(User.objects.create_user("staff@office.example", "x", is_staff=True))
    assert client.get(ADDED).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_a_fixed_number_of_statements(
    count: int, clerk: User, client: Client, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    for _ in range(count):
        PersonalRequest.objects.create(what="export", trace="x", answered_by=clerk)
    with django_assert_num_queries(7):  # type: ignore[operator]
        assert client.get("/admin/operations/personalrequest/").status_code == 200


def test_the_command_prints_and_deletes(june: User) -> None:
    out = StringIO()
    call_command("personal_data", "export", ADDRESS, stdout=out)
    assert json.loads(out.getvalue())["address"] == ADDRESS
    out = StringIO()
    call_command("personal_data", "erase", ADDRESS, stdout=out)
    assert "Deleted: 1 of mailing list." in out.getvalue()
    with pytest.raises(CommandError, match=r"Nothing is stored about this address\."):
        call_command("personal_data", "erase", ADDRESS)
