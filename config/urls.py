"""Addresses. They are stable: see the list in docs/architecture.md."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.static import serve

from config import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("catalog.urls")),
    path("", include("licensing.urls")),
    path("", include("screenings.urls")),
    path("account/", include("accounts.urls")),
    path("account/", include("allauth.urls")),
    path("payments/", include("payments.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path(f"{settings.ADMIN_PATH}/", admin.site.urls),
]
if settings.SERVES_MEDIA:  # in production the proxy does
    urlpatterns.append(path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))
if settings.DEMO:
    urlpatterns.append(path("demo/", include("demo.urls")))
