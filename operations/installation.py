"""What an installation still lacks, in sentences for whoever sets it up (`manage.py doctor`).

Django's own checks read the code and the settings; these ask the servers, the disk and the rows. Each returns a sentence for each
fault: what is missing, and what to do. Further apps add questions with `ask_also` in `AppConfig.ready`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.core.files.storage import storages
from django.core.mail import mailers
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from operations.signs import readings

type Question = Callable[[], Iterator[str]]
MOST_APART = 30
"""Seconds by which our clock and the database's may differ."""
_further: list[Question] = []


def ask_also(question: Question) -> None:
    """An app of its own adds a question; its `ready` calls this."""
    _further.append(question)


def faults() -> Iterator[str]:
    """Every fault that can be found. Without the database only those are found that do not need it."""
    for question in (mail_server, files, static_files, translations):
        yield from question()
    try:
        for question in (migrations, administrators, clocks, pulses, *_further):
            yield from question()
    except DatabaseError as error:
        yield f"PostgreSQL cannot be asked ({str(error).strip()}): look at DATABASE_URL, and run `manage.py migrate`."


def migrations() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        yield f"{len(waiting)} migrations have not been applied: run `manage.py migrate`."


def administrators() -> Iterator[str]:
    heads = get_user_model().objects.filter(is_superuser=True, is_active=True)
    if not heads:
        yield "There is no administrator: run `manage.py createsuperuser`."
    elif settings.STAFF_NEED_SECOND_FACTOR and not Authenticator.objects.filter(user__in=heads).exists():
        yield f"No administrator has a second factor: sign in at /{settings.ADMIN_PATH}/ and set one up."


def mail_server() -> Iterator[str]:
    """Connects and signs in, and sends nothing."""
    try:
        with mailers.default:  # opens the connection, and closes it
            pass
    except OSError as error:  # smtplib's errors are OSErrors too
        yield f"The mail server cannot be used ({error}): look at LONGTAKE_EMAIL_URL."


def files() -> Iterator[str]:
    """The folders for uploads and films can be written to, or read."""
    for name in ("default", "private", "films"):
        folder = Path(storages[name].path(""))
        if not folder.is_dir():
            yield f"The folder {folder} does not exist: make it, for the account that runs Longtake."
        elif not os.access(folder, os.R_OK | os.X_OK | (0 if name == "films" else os.W_OK)):
            yield f"The folder {folder} cannot be used by this account: change its owner."


def static_files() -> Iterator[str]:
    manifest = getattr(staticfiles_storage, "manifest_name", None)
    if manifest and not (Path(settings.STATIC_ROOT) / manifest).is_file():
        yield "The static files are not gathered: run `manage.py collectstatic`."


def translations() -> Iterator[str]:
    for sources in sorted(Path(path) for path in settings.LOCALE_PATHS):
        for source in sorted(sources.glob("*/LC_MESSAGES/*.po")):
            if not source.with_suffix(".mo").is_file():
                yield f"The translations {source.parent.parent.name} are not compiled: run `setup/prepare.py production`."


def clocks() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        theirs: datetime = cursor.fetchone()[0]
    apart = abs(theirs.timestamp() - time.time())
    if apart > MOST_APART:
        yield f"The clocks of this machine and of the database are {apart:.0f} seconds apart: run an NTP client on both."


def pulses() -> Iterator[str]:
    for reading in readings().values():
        if not reading.is_well:
            yield reading.sentence
    caches["default"].set("doctor", "well", 5)
    if caches["default"].get("doctor") != "well":
        yield "Valkey or Redis does not answer: look at REDIS_URL."
