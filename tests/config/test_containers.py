"""The shipped container files: they name commands, variables, addresses and times that exist. No container is started here."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from config.environment import ROOT, Environment
from tests.config.test_deploy import UNITS, unit

CONTAINERS, KUBERNETES = ROOT / "deploy" / "containers", ROOT / "deploy" / "kubernetes"
PROCESSES = ("beat", "planning", "web", "worker")
EXAMPLE = dict(
    line.split("=", 1) for line in (CONTAINERS / "longtake.env.example").read_text().splitlines() if line
)


def read(path: Path) -> list[dict[str, Any]]:
    return [each for each in YAML(typ="safe").load_all(path) if each]


def of_kind(path: Path, kind: str) -> dict[str, Any]:
    return next(each for each in read(path) if each["kind"] == kind)


COMPOSE = read(CONTAINERS / "compose.yaml")[0]["services"]


def pod(name: str) -> dict[str, Any]:
    template: dict[str, Any] = of_kind(KUBERNETES / f"{name}.yaml", "Deployment")["spec"]["template"]["spec"]
    return template


def command_of_unit(name: str) -> list[str]:
    """What systemd starts, without the folders of a machine."""
    command = unit(ROOT / "deploy" / "systemd" / f"longtake-{name}.service")["Service"]["ExecStart"]
    return shlex.split(command.replace("/srv/longtake/.venv/bin/", "").replace("%%", "%"))


def without_host(command: list[str]) -> list[str]:
    """A container listens on all its addresses; a machine only on the loopback."""
    return [word for word in command if word not in ("--host", "0.0.0.0")]  # noqa: S104 - only compared


def seconds_of_unit(name: str) -> int:
    return int(unit(ROOT / "deploy" / "systemd" / f"longtake-{name}.service")["Service"]["TimeoutStopSec"])


def test_containers_and_units_are_the_same_processes() -> None:
    assert tuple(path.stem.removeprefix("longtake-") for path in UNITS) == PROCESSES
    assert set(COMPOSE) == {*PROCESSES, "migrate", "proxy", "postgresql", "valkey"}
    listed = read(KUBERNETES / "kustomization.yaml")[0]["resources"]
    assert sorted(listed) == sorted(
        path.name for path in KUBERNETES.glob("*.yaml") if path.name != "kustomization.yaml"
    )


@pytest.mark.parametrize("name", PROCESSES)
def test_a_process_has_one_command_everywhere(name: str) -> None:
    told = command_of_unit(name)
    assert without_host(shlex.split(COMPOSE[name]["command"])) == told
    assert without_host(pod(name)["containers"][0]["command"]) == told


@pytest.mark.parametrize("name", PROCESSES)
def test_a_process_has_the_same_time_to_end(name: str) -> None:
    assert COMPOSE[name]["stop_grace_period"] == f"{seconds_of_unit(name)}s"
    assert pod(name)["terminationGracePeriodSeconds"] == seconds_of_unit(name)


@pytest.mark.parametrize("name", ["worker", "planning"])
def test_workers_make_way_for_pages_wherever_they_run(name: str) -> None:
    """A third of what a web process gets of a busy machine: 100, 1024 and its own request are the usual shares."""
    assert unit(ROOT / "deploy" / "systemd" / f"longtake-{name}.service")["Service"]["CPUWeight"] == "33"
    assert COMPOSE[name]["cpu_shares"] == 340
    wanted, of_web = (pod(each)["containers"][0]["resources"]["requests"]["cpu"] for each in (name, "web"))
    assert (wanted, of_web) == ("170m", "500m")


@pytest.mark.parametrize("name", PROCESSES)
def test_what_ends_is_started_again_after_the_migrations(name: str) -> None:
    assert COMPOSE[name]["restart"] == "always"
    assert COMPOSE[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}


def test_probes_ask_what_the_site_answers() -> None:
    web = pod("web")["containers"][0]
    paths = [web[probe]["httpGet"]["path"] for probe in ("livenessProbe", "readinessProbe")]
    assert paths == ["/health/live", "/health/ready"]
    answered = (ROOT / "config" / "web" / "health.py").read_text()
    assert [f'"{path}"' in answered for path in paths] == [True, True]
    assert "/health/live" in COMPOSE["web"]["healthcheck"]["test"][-1]


def test_one_node_more_reads_the_same_files() -> None:
    assert of_kind(KUBERNETES / "storage.yaml", "PersistentVolumeClaim")["spec"]["accessModes"] == [
        "ReadWriteMany"
    ]
    for name in ("web", "worker", "planning"):
        assert pod(name)["containers"][0]["volumeMounts"] == [
            {"name": "files", "mountPath": "/srv/longtake/files"}
        ]


def test_the_example_is_enough_for_production_once_its_secrets_are_filled_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import json

    from licensing.documents.proof.signing import new_key

    for name in Environment.model_fields:
        monkeypatch.delenv(f"LONGTAKE_{name.upper()}", raising=False)
    filled = EXAMPLE | {
        "LONGTAKE_SECRET_KEY": "s" * 50,
        "LONGTAKE_SIGNING_KEY": json.dumps(new_key().as_dict(private=True)),
    }
    for name, value in filled.items():
        monkeypatch.setenv(name, value)
    assert Environment().is_production
    fields = Environment.model_fields.items()
    assert EXAMPLE.keys() <= {
        str(field.validation_alias or f"LONGTAKE_{name.upper()}") for name, field in fields
    }
    assert [EXAMPLE["LONGTAKE_SECRET_KEY"], EXAMPLE["LONGTAKE_SIGNING_KEY"]] == ["", ""]


def test_addresses_of_the_example_are_services() -> None:
    assert re.findall(r"(?:@|//)(\w+)/", EXAMPLE["DATABASE_URL"] + " " + EXAMPLE["REDIS_URL"]) == [
        "postgresql",
        "valkey",
    ]


def test_the_image_has_what_its_steps_name() -> None:
    dockerfile = (CONTAINERS / "Dockerfile").read_text()
    copied = re.findall(r"^COPY (deploy/\S+)", dockerfile, re.MULTILINE)
    assert [(ROOT / path).is_file() for path in copied] == [True, True]
    assert re.findall(r"AS (\w+)$", dockerfile, re.MULTILINE) == ["node", "build", "longtake", "proxy"]
    assert "setup/prepare.py production" in dockerfile


def test_the_image_gathers_static_files_as_production_serves_them() -> None:
    """In development their names have no hashes, and production would find none of them."""
    dockerfile = (CONTAINERS / "Dockerfile").read_text().replace("\\\n", " ")
    gathers = next(line for line in dockerfile.splitlines() if "collectstatic" in line)
    assert "LONGTAKE_ENV=production" in gathers


def test_the_proxy_of_containers_differs_only_in_names() -> None:
    """Both include the same rules, and refuse what is not one of our host names."""
    ours = (ROOT / "deploy" / "nginx" / "longtake.conf").read_text()
    theirs = (CONTAINERS / "proxy.conf.template").read_text()
    for line in (
        "include /srv/longtake/deploy/nginx/longtake.inc;",
        "limit_conn_zone $binary_remote_addr zone=longtake_addresses:10m;",
        "ssl_protocols TLSv1.2 TLSv1.3;",
        "ssl_reject_handshake on;",
    ):
        assert line in ours
        assert line in theirs
    assert "server web:8000 resolve;" in theirs
    assert of_kind(KUBERNETES / "web.yaml", "Service")["spec"]["ports"] == [{"port": 8000}]
