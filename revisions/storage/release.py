"""What identifies a release: pages kept by one release, or under other settings, are not served by another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

SHOWN = (
    "DISTRIBUTOR",
    "CONTACT_EMAIL",
    "PHONE",
    "POSTAL_ADDRESS",
    "SITE_URL",
    "DEMO",
    "STATIC_URL",
    "ADMIN_PATH",
)
"""Settings that public pages show."""
SUFFIXES = {".py", ".html", ".mo", ".md"}


@cache
def release() -> str:
    """A hash of the code, templates, translations, style sheets and settings that this process started with."""
    digest = hashlib.sha256(repr([getattr(settings, name) for name in SHOWN]).encode())
    for path in sorted(_files()):
        status = path.stat()
        digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    root = Path(settings.BASE_DIR)
    ours = {Path(config.path) for config in apps.get_app_configs()}
    folders = [each for each in ours if each.parent == root] + [
        root / "templates",
        root / "locale",
        root / "config",
    ]
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    yield from Path(settings.STATIC_ROOT).glob("staticfiles.json")  # the names of the style sheets
