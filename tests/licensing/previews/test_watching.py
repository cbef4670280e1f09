"""Previews as people use them: pages, players, files, and who sees none of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.utils import timezone

from accounts.models import User
from catalog.models import DistributionRight, Film, ScreeningCopy
from licensing.models import (
    EducatorPreview,
    HostedLink,
    Institution,
    Membership,
    PreviewPolicy,
    PreviewViewing,
)
from licensing.previews.asking import grant_preview, revoke_preview
from licensing.previews.forgetting import forget_old_previews
from licensing.previews.tokens import token_of
from reminders.models import Reminder
from tests.licensing.conftest import NOW, signed_in
from tests.licensing.delivery.conftest import CONTENT
from tests.licensing.previews.conftest import asked_for

type Queries = Callable[[int], AbstractContextManager[Any]]
ASK = "/previews/new/?film=west-of-the-tracks"


def begun(preview: EducatorPreview, teacher: User) -> str:
    """The address of a viewing's page."""
    key = f"file-{preview.film.parts.get(slug='rust').copies.get().files.get(kind='film').pk}"
    answer = signed_in(teacher).post(f"/previews/{preview.pk}/watch/", {"what": key})
    return str(answer["Location"])


def test_film_page_leads_a_visitor_to_the_form_and_a_member_to_what_became_of_it(
    film: Film, school: Institution, teacher: User
) -> None:
    question = "Do you teach? Ask to watch it whole before you license it"
    assert question in signed_in(None).get("/films/west-of-the-tracks/").text
    client = signed_in(teacher)
    assert question in client.get("/films/west-of-the-tracks/").text
    sent = {"institution": school.pk, "course": "Labour History 201", "why": "For week 3."}
    answer = client.post(ASK, sent)
    preview = EducatorPreview.objects.get()
    assert answer["Location"] == f"/previews/{preview.pk}/"
    assert "the office will answer" in client.get("/films/west-of-the-tracks/").text
    assert "the office will answer" not in client.get("/films/west-of-the-tracks/rust/").text
    assert client.get(ASK)["Location"] == f"/previews/{preview.pk}/"
    assert not signed_in(None).get("/films/west-of-the-tracks/").cookies


def test_form_says_what_is_wrong_and_keeps_what_was_typed(
    film: Film, school: Institution, teacher: User
) -> None:
    client = signed_in(teacher)
    page = client.post(ASK, {"institution": "999", "course": "x" * 201, "why": ""})
    assert page.status_code == 200
    assert "Nothing has been asked yet" in page.text
    assert not EducatorPreview.objects.exists()
    for path in ("nothing", "west-of-the-tracks/nothing", "x" * 300, ""):
        assert client.get(f"/previews/new/?film={path}").status_code == 404


def test_who_has_no_institution_is_led_to_register_one(film: Film, outsider: User) -> None:
    answer = signed_in(outsider).get(ASK)
    assert answer["Location"] == "/institutions/new/?next=%2Fpreviews%2Fnew%2F%3Ffilm%3Dwest-of-the-tracks"


def test_pages_are_the_askers_alone(
    granted: EducatorPreview, teacher: User, colleague: User, outsider: User, office: User
) -> None:
    viewing = begun(granted, teacher)
    for path in (granted.get_absolute_url(), viewing):
        people = {"owner": teacher, "colleague": colleague, "outsider": outsider, "office": office}
        found = {name: signed_in(user).get(path).status_code for name, user in people.items()}
        assert found == {"owner": 200, "colleague": 404, "outsider": 404, "office": 404}
        assert signed_in(None).get(path)["Location"] == f"/account/login/?next={quote(path)}"
    assert signed_in(colleague).post(f"{granted.get_absolute_url()}watch/").status_code == 404


