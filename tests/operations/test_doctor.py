"""`manage.py doctor`: a sentence for each thing that is missing, and none when nothing is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from io import StringIO
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings

from accounts.models import User
from demo.place import free_port
from operations.installation import (
    administrators,
    clocks,
    faults,
    files,
    mail_server,
    migrations,
    static_files,
)
from operations.pulses import feel, lead

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail() -> Iterator[dict[str, dict[str, object]]]:
    """MAILERS of a server that answers."""
    port = free_port()
    server = Controller(Sink(), hostname="127.0.0.1", port=port, server_hostname="sink.example")
    server.start()
    options = {"host": "127.0.0.1", "port": port, "timeout": 5}
    yield {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}
    server.stop()


def test_a_mail_server_that_answers_is_no_fault(mail: dict[str, dict[str, object]]) -> None:
    with override_settings(MAILERS=mail):
        assert list(mail_server()) == []


def test_a_mail_server_that_refuses_is_named() -> None:
    gone = {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": 1},
    }
    with override_settings(MAILERS={"default": gone}):
        (sentence,) = mail_server()
    assert sentence.startswith("The mail server cannot be used (")
    assert sentence.endswith("): look at LONGTAKE_EMAIL_URL.")


def test_folders_that_do_not_exist_are_named(tmp_path: object) -> None:
    backend = "django.core.files.storage.FileSystemStorage"
    places = {
        name: {"BACKEND": backend, "OPTIONS": {"location": f"{tmp_path}/{name}"}}
        for name in ("default", "private", "films")
    }
    with override_settings(STORAGES={**places, "staticfiles": {"BACKEND": backend}}):
        assert list(files()) == [
            f"The folder {tmp_path}/{name} does not exist: make it, for the account that runs Longtake."
            for name in ("default", "private", "films")
        ]
        storages["private"].save("paper.pdf", ContentFile(b"%PDF"))
        assert len(list(files())) == 2


def test_an_administrator_needs_a_second_factor_in_production() -> None:
    assert list(administrators()) == ["There is no administrator: run `manage.py createsuperuser`."]
    User.objects.create_superuser("head@longtake.example", "a-long-take-of-nine-hours")
    assert list(administrators()) == []
    with override_settings(STAFF_NEED_SECOND_FACTOR=True):
        (sentence,) = administrators()
    assert sentence.startswith("No administrator has a second factor: sign in at /")


def test_static_files_that_are_not_gathered_are_named(tmp_path: object) -> None:
    from whitenoise.storage import CompressedManifestStaticFilesStorage

    from operations import installation

    assert list(static_files()) == []  # development finds them where they are
    with override_settings(STATIC_ROOT=tmp_path), pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            installation, "staticfiles_storage", CompressedManifestStaticFilesStorage(location=tmp_path)
        )
        assert list(static_files()) == ["The static files are not gathered: run `manage.py collectstatic`."]


def test_clocks_that_differ_and_migrations_that_wait_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [*clocks(), *migrations()] == []
    ours = time.time()
    monkeypatch.setattr(time, "time", lambda: ours - 90)
    (sentence,) = clocks()
    assert sentence.startswith("The clocks of this machine and of the database are 9")
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: ["one", "two"])
    assert "2 migrations have not been applied: run `manage.py migrate`." in list(faults())


def test_background_processes_that_never_ran_are_named_and_then_not() -> None:
    said = "\n".join(faults())
    assert "Beat has never run here" in said
    lead(uuid4())
    feel("celery")
    feel("planning")
    assert "Beat has never run here" not in "\n".join(faults())


def test_the_command_ends_with_1_while_something_is_missing() -> None:
    out = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("doctor", stdout=out)
    assert end.value.code == 1
    assert "- There is no administrator: run `manage.py createsuperuser`.\n" in out.getvalue()
    assert "- There is no postal address: no invoice" in out.getvalue()
