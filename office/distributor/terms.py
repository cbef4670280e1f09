"""Which version of the licence terms holds, and its text for a reader."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from office.models import LicenceTerms


def newest_version() -> str | None:
    """The version that holds today at the office; None while there is none. One statement."""
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    newest = LicenceTerms.objects.filter(holds_from__lte=today).order_by("-holds_from", "-pk").first()
    return newest.version if newest else None


def terms_text(version: str, language: str) -> LicenceTerms | None:
    """A version in the reader's language, else in the office's, else in the one that there is. One statement."""
    found = {terms.language: terms for terms in LicenceTerms.objects.filter(version=version)}
    for each in (language, settings.LANGUAGE_CODE):
        if each in found:
            return found[each]
    return next(iter(found.values()), None)
