"""The story's festival, without its processes: its films have places, and the planner finds them."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from demo.sample.filling import fill
from demo.story import festival as story
from screenings.models import FestivalPlan
from screenings.programme.festivals.planning import run_programme


@pytest.mark.django_db(transaction=True)
def test_festival_of_the_story_is_planned_whole(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = settings.DELIVERY_DIR = tmp_path
    fill()
    told = story.plan_festival()
    first, _page = next(told)
    assert "6 films on 2 screens in 4 days" in first

    def work() -> None:
        while not (waiting := FestivalPlan.objects.unanswered().first()):
            threading.Event().wait(0.1)
        run_programme(plan_id=waiting.pk)
        connection.close()

    def answered() -> str:
        worker = threading.Thread(target=work)
        worker.start()
        said, _page = next(told)
        worker.join()
        return said

    assert answered().startswith("The planner places all 9 showings; ")
    # Of programmes that cost the same any may be found, and of one of these more must move than of another.
    assert re.fullmatch(
        r"The maker can only come a day later\. The planner moves as little as possible, ([123]) of 9, and proves that at least \1 must move\.",
        answered(),
    )
