"""What every page knows about the site itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from office.distributor.reader import distributor_on


def site(request: HttpRequest) -> dict[str, object]:
    """HOUSE_LANGUAGE is the language in which the office writes synopses and terms, whatever the reader's language is.

    SELLER is the distributor's record, read when a template first asks for it.
    """
    return {
        "HOUSE_LANGUAGE": settings.LANGUAGE_CODE,
        "SELLER": SimpleLazyObject(lambda: distributor_on(request)),
        "DISTRIBUTOR": SimpleLazyObject(lambda: distributor_on(request).legal_name),
        "SITE_URL": settings.SITE_URL,
        "DEMO": settings.DEMO,
    }
