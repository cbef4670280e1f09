"""The pages on which the office writes mails."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from reminders.models import MailText
from reminders.texts.saving import save_text
from tests.reminders.note_kind import NoteKind
from tests.reminders.owing import owe

pytestmark = pytest.mark.django_db
LIST = "/admin/reminders/mailtext/"
PAGE = f"{LIST}text/test-note/en/"


@pytest.fixture
def office(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("office@x.example", "a-long-password", name="Bo"))
    return client


@pytest.fixture(autouse=True)
def note(note_kind: NoteKind) -> None:
    owe(
        key="note",
        kind="test-note",
        subject="tests.thing:1",
        recipient="a@x.example",
        due_at=timezone.now(),
        data={"words": "Tea"},
    )


def test_a_text_is_tried_saved_and_taken_back(office: Client) -> None:
    draft = {"source": "Mine\n\nWe say {{ words }}!", "after": 0}
    assert "We say Tea!" in office.post(PAGE, draft | {"show": ""}).text
    assert not MailText.objects.exists()
    saved = office.post(PAGE, draft | {"save": "Save"}, follow=True).text
    assert "Mails of this kind say this from now on." in saved
    assert "Bo" in saved
    assert "yours, version 1" in office.get(LIST).text
    assert (
        "Our own text counts again." in office.post(PAGE, draft | {"after": 1, "ours": ""}, follow=True).text
    )
    assert "yours, version" not in office.get(LIST).text
    assert "We say {{ words }}!" in office.get(f"{PAGE}?version=1").text
    assert "We say {{ words }}!" not in office.get(PAGE).text


def test_a_refusal_stands_beside_the_text(office: Client) -> None:
    page = office.post(PAGE, {"source": "S\n\n{{ wrds }}", "after": 0, "save": "Save"}).text
    assert page.count("This mail has no {{ wrds }}. Did you mean {{ words }}?") == 1
    assert "S\n\n{{ wrds }}" in page


def test_other_languages_are_shown_with_the_same_mail(office: Client) -> None:
    save_text(kind="test-note", language="fr", source="Le mien\n\nOn dit {{ words }}.", after=0, by=None)
    assert "On dit Tea." in office.get(PAGE).text


def test_no_code_of_a_reader_is_shown(office: Client) -> None:
    owe(
        key="code", kind="accounts.login-code", subject="x", recipient="a@x.example", due_at=timezone.now(),
        secret={"code": "SECRET"}, expires_at=timezone.now(),
    )  # fmt: skip
    page = office.get(f"{LIST}text/accounts.login-code/en/").text
    assert "ABC123" in page
    assert "SECRET" not in page


def test_a_broken_text_stands_on_the_offices_day_and_leads_to_its_page(office: Client) -> None:
    row = MailText.objects.create(
        kind="test-note", language="en", number=1, source="{% if %}", fault="Broken in two."
    )
    assert "Broken in two." in office.get("/admin/").text
    assert office.get(f"{LIST}{row.pk}/change/").headers["Location"] == f"{PAGE}?version=1"
    assert "Broken in two." in office.get(PAGE).text


def test_who_may_look_sees_no_button_and_saves_nothing(client: Client) -> None:
    reader = User.objects.create_user("reader@x.example", is_staff=True)
    client.force_login(reader)
    assert (client.get(LIST).status_code, client.get(PAGE).status_code) == (403, 403)
    reader.user_permissions.add(Permission.objects.get(codename="view_mailtext"))
    client.force_login(User.objects.get(pk=reader.pk))
    assert 'name="save"' not in client.get(PAGE).text
    assert client.post(PAGE, {"source": "S\n\nx", "after": 0, "save": "Save"}).status_code == 403


def test_what_does_not_exist_is_not_found(office: Client) -> None:
    for address in ("text/no-such-kind/en/", "text/test-note/xx/"):
        assert office.get(LIST + address).status_code == 404


def test_the_list_takes_as_many_statements_for_one_text_as_for_three(
    office: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office.get(LIST)
    for languages in (["en"], ["fr", "zh-hans"]):
        for language in languages:
            save_text(kind="test-note", language=language, source="S\n\nx", after=0, by=None)
        with django_assert_num_queries(3):
            office.get(LIST)
