"""Each request runs in its user's time zone; in production staff enter the office with a second factor."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

type GetResponse = Callable[[HttpRequest], HttpResponse]


class TimeZoneMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            with timezone.override(request.user.time_zone):
                return self.get_response(request)
        return self.get_response(request)


class StaffNeedSecondFactorMiddleware:
    """Sends staff without a second factor from the admin to where they can add one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.STAFF_NEED_SECOND_FACTOR
            and self._enters_office(request)
            and not is_mfa_enabled(request.user)
        ):
            messages.warning(
                request, _("The office asks for a second factor. Add one here, then open it again.")
            )
            return redirect("mfa_index")
        return self.get_response(request)

    def _enters_office(self, request: HttpRequest) -> bool:
        in_admin = request.path.startswith(f"/{settings.ADMIN_PATH}/")
        return in_admin and request.user.is_authenticated and request.user.is_staff
