"""How each process writes its log, and where errors are reported. Secrets that stand in addresses are written in neither."""

from __future__ import annotations

import logging
import re
from typing import Any, Literal

SECRET = re.compile(
    r"(?<=/)(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[^/\s]*[A-Z])(?=[^/\s]*\d)[\w:.=-]{20,})"
)
"""A segment of an address that lets in whoever knows it: a UUID, or at least 20 characters with capitals and digits."""
MASK = "…"


class Masking(logging.Filter):
    """Writes no secrets of addresses, and nothing of the request but its words."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = masked(record.getMessage())
        record.args = None
        record.__dict__.pop("request", None)  # Django adds it; a program that reads the log needs only words
        return True


def masked(text: str) -> str:
    return SECRET.sub(MASK, text)


def logging_settings(form: Literal["lines", "json"], *, is_production: bool) -> dict[str, Any]:
    """Django's LOGGING: one handler, to standard error. Lines for people, or JSON with the request's id for programs."""
    lines = {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    fields = "{asctime}{levelname}{name}{message}{correlation_id}{celery_parent_id}"
    json = {"()": "pythonjsonlogger.json.JsonFormatter", "format": fields, "style": "{"}
    ids = {
        "correlation_id": {"()": "django_guid.log_filters.CorrelationId"},
        "celery_tracing": {"()": "django_guid.integrations.celery.log_filters.CeleryTracing"},
    }
    is_json = form == "json"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"masking": {"()": "config.logs.Masking"}, **(ids if is_json else {})},
        "formatters": {"chosen": json if is_json else lines},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "chosen",
                "filters": ["masking", *(ids if is_json else {})],
            }
        },
        "root": {"handlers": ["console"], "level": "INFO" if is_production else "WARNING"},
    }


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
