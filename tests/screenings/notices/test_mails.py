"""Every mail of screenings, with hostile values in every field."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from reminders.kinds import _kinds, kind_named
from reminders.models import Reminder
from reminders.outbox import subject_of
from reminders.writing.messages import compose
from screenings.audience.holds import confirm
from screenings.audience.registering import register
from screenings.models import (
    MaterialTick,
    OutsideBooking,
    OutsideCalendar,
    PlanRequest,
    Screen,
    ScreenHold,
    Screening,
    SecondOption,
    Showing,
    Wait,
)
from screenings.notices.kinds.registrations import AboutRegistration
from screenings.notices.kinds.showings import AboutShowing
from screenings.programme.materials.steps import Material
from tests.hostile import assert_is_unmoved_by_hostile_values
from tests.screenings.conftest import NOW, SATURDAY

NAMES = sorted(name for name in _kinds if name.startswith("screenings."))

LATE = Material(step=MaterialTick.Step.KEY, about="screen-1", what="One", due_on=NOW.date())


@pytest.mark.parametrize("name", NAMES)
def test_no_value_changes_the_structure_of_a_mail(
    name: str, published: Screening, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = kind_named(name)
    assert kind is not None
    ada = register(screening=published, name="Ada", email="ada@reader.example")
    if name != "screenings.registration-to-confirm":
        confirm(registration=ada)
    about: Any = wanted_by_others(published).get(name, published)
    if isinstance(kind, AboutShowing):
        about = published.showings.order_by("starts_at")[1]
        monkeypatch.setattr(type(kind), "holds_for", lambda *_: True)
    elif isinstance(kind, AboutRegistration):
        about = ada
    if name.startswith("screenings.screening-suspended"):
        Screening.objects.update(status=Screening.Status.SUSPENDED)
    if name == "screenings.licence-missing":
        Screening.objects.update(status=Screening.Status.DRAFT)
        monkeypatch.setattr("screenings.notices.kinds.screenings.coverage_of", lambda *_, **__: _Uncovered())
    if name == "screenings.places-offered":
        Wait.objects.create(
            registration=ada, offered_until=NOW + timedelta(hours=1), joined_at=NOW
        ).showings.set(published.showings.all())
    if name == "screenings.hold-over":
        Screening.objects.update(status=Screening.Status.CANCELLED)
    if name == "screenings.hold-ends":
        Screening.objects.update(status=Screening.Status.DRAFT)
        ScreenHold.objects.create(screening=published, until=NOW + timedelta(days=7))
    book_elsewhere(published)
    monkeypatch.setattr("screenings.notices.kinds.screenings.materials_of", lambda _screening: [LATE])
    data = {
        "showings": [each.pk for each in published.showings.all()],
        "registration": ada.pk,
        "day": f"{SATURDAY}",
        "before": NOW.isoformat(),
        "by": f"{SATURDAY}",
        "moved": {f"{each.pk}": NOW.isoformat() for each in published.showings.all()},
    }
    reminder = Reminder(
        kind=name, subject=subject_of(about), recipient=ada.email, data=data, time_zone="Europe/Amsterdam"
    )
    assert_is_unmoved_by_hostile_values(kind, reminder)


def wanted_by_others(screening: Screening) -> dict[str, Any]:
    """What the notices to whoever waits for its screens are about."""
    plan = PlanRequest.objects.get(screenings=screening)
    option = SecondOption.objects.create(plan_request=plan, plan_index=0, by=plan.asked_by, until=NOW)
    return {"screenings.first-confirmed": option, "screenings.option-over": plan}


def book_elsewhere(screening: Screening) -> None:
    calendar = OutsideCalendar.objects.create(
        venue=screening.venue, name="Hires", address="https://hall.example"
    )
    for each in screening.showings.all():
        OutsideBooking.objects.create(
            calendar=calendar, screen=each.screen, starts_at=each.starts_at, ends_at=each.ends_at
        )


class _Uncovered:
    allowed = False


def test_there_are_as_many_kinds_as_the_walk_visits() -> None:
    assert len(NAMES) == 26


def test_mails_say_what_the_showings_offer(published: Screening) -> None:
    """Where a mail names showings: for all of them, and after a move for where it is now."""
    Screen.objects.filter(name="One").update(devices=["loop"])
    Showing.objects.filter(film__title="Rust").update(marks=["relaxed"])
    ada = register(screening=published, name="Ada", email="ada@reader.example")
    confirm(registration=ada)
    rust = published.showings.get(film__title="Rust")
    data = {
        "registration": ada.pk,
        "day": f"{SATURDAY}",
        "before": NOW.isoformat(),
        "moved": {f"{rust.pk}": NOW.isoformat()},
    }
    for name, about, said in (
        ("registration-confirmed", ada, "Rust (One; hearing loop, relaxed showing)"),
        ("showing-tomorrow", ada, "Access: hearing loop\n\nSome showings: relaxed showing"),
        ("showing-moved", rust, "One\n- Access: hearing loop, relaxed showing"),
        ("showings-moved", ada, "One. Access: hearing loop, relaxed showing"),
    ):
        kind = kind_named(f"screenings.{name}")
        reminder = Reminder(
            kind=f"screenings.{name}",
            subject=subject_of(about),
            recipient=ada.email,
            data=data,
            time_zone="UTC",
        )
        mail = compose(reminder, kind) if kind else None
        assert said in str(mail and mail.body)
