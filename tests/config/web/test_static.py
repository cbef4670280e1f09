"""How long browsers keep our style sheets."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings


@pytest.fixture
def gathered(settings: Settings, tmp_path: Path) -> None:
    """One style sheet, gathered as a production machine does."""
    source = tmp_path / "source" / "css"
    source.mkdir(parents=True)
    (source / "page.min.css").write_text("body { color: black }")
    settings.STATICFILES_DIRS = [source.parent]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "gathered"
    manifest = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": manifest}
    settings.WHITENOISE_USE_FINDERS, settings.WHITENOISE_AUTOREFRESH = False, False
    settings.WHITENOISE_MAX_AGE = 3600
    call_command("collectstatic", interactive=False, verbosity=0)


def test_file_with_a_hash_in_its_name_is_kept_for_years(gathered: None) -> None:
    address = staticfiles_storage.url("css/page.min.css")
    assert address != "/static/css/page.min.css"
    assert kept(address) == "max-age=315360000, public, immutable"
    assert kept("/static/css/page.min.css") == "max-age=3600, public"


def kept(address: str) -> str:
    with closing(Client().get(address)) as answer:
        return str(answer["Cache-Control"])
