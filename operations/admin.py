"""Whether the background processes are at work, and people who ask about their data, as the office sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from office.refusals import RefusalsOn
from office.site.rows import OfficeAdmin, ReadOnlyAdmin
from operations.models import PersonalRequest, Pulse
from operations.personal.answering import erase, export

if TYPE_CHECKING:
    from accounts.models import User


@admin.register(Pulse)
class PulseAdmin(ReadOnlyAdmin[Pulse]):
    list_display = ("name", "felt_at")


class AnswerForm(forms.Form):
    """Whose data, and what is to be done with them."""

    label = _("Answer a request about personal data")
    facts = (
        (
            _("File"),
            _("Everything that names the person, to be sent to them: accounts, mails, places, orders."),
        ),
        (
            _("Deletion"),
            _(
                "Names and addresses go at once and cannot be brought back. Papers of the trade stay, as tax law asks."
            ),
        ),
    )
    email = forms.EmailField(label=_("e-mail address"))
    what = forms.ChoiceField(
        label=_("what they ask for"),
        choices=[(PersonalRequest.What.EXPORT, _("a file")), (PersonalRequest.What.ERASURE, _("deletion"))],
    )
    is_sure = forms.BooleanField(label=_("I have written to this address, and it is this person who asks."))

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """As the page of a move shows them."""
        return [("", self.visible_fields())]


@admin.register(PersonalRequest)
class PersonalRequestAdmin(OfficeAdmin[PersonalRequest]):
    """Adding one answers it."""

    list_display = ("answered_at", "what", "answered_by", "rows", "trace")
    list_filter = ("what",)
    list_select_related = ("answered_by",)

    def has_change_permission(self, *_args: Any) -> bool:
        return False

    def has_delete_permission(self, *_args: Any) -> bool:
        return False

    @admin.display(description=_("rows"))
    def rows(self, row: PersonalRequest) -> str:
        return ", ".join(f"{name}: {count}" for name, count in row.counts.items())

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = AnswerForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            with RefusalsOn(form, {"nothing-stored": "email", "of-the-office": "email"}):
                return self._answer(request, form.cleaned_data)
        context = {
            **self.admin_site.each_context(request),
            "title": form.label,
            "opts": self.opts,
            "original": PersonalRequest._meta.verbose_name,
            "form": form,
            "back": self._list,
        }
        return TemplateResponse(request, "office/move.html", context)

    def _answer(self, request: HttpRequest, asked: dict[str, Any]) -> HttpResponse:
        by = cast("User", request.user)
        if asked["what"] == PersonalRequest.What.EXPORT:
            found = export(email=asked["email"], by=by)
            given = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
            given["Content-Disposition"] = 'attachment; filename="personal-data.json"'
            given["Cache-Control"] = "private, no-store"
            return given
        count = sum(erase(email=asked["email"], by=by).values())
        said = ngettext("%(count)d row was deleted.", "%(count)d rows were deleted.", count)
        messages.success(request, said % {"count": count})
        return redirect(self._list)

    @property
    def _list(self) -> str:
        return reverse("admin:operations_personalrequest_changelist")
