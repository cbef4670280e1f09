"""People, their addresses and their second factors in the office. Only superusers decide who may enter the office, and how."""

from __future__ import annotations

from typing import Any

import allauth.account.admin
import allauth.mfa.admin  # noqa: F401 - they register first, so that ours can replace them
import django.contrib.auth.admin
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from office import distributor_admin, information_admin  # noqa: F401 - imported for their registrations
from office.permissions import is_kept_by_appointers, may_appoint
from office.site.front.searching import Searchable, register
from office.site.rows import NamedFields, OfficeAdmin, ShowsBeside

for model in (EmailAddress, Authenticator, Group):
    admin.site.unregister(model)


class _ProtectsStaff:
    """Only superusers change what gives access to a staff account; otherwise it could be used to gain any permission."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed: bool = super().has_change_permission(request, obj)  # type: ignore[misc]  # of the admin class mixed with
        return allowed and self._may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed: bool = super().has_delete_permission(request, obj)  # type: ignore[misc]  # as above
        return allowed and self._may_touch(request, obj)

    def _may_touch(self, request: HttpRequest, obj: Any) -> bool:
        owner = getattr(obj, "user", obj)
        return owner is None or may_appoint(request.user) or not is_kept_by_appointers(owner)


@admin.register(User)
class UserAdmin(_ProtectsStaff, ShowsBeside, NamedFields, django.contrib.auth.admin.UserAdmin[User]):
    ordering = ("email",)
    list_display = ("email", "name", "is_staff", "is_active", "time_zone", "date_joined")
    list_filter = ("is_staff", "is_active", "language")
    search_fields = ("email", "name")
    date_hierarchy = "date_joined"
    readonly_fields = ("date_joined", "last_login")
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        (_("Person"), {"fields": ("name", "time_zone", "language")}),
        (
            _("Permissions"),
            {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
        ),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "name", "usable_password", "password1", "password2")}),)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        fixed = tuple(super().get_readonly_fields(request, obj))
        return (
            fixed
            if may_appoint(request.user)
            else (*fixed, "is_staff", "is_superuser", "groups", "user_permissions")
        )


def people_named(text: str) -> QuerySet[User]:
    return User.objects.filter(Q(email__icontains=text) | Q(name__icontains=text)).order_by("name", "email")


register(
    Searchable(
        _("People"),
        "accounts.view_user",
        people_named,
        lambda text: User.objects.filter(email__iexact=text),
        lambda person: person.email if person.name else "",
    )
)


@admin.register(Group)
class GroupAdmin(NamedFields, django.contrib.auth.admin.GroupAdmin):  # type: ignore[misc]  # the stubs name its arguments otherwise
    """A group gives permissions to its members, so only superusers may change it."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_appoint(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return may_appoint(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return may_appoint(request.user)


@admin.register(EmailAddress)
class EmailAddressAdmin(_ProtectsStaff, OfficeAdmin[EmailAddress]):
    """An address always belongs to the same person. The office may mark it as verified when a code cannot reach it."""

    list_display = ("email", "user", "primary", "verified")
    list_filter = ("primary", "verified")
    list_select_related = ("user",)
    search_fields = ("email", "user__email", "user__name")
    readonly_fields = ("user", "email", "primary")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Authenticator)
class AuthenticatorAdmin(_ProtectsStaff, OfficeAdmin[Authenticator]):
    """Second factors. Their secrets are never shown; the office may remove one that was lost."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type", "created_at", "last_used_at")
    list_select_related = ("user",)
    search_fields = ("user__email", "user__name")
    fields = readonly_fields = ("user", "type", "created_at", "last_used_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
