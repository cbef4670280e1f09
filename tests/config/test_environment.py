"""Settings from the environment: all faults are reported at once, each with its variable."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.urls import get_resolver

from config.environment import ROOT, Environment, read_environment
from config.faults import OWN_SEGMENTS
from licensing.documents.proof.signing import new_key
from tests.test_addresses import routes

KEY = json.dumps(new_key().as_dict(private=True))
PUBLIC_HALF = json.dumps(new_key().as_dict(private=False))
SAFE = {
    "LONGTAKE_ENV": "production",
    "LONGTAKE_SECRET_KEY": "s" * 60,
    "LONGTAKE_SIGNING_KEY": KEY,
    "LONGTAKE_SITE_URL": "https://films.example",
    "LONGTAKE_EMAIL_URL": "smtp+tls://mail.example:587",
    "DATABASE_URL": "postgresql://db.example/longtake",
    "REDIS_URL": "redis://valkey.example/0",
}

SIGNING_KEY = "LONGTAKE_SIGNING_KEY is not an Ed25519 private key as a JWK: run `manage.py new_signing_key` to make one."
ADMIN_PATH = "LONGTAKE_ADMIN_PATH must be a path of letters, digits and hyphens, such as `office`."
EMAIL_URL = (
    "LONGTAKE_EMAIL_URL is not the address of a mail server: write smtp+tls://user:password@host:port."
)
PROXIES = (
    "LONGTAKE_TRUSTED_PROXIES must be the number of proxies, or their networks, such as 10.0.0.0/8,127.0.0.1."
)


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
        ("LONGTAKE_SECRET_KEY", None, "LONGTAKE_SECRET_KEY is not set: set it to a long random text."),
        ("LONGTAKE_SECRET_KEY", "short", "LONGTAKE_SECRET_KEY is shorter than 50 characters."),
        (
            "LONGTAKE_SIGNING_KEY",
            None,
            "LONGTAKE_SIGNING_KEY is not set: run `manage.py new_signing_key` to make one.",
        ),
        (
            "LONGTAKE_SIGNING_KEY",
            "",
            "LONGTAKE_SIGNING_KEY is not set: run `manage.py new_signing_key` to make one.",
        ),
        ("DATABASE_URL", None, "DATABASE_URL is not set: name the PostgreSQL database."),
        ("REDIS_URL", None, "REDIS_URL is not set: name the Valkey or Redis server."),
        ("LONGTAKE_EMAIL_URL", None, "LONGTAKE_EMAIL_URL is not set: name the mail server."),
        (
            "LONGTAKE_SITE_URL",
            "http://films.example",
            "LONGTAKE_SITE_URL must begin with https:// in production.",
        ),
        ("LONGTAKE_SIGNING_KEY", "nonsense", SIGNING_KEY),
        ("LONGTAKE_SIGNING_KEY", "{}", SIGNING_KEY),
        ("LONGTAKE_SIGNING_KEY", "[]", SIGNING_KEY),
        ("LONGTAKE_SIGNING_KEY", '{"keys": []}', SIGNING_KEY),
        ("LONGTAKE_SIGNING_KEY", '{"kty": "OKP", "crv": "Ed25519", "x": "AA"}', SIGNING_KEY),
        pytest.param("LONGTAKE_SIGNING_KEY", PUBLIC_HALF, SIGNING_KEY, id="the public half of a key"),
        ("LONGTAKE_ADMIN_PATH", "", ADMIN_PATH),
        ("LONGTAKE_ADMIN_PATH", "/", ADMIN_PATH),
        ("LONGTAKE_ADMIN_PATH", "<slug:slug>", ADMIN_PATH),
        (
            "LONGTAKE_ADMIN_PATH",
            "films",
            "LONGTAKE_ADMIN_PATH may not be `films`: the site's own pages are there.",
        ),
        (
            "LONGTAKE_ADMIN_PATH",
            "/account/login/",
            "LONGTAKE_ADMIN_PATH may not be `account/login`: the site's own pages are there.",
        ),
        ("LONGTAKE_EMAIL_URL", "smtp+tls://nouser", EMAIL_URL),
        ("LONGTAKE_EMAIL_URL", "mail.example:25", EMAIL_URL),
        ("LONGTAKE_EMAIL_URL", "http://mail.example", EMAIL_URL),
        ("LONGTAKE_EMAIL_URL", "smtp://mail.example:mail", EMAIL_URL),
        ("LONGTAKE_EMAIL_URL", "smtp://[::1", EMAIL_URL),
        (
            "LONGTAKE_EMAIL_URL",
            "smtp://office@mail.example",
            "LONGTAKE_EMAIL_URL names a user without a password, or a password without a user.",
        ),
        (
            "LONGTAKE_SITE_URL",
            "https://",
            "LONGTAKE_SITE_URL is not an address, such as https://films.example.",
        ),
        (
            "LONGTAKE_TIME_ZONE",
            "Paris",
            "LONGTAKE_TIME_ZONE is not an IANA time zone, such as Europe/Paris.",
        ),
        ("LONGTAKE_TRUSTED_PROXIES", "the proxy", PROXIES),
        ("LONGTAKE_TRUSTED_PROXIES", "-1", PROXIES),
        ("LONGTAKE_ALLOWED_HOSTS", "*", "LONGTAKE_ALLOWED_HOSTS may not contain `*`: name each host."),
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
    ("text", "meaning"),
    [("", []), ("0", 0), ("2", 2), ("10.0.0.0/8, ::1", ["10.0.0.0/8", "::1/128"])],
)
def test_trusted_proxies_are_a_number_or_networks(
    monkeypatch: pytest.MonkeyPatch, text: str, meaning: int | list[str]
) -> None:
    monkeypatch.setenv("LONGTAKE_TRUSTED_PROXIES", text)
    assert Environment().proxies == meaning


@pytest.mark.parametrize("url", ["smtp://mail:25", "smtp://localhost", "smtps://o%40x:p%2F@mail.example"])
def test_a_mail_server_may_be_near_or_far(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("LONGTAKE_EMAIL_URL", url)
    assert Environment().email_url == url


def test_the_office_can_stand_at_no_address_of_the_site() -> None:
    """OWN_SEGMENTS contains the first segment of every address, including those of the proxy, middlewares and demonstration."""
    own = {
        route.split("/", maxsplit=1)[0]
        for route in routes(get_resolver().url_patterns)
        if not route.startswith(f"{settings.ADMIN_PATH}/")
    }
    assert {segment for segment in own if "<" not in segment} - {""} - OWN_SEGMENTS == set()
    assert OWN_SEGMENTS - own == {"demo", "health", "internal", "metrics", "static"}


def test_office_is_written_to_at_the_senders_address_unless_another_is_given(
    production: pytest.MonkeyPatch,
) -> None:
    production.setenv("LONGTAKE_FROM_EMAIL", "Films <no-reply@films.example>")
    assert Environment().office_email == "no-reply@films.example"
    production.setenv("LONGTAKE_CONTACT_EMAIL", "office@films.example")
    assert Environment().office_email == "office@films.example"
    production.setenv("LONGTAKE_CONTACT_EMAIL", "the office")
    assert refusal().endswith(
        "- LONGTAKE_CONTACT_EMAIL is not an e-mail address: name the one that people write to."
    )


@pytest.mark.parametrize(
    ("keys", "gateway"),
    [
        ({}, ""),
        ({"LONGTAKE_STRIPE_SECRET_KEY": "sk_live_1", "LONGTAKE_STRIPE_ENDPOINT_SECRET": "whsec_1"}, "stripe"),
    ],
)
def test_production_takes_cards_through_stripe_or_not_at_all(keys: dict[str, str], gateway: str) -> None:
    """The dummy gateway, which gives licences for free, cannot be chosen."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("LONGTAKE_")}
    shell = subprocess.run(
        [sys.executable, "-c", "from django.conf import settings; print(settings.CARD_GATEWAY)"],
        env=bare | SAFE | keys | {"DJANGO_SETTINGS_MODULE": "config.settings", "CARD_GATEWAY": "dummy"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shell.stdout.strip() == gateway
