"""What beat wakes again and again, by name."""

from __future__ import annotations

from typing import Any


def periodic_tasks(*, poll: int) -> dict[str, dict[str, Any]]:
    """As CELERY_BEAT_SCHEDULE; `poll`: seconds between two looks at what is due."""
    return {
        **{
            f"pulse of the queue {queue}": {
                "task": "operations.tasks.pulse",
                "schedule": 30,
                "args": (queue,),
                "options": {"queue": queue},
            }
            for queue in ("celery", "planning")
        },
        "deliver due reminders": {"task": "reminders.tasks.deliver_due", "schedule": poll},
        "deliver copies to webhooks": {
            "task": "reminders.tasks.deliver_by",
            "schedule": poll,
            "args": ("webhook",),
        },
        "send forgotten plans": {"task": "screenings.tasks.send_forgotten_plans", "schedule": 60},
        "cover what is suspended from sale": {"task": "screenings.tasks.cover_suspended", "schedule": 120},
        "let screens go whose hold is over": {"task": "screenings.tasks.expire_screen_holds", "schedule": 60},
        "read calendars of outside bookings": {
            "task": "screenings.tasks.read_due_calendars",
            "schedule": 300,
        },
        "let overdue holds go": {"task": "screenings.tasks.expire_holds", "schedule": 60},
        "fold the ledger of changes": {"task": "revisions.tasks.fold_changes", "schedule": 60},
        "publish films whose time has come": {"task": "catalog.tasks.publish_due_films", "schedule": 30},
        "forget old dates of changed films": {"task": "catalog.tasks.forget_changes", "schedule": 600},
        "forget sizes of pictures that are gone": {
            "task": "catalog.tasks.forget_pictures",
            "schedule": 6 * 60 * 60,
        },
        "forget who registered long ago": {
            "task": "screenings.tasks.forget_old_registrations",
            "schedule": 3600,
        },
        "forget mails of long ago": {"task": "reminders.tasks.forget_old_mails", "schedule": 6 * 60 * 60},
        "look after catalogues as PDF": {"task": "catalog.tasks.look_after_booklets", "schedule": 60},
        "look after the mailing list": {"task": "catalog.tasks.look_after_mailing_list", "schedule": 900},
        "look after imports of films": {"task": "catalog.tasks.look_after_imports", "schedule": 60},
        "forget old viewings of previews": {
            "task": "licensing.tasks.forget_previews",
            "schedule": 6 * 60 * 60,
        },
        "ask of silent card payments": {"task": "licensing.tasks.ask_of_silent_payments", "schedule": 300},
    }
