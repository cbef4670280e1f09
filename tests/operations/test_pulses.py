"""Pulses: who was seen at work, which beat leads, and what the signs say of it."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.db.models import F
from django.test import Client

from operations import signs
from operations.models import Pulse
from operations.pulses import BEAT, LEASE, feel, lead, let_go
from operations.signs import Reading, Sign, readings
from operations.tasks import felt_after, pulse

pytestmark = pytest.mark.django_db


def make_older(name: str, by: timedelta) -> None:
    Pulse.objects.filter(name=name).update(felt_at=F("felt_at") - by)


def test_one_beat_leads_and_goes_on_leading() -> None:
    first, second = uuid4(), uuid4()
    assert [lead(first), lead(second), lead(first)] == [True, False, True]


def test_another_beat_takes_over_after_the_lease_and_the_first_one_then_waits() -> None:
    first, second = uuid4(), uuid4()
    lead(first)
    make_older(BEAT, LEASE - timedelta(seconds=5))
    assert not lead(second)
    make_older(BEAT, timedelta(seconds=6))
    assert lead(second)
    assert not lead(first)


def test_a_beat_that_ends_in_order_lets_another_lead_at_once() -> None:
    first, second = uuid4(), uuid4()
    lead(first)
    let_go(second)  # not its lead
    assert not lead(second)
    let_go(first)
    assert lead(second)


@pytest.mark.parametrize(
    ("info", "felt"),
    [({"routing_key": "planning"}, ["planning"]), ({"routing_key": "other"}, []), (None, [])],
)
def test_whoever_ends_a_task_is_at_work_on_its_queue(info: dict[str, str] | None, felt: list[str]) -> None:
    felt_after(task=SimpleNamespace(request=SimpleNamespace(delivery_info=info)))
    assert list(Pulse.objects.values_list("name", flat=True)) == felt


def test_signs_name_what_never_ran() -> None:
    now = readings()
    assert now["beat"].sentence == "Beat has never run here: start `celery -A config beat`."
    assert now["worker_planning"].sentence == (
        "No worker has ever worked on plans, imports and catalogues as PDF: start `celery -A config worker -Q planning`."
    )


def test_signs_are_well_while_all_are_at_work_and_name_who_is_late() -> None:
    lead(uuid4())
    pulse("celery")
    pulse("planning")
    assert [reading.sentence for reading in readings().values()] == ["", "", "", ""]
    make_older("planning", timedelta(minutes=7, seconds=1))
    assert readings()["worker_planning"].sentence == (
        "No worker has worked on plans, imports and catalogues as PDF for 7 minutes: see whether beat and `celery -A config worker -Q planning` run."
    )
    assert readings()["worker_planning"].value > 420
    feel("planning")
    assert readings()["worker_planning"].is_well


def test_a_sign_that_cannot_be_read_is_a_fault_and_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> Reading:
        raise OperationalError("The database is away.")

    lead(uuid4())
    monkeypatch.setitem(signs._signs, "oldest_reminder", Sign("oldest_reminder", "seconds", read))
    assert readings()["oldest_reminder"].sentence == signs.UNREADABLE
    assert readings()["beat"].is_well


def test_deep_health_says_what_is_wrong(client: Client) -> None:
    answer = client.get("/health/deep")
    assert answer.status_code == 503
    assert set(answer.json()["faults"]) == {"beat", "worker_celery", "worker_planning"}
    lead(uuid4())
    pulse("celery")
    pulse("planning")
    answer = client.get("/health/deep")
    assert (answer.status_code, answer.json()) == (200, {"faults": {}})
