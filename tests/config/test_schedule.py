"""What beat wakes: all that nobody else does."""

from __future__ import annotations

from inspect import signature

from pytest_django import Settings

from config import celery_app
from reminders.channels import CHANNELS, EMAIL


def test_every_task_that_is_told_nothing_is_woken_by_beat_and_each_entry_can_be_taken(
    settings: Settings,
) -> None:
    """A sweep that no beat wakes would leave mails unsent, or names kept for ever, and nobody would see it."""
    celery_app.autodiscover_tasks(force=True)
    ours = {name: task for name, task in celery_app.tasks.items() if ".tasks." in name}
    woken = [(entry["task"], entry.get("args", ())) for entry in settings.CELERY_BEAT_SCHEDULE.values()]
    alone = {name for name, task in ours.items() if not signature(task.run).parameters}
    assert alone - {name for name, _args in woken} == set()
    for name, args in woken:
        signature(ours[name].run).bind(*args)
    channels = {args for name, args in woken if name == "reminders.tasks.deliver_by"}
    assert channels == {(each.name,) for each in CHANNELS if each is not EMAIL}