def test_viewing_is_logged_and_plays_the_file_with_its_captions(
    granted: EducatorPreview, teacher: User, captions: Any
) -> None:
    viewing = begun(granted, teacher)
    row = PreviewViewing.objects.get()
    assert (row.film.slug, row.began_at) == ("rust", NOW)
    page = signed_in(teacher).get(viewing)
    assert f'<source src="{viewing}{row.file_id}/" type="video/mp4">' in page.text
    assert f'src="{viewing}{captions.pk}/" srclang="en"' in page.text
    assert "player.vimeo.com" in page["Content-Security-Policy"]
    whole = signed_in(teacher).get(f"{viewing}{row.file_id}/")
    assert (whole["Content-Type"], b"".join(whole)) == ("video/mp4", CONTENT)
    assert whole["Content-Disposition"] == 'inline; filename="film.mp4"'
    part = signed_in(teacher).get(f"{viewing}{row.file_id}/", headers={"Range": "bytes=10-19"})
    assert (part.status_code, b"".join(part)) == (206, CONTENT[10:20])
    assert signed_in(teacher).get(f"{viewing}{captions.pk}/")["Content-Type"] == "text/vtt"
    assert signed_in(teacher).get(f"{viewing}999999/").status_code == 404


def test_host_that_plays_here_is_asked_only_on_demand(
    asked: EducatorPreview, master: ScreeningCopy, teacher: User, office: User
) -> None:
    link = HostedLink.objects.create(
        copy=master, label="Vimeo", address="https://vimeo.com/123456/abcdef1234"
    )
    grant_preview(preview=asked, by=office)
    answer = signed_in(teacher).post(f"/previews/{asked.pk}/watch/", {"what": f"link-{link.pk}"})
    page = signed_in(teacher).get(answer["Location"]).text
    assert 'data-player="https://player.vimeo.com/video/123456?dnt=1&amp;h=abcdef1234"' in page
    assert "<iframe" not in page


def test_nothing_is_sent_after_its_end(
    granted: EducatorPreview, teacher: User, office: User, outsider: User
) -> None:
    viewing = begun(granted, teacher)
    file = f"{viewing}{PreviewViewing.objects.get().file_id}/"
    assert signed_in(outsider).get(file).status_code == 404
    revoke_preview(preview=granted, because="The licensor asked us.", by=office)
    refused = signed_in(teacher).get(file)
    assert (refused.status_code, refused.text) == (
        403,
        "The office has ended this preview: The licensor asked us.",
    )
    assert signed_in(teacher).get(viewing)["Location"] == granted.get_absolute_url()
    page = signed_in(teacher).get(granted.get_absolute_url())
    assert (page.status_code, "The licensor asked us." in page.text, "Ask again" in page.text) == (
        200,
        True,
        True,
    )
    again = signed_in(teacher).post(f"/previews/{granted.pk}/watch/", {"what": "file-1"})
    assert again["Location"] == granted.get_absolute_url()
    assert PreviewViewing.objects.count() == 1


@pytest.mark.parametrize("what", ["draft", "right"])
def test_a_part_is_sent_only_while_it_is_offered_and_ours_itself(
    what: str, granted: EducatorPreview, teacher: User, film: Film
) -> None:
    viewing = begun(granted, teacher)
    file = f"{viewing}{PreviewViewing.objects.get().file_id}/"
    rust = film.parts.get(slug="rust")
    if what == "draft":
        Film.objects.filter(pk=rust.pk).update(is_published=False)
    else:
        DistributionRight.objects.create(film=rust, territory="France", countries=["FR"])
    assert signed_in(teacher).get(file).status_code == 403
    assert signed_in(teacher).get(viewing)["Location"] == granted.get_absolute_url()
    sent = {"what": f"file-{PreviewViewing.objects.get().file_id}"}
    again = signed_in(teacher).post(f"/previews/{granted.pk}/watch/", sent)
    assert again["Location"] == granted.get_absolute_url()
    assert PreviewViewing.objects.count() == 1


