"""What every template may say of the site itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    return {"DISTRIBUTOR": settings.DISTRIBUTOR, "SITE_URL": settings.SITE_URL, "DEMO": settings.DEMO}
