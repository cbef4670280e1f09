"""The Celery application: `celery -A config worker`, `celery -A config beat`."""

import os
import sys
from pathlib import Path
from typing import Any

from celery import Celery
from celery.signals import after_setup_logger, after_setup_task_logger, worker_init, worker_process_init

from config.entry import enter, make_way
from config.observability.logs import mask_celerys

program = Path(sys.argv[0])
if program.name == "celery" or program.parts[-2:] == ("celery", "__main__.py"):
    enter("worker")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


@after_setup_logger.connect
@after_setup_task_logger.connect
def mask(logger: Any = None, **_settings: Any) -> None:
    mask_celerys(logger)


@worker_init.connect
def let_visitors_go_first(**_settings: Any) -> None:
    """Also the processes of the pool, which are its children."""
    make_way()


@worker_process_init.connect
def trace(**_settings: Any) -> None:
    """In each process of the pool: the thread that sends spans does not survive a fork."""
    from django.conf import settings

    if settings.TRACES_URL:
        from config.observability.tracing import trace_to

        trace_to(settings.TRACES_URL)


app = Celery("longtake")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