def test_link_of_a_viewing_lasts_a_day(
    granted: EducatorPreview, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewing = begun(granted, teacher)
    row = PreviewViewing.objects.get()
    assert viewing == f"/previews/viewings/{token_of(row)}/"
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(hours=25))
    assert signed_in(teacher).get(viewing)["Location"] == granted.get_absolute_url()
    assert signed_in(teacher).get(f"{viewing}{row.file_id}/").status_code == 404


@pytest.mark.parametrize("what", ["", "file-999", "link-1", "file-x", "../film", "x" * 5000])
def test_what_is_not_of_the_film_cannot_be_watched(
    what: str, granted: EducatorPreview, teacher: User
) -> None:
    answer = signed_in(teacher).post(f"/previews/{granted.pk}/watch/", {"what": what})
    assert answer["Location"] == granted.get_absolute_url()
    assert not PreviewViewing.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_list_of_ones_own(
    rows: int, film: Film, school: Institution, teacher: User, queries: Queries
) -> None:
    for each in [film, *film.parts.all()][:rows]:
        asked_for(each, school, teacher)
    client = signed_in(teacher)
    with queries(4):
        page = client.get("/previews/").text
    assert page.count("Labour History 201") == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_office_answers_by_buttons_and_sees_the_log(
    rows: int,
    film: Film,
    school: Institution,
    teacher: User,
    office: User,
    film_file: object,
    queries: Queries,
) -> None:
    asked = [asked_for(each, school, teacher) for each in [film, *film.parts.all()][:rows]]
    client = signed_in(office)
    assert "Previews asked for" in client.get("/admin/").text
    with queries(7):
        assert client.get("/admin/licensing/educatorpreview/").status_code == 200
    row = f"/admin/licensing/educatorpreview/{asked[0].pk}"
    assert "Rust: HD" in client.get(f"{row}/do/grant/").text
    assert client.post(f"{row}/do/grant/", {"days": 20})["Location"] == f"{row}/change/"
    begun(asked[0], teacher)
    with queries(7):
        assert client.get("/admin/licensing/previewviewing/").status_code == 200
    assert client.post(f"{row}/do/revoke/", {"because": ""}).status_code == 200
    client.post(f"{row}/do/revoke/", {"because": "The course was cancelled."})
    assert EducatorPreview.objects.get(pk=asked[0].pk).because == "The course was cancelled."


def test_of_the_staff_only_who_may_answers(asked: EducatorPreview) -> None:
    clerk = User.objects.create(email="clerk@distributor.example", is_staff=True)
    for move in ("grant", "refuse", "revoke"):
        assert (
            signed_in(clerk).post(f"/admin/licensing/educatorpreview/{asked.pk}/do/{move}/").status_code
            == 403
        )


def test_log_and_requests_are_deleted_when_their_time_is_over(
    granted: EducatorPreview, teacher: User, rails: Film, school: Institution, monkeypatch: pytest.MonkeyPatch
) -> None:
    PreviewPolicy.objects.create(log_days=30)
    begun(granted, teacher)
    waits = asked_for(rails, school, teacher)
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=31))
    assert forget_old_previews() == 1  # the viewing; the preview itself ended less than thirty days ago
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=60))
    assert forget_old_previews() == 1
    assert list(EducatorPreview.objects.all()) == [waits]
    assert not Reminder.objects.filter(subject=f"licensing.educatorpreview:{granted.pk}").exists()


def test_account_lists_previews_and_an_empty_list_says_what_to_do(teacher: User, school: Institution) -> None:
    client = signed_in(teacher)
    assert 'href="/previews/"' in client.get("/account/").text
    assert "No previews yet." in client.get("/previews/").text


def test_member_of_another_institution_cannot_ask_in_the_schools_name(
    film: Film, school: Institution, outsider: User
) -> None:
    own = Institution.objects.create(legal_name="A School Elsewhere", tier="k-12")
    Membership.objects.create(institution=own, user=outsider, role="reader")
    page = signed_in(outsider).post(ASK, {"institution": school.pk, "course": "X", "why": "Y"})
    assert page.status_code == 200
    assert not EducatorPreview.objects.exists()
