"""Import and export of tables, under the permissions of their model."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from import_export.admin import ImportExportMixin

from office.permissions import may


class ExchangeMixin(ImportExportMixin):  # type: ignore[misc]  # import-export ships no types
    """For an OfficeAdmin. An import adds and changes rows, so it needs both permissions; an export only shows rows.

    The table is exported at once, as CSV with all its columns: the package's form for choosing columns needs inline
    scripts, which our content security policy forbids.
    """

    skip_export_form = True

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self._may(request, "add") and self._may(request, "change")

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self._may(request, "view") or self._may(request, "change")

    def _may(self, request: HttpRequest, verb: str) -> bool:
        return may(request.user, f"{self.opts.app_label}.{verb}_{self.opts.model_name}")

    def export_action(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().export_action(request)  # type: ignore[no-any-return]  # as above
        except IncorrectLookupParameters as error:
            raise BadRequest("There is no such filter.") from error

    def process_import(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        try:
            return super().process_import(request, **kwargs)  # type: ignore[no-any-return]  # as above
        except FileNotFoundError:
            messages.error(request, _("The file that you checked is no longer available. Upload it again."))
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_import")
