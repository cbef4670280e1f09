"""The site that the apps make together: settings, addresses, servers, Celery."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
