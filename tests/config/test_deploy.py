"""The shipped server configuration: it names commands and limits that exist. `benchmarks/operations/proxy.py` runs the real nginx."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest
from django.conf import settings

from config.environment import ROOT, Environment
from config.web import serving
from reminders.tasks import TIME_LIMIT

SYSTEMD = ROOT / "deploy" / "systemd"
BACKUP = SYSTEMD / "longtake-backup.service"
UNITS = sorted({*SYSTEMD.glob("*.service")} - {BACKUP})
INCLUDED = (ROOT / "deploy" / "nginx" / "longtake.inc").read_text()


def unit(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's names have capitals
    parser.read(path)
    return parser


def test_every_process_has_a_unit() -> None:
    assert [path.stem for path in UNITS] == [
        f"longtake-{name}" for name in ("beat", "planning", "web", "worker")
    ]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_what_ends_is_started_again_for_ever(path: Path) -> None:
    read = unit(path)
    assert (read["Service"]["Restart"], read["Unit"]["StartLimitIntervalSec"]) == ("always", "0")


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_units_and_the_operations_guide_name_the_same_command(path: Path) -> None:
    command = unit(path)["Service"]["ExecStart"].removeprefix("/srv/longtake/.venv/bin/")
    guide = (ROOT / "docs" / "operations.md").read_text()
    assert " ".join(command.split()[:4]) in guide.replace("`", "")


def test_the_nightly_backup_has_what_the_services_have_and_writes_to_one_folder() -> None:
    backup, web = unit(BACKUP)["Service"], unit(SYSTEMD / "longtake-web.service")["Service"]
    same = ("User", "WorkingDirectory", "EnvironmentFile", "NoNewPrivileges", "PrivateTmp", "ProtectSystem")
    assert [backup[name] for name in same] == [web[name] for name in same]
    folder = backup["ReadWritePaths"]
    assert backup["ExecStart"].endswith(f"manage.py backup {folder}")
    assert f"/usr/bin/find {folder} " in backup["ExecStartPost"]
    assert unit(BACKUP.with_suffix(".timer"))["Install"]["WantedBy"] == "timers.target"


def test_the_command_for_administrators_is_a_service_like_the_others() -> None:
    command, web = (SYSTEMD / "longtake").read_text(), unit(SYSTEMD / "longtake-web.service")["Service"]
    assert f"--uid={web['User']} --working-directory={web['WorkingDirectory']}" in command
    assert web["EnvironmentFile"] in command


def test_the_proxy_and_the_web_server_take_bodies_of_one_size() -> None:
    found = re.search(r"client_max_body_size (\d+)m;", INCLUDED)
    assert found is not None
    assert int(found[1]) * 1024 * 1024 == serving.LARGEST_BODY == settings.LARGEST_BODY_OF_THE_OFFICE


def test_a_worker_that_is_stopped_may_finish_the_mail_that_it_is_sending() -> None:
    worker = unit(ROOT / "deploy" / "systemd" / "longtake-worker.service")
    assert int(worker["Service"]["TimeoutStopSec"]) > TIME_LIMIT


def test_the_operations_guide_names_every_variable() -> None:
    guide = (ROOT / "docs" / "operations.md").read_text()
    table = guide.partition("## The environment")[2].partition("\n## ")[0]
    configured = set(
        re.findall(
            r"`([A-Z_]+)`", "\n".join(row.split("|")[1] for row in re.findall(r"^\|.*", table, re.MULTILINE))
        )
    )
    fields = Environment.model_fields.items()
    known = {str(field.validation_alias or f"LONGTAKE_{name.upper()}") for name, field in fields}
    assert configured == known


def test_every_decision_has_a_number_of_its_own_and_stands_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(page.name for page in folder.glob("*.md") if page.name != "README.md")
    assert sorted(re.findall(r"\]\(([^)]+)\)", (folder / "README.md").read_text())) == pages
    numbers = [int(page[:4]) for page in pages]
    assert len(set(numbers)) == len(numbers)
    titles = [(folder / page).read_text().partition("\n")[0] for page in pages]
    assert [int(title.removeprefix("# ").partition(".")[0]) for title in titles] == numbers


def test_the_proxy_waits_longer_than_a_request_may_take() -> None:
    from config.database import LIMITS
    from config.web.overload import LONGEST_WAIT

    found = re.search(r"proxy_read_timeout (\d+)s;", INCLUDED)
    assert found is not None
    assert int(found[1]) > LONGEST_WAIT + LIMITS["web"].statement + LIMITS["web"].lock


def test_the_proxy_serves_public_files_alone() -> None:
    served = re.findall(r"alias (\S+);", INCLUDED)
    assert served == [
        "/srv/longtake/staticfiles/",
        "/srv/longtake/staticfiles/$file",
        "/srv/longtake/files/public/",
        "/srv/longtake/files/public/$file",
        "/srv/longtake/files/films/",
    ]


def test_films_are_served_at_our_word_alone() -> None:
    from licensing.views.holding.sending import INTERNAL

    found = re.search(
        r"location (\S+) \{[^}]*?\n    internal;\n    alias /srv/longtake/files/films/;", INCLUDED
    )
    assert found is not None
    assert found[1] == INTERNAL
