"""The admin site of the office: whom it lets in, and what it answers to requests that no form of it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _

from office.permissions import is_of_the_office, may, owes_second_factor

type View = Callable[..., HttpResponse]


class OfficeSite(admin.AdminSite):
    site_header = "Longtake"
    site_title = "Longtake"
    enable_nav_sidebar = False  # the lists need the width

    def has_permission(self, request: HttpRequest) -> bool:
        """Every page of the office asks this; what the person may do there, each page asks of its permissions."""
        return is_of_the_office(request.user)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """One way to sign in: with its second factor and its limits."""
        return secure_admin_login(super().login)(request, extra_context)  # type: ignore[no-any-return]  # allauth ships no types

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]  # the stubs know only views that return an HttpResponse
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if owes_second_factor(request.user):
                return _ask_for_second_factor(request)
            _refuse_nonsense(request, kwargs.values())
            return guarded(request, *args, **kwargs)

        return inner

    def get_urls(self) -> list[Any]:
        shown = self.admin_view(self.view_on_site)
        return [
            path("r/<int:content_type_id>/<path:object_id>/", shown, name="view_on_site"),
            *super().get_urls(),
        ]

    def view_on_site(self, request: HttpRequest, content_type_id: int, object_id: str) -> HttpResponse:
        """Leads to a row's page on the site. Its address may be a secret, so it takes the permission to see the row."""
        kind = get_object_or_404(ContentType, pk=content_type_id)
        if not may(request.user, f"{kind.app_label}.view_{kind.model}"):
            raise PermissionDenied
        return shortcut(request, content_type_id, object_id)


def _ask_for_second_factor(request: HttpRequest) -> HttpResponse:
    messages.warning(request, _("The office asks for a second factor. Add one here, then open it again."))
    return redirect("mfa_index")


def _refuse_nonsense(request: HttpRequest, captured: Iterable[object]) -> None:
    """Raises BadRequest for what Django's lists hand on to the database or the calendar as it was sent, and fail on."""
    sent = [each for data in (request.GET, request.POST) for _name, told in data.lists() for each in told]
    if any("\x00" in str(each) for each in (*captured, *request.GET, *sent)):
        raise BadRequest("A NUL character is part of no address and no form.")
    chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
    dates = [day for name, day in request.GET.items() if name.endswith(("__year", "__month", "__day"))]
    if any(not key.isdecimal() or len(key) > 19 for key in chosen) or any(len(day) > 4 for day in dates):
        raise BadRequest("That is no key of a row, or no date.")
