"""Work for Celery's workers: keys in, verbs called."""

from __future__ import annotations

from celery import shared_task
from django.conf import settings

from screenings.audience import holds, waiting
from screenings.audience.forgetting import forget_registrations
from screenings.programme import cover
from screenings.programme.festivals import planning as festivals
from screenings.programme.festivals import publications
from screenings.programme.options.holding import expire_screen_holds
from screenings.programme.options.waiting import promote_second_options
from screenings.programme.plan_requests import run_plan, send_forgotten
from screenings.programme.waking import notify
from screenings.venues.elsewhere.refreshing import due_calendars, refresh_calendar

MOST_CALENDARS = 200
"""Asked for at one beat."""


@shared_task(name="screenings.tasks.plan")
def plan(plan_request_id: int) -> None:
    run_plan(plan_request_id=plan_request_id)


@shared_task(name="screenings.tasks.plan_festival")
def plan_festival(plan_id: int) -> None:
    festivals.run_programme(plan_id=plan_id)


@shared_task(name="screenings.tasks.publish_festival")
def publish_festival(publication_id: int) -> None:
    publications.run_publication(publication_id=publication_id)


@shared_task(name="screenings.tasks.send_forgotten_plans")
def send_forgotten_plans() -> int:
    """And publications of festivals."""
    return send_forgotten() + festivals.send_forgotten() + publications.send_forgotten()


@shared_task(name="screenings.tasks.read_calendar")
def read_calendar(calendar_id: int) -> bool:
    return refresh_calendar(calendar_id)


@shared_task(name="screenings.tasks.read_due_calendars")
def read_due_calendars() -> int:
    """Each in a task of its own, so that a slow server holds up no other."""
    due = list(due_calendars().values_list("pk", flat=True)[:MOST_CALENDARS])
    for key in due:
        notify(read_calendar, key)
    return len(due)


@shared_task(name="screenings.tasks.cover_suspended")
def cover_suspended() -> int:
    return cover.cover_suspended()


@shared_task(name="screenings.tasks.expire_holds")
def expire_holds() -> int:
    holds.forget_unconfirmed()
    return holds.expire_holds() + waiting.expire_offers()


@shared_task(name="screenings.tasks.forget_old_registrations")
def forget_old_registrations() -> int:
    return forget_registrations(kept=settings.KEEP_REGISTRATIONS) if settings.KEEP_REGISTRATIONS else 0


@shared_task(name="screenings.tasks.expire_screen_holds")
def expire_options() -> int:
    """Holds that are over let go, and who waits for their screens comes next."""
    return expire_screen_holds() + promote_second_options()
