"""Resolve anew what the locks pin: `make lock`. The development lock holds exactly what the running one does, and more."""

from __future__ import annotations

import subprocess
from pathlib import Path

from setup.prepare import ROOT, VENV, npm

RUNNING = "requirements.lock"
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
    """Write the four locks; raises CalledProcessError for the first tool that fails."""
    uv: list[str | Path] = [VENV / "bin" / "uv", *COMPILE]
    embedded, dev = "--extra=embedded", "--extra=dev"
    commands: list[list[str | Path]] = [
        [*uv, "pyproject.toml", embedded, "-o", RUNNING],
        [*uv, "pyproject.toml", embedded, dev, "-c", RUNNING, "-o", "requirements-dev.lock"],
        [*uv, "setup/uv-requirements.in", "-o", "setup/uv-requirements.lock"],
        [*npm(), "update", "--package-lock-only", "--ignore-scripts"],
    ]
    for command in commands:
        subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
