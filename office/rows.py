"""What the admin pages of all apps are built on."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from office.widgets import Autocomplete, AutocompleteMultiple

MOST_ROWS = 300
"""How many rows one form shows of what hangs on its row: our largest film has 60 credits."""


class _Fields:
    """Fields that answer nonsense with a sentence."""

    admin_site: admin.AdminSite

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]  # of the admin class mixed with
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # as above

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]  # as above
            widget = AutocompleteMultiple(db_field, self.admin_site, using=kwargs.get("using"))
            kwargs.setdefault("widget", widget)
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]  # as above


class ReadOnly:
    """Rows that verbs write, and the office only looks at. For an admin page or an inline."""

    def has_add_permission(self, *args: Any) -> bool:
        return False

    def has_change_permission(self, *args: Any) -> bool:
        return False

    def has_delete_permission(self, *args: Any) -> bool:
        return False


class OfficeAdmin[Row: models.Model](_Fields, admin.ModelAdmin[Row]):
    """A page of the office. Its site has asked whether the person is of the office; permissions are Django's."""

    list_per_page = 50


class ReadOnlyAdmin[Row: models.Model](ReadOnly, OfficeAdmin[Row]):
    """What nobody edits."""


class _Rows(_Fields):
    """Rows within another's form: a bounded number of them, and the form says so rather than labour."""

    extra = 0
    max_num: int | None = MOST_ROWS

    def get_formset(
        self, request: HttpRequest, obj: Any = None, **kwargs: Any
    ) -> type[BaseInlineFormSet[Any, Any, Any]]:
        most = {"absolute_max": MOST_ROWS + 1, "validate_max": True}
        return super().get_formset(request, obj, **most | kwargs)  # type: ignore[misc,no-any-return]  # of the inline mixed with


class TableInline[Row: models.Model, Parent: models.Model](_Rows, admin.TabularInline[Row, Parent]):
    pass


class StackInline[Row: models.Model, Parent: models.Model](_Rows, admin.StackedInline[Row, Parent]):
    pass


class ShownInline[Row: models.Model, Parent: models.Model](ReadOnly, TableInline[Row, Parent]):
    """Rows that belong to another: whoever may see that one sees them with it, and nobody edits them here."""

    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True
