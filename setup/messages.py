"""Collects the strings of code, templates and mails in locale/*/LC_MESSAGES/django.po.

    .venv/bin/python -m setup.messages

What the catalogues already say is kept; a new string comes in empty and is never guessed from a similar one;
a string that is gone goes. Needs GNU gettext, which the site itself does not: setup/prepare.py compiles
the catalogues without it.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from django.core.management import call_command
from django.core.management.commands import makemessages

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES: Final = ("fr", "zh_Hans")
EXTENSIONS: Final = ("html", "md", "py")
IGNORED: Final = (
    ".venv",
    ".data",
    "node_modules",
    "staticfiles",
    "benchmarks/*",
    "docs/*",
    "setup/*",
    "tests/*",
)
# Names under which modules import gettext when `_` is already the lazy one. A name that is missing here fails
# tests/test_translations.py.
KEYWORDS: Final = ("_now", "_t")
PLURAL_KEYWORDS: Final = ("ngettext_noop",)


class Extraction(makemessages.Command):
    """Django's makemessages with our own names for gettext, and without fuzzy matching."""

    xgettext_options = [
        *makemessages.Command.xgettext_options,
        *(f"--keyword={name}" for name in KEYWORDS),
        *(f"--keyword={name}:1,2" for name in PLURAL_KEYWORDS),
    ]
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]


def main() -> None:
    """Extracts for every language or for those named. If gettext is missing, exits with one sentence."""
    if not all(shutil.which(tool) for tool in ("xgettext", "msgmerge", "msguniq", "msgattrib")):
        sys.exit(
            "Gathering messages needs GNU gettext: install it (on Debian and Ubuntu: apt-get install gettext)."
        )
    import django

    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command(
        Extraction(),
        locale=sys.argv[1:] or list(LANGUAGES),
        domain="django",
        extensions=list(EXTENSIONS),
        ignore_patterns=list(IGNORED),
        add_location="file",
        no_wrap=True,
        no_obsolete=True,
    )


if __name__ == "__main__":
    main()
