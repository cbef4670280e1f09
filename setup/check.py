"""`make check`: all checks except the tests. They run in parallel, one on each core; exit code 1 if one of them finds a fault."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from joserfc.jwk import OKPKey

from config.embedded import ensure_servers
from setup.prepare import ROOT

# The package cannot be run with -m, and its script contains the path that this folder had when it was installed.
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"


@dataclass(frozen=True)
class Check:
    """The arguments of Python, and environment variables to change."""

    title: str
    arguments: tuple[str, ...]
    variables: dict[str, str] = field(default_factory=dict)

    def passes(self) -> bool:
        """Runs the check; prints one line, and its whole output if it found a fault."""
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, *self.arguments],
            cwd=ROOT,
            env=os.environ | self.variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        is_good = done.returncode == 0
        said = f"{'ok    ' if is_good else 'FAULTS'} {time.monotonic() - began:6.1f} s  {self.title}\n"
        if not is_good:
            said += f"{done.stdout}\n{done.stderr}\n"
        sys.stdout.write(said)  # at once, since others write too
        sys.stdout.flush()
        return is_good


def production() -> dict[str, str]:
    """Plausible production settings, with secrets that nothing else uses."""
    return {
        "LONGTAKE_ENV": "production",
        "LONGTAKE_SECRET_KEY": secrets.token_urlsafe(50),
        "LONGTAKE_SIGNING_KEY": json.dumps(
            OKPKey.generate_key("Ed25519", {"kid": "check"}).as_dict(private=True)
        ),
        "LONGTAKE_SITE_URL": "https://films.example",
        "LONGTAKE_EMAIL_URL": "smtp+tls://mail.example:587",
        "DATABASE_URL": "postgresql://longtake@db.example/longtake",
        "REDIS_URL": "redis://broker.example:6379/0",
    }


def checks() -> list[Check]:
    """The longest first, so that no core has to wait for it at the end."""
    return [
        Check("mypy: types", ("-m", "mypy", ".")),
        Check("ruff: lint", ("-m", "ruff", "check", ".")),
        Check("ruff: format", ("-m", "ruff", "format", "--check", ".")),
        Check("djlint: templates", ("-m", "djlint", "templates", "--lint", "--quiet")),
        Check("import-linter: what may import what", ("-c", LINT_IMPORTS)),
        Check("Django: no migration is missing", ("manage.py", "makemigrations", "--check", "--dry-run")),
        Check(
            "Django: safe to deploy", ("manage.py", "check", "--deploy", "--fail-level=WARNING"), production()
        ),
    ]


def main() -> int:
    """0 if all checks pass, otherwise 1."""
    ensure_servers()
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as cores:
        return 0 if all(list(cores.map(Check.passes, checks()))) else 1


if __name__ == "__main__":
    sys.exit(main())
