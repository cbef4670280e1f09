"""What every page knows about the site itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """HOUSE_LANGUAGE is the language in which the office writes synopses and terms, whatever the reader's language is."""
    return {
        "HOUSE_LANGUAGE": settings.LANGUAGE_CODE,
        "DISTRIBUTOR": settings.DISTRIBUTOR,
        "SITE_URL": settings.SITE_URL,
        "DEMO": settings.DEMO,
    }
