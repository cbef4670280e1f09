"""Imports of the office: uploaded, checked, imported, gone on with after a break."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import User
from catalog.imports import uploads
from catalog.models import Film, FilmImport
from catalog.search.matching import search_films
from catalog.tasks import work_on_import
from tests.catalog.imports.make import line
from tests.catalog.make import make_film
from wording.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("editor@x.example")


def many(count: int) -> bytes:
    return b"".join(line(f"film-{number}") for number in range(count))


def test_upload_is_checked_first_and_imported_when_someone_says_so(client: Client, editor: User) -> None:
    client.force_login(editor)
    given = {"file": ContentFile(line() + line("bad", year=1), name="films.jsonl"), "form": ""}
    answer = client.post(reverse("admin:catalog_filmimport_add"), given)
    row = FilmImport.objects.get()
    page = reverse("admin:catalog_filmimport_change", args=[row.pk])
    assert (answer.status_code, answer["Location"]) == (302, page)
    assert client.get(page)["Refresh"] == "2"
    uploads.work_on(film_import_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.created, row.refused, Film.objects.count()) == ("done", 1, 1, 0)
    shown = client.get(page)
    assert "Refresh" not in shown
    assert "must be from 1888 to 2100" in shown.content.decode()
    assert "/catalog/film/?state=draft" not in shown.content.decode()
    answer = client.get(reverse("admin:catalog_filmimport_report", args=[row.pk]))
    report = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]  # it streams
    assert report.splitlines()[1] == "1,new,two-rivers,,Two Rivers"
    assert client.post(f"{page.removesuffix('change/')}do/import/", {}).status_code == 302
    uploads.work_on(film_import_id=row.pk)
    row.refresh_from_db()
    assert (row.stage, row.status, row.created, Film.objects.count()) == ("import", "done", 1, 1)
    assert "/catalog/film/?state=draft" in client.get(page).content.decode()


def test_new_films_of_an_import_are_published_by_one_button_and_those_that_stood_before_are_not(
    client: Client, editor: User
) -> None:
    client.force_login(editor)
    old = make_film("Old", "old", is_published=False)
    parts = [{"slug": "one", "number": 1, "title": {"text": "One", "language": "en"}, "runtime_minutes": 90}]
    content = (
        line("new-one", parts=parts)
        + line("new-two")
        + line("old", title={"text": "Old", "language": "en"}, year=1964)
    )
    row = uploads.upload_films(file=ContentFile(content, name="films.jsonl"), by=editor)
    uploads.work_on(film_import_id=row.pk)
    page = reverse("admin:catalog_filmimport_change", args=[row.pk])
    assert "do/publish-new/" not in client.get(page).text
    uploads.begin_import(film_import=row, all_or_nothing=False, by=editor)
    uploads.work_on(film_import_id=row.pk)
    move = f"{page.removesuffix('change/')}do/publish-new/"
    assert "Publish the new films" in client.get(page).text
    assert "do/publish-new/" in client.get(page).text
    assert Film.objects.public().count() == 0
    answer = client.post(move, {}, follow=True)
    assert "3 films and parts are published." in answer.text
    assert set(Film.objects.public().values_list("slug", flat=True)) == {"new-one", "one", "new-two"}
    found = search_films(Film.objects.public_wholes(), "New Two")
    assert found.values_list("slug", flat=True)[0] == "new-two"
    old.refresh_from_db()
    assert not old.is_published


def test_new_films_are_published_only_by_who_may_change_films(client: Client, editor: User) -> None:
    row = uploads.upload_films(file=ContentFile(line(), name="films.jsonl"), by=editor)
    for _stage in range(2):
        uploads.work_on(film_import_id=row.pk)
        row.refresh_from_db()
        if row.stage == FilmImport.Stage.CHECK:
            uploads.begin_import(film_import=row, all_or_nothing=False, by=editor)
    clerk = User.objects.create_user("clerk@x.example", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=("add_filmimport", "view_filmimport")))
    client.force_login(clerk)
    page = reverse("admin:catalog_filmimport_change", args=[row.pk])
    assert "do/publish-new/" not in client.get(page).text
    assert client.post(f"{page.removesuffix('change/')}do/publish-new/", {}).status_code in {403, 404}
    assert Film.objects.public().count() == 0


def test_import_goes_on_after_the_last_batch_that_was_loaded(editor: User) -> None:
    row = uploads.upload_films(file=ContentFile(many(450), name="films.jsonl"), by=editor)
    uploads.work_on(film_import_id=row.pk)
    uploads.begin_import(film_import=row, all_or_nothing=False, by=editor)
    uploads.work_on(film_import_id=row.pk, seconds=0)
    row.refresh_from_db()
    assert (row.status, row.rows_read, row.created, Film.objects.count()) == ("running", 200, 200, 200)
    uploads.work_on(film_import_id=row.pk, seconds=0)
    uploads.work_on(film_import_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.rows_read, row.created, Film.objects.count()) == ("done", 450, 450, 450)


def test_import_of_everything_or_nothing_is_refused_when_rows_are_bad(editor: User) -> None:
    row = uploads.upload_films(file=ContentFile(line() + b"{\n", name="films.jsonl"), by=editor)
    uploads.work_on(film_import_id=row.pk)
    with pytest.raises(Refused, match="nothing would be imported"):
        uploads.begin_import(film_import=row, all_or_nothing=True, by=editor)


def test_everything_or_nothing_counts_films_that_are_named_and_never_come(editor: User) -> None:
    related = line("first", relations=[{"film": "second"}]) + line("second")
    row = uploads.upload_films(file=ContentFile(related, name="films.jsonl"), by=editor)
    uploads.work_on(film_import_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.created, row.refused) == ("done", 2, 0)
    uploads.begin_import(film_import=row, all_or_nothing=True, by=editor)
    # as if the second film had been in the catalogue when the file was checked
    Path(row.file.path).write_bytes(related.splitlines(keepends=True)[0])
    uploads.work_on(film_import_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.created, row.refused, Film.objects.count()) == ("failed", 0, 1, 0)
    said = [(each.sort, each.line, each.field) for each in uploads.findings_of(row)]
    assert said == [("error", 1, "Related films")]


def test_everything_or_nothing_is_not_begun_when_a_named_film_never_comes(editor: User) -> None:
    related = line("first", relations=[{"film": "nowhere"}])
    row = uploads.upload_films(file=ContentFile(related, name="films.jsonl"), by=editor)
    uploads.work_on(film_import_id=row.pk)
    with pytest.raises(Refused, match="nothing would be imported"):
        uploads.begin_import(film_import=row, all_or_nothing=True, by=editor)


def test_import_needs_the_permission_to_change_films(client: Client, editor: User) -> None:
    row = uploads.upload_films(file=ContentFile(line(), name="films.jsonl"), by=editor)
    uploads.work_on(film_import_id=row.pk)
    clerk = User.objects.create_user("clerk@x.example", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=("add_filmimport", "view_filmimport")))
    with pytest.raises(Refused, match="Only people of the office"):
        uploads.upload_films(file=ContentFile(line(), name="films.jsonl"), by=clerk)
    with pytest.raises(Refused, match="Only people of the office"):
        uploads.begin_import(film_import=row, all_or_nothing=False, by=clerk)
    client.force_login(clerk)
    assert client.get(reverse("admin:catalog_filmimport_add")).status_code == 403
    assert client.get(reverse("admin:catalog_filmimport_change", args=[row.pk])).status_code == 200


def test_import_that_another_worker_has_is_left_to_it(editor: User) -> None:
    row = uploads.upload_films(file=ContentFile(line(), name="films.jsonl"), by=editor)
    worker = connection.copy()
    with worker.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [uploads.LOCK_SPACE, row.pk])
    uploads.work_on(film_import_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.rows_read) == ("waiting", 0)
    with worker.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [uploads.LOCK_SPACE, row.pk])
    worker.close()
    uploads.work_on(film_import_id=row.pk)
    uploads.work_on(film_import_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.rows_read) == ("done", 1)


def test_import_in_one_go_has_longer_than_other_tasks_and_says_when_it_fails() -> None:
    before_the_broker_gives_it_away = settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"]
    soft, hard = work_on_import.soft_time_limit or 0, work_on_import.time_limit or 0
    assert settings.CELERY_TASK_TIME_LIMIT < soft < hard < before_the_broker_gives_it_away


def test_upload_without_a_known_format_or_permission_is_refused(client: Client, editor: User) -> None:
    client.force_login(editor)
    answer = client.post(
        reverse("admin:catalog_filmimport_add"), {"file": ContentFile(b"x", name="films.gz"), "form": ""}
    )
    assert "does not tell its format" in answer.content.decode()
    staff = User.objects.create_user("staff@x.example")
    with pytest.raises(Refused, match="Only people of the office"):
        uploads.upload_films(file=ContentFile(b"x", name="films.csv"), by=staff)
    assert FilmImport.objects.count() == 0
    client.force_login(staff)
    assert client.get(reverse("admin:catalog_filmimport_report", args=[1])).status_code in (302, 404)
