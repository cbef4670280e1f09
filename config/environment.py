"""The environment variables. They are read once and checked together, so that all faults are reported at once."""

from __future__ import annotations

import sys
from email.utils import parseaddr
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from config import faults

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT_SECRET = "development-only-secret-never-used-in-production"  # noqa: S105 - production refuses it
NOT_STARTED = "postgresql://postgres@embedded-server-not-started.invalid/longtake"
SHORTEST_SECRET = 50


class Environment(BaseSettings):
    """Each field is the variable LONGTAKE_<FIELD>, except DATABASE_URL and REDIS_URL, which hosting services set without a prefix."""

    model_config = SettingsConfigDict(env_prefix="LONGTAKE_", extra="ignore", populate_by_name=True)

    env: Literal["development", "production"] = "development"
    demo: bool = False
    process: Literal["web", "worker", "command", "runserver"] = "command"
    """What kind of process this is; each entry point sets it (entry.py)."""
    threads: int = Field(default=6, ge=1, le=64)
    """How many requests one web process handles at once; it also determines the number of database connections."""
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    signing_key: SecretStr | None = None
    """Ed25519 private key as a JWK (one line of JSON): it signs licence certificates."""
    database_url: str = Field(default=NOT_STARTED, validation_alias="DATABASE_URL")
    pooler: Literal["none", "transaction"] = "none"
    """Whether a web process reaches the database through a pooler that gives it a connection for each transaction, as PgBouncer does."""
    replica_url: str = ""
    """A libpq address of a streaming replica, from which guests read the catalogue; without it nobody does."""
    broker_url: str = ""
    """Where tasks wait, if not in redis_url: amqp://user:password@host/ for RabbitMQ."""
    redis_url: str = Field(default="redis://127.0.0.1:6379/0", validation_alias="REDIS_URL")
    site_url: str = "http://127.0.0.1:8000"
    """Where people reach the site: used in mails, certificates and feeds."""
    allowed_hosts: str = ""
    """Comma-separated; the host of site_url is always allowed."""
    trusted_proxies: str = ""
    """The proxies whose X-Forwarded-For is trusted: how many every request passes, or their networks, comma-separated."""
    time_zone: str = "UTC"
    """The office's IANA time zone: it decides the date of an order or an invoice."""
    admin_path: str = "admin"
    data_dir: Path = ROOT / ".data"
    files_dir: Path = ROOT / ".data" / "files"
    """Uploaded files: `public/` may be served by the proxy, `private/` never."""
    postgres_programs: Path | None = None
    """The folder of pg_dump and pg_restore, where it is not on the PATH; both of the server's version or later."""
    log: Literal["lines", "json"] = "lines"
    """How each process writes its log: lines for people, or an object of JSON a line for programs."""
    metrics_token: SecretStr | None = None
    """The word with which Prometheus may read `/metrics`; without it nobody may."""
    sentry_dsn: SecretStr | None = None
    """Where errors are reported, as Sentry or a server like it gives it; without it nowhere."""
    traces_url: str = ""
    """Where spans of requests and tasks are sent: an OpenTelemetry collector's address for OTLP over HTTP; without it nowhere."""
    email_url: str = "smtp://127.0.0.1:2525"
    email_connections: int = Field(default=12, ge=1, le=100)
    """How many connections to the mail server one run of the outbox opens at most."""
    from_email: str = "Longtake <office@longtake.example>"
    keep_registrations_days: int = Field(default=365, ge=0)
    """So long after a screening the names and addresses of who registered are kept; 0 for ever."""
    keep_mails_days: int = Field(default=730, ge=0)
    """So long the office can look up what was sent to whom; 0 for ever."""
    fetch_private_addresses: bool = False
    """Whether calendars of venues may stand on servers of our own network; else only on the public web."""
    returns_secret: SecretStr | None = None
    """What a mail provider must say to report returned mails and complaints; without it nobody can."""
    stripe_secret_key: SecretStr | None = None
    stripe_endpoint_secret: SecretStr | None = None
    distributor: str = "Longtake Films (sample)"
    """The distributor's exact legal name, as invoices and certificates print it."""
    contact_email: str = ""
    """Where people write to the office; by default the address of from_email."""
    postal_address: str = ""
    """The office's postal address, one line or several; shown on the contact page."""
    phone: str = ""

    @property
    def is_production(self) -> bool:
        return self.env == "production"

    @property
    def office_email(self) -> str:
        """The bare address that people write to."""
        return self.contact_email or parseaddr(self.from_email)[1]

    @property
    def hosts(self) -> list[str]:
        named = [host.strip() for host in self.allowed_hosts.split(",") if host.strip()]
        own = urlsplit(self.site_url).hostname or ""
        loopback = [] if self.is_production else ["127.0.0.1", "localhost", "[::1]"]
        return list(dict.fromkeys([own, *named, *loopback]))

    @property
    def proxies(self) -> int | list[str]:
        return faults.proxies(self.trusted_proxies)

    @model_validator(mode="after")
    def refuse_what_cannot_be(self) -> Self:
        """Refuses invalid values, naming the variable; in production also missing secrets and unsafe values."""
        found = self._invalid_values() + (self._production_faults() if self.is_production else [])
        if found:
            raise ValueError("\n".join(found))
        return self

    def _invalid_values(self) -> list[str]:
        key = self.signing_key.get_secret_value() if self.signing_key else None
        sentences = [
            faults.admin_path(self.admin_path),
            faults.broker_url(self.broker_url),
            faults.email_url(self.email_url),
            faults.pooler(self.pooler, self.process),
            faults.redis_url(self.redis_url),
            faults.signing_key(key),
            faults.site_url(self.site_url),
            faults.time_zone(self.time_zone),
            faults.trusted_proxies(self.trusted_proxies),
        ]
        return [sentence for sentence in sentences if sentence]

    def _production_faults(self) -> list[str]:
        secret = self.secret_key.get_secret_value()
        checks = [
            (secret == DEVELOPMENT_SECRET, "LONGTAKE_SECRET_KEY is not set: set it to a long random text."),
            (
                len(secret) < SHORTEST_SECRET,
                f"LONGTAKE_SECRET_KEY is shorter than {SHORTEST_SECRET} characters.",
            ),
            (
                not self.signing_key,
                "LONGTAKE_SIGNING_KEY is not set: run `manage.py new_signing_key` to make one.",
            ),
            (self.database_url == NOT_STARTED, "DATABASE_URL is not set: name the PostgreSQL database."),
            (
                "redis_url" not in self.model_fields_set,
                "REDIS_URL is not set: name the Valkey or Redis server.",
            ),
            (
                not self.site_url.startswith("https://"),
                "LONGTAKE_SITE_URL must begin with https:// in production.",
            ),
            ("*" in self.hosts, "LONGTAKE_ALLOWED_HOSTS may not contain `*`: name each host."),
            (
                "email_url" not in self.model_fields_set,
                "LONGTAKE_EMAIL_URL is not set: name the mail server.",
            ),
            (
                "@" not in self.office_email,
                "LONGTAKE_CONTACT_EMAIL is not an e-mail address: name the one that people write to.",
            ),
            (
                bool(self.stripe_secret_key) != bool(self.stripe_endpoint_secret),
                "LONGTAKE_STRIPE_SECRET_KEY and LONGTAKE_STRIPE_ENDPOINT_SECRET go together: set both or neither.",
            ),
            (self.demo, "LONGTAKE_DEMO may not be on in production: it shows every mail to everyone."),
        ]
        return [sentence for is_wrong, sentence in checks if is_wrong]


def read_environment() -> Environment:
    """The checked environment; ends the process with one sentence for each fault (exit code 1)."""
    try:
        return Environment()
    except ValidationError as error:
        lines = [_sentence(fault["loc"], fault["msg"]) for fault in error.errors()]
        sys.exit("Longtake cannot start with these settings:\n" + "\n".join(lines))


def _sentence(place: tuple[int | str, ...], message: str) -> str:
    if not place:
        return "\n".join(f"- {line}" for line in message.removeprefix("Value error, ").splitlines())
    name = str(place[0])
    variable = name if name.isupper() else f"LONGTAKE_{name.upper()}"
    return f"- {variable}: {message}."
