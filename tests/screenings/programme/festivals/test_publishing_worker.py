"""A real worker is killed while it publishes a festival: nothing of it is there, and the next worker publishes all of it, once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from licensing.models import Licence
from screenings.models import Festival, FestivalPlan, FestivalPublication, FestivalScreening, Screening
from screenings.programme.festivals.about import About, change_festival
from screenings.programme.festivals.planning import ask_programme, run_programme
from screenings.programme.festivals.publications import LOCK_SPACE, ask_publication, send_forgotten
from tests.at_once import wait_until_waiting_for_a_lock
from tests.workers import wait_until, workers

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]  # workers start slowly
States = FestivalPublication.Status


@pytest.fixture(autouse=True)
def clock() -> None:
    """That of the worker, which goes on."""


def test_worker_killed_amid_publishing_leaves_nothing_and_the_next_publishes_all(
    festival: Festival, licences: list[Licence], owner: User, tmp_path: Path
) -> None:
    plan_soon(festival, owner)
    with workers(tmp_path, application="config", queue="planning") as start:
        asked = ask_publication(festival=festival, by=owner)
        with transaction.atomic():
            hold_up(festival, owner)
            worker = start()
            wait_until_waiting_for_a_lock(1, seconds=60)
            assert publications_in_work() == 1
            asked.refresh_from_db()
            assert (asked.status, asked.done, asked.total) == (States.RUNNING, 0, 4)
            worker.kill()
            worker.wait()
            transaction.set_rollback(True)
        wait_until(lambda: publications_in_work() == 0)
        assert not Screening.objects.exists()
        assert send_forgotten(older_than=timedelta(seconds=-1)) == 1
        start()
        wait_until(lambda: FestivalPublication.objects.get(pk=asked.pk).status == States.DONE)
    assert Screening.objects.filter(status="published").count() == 4
    assert FestivalScreening.objects.count() == 4


def plan_soon(festival: Festival, by: User) -> None:
    """On days that are still to come when this is read, under licences for them."""
    today = timezone.localdate()
    Licence.objects.update(starts_on=today, ends_on=today + timedelta(days=365))
    first = today + timedelta(days=30)
    about = About(festival.name, first, first + timedelta(days=2), list(festival.screens.all()))
    plan = ask_programme(festival=change_festival(festival=festival, about=about, by=by), by=by)
    FestivalPlan.objects.filter(pk=plan.pk).update(seconds=1)
    run_programme(plan_id=plan.pk)


def hold_up(festival: Festival, by: User) -> None:
    """Whoever writes the same row waits until the transaction ends; by then a worker has written its screenings and showings."""
    film = festival.films.get(film__slug="slate")
    venue = festival.screens.all()[0].venue
    facts = {"film": film.film, "venue": venue, "institution": festival.institution, "programmer": by}
    FestivalScreening.objects.create(
        film=film, nth=1, screening=Screening.objects.create(slug="other", title="Other", **facts)
    )


def publications_in_work() -> int:
    """Of this test's database: others are tested beside it on one server."""
    held = "SELECT count(*) FROM pg_locks JOIN pg_database ON database = pg_database.oid WHERE datname = current_database() AND classid = %s"
    with connection.cursor() as cursor:
        cursor.execute(held, [LOCK_SPACE])
        return int(cursor.fetchone()[0])
