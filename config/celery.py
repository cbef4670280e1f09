"""The Celery application: `celery -A config worker`, `celery -A config beat`."""

import os
import sys
from pathlib import Path

from celery import Celery

from config.entry import enter

program = Path(sys.argv[0])
if program.name == "celery" or program.parts[-2:] == ("celery", "__main__.py"):
    enter("worker")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("longtake")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
