"""What the office does to a film: publish it, at once or at a time, take it back to a draft, withdraw it, or go back to an earlier state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.editing.publishing import MAY, make_draft, publish_film, publish_film_at, withdraw_film
from catalog.editing.restoring import changes_back, earlier, restore_film
from catalog.models import Film
from catalog.models.film import LONGEST_REASON
from office.permissions import may
from office.refusals import RefusalsOn
from office.site.history import Happened, column_of, value_words
from office.site.moves import Move, MovesAdmin

if TYPE_CHECKING:
    from accounts.models import User


class Publish(Move[Film]):
    name, label, permission = "publish", _("Publish now"), MAY

    @classmethod
    def fits(cls, row: Film) -> bool:
        return not row.is_published

    def act(self) -> str:
        film = publish_film(film=self.row, by=self.by)
        return _now("“%(film)s” is published.") % {"film": film}


class PublishAt(Move[Film]):
    name, label, permission = "publish-at", _("Publish at a time"), MAY
    field_of_code = {"past": "at"}
    at = forms.DateTimeField(
        label=_("When"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = _now("By the clock of %(zone)s.") % {
            "zone": get_current_timezone_name()
        }

    @classmethod
    def fits(cls, row: Film) -> bool:
        return not row.is_published and row.withdrawn_at is None

    def act(self) -> str:
        film = publish_film_at(film=self.row, at=self.cleaned_data["at"], by=self.by)
        return _now("“%(film)s” will be published: %(moment)s.") % {
            "film": film,
            "moment": date_format(localtime(film.publish_at), "DATETIME_FORMAT"),
        }


class MakeDraft(Move[Film]):
    name, label, permission = "make-draft", _("Take back to a draft"), MAY

    @classmethod
    def fits(cls, row: Film) -> bool:
        return row.is_published or row.publish_at is not None

    def act(self) -> str:
        film = make_draft(film=self.row, by=self.by)
        return _now("“%(film)s” is a draft.") % {"film": film}


class Withdraw(Move[Film]):
    name, label, permission = "withdraw", _("Withdraw"), MAY
    reason = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text=_(
            "A sentence that everyone reads at the address of the film. It is no longer sold, listed or harvested; licences go on."
        ),
    )

    @classmethod
    def fits(cls, row: Film) -> bool:
        return row.is_published

    def act(self) -> str:
        film = withdraw_film(film=self.row, reason=self.cleaned_data["reason"], by=self.by)
        return _now("“%(film)s” is withdrawn.") % {"film": film}


class Back(Move[Film]):
    """Not among the moves of a film's page: the history leads to it, and says to which state."""

    name, label, permission = "back", _("Back to this state"), MAY

    def __init__(self, *args: Any, event: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event

    def facts(self) -> Iterable[tuple[object, object]]:
        changes = changes_back(self.row, earlier(self.row, self.event) or {})
        for name, (now, then) in changes.items():
            field = column_of(Film, name)
            if field is not None:
                words = f"{value_words(field, now, {})} → {value_words(field, then, {})}"
                yield capfirst(str(field.verbose_name)), words
        if not changes:
            yield self.row, _now("The film is already as it was then.")

    def act(self) -> str:
        restore_film(film=self.row, event=self.event, by=self.by)
        return _now("The film has the facts and words again that it had then.")


class FilmMovesAdmin(MovesAdmin[Film]):
    """With a link to each earlier state in the history."""

    moves = (Publish, PublishAt, MakeDraft, Withdraw)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.back_view)
        return [
            path("<path:object_id>/back/<int:event>/", view, name="catalog_film_back"),
            *super().get_urls(),
        ]

    def happened(self, request: HttpRequest, row: Film) -> list[Happened]:
        listed = super().happened(request, row)
        newest = max((each.event for each in listed), default=0)
        return [
            replace(each, back=reverse("admin:catalog_film_back", args=[quote(row.pk), each.event]))
            if 0 < each.event < newest and may(request.user, MAY)
            else each
            for each in listed
        ]

    def back_view(self, request: HttpRequest, object_id: str, event: int) -> HttpResponse:
        """Shows what would change (GET); goes back and returns to the film (POST)."""
        if not may(request.user, MAY):
            raise PermissionDenied
        film = self.get_object(request, unquote(object_id))
        if film is None or event > 2**62 or earlier(film, event) is None:
            raise Http404
        posted = request.POST if request.method == "POST" else None
        form = Back(posted, row=film, by=cast("User", request.user), event=event)
        if posted is not None and form.is_valid():
            with RefusalsOn(form):
                said = form.act()
                self.log_change(request, film, said)
                messages.success(request, said)
                return redirect(self._back(film))
        return TemplateResponse(request, "office/move.html", self._move_context(request, film, form))
