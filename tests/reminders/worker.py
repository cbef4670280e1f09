"""The Celery application of a real worker that knows the tests' kind: `celery -A tests.reminders.worker worker`."""

from typing import Any, cast

import django
from django.conf import settings

from config.celery import app

django.setup()

from reminders import kinds  # noqa: E402 - models need Django to be set up
from tests.reminders.note_kind import TEMPLATES, NoteKind  # noqa: E402 - as above

mail_engine = cast("dict[str, Any]", settings.TEMPLATES[1])
mail_engine["DIRS"].append(TEMPLATES)
kinds.register(NoteKind())

__all__ = ["app"]
