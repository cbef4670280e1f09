"""The Celery application: `celery -A config worker`, `celery -A config beat`."""

import os
import sys
from pathlib import Path

from celery import Celery

if Path(sys.argv[0]).name == "celery":  # the celery command has no manage.py that would have started them
    from config.embedded import ensure_servers

    ensure_servers()

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("longtake")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
