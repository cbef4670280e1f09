"""Addresses that are not written to, and what readers declined, as the office sees them."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from office.site.lines import list_of
from office.site.moves import Move, MovesAdmin
from office.site.rows import OfficeAdmin
from reminders.addresses.stopped import write_again
from reminders.kinds import kind_named
from reminders.models import DeadAddress, DeclinedKind


class WriteAgain(Move[DeadAddress]):
    name = "write-again"
    label = _("Write to it again")
    permission = "reminders.change_deadaddress"

    def facts(self) -> Iterable[tuple[object, object]]:
        return [
            (_("e-mail address"), self.row.email),
            (_("what happened"), self.row.get_how_display()),
            (_("the mail server's words"), self.row.because),
        ]

    def act(self) -> str:
        number = write_again(address=self.row)
        return _now("%(email)s is written to again; %(number)d messages that failed are sent.") % {
            "email": self.row.email,
            "number": number,
        }


@admin.register(DeadAddress)
class DeadAddressAdmin(MovesAdmin[DeadAddress]):
    list_display = ("email", "how", "because", "since")
    list_filter = ("how",)
    search_fields = ("email", "because")
    readonly_fields = ("email", "how", "because", "since")
    moves = (WriteAgain,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a mail server tells of it

    def _back(self, row: DeadAddress) -> str:
        return list_of(DeadAddress)  # the row is gone

    def has_delete_permission(self, request: HttpRequest, obj: DeadAddress | None = None) -> bool:
        return False  # its move writes to it again


@admin.register(DeclinedKind)
class DeclinedKindAdmin(OfficeAdmin[DeclinedKind]):
    list_display = ("email", "what", "since")
    search_fields = ("email", "kind")
    readonly_fields = ("email", "kind", "since")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # its reader decides

    @admin.display(description=_("kind"), ordering="kind")
    def what(self, row: DeclinedKind) -> str:
        kind = kind_named(row.kind)
        return str(kind.label) if kind else row.kind
