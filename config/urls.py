"""Addresses. They never change: see the list in docs/architecture.md."""

from allauth.account.views import signup
from django.conf import settings
from django.contrib import admin
from django.db import transaction
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language
from django.views.static import serve

from accounts.requests.limits import limited, posted
from accounts.requests.same_origin import token_or_same_origin

handler429 = "accounts.requests.limits.too_many"  # where allauth looks for the page
handler500 = "config.web.overload.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("catalog.urls")),
    path("", include("licensing.urls")),
    path("", include("screenings.urls")),
    path("", include("office.urls")),
    path("", include("reminders.urls")),
    path("account/", include("accounts.urls")),
    # The new account and its code are saved together or not at all.
    path(
        "account/signup/",
        limited("sign-up-mail", by=posted("email"))(transaction.atomic(signup)),
        name="account_signup",
    ),
    path("account/", include("allauth.urls")),
    path("language/setlang/", token_or_same_origin(set_language), name="set_language"),
    path(f"{settings.ADMIN_PATH}/", admin.site.urls),
]
if settings.SERVES_MEDIA:  # in production the proxy does
    urlpatterns.append(path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))
if settings.DEMO:
    urlpatterns.append(path("demo/", include("demo.urls")))
