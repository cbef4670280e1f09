"""Make `made/`, which Django's static files find: Bootstrap's parts, the icons, and fonts cut to what is read.

    python -m setup.assets [TEXT ...]

The Chinese characters of the files TEXT get the serif of the titles in one small font of their own: hand in your catalogue's titles
(`manage.py dumpdata catalog.title -o titles.json`). The sample catalogue's are always in it. What a page shows beyond it
comes in the slices of the whole font, which are ten times as heavy.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setup.assets import fonts, icons, sheets
from setup.prepare import MADE


def main(texts: list[Path]) -> None:
    """Write everything to a new folder, then replace the old one with it."""
    fresh = MADE.with_name(MADE.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    sheets.write(fresh / "bootstrap.css")
    (fresh / "icons.css").write_text(icons.sheet())
    fonts.write(fresh, texts)
    shutil.rmtree(MADE, ignore_errors=True)
    fresh.rename(MADE)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
