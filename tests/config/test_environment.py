"""Settings from the environment: every fault at once, each with its variable."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from config.environment import ROOT, Environment, read_environment

SAFE = {
    "LONGTAKE_ENV": "production",
    "LONGTAKE_SECRET_KEY": "s" * 60,
    "LONGTAKE_SIGNING_KEY": "{}",
    "LONGTAKE_SITE_URL": "https://films.example",
    "LONGTAKE_EMAIL_URL": "smtp+tls://mail.example:587",
    "DATABASE_URL": "postgresql://db.example/longtake",
    "REDIS_URL": "redis://valkey.example/0",
}


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in SAFE.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def refusal() -> str:
    with pytest.raises(SystemExit) as end:
        read_environment()
    return str(end.value.code)


def test_development_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SAFE:
        monkeypatch.delenv(name, raising=False)
    assert (Environment().is_production, Environment().site_url) == (False, "http://127.0.0.1:8000")


def test_production_with_all_it_needs_starts(production: pytest.MonkeyPatch) -> None:
    assert read_environment().hosts == ["films.example"]


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("LONGTAKE_SECRET_KEY", None, "LONGTAKE_SECRET_KEY is not set: give it a long random text."),
        ("LONGTAKE_SECRET_KEY", "short", "LONGTAKE_SECRET_KEY is shorter than 50 characters."),
        (
            "LONGTAKE_SIGNING_KEY",
            None,
            "LONGTAKE_SIGNING_KEY is not set: `manage.py new_signing_key`, run in development, makes one.",
        ),
        ("DATABASE_URL", None, "DATABASE_URL is not set: name the PostgreSQL database."),
        ("REDIS_URL", None, "REDIS_URL is not set: name the Valkey or Redis server."),
        ("LONGTAKE_EMAIL_URL", None, "LONGTAKE_EMAIL_URL is not set: name the mail server."),
        (
            "LONGTAKE_SITE_URL",
            "http://films.example",
            "LONGTAKE_SITE_URL must begin with https:// in production.",
        ),
        ("LONGTAKE_ALLOWED_HOSTS", "*", "LONGTAKE_ALLOWED_HOSTS may not hold `*`: name each host."),
        (
            "LONGTAKE_STRIPE_SECRET_KEY",
            "sk_live_1",
            "LONGTAKE_STRIPE_SECRET_KEY and LONGTAKE_STRIPE_ENDPOINT_SECRET go together: set both or neither.",
        ),
        ("LONGTAKE_DEMO", "1", "LONGTAKE_DEMO may not be on in production: it shows every mail to everyone."),
    ],
)
def test_production_names_what_is_missing_or_unsafe(
    production: pytest.MonkeyPatch, variable: str, value: str | None, sentence: str
) -> None:
    if value is None:
        production.delenv(variable)
    else:
        production.setenv(variable, value)
    assert f"- {sentence}" in refusal().splitlines()


def test_production_names_every_fault_at_once(production: pytest.MonkeyPatch) -> None:
    production.delenv("DATABASE_URL")
    production.setenv("LONGTAKE_SITE_URL", "http://films.example")
    assert len(refusal().splitlines()) == 3


def test_an_unknown_environment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONGTAKE_ENV", "staging")
    assert refusal().splitlines()[1] == "- LONGTAKE_ENV: Input should be 'development' or 'production'."


def test_a_production_process_refuses_to_start() -> None:
    bare = {name: value for name, value in os.environ.items() if name not in SAFE}
    run = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=bare | {"LONGTAKE_ENV": "production"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr.splitlines()[0]) == (1, "Longtake cannot start with these settings:")


@pytest.mark.parametrize(
    ("keys", "gateway"),
    [
        ({}, ""),
        ({"LONGTAKE_STRIPE_SECRET_KEY": "sk_live_1", "LONGTAKE_STRIPE_ENDPOINT_SECRET": "whsec_1"}, "stripe"),
    ],
)
def test_production_takes_cards_through_stripe_or_not_at_all(keys: dict[str, str], gateway: str) -> None:
    """The dummy gateway, which gives licences for nothing, cannot be chosen."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("LONGTAKE_")}
    told = subprocess.run(
        [sys.executable, "-c", "from django.conf import settings; print(settings.CARD_GATEWAY)"],
        env=bare | SAFE | keys | {"DJANGO_SETTINGS_MODULE": "config.settings", "CARD_GATEWAY": "dummy"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == gateway
