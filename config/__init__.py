"""The project that puts the apps together: settings, addresses, servers, Celery."""

import gc

gc.disable()  # until everything is imported (config.entry): a quarter of the time in which a process starts would be its own

from config.celery import app as celery_app  # noqa: E402 - as said

__all__ = ["celery_app"]
