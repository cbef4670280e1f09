"""The admin site of the office: who may enter, and how it answers requests that none of its forms sends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from allauth.account.decorators import secure_admin_login
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from office.distributor.missing import missing
from office.permissions import is_of_the_office, may, owes_second_factor
from office.site.front.figures import Months, charts_for
from office.site.front.kinds import grouped
from office.site.front.panels import day_of
from office.site.front.searching import LONGEST_TEXT, exact_page, search

if TYPE_CHECKING:
    from accounts.models import User

type View = Callable[..., HttpResponse]


class OfficeSite(admin.AdminSite):
    site_header = "Longtake"
    site_title = "Longtake"
    enable_nav_sidebar = False  # the lists need the width

    def has_permission(self, request: HttpRequest) -> bool:
        """Every page of the office asks this first; each page then checks its own permissions."""
        return is_of_the_office(request.user)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits to be done, this month's sums, and the list of all that there is."""
        person = cast("User", request.user)
        months = Months(timezone.localdate(timezone=timezone.get_default_timezone()))
        context = {
            "day": day_of(person),
            "months": months,
            "charts": charts_for(person, months, _("All")),
            "missing": missing() if may(person, "office.change_distributor") else [],
            "title": _("Today"),
        }
        context["groups"] = grouped(self, self.get_app_list(request))
        return super().index(request, (extra_context or {}) | context)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Made when it is used: Django hands it to every page, and sorting it takes longer than the page, but few show it."""
        make = super().get_app_list
        return cast("list[Any]", SimpleLazyObject(lambda: make(request, app_label)))

    def search(self, request: HttpRequest) -> HttpResponse:
        """What the text finds; a number leads straight to its page."""
        person, text = cast("User", request.user), " ".join(request.GET.get("q", "").split())[:LONGEST_TEXT]
        if text and (page := exact_page(text, person)):
            return redirect(page)
        context = {
            **self.each_context(request),
            "title": _("Search"),
            "text": text,
            "found": search(text, person, urlencode({"q": text})) if text else [],
        }
        return TemplateResponse(request, "office/search.html", context)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """There is one way to sign in, with a second factor and limits."""
        return secure_admin_login(super().login)(request, extra_context)  # type: ignore[no-any-return]  # allauth ships no types

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]  # the stubs know only views that return an HttpResponse
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if owes_second_factor(request.user):
                return _ask_for_second_factor(request)
            _refuse_impossible_values(request, kwargs.values())
            return guarded(request, *args, **kwargs)

        return inner

    def get_urls(self) -> list[Any]:
        shown = self.admin_view(self.view_on_site)
        return [
            path("search/", self.admin_view(self.search), name="search"),
            path("r/<int:content_type_id>/<path:object_id>/", shown, name="view_on_site"),
            *super().get_urls(),
        ]

    def view_on_site(self, request: HttpRequest, content_type_id: int, object_id: str) -> HttpResponse:
        """Redirects to a row's page on the public site. That address may be a secret, so the person must be allowed to see the row."""
        kind = get_object_or_404(ContentType, pk=content_type_id)
        if not may(request.user, f"{kind.app_label}.view_{kind.model}"):
            raise PermissionDenied
        return shortcut(request, content_type_id, object_id)


def _ask_for_second_factor(request: HttpRequest) -> HttpResponse:
    messages.warning(
        request, _("The office requires a second factor. Add one here, then open the office again.")
    )
    return redirect("mfa_index")


def _refuse_impossible_values(request: HttpRequest, captured: Iterable[object]) -> None:
    """Raises BadRequest for values that Django's lists would pass unchecked to the database or the calendar, which then fail."""
    sent = [each for data in (request.GET, request.POST) for _name, values in data.lists() for each in values]
    if any("\x00" in str(each) for each in (*captured, *request.GET, *sent)):
        raise BadRequest("No address and no form contains a NUL character.")
    chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
    dates = [day for name, day in request.GET.items() if name.endswith(("__year", "__month", "__day"))]
    if any(not key.isdecimal() or len(key) > 19 for key in chosen) or any(len(day) > 4 for day in dates):
        raise BadRequest("This is not the key of a row, or not a date.")
