"""Kinds of reminder. Each is a small class in the app that knows the subject, which registers it in `ready()`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from office.site.lines import button_id, page_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from reminders.models import Reminder


MOST_SAMPLES = 20


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file attached to a message. `content_type` is like `application/pdf`."""

    name: str
    content: bytes
    content_type: str


class Kind:
    """What one kind of reminder says.

    `template` is a Django template in Markdown: its first line is the mail's subject, then an empty line, then the body.
    Every value in it is printed as one line of plain text, unless `|link`, `|lines` or `|columns` says otherwise.
    """

    name: str
    label: str | _StrPromise
    template: str
    goes_together: ClassVar[bool] = False
    """Several that are due to one address within an hour are one mail. Never for what has legal effect or is a bill."""
    keeps_quiet: ClassVar[bool] = False
    """It waits for the morning when it is night where its recipient is."""
    is_asked_for: ClassVar[bool] = False
    """Its reader has asked for it just now, such as a code: it is sent even to an address that returned mails."""
    is_awaited: ClassVar[bool] = False
    """Its reader has just done something and waits for it, such as for the link that confirms a registration: it goes before the
    thousands of others that may be due."""
    is_optional: ClassVar[bool] = False
    """Nobody is owed it by contract, so its recipient may decline it."""
    is_by_subscription: ClassVar[bool] = False
    """It goes only to who asked for it on a page of its own: declining it is to leave there (`end_for`), and no account lists it."""

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        """What the template needs. None when there is no longer anything to say: the reminder is then cancelled."""
        raise NotImplementedError

    def attachments(self, reminder: Reminder) -> list[Attachment]:
        return []

    def samples(self) -> Iterator[Reminder]:
        """Reminders that were never owed, by which the office sees what the kind says where none was owed yet. None is saved."""
        return iter(())

    def end_for(self, email: str) -> None:
        """Of a kind that is sent by subscription: ends that of the address, in the caller's transaction. Idempotent."""
        raise NotImplementedError


class Moot(Exception):  # noqa: N818 - an answer, not a fault
    """There is nothing to say any more."""


class About(Kind):
    """A kind whose subject is a row of one model; when the row is gone there is nothing to say."""

    model: ClassVar[type[models.Model]]
    joins: ClassVar[tuple[str, ...]] = ()
    is_for_the_office: ClassVar[bool] = False
    button: ClassVar[str] = ""
    """The office's move that it asks for, such as `verify`: the mail leads to its button."""

    def context(self, reminder: Reminder) -> dict[str, Any] | None:
        try:
            return self.values(reminder)
        except Moot:
            return None

    def values(self, reminder: Reminder) -> dict[str, Any]:
        """What the template needs: the row under its model's name, its page, and the reminder's own data. Raises Moot."""
        row = self.row(reminder)
        if row is None or not self.still_holds(row):
            raise Moot
        name = self.model._meta.model_name or ""
        return {**reminder.data, name: row, "address": settings.SITE_URL + self.page(row)}

    def row(self, reminder: Reminder) -> Any:
        rows = self.model._default_manager  # noqa: SLF001 - the documented name for any model's manager
        joined = rows.select_related(*self.joins) if self.joins else rows.all()
        return joined.filter(pk=reminder.subject_key).first()

    def samples(self) -> Iterator[Reminder]:
        """About the newest rows."""
        from reminders.models import Reminder

        rows = self.model._default_manager.order_by("-pk")[:MOST_SAMPLES]  # noqa: SLF001 - as in `row`
        for row in rows:
            yield Reminder(kind=self.name, subject=f"{row._meta.label_lower}:{row.pk}")

    def page(self, row: Any) -> str:
        """Where the mail leads: to the row's own page, or to the office's, at the button for what is to be done."""
        return self.office_page(row) if self.is_for_the_office else str(row.get_absolute_url())

    def office_page(self, row: models.Model) -> str:
        return page_of(row) + (f"#{button_id(self.button)}" if self.button else "")

    def still_holds(self, row: Any) -> bool:
        return True


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Registers a kind. Raises ImproperlyConfigured when another class already has its name."""
    known = _kinds.setdefault(kind.name, kind)
    if type(known) is not type(kind):
        raise ImproperlyConfigured(f"Two kinds of reminder are called “{kind.name}”.")


def register_all(kinds: Iterable[type[Kind]]) -> None:
    """Makes each of an app's kinds known."""
    for kind in kinds:
        register(kind())


def kind_named(name: str) -> Kind | None:
    return _kinds.get(name)


def all_kinds() -> list[Kind]:
    """In the order in which they were registered."""
    return list(_kinds.values())


def kinds_that_go_together() -> frozenset[str]:
    return frozenset(kind.name for kind in _kinds.values() if kind.goes_together)
