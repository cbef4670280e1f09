"""Webhooks in the office: where copies of mails go, of which kinds; their secret is shown once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from office.site.lines import page_of
from office.site.moves import Move, MovesAdmin
from reminders.admin.due_page import page_of_due
from reminders.channels.webhook.copies import copied_kinds
from reminders.channels.webhook.signing import new_secret
from reminders.hooks import renew_secret
from reminders.kinds import kind_named
from reminders.models import DeadAddress, Hook


class HookForm(forms.ModelForm[Hook]):
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of mail"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: all of them, also those of later releases."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kinds" in self.fields:
            field: Any = self.fields["kinds"]
            field.choices = [(name, label_of(name)) for name in copied_kinds()]

    def clean_url(self) -> str:
        url = str(self.cleaned_data["url"])
        allowed = ("https", "http") if settings.FETCH_PRIVATE_ADDRESSES else ("https",)
        try:
            address = urlsplit(url)
            is_whole = bool(address.hostname) and address.scheme in allowed and address.port != 0
        except ValueError:
            is_whole = False
        if not is_whole or not url.isascii() or any(letter <= " " for letter in url):
            raise ValidationError(_("Give a web address that begins with https://"))
        if address.username or address.fragment:
            raise ValidationError(
                _("An address with a password or a # cannot be used: the secret says who we are.")
            )
        return url


class NewSecret(Move[Hook]):
    name = "new-secret"
    label = _("Make a new secret")
    permission = "reminders.change_hook"

    def facts(self) -> Iterable[tuple[object, object]]:
        return [
            (_("webhook"), self.row.name),
            (_("web address"), self.row.url),
            (_("secret made"), self.row.renewed_at),
            (_("what happens"), _("For a day, copies are signed with both secrets.")),
        ]

    def act(self) -> str:
        self.row.secret = renew_secret(hook=self.row)
        return _now("A new secret was made; the former one signs too for a day.")


@admin.register(Hook)
class HookAdmin(MovesAdmin[Hook]):
    form = HookForm
    list_display = ("name", "url", "what", "is_on", "renewed_at")
    list_filter = ("is_on",)
    search_fields = ("name", "url")
    readonly_fields = ("state",)
    moves = (NewSecret,)

    def get_fields(self, request: HttpRequest, obj: Hook | None = None) -> tuple[str, ...]:
        """Its name is asked once, and then stands above."""
        return ("state", "url", "is_on", "kinds") if obj else ("name", "url", "is_on", "kinds", "state")

    @admin.display(description=_("kinds of mail"))
    def what(self, row: Hook) -> str:
        return ", ".join(label_of(name) for name in row.kinds) or _now("all")

    @admin.display(description=_("how it is"))
    def state(self, row: Hook) -> str:
        """Whether it takes what is sent, and where its copies are."""
        if not row.secret:
            return _now("Its secret is shown once, when it is saved.")
        due = format_html('<a href="{}">{}</a>', page_of_due(to=row.address), _now("What is due to it"))
        dead = DeadAddress.objects.filter(email=row.address).first()
        if dead is None:
            return due
        said = _now("It takes nothing any more (%(because)s)") % {"because": dead.because}
        return format_html('<a href="{}">{}</a> · {}', page_of(dead), said, due)

    def save_model(self, request: HttpRequest, obj: Hook, form: Any, change: bool) -> None:
        if not change:
            obj.secret, obj.renewed_at = new_secret(), timezone.now()
        super().save_model(request, obj, form, change)
        if not change:
            show_once(request, obj.secret)

    def log_change(self, request: HttpRequest, obj: Hook, message: Any) -> Any:
        """The log says that a secret was made; only who made it sees which."""
        if request.resolver_match and request.resolver_match.kwargs.get("move") == NewSecret.name:
            show_once(request, obj.secret)
        return super().log_change(request, obj, message)


def show_once(request: HttpRequest, secret: str) -> None:
    said = _now("Copy its secret now, it is not shown again: %(secret)s") % {"secret": secret}
    messages.warning(request, said)


def label_of(name: str) -> str:
    kind = kind_named(name)
    return str(kind.label) if kind else name
