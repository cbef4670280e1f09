"""What the office does to a film: publish it, at once or at a time, take it back to a draft, withdraw it, or go back to an earlier state."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.admin.film.back import BackAdmin
from catalog.editing.publishing import MAY, make_draft, publish_film, publish_film_at, withdraw_film
from catalog.models import Film
from catalog.models.film import LONGEST_REASON
from office.site.moves import Move


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


class FilmMovesAdmin(BackAdmin):
    """With a link to each earlier state in the history."""

    moves = (Publish, PublishAt, MakeDraft, Withdraw)
