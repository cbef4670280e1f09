"""Bootstrap's parts that we use, compiled by Sass as Bootstrap's own guide has it (Customize, Optimize)."""

from __future__ import annotations

import subprocess
from pathlib import Path

from setup.prepare import ROOT, npm

SOURCE = Path(__file__).with_name("bootstrap.scss")
OPTIONS = [
    "--style=compressed",
    "--no-source-map",
    "--load-path=node_modules",
    "--quiet-deps",  # Bootstrap 5.3 is written for an older Sass
    "--silence-deprecation=import,global-builtin",
]


def write(target: Path) -> None:
    """Raises CalledProcessError when Sass does not take the source; Sass says why."""
    sass: list[str | Path] = [*npm(), "exec", "--offline", "--loglevel=error", "--", "sass", *OPTIONS]
    subprocess.run([*sass, SOURCE, target], cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
