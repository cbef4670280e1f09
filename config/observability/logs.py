"""How each process writes its log, and where errors are reported. Secrets that stand in addresses are written in neither."""

from __future__ import annotations

import logging
import re
from typing import Any, Literal

NAMED = re.compile(
    r"/(decline|downloads|ends|invitations|mailboxes|mailing-list|reports|reset/key|registrations|calendars|shared|check"
    r"|booklets|viewings)/[^/\s]+"
)
"""Parts of our addresses after which a segment lets in whoever knows it."""
SECRET = re.compile(
    r"(?<=/)(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|(?=[^/\s]*\d)(?=[^/\s]*(?:[A-Z]|[0-9a-f]{16}))[\w:.=-]{20,})"
)
"""Whatever else looks like one: a UUID, or at least 20 characters with digits and capitals or many hexadecimal digits."""
MASK = "…"


def masked(text: str) -> str:
    return SECRET.sub(MASK, NAMED.sub(rf"/\1/{MASK}", text))


class Masked(logging.Formatter):
    """Writes what another formatter writes, tracebacks too, without the secrets of addresses."""

    def __init__(self, inner: logging.Formatter) -> None:
        super().__init__()
        self.inner = inner

    def format(self, record: logging.LogRecord) -> str:
        return masked(self.inner.format(record))


def lines() -> logging.Formatter:
    return Masked(logging.Formatter("{asctime} {levelname} {name} {message}", style="{"))


def json_lines() -> logging.Formatter:
    """An object a line. Django's `request` is left out: a program that reads the log needs only words."""
    from pythonjsonlogger.core import RESERVED_ATTRS
    from pythonjsonlogger.json import JsonFormatter

    fields = "{asctime}{levelname}{name}{message}{correlation_id}{celery_parent_id}"
    return Masked(JsonFormatter(fields, style="{", reserved_attrs=[*RESERVED_ATTRS, "request"]))


def logging_settings(form: Literal["lines", "json"], *, is_production: bool) -> dict[str, Any]:
    """Django's LOGGING: one handler, to standard error. Lines for people, or JSON with the request's id for programs."""
    ids = {
        "correlation_id": {"()": "django_guid.log_filters.CorrelationId"},
        "celery_tracing": {"()": "django_guid.integrations.celery.log_filters.CeleryTracing"},
    }
    is_json = form == "json"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": ids if is_json else {},
        "formatters": {"chosen": {"()": json_lines if is_json else lines}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "chosen",
                "filters": list(ids) if is_json else [],
            }
        },
        "root": {"handlers": ["console"], "level": "INFO" if is_production else "WARNING"},
    }


def mask_celerys(logger: logging.Logger) -> None:
    """Celery gives its workers and beat handlers of its own, with formats that name the task; they too write no secrets."""
    for handler in logger.handlers:
        if handler.formatter is not None and not isinstance(handler.formatter, Masked):
            handler.setFormatter(Masked(handler.formatter))


def guid_settings(form: Literal["lines", "json"]) -> dict[str, Any]:
    """Each request has an id: the proxy's where that is a UUID, else a new one; the tasks that it starts name it as their parent."""
    if form == "lines":
        return {}
    from django_guid.integrations import CeleryIntegration

    return {
        "GUID_HEADER_NAME": "X-Request-ID",
        "VALIDATE_GUID": True,
        "INTEGRATIONS": [CeleryIntegration(use_django_logging=True, log_parent=True)],
    }


def report_errors_to(dsn: str) -> None:
    """Reports unhandled errors of this process to Sentry, without persons, cookies or bodies of requests."""
    import sentry_sdk
    from sentry_sdk.integrations.celery import CeleryIntegration
    from sentry_sdk.integrations.django import DjangoIntegration

    sentry_sdk.init(
        dsn=dsn,
        auto_enabling_integrations=False,  # it would import every package that it knows
        integrations=[DjangoIntegration(), CeleryIntegration()],
        send_default_pii=False,
        max_request_body_size="never",
        include_local_variables=False,
        before_send=lambda event, _hint: _without_secrets(event),
    )


def _without_secrets(value: Any) -> Any:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {key: _without_secrets(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_secrets(each) for each in value]
    return value
