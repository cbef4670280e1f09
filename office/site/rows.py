"""The base classes of the admin pages of all apps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import models
from django.forms import CheckboxInput, Field, MultiWidget
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from office.models.one_row import THE_ONE, OneRow
from office.site.beside import beside
from office.site.history import Happened, history_of
from office.site.widgets import Autocomplete, AutocompleteMultiple

if TYPE_CHECKING:
    from accounts.models import User

MOST_ROWS = 300
"""How many related rows one form accepts. Our largest film has fewer than 200; thousands would take half a minute."""


class NamedFields:
    """Gives every input a label, and answers an impossible choice with a sentence beside the field."""

    admin_site: admin.AdminSite

    names_cells = False
    """Whether the fields are cells of a table, without labels of their own."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # of the admin class mixed with
        if field is not None:
            name_inputs(field, even_single=self.names_cells)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]  # of the admin class mixed with
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # as above

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]  # as above
            widget = AutocompleteMultiple(db_field, self.admin_site, using=kwargs.get("using"))
            kwargs.setdefault("widget", widget)
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]  # as above


def name_inputs(field: Field, *, even_single: bool) -> None:
    """Gives inputs their field's label where no label element does: parts of a split field, files, the cells of a table."""
    widget: Any = getattr(
        field.widget, "widget", field.widget
    )  # inside the wrapper that adds links to a choice
    pieces = (
        widget.widgets
        if isinstance(widget, MultiWidget)
        else [widget]
        if even_single or widget.use_fieldset
        else []
    )
    for piece in pieces:
        piece.attrs.setdefault("aria-label", field.label)


class ReadOnly:
    """Rows that only verbs write; the office can only look at them. For an admin page or an inline."""

    def has_add_permission(self, *args: Any) -> bool:
        return False

    def has_change_permission(self, *args: Any) -> bool:
        return False

    def has_delete_permission(self, *args: Any) -> bool:
        return False


class ShowsBeside:
    """A row's page with the papers and rows of other tables that belong to it."""

    change_form_template: ClassVar[Any] = "office/row.html"

    def render_change_form(  # noqa: PLR0917 - Django calls it with these arguments
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        if obj is not None and obj.pk is not None:
            context["beside"] = beside(obj, cast("User", request.user))
        answer: HttpResponse = super().render_change_form(  # type: ignore[misc]  # of the admin class mixed with
            request, context, add, change, form_url, obj
        )
        return answer


class OfficeAdmin[Row: models.Model](ShowsBeside, NamedFields, admin.ModelAdmin[Row]):
    """A page of the office. The site has already checked that the person is staff; permissions are Django's."""

    list_per_page = 50

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return super().history_view(request, object_id, extra_context)  # says so, on the first page
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _now("History: %(row)s") % {"row": row},
            "opts": self.opts,
            "original": row,
            "happened": self.happened(request, row),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "office/history.html", context)

    def happened(self, request: HttpRequest, row: Row) -> list[Happened]:
        """What the history page lists, the newest first."""
        return history_of(row)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        counts = [str(count) for name, count in request.POST.items() if name.endswith("-TOTAL_FORMS")]
        rows = sum(int(count) if count.isdecimal() and len(count) < 6 else MOST_ROWS + 1 for count in counts)
        if rows > MOST_ROWS:
            raise BadRequest("More rows than a form accepts.")
        return super().changeform_view(request, object_id, form_url, extra_context)


class ReadOnlyAdmin[Row: models.Model](ReadOnly, OfficeAdmin[Row]):
    """An admin page for rows that nobody edits."""


class OneRowAdmin[Row: OneRow](OfficeAdmin[Row]):
    """Of a record of which there is one: adding leads to it where it stands. Not a permission: every page of the office asks for those."""

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> Any:
        if self.model._default_manager.exists():  # noqa: SLF001 - the documented name for any model's manager
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", THE_ONE)
        return super().add_view(request, form_url, extra_context)


class _Rows(NamedFields):
    """Rows within the form of another row; a button adds empty ones."""

    extra = 0


class TableInline[Row: models.Model, Parent: models.Model](_Rows, admin.TabularInline[Row, Parent]):
    names_cells = True

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        # A check box in a table; Django's own has no label.
        formset.deletion_widget = CheckboxInput(attrs={"aria-label": _("Delete")})  # type: ignore[assignment]  # an instance will do
        return formset


class StackInline[Row: models.Model, Parent: models.Model](_Rows, admin.StackedInline[Row, Parent]):
    pass


class ShownInline[Row: models.Model, Parent: models.Model](ReadOnly, TableInline[Row, Parent]):
    """Rows that belong to another row: whoever may see that row also sees them, and nobody edits them here."""

    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True
