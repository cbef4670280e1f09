"""Checks of environment variables. Each returns a sentence that names the variable and its fault, or an empty string."""

from __future__ import annotations

import json
import re
from ipaddress import ip_network
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from config.hosts.sentinel import Watched, is_watched

OWN_SEGMENTS = frozenset({
    ".well-known", "about", "accessibility", "account", "avails", "avails.csv", "booklets", "cart", "checkout", "collections",
    "contact", "credit-notes", "demo", "desk", "downloads", "festivals", "films", "films.atom", "films.makers", "health", "institutions",
    "internal", "invitations", "language", "libraries", "licence-finder", "licence-terms", "licences", "mailboxes", "mailing-list", "mails", "media", "metrics", "oai", "orders", "payments", "people", "previews", "prices", "privacy", "quotes", "receipts",
    "registrations", "calendars", "reports", "schemas", "screenings", "sitemap.xml", "sitemap-collections.xml", "static", "support", "terms", "uploads", "vendor-form.pdf", "venues",
})  # fmt: skip
"""The first segments of the site's own addresses: the office may not use any of them."""
PATH = re.compile(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*", re.IGNORECASE)
BROKERS = ("redis", "rediss", "redis+sentinel", "amqp", "amqps")
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def admin_path(path: str) -> str:
    bare = path.strip("/")
    if not PATH.fullmatch(bare):
        return "LONGTAKE_ADMIN_PATH must be a path of letters, digits and hyphens, such as `office`."
    if bare.split("/", maxsplit=1)[0] in OWN_SEGMENTS:
        return f"LONGTAKE_ADMIN_PATH may not be `{bare}`: the site's own pages are there."
    return ""


def email_url(url: str) -> str:
    shape = (
        "LONGTAKE_EMAIL_URL is not the address of a mail server: write smtp+tls://user:password@host:port."
    )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return shape
    host = parts.hostname or ""
    is_whole = "." in host or ":" in host or host == "localhost" or port is not None
    if parts.scheme not in MAIL_PORTS or not host or not is_whole:
        return shape
    if bool(parts.username) != bool(parts.password):
        return "LONGTAKE_EMAIL_URL names a user without a password, or a password without a user."
    return ""


def site_url(url: str) -> str:
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    return "" if is_good else "LONGTAKE_SITE_URL is not an address, such as https://films.example."


def signing_key(text: str | None) -> str:
    """A JWK (RFC 8037) must be one Ed25519 private key with an id, or a JWK Set that starts with one; see licensing.documents.proof.signing."""
    from joserfc.errors import JoseError
    from joserfc.jwk import OKPKey

    if text is None:
        return ""
    try:
        data = json.loads(text)
        keys = [OKPKey.import_key(key) for key in data.get("keys", [data])]
        first = keys[0]
        is_good = first.is_private and first.as_dict()["crv"] == "Ed25519" and bool(first.kid)
    except (JoseError, ValueError, TypeError, AttributeError, LookupError):
        is_good = False
    if is_good:
        return ""
    return "LONGTAKE_SIGNING_KEY is not an Ed25519 private key as a JWK: run `manage.py new_signing_key` to make one."


def redis_url(address: str) -> str:
    if not is_watched(address):
        return ""
    try:
        Watched.of(address)
    except ValueError as error:
        return f"REDIS_URL is not the address of Sentinels: {error}"
    return ""


def broker_url(address: str) -> str:
    if not address or urlsplit(address).scheme in BROKERS:
        return ""
    return f"LONGTAKE_BROKER_URL must begin with one of {', '.join(f'{each}://' for each in BROKERS)}."


def pooler(kind: str, process: str) -> str:
    if kind == "none" or process in {"web", "runserver"}:
        return ""
    return (
        "LONGTAKE_POOLER is for web processes: workers, beat and commands hold locks for longer than a transaction, "
        "so give them the database server's own address in DATABASE_URL."
    )


def time_zone(name: str) -> str:
    if name in available_timezones():
        return ""
    return "LONGTAKE_TIME_ZONE is not an IANA time zone, such as Europe/Paris."


def trusted_proxies(text: str) -> str:
    try:
        proxies(text)
    except ValueError:
        return "LONGTAKE_TRUSTED_PROXIES must be the number of proxies, or their networks, such as 10.0.0.0/8,127.0.0.1."
    return ""


def proxies(text: str) -> int | list[str]:
    """The number of proxies, or their networks in normal form. Raises ValueError for anything else."""
    bare = text.strip()
    if bare.isdecimal():
        return int(bare)
    return [str(ip_network(part.strip())) for part in bare.split(",") if part.strip()]
