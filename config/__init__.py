"""The project that puts the apps together: settings, addresses, servers, Celery."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
