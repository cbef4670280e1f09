"""Resolves the locked versions again: `make lock`.

Each lock holds exactly what the one before holds, and more: production, the demonstration, development (setup/prepare.py). What tracing
needs beside production is in requirements-tracing.lock.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from setup.prepare import LOCKS, ROOT, VENV, npm

# For every platform and every Python from 3.12; no addresses and no paths, so that any package index may serve it.
COMPILE = [
    "pip",
    "compile",
    "--quiet",
    "--universal",
    "--python-version=3.12",
    "--generate-hashes",
    "--upgrade",
]
COMPILE += ["--no-header", "--no-emit-index-url"]


def main() -> None:
    """Writes the locks; raises CalledProcessError for the first tool that fails."""
    uv: list[str | Path] = [VENV / "bin" / "uv", *COMPILE]
    production, run, develop = LOCKS["production"], LOCKS["run"], LOCKS["develop"]
    commands: list[list[str | Path]] = [
        [*uv, "pyproject.toml", "-o", production],
        [*uv, "--group=tracing", "-c", production, "-o", "requirements-tracing.lock"],
        [*uv, "pyproject.toml", "--group=embedded", "-c", production, "-o", run],
        [*uv, "pyproject.toml", "--group=dev", "-c", run, "-o", develop],
        [*uv, "setup/uv-requirements.in", "-o", "setup/uv-requirements.lock"],
        [*npm(), "update", "--package-lock-only", "--ignore-scripts"],
    ]
    for command in commands:
        subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
