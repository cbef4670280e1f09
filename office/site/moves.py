"""Moves: what the office does to a row by a verb. Each has a button on the row's page, and a page that shows the facts and asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from office.permissions import may
from office.refusals import RefusalsOn
from office.site.lines import button_id, page_of
from office.site.rows import OfficeAdmin

if TYPE_CHECKING:
    from accounts.models import User


class Move[Row: models.Model](forms.Form):
    """One move. Its form fields are the verb's arguments; `act` calls the verb, which may refuse."""

    name: ClassVar[str]
    """Part of the address, such as `issue-invoice`."""
    label: ClassVar[str | Promise]
    """On the button, such as “Issue the invoice”."""
    permission: ClassVar[str]
    """Such as `licensing.change_order`."""
    field_of_code: ClassVar[Mapping[str, str]] = {}
    """The fields that the refusals of its verb are about, where they are called otherwise than the codes."""

    def __init__(self, *args: Any, row: Row, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row, self.by = row, by

    @classmethod
    def fits(cls, row: Row) -> bool:  # noqa: ARG003 - subclasses look at the row
        """Whether the row's page has the button. The verb makes the final decision, on the locked row."""
        return True

    def facts(self) -> Iterable[tuple[object, object]]:
        """What the person should see before confirming: names with their values."""
        return [(self.row._meta.verbose_name, self.row)]

    def groups(self) -> list[tuple[object, list[forms.BoundField]]]:
        """The fields that the page shows, some of them under a name of their own."""
        return [("", self.visible_fields())]

    def act(self) -> str:
        """Makes the move and returns a sentence that says what was done. May raise ValidationError."""
        raise NotImplementedError


class MovesAdmin[Row: models.Model](OfficeAdmin[Row]):
    """A row's page with a button for each move that fits the row and that the person may make."""

    moves: ClassVar[tuple[type[Move[Any]], ...]] = ()

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_move"
        view = self.admin_site.admin_view(self.move_view)
        return [path("<path:object_id>/do/<slug:move>/", view, name=name), *super().get_urls()]

    def render_change_form(  # noqa: PLR0917 - Django calls it with these arguments
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Row | None = None,
    ) -> HttpResponse:
        if obj is not None:
            context["moves"] = [
                (move.label, self.move_address(obj, move), button_id(move.name))
                for move in self.moves_of(request, obj)
            ]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def moves_of(self, request: HttpRequest, row: Row) -> list[type[Move[Row]]]:
        return [move for move in self.moves if may(request.user, move.permission) and move.fits(row)]

    def move_address(self, row: Row, move: type[Move[Row]]) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_move"
        return reverse(name, args=[quote(row.pk), move.name])

    def move_view(self, request: HttpRequest, object_id: str, move: str) -> HttpResponse:
        """Shows the facts and asks (GET); makes the move and returns to the row (POST)."""
        kind = next((each for each in self.moves if each.name == move), None)
        if kind is None:
            raise Http404
        if not may(request.user, kind.permission):
            raise PermissionDenied
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        form = kind(
            request.POST if request.method == "POST" else None, row=row, by=cast("User", request.user)
        )
        if request.method == "POST" and form.is_valid():
            with RefusalsOn(form, kind.field_of_code):
                said = form.act()
                self.log_change(request, row, said)
                messages.success(request, said)
                return redirect(self._back(row))
        return TemplateResponse(request, "office/move.html", self._move_context(request, row, form))

    def _move_context(self, request: HttpRequest, row: Row, form: Move[Row]) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": _("%(move)s: %(row)s") % {"move": form.label, "row": row},
            "opts": self.opts,
            "original": row,
            "form": form,
            "back": self._back(row),
        }

    def _back(self, row: Row) -> str:
        return page_of(row)
