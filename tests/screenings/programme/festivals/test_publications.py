"""A festival is published by a worker: once, all or none, resumed, refused in words, stopped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone, translation

from accounts.models import User
from licensing.models import Institution, Licence, Membership
from screenings.models import Festival, FestivalPlan, FestivalPublication, Screening
from screenings.planner.festival import Together
from screenings.programme.festivals import publications
from screenings.programme.festivals.arranging import keep_apart, keep_apart_no_more, remove_film
from screenings.programme.festivals.planning import ask_programme
from screenings.programme.festivals.publications import (
    ask_publication,
    run_publication,
    send_forgotten,
    stop_publication,
)
from screenings.programme.festivals.publishing import publish_festival
from tests.screenings.programme.festivals.conftest import wish
from wording.refusals import Refused

States = FestivalPublication.Status


def run(asked: FestivalPublication) -> None:
    """As a worker does."""
    run_publication(publication_id=asked.pk)
    asked.refresh_from_db()


def test_two_people_press_and_it_is_published_once(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User, colleague: User
) -> None:
    asked = ask_publication(festival=festival, by=owner)
    assert ask_publication(festival=festival, by=colleague, only_covered=True) == asked
    for _worker in range(2):
        run(asked)
    assert (asked.status, asked.done, asked.is_open) == (States.DONE, 4, False)
    assert Screening.objects.filter(status="published").count() == 4
    again = ask_publication(festival=festival, by=colleague)
    run(again)
    assert (again.status, again.done, Screening.objects.count()) == (States.DONE, 0, 4)


def test_refusal_is_kept_in_the_language_of_who_asked_and_nothing_is_published(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    Licence.objects.filter(film__slug="slate").delete()
    with translation.override("fr"):
        asked = ask_publication(festival=festival, by=owner)
    run(asked)
    assert (asked.status, asked.language, len(asked.refusals)) == (States.REFUSED, "fr", 1)
    assert "Slate" in asked.refusals[0]
    assert "cannot be published" not in asked.refusals[0]
    assert not Screening.objects.exists()


def test_who_asked_may_publish_no_more(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], cinema: Institution, colleague: User
) -> None:
    asked = ask_publication(festival=festival, by=colleague)
    Membership.objects.filter(user=colleague).delete()
    run(asked)
    assert asked.refusals == [f"You do not plan screenings for {cinema.legal_name}."]
    assert not Screening.objects.exists()
    with pytest.raises(Refused, match="not plan"):
        stop_publication(festival=festival, by=colleague)


def test_dead_worker_is_followed_by_another_and_what_kills_them_is_given_up(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    asked = ask_publication(festival=festival, by=owner)
    FestivalPublication.objects.update(status=States.RUNNING, done=3, total=4)
    assert send_forgotten(older_than=timedelta(seconds=-1)) == 1
    FestivalPublication.objects.update(created_at=timezone.now() - timedelta(minutes=16))
    assert send_forgotten() == 0
    asked.refresh_from_db()
    assert (asked.status, asked.error) == (States.FAILED, publications.WENT_WRONG)


def test_what_is_stopped_while_it_is_written_is_not_published(
    festival: Festival,
    planned: FestivalPlan,
    licences: list[Licence],
    owner: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped_meanwhile(**asked: object) -> list[Screening]:
        made = publish_festival(**asked)  # type: ignore[arg-type] # as the worker calls it
        assert stop_publication(festival=festival, by=owner)
        return made

    monkeypatch.setattr(publications, "publish_festival", stopped_meanwhile)
    asked = ask_publication(festival=festival, by=owner)
    run(asked)
    # Here the worker and who stops it share a transaction, so that the stop is undone too.
    assert not Screening.objects.exists()
    assert asked.done == 0


@pytest.mark.django_db(transaction=True)
def test_worker_notices_that_it_is_stopped_before_it_has_written_all(
    festival: Festival,
    planned: FestivalPlan,
    licences: list[Licence],
    owner: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped_at_once(*, tell: Callable[[int, int], None], **_asked: object) -> list[Screening]:
        tell(1, 4)
        with ThreadPoolExecutor() as another:
            assert another.submit(stopped_by, owner, festival).result()
        tell(2, 4)
        pytest.fail("It goes on.")

    monkeypatch.setattr(publications, "publish_festival", stopped_at_once)
    asked = ask_publication(festival=festival, by=owner)
    run(asked)
    assert asked.status == States.CANCELLED


def stopped_by(person: User, festival: Festival) -> bool:
    """In a thread, whose connection ends with it."""
    try:
        return stop_publication(festival=festival, by=person)
    finally:
        connection.close()


def test_festival_stays_as_it_is_while_it_is_published_and_is_not_published_while_it_is_planned(
    festival: Festival, planned: FestivalPlan, licences: list[Licence], owner: User
) -> None:
    salt, slate = wish(festival, "salt"), wish(festival, "slate")
    pair = keep_apart(film=salt, other=slate, why=Together.MAKER, by=owner)
    ask_publication(festival=festival, by=owner)
    with pytest.raises(Refused) as refused:
        remove_film(film=salt, by=owner)
    assert refused.value.code == "publishing"
    with pytest.raises(Refused):
        keep_apart_no_more(pair=pair, by=owner)
    assert stop_publication(festival=festival, by=owner)
    assert not stop_publication(festival=festival, by=owner)
    ask_programme(festival=festival, by=owner)
    with pytest.raises(Refused) as planning:
        ask_publication(festival=festival, by=owner)
    assert planning.value.code == "too-many"
