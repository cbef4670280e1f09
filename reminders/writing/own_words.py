"""The distributor's own words in place of ours. A text of theirs that cannot be used holds up no mail: ours is sent, and the office is told."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any

from django.db import Error
from django.template import engines
from django.template.loader import get_template
from django.utils.translation import gettext as _

from reminders.kinds import Kind
from reminders.models import MailText
from reminders.models.texts import LONGEST_FAULT
from reminders.writing.our_words import loaded
from reminders.writing.rendering import Said, Template, render
from reminders.writing.templating import guard

log = logging.getLogger(__name__)


class Texts:
    """The texts that count, read once for many mails."""

    def __init__(self, rows: dict[tuple[str, str], MailText]) -> None:
        self._rows = rows
        self._faults: dict[int, str] = {}

    @classmethod
    def read(cls) -> Texts:
        """One statement."""
        return cls({(row.kind, row.language): row for row in MailText.objects.in_use()})

    def say(self, kind: Kind, language: str, values: dict[str, Any]) -> Said:
        """In the words that count for this kind; the language is active. Raises what our own text raises."""
        row = self._rows.get((kind.name, language))
        if row is None:
            return _ours(kind, values)
        try:
            return say_in(row.source, kind, values)
        except Error:
            raise  # the database's, and not the text's
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the mail must leave
            said = _ours(kind, values)
            self._faults.setdefault(row.pk, (str(error) or type(error).__name__)[:LONGEST_FAULT])
            return said

    def tell_of_faults(self) -> None:
        """Keeps for the office why texts could not be used, once for each."""
        for key, fault in self._faults.items():
            log.error("The text %d of a mail could not be used, so ours was sent: %s", key, fault)
            MailText.objects.filter(pk=key, fault="").update(fault=fault)
        self._faults.clear()


OURS = Texts({})


def say_in(source: str, kind: Kind, values: dict[str, Any]) -> Said:
    """What an edited text of the kind says. Raises whatever it does where it cannot be used."""
    said = render(compiled(source, loaded(kind.template)), values)
    if not said[0]:
        raise ValueError(_("Its first line, which is the subject, is empty."))
    return said


@lru_cache(256)
def compiled(source: str, loads: tuple[str, ...]) -> Template:
    """Raises TemplateSyntaxError."""
    made: Any = engines["mail"].from_string("".join(loads) + source)
    guard(made.template.nodelist)
    return made  # type: ignore[no-any-return]  # Django's engines are not typed


def _ours(kind: Kind, values: dict[str, Any]) -> Said:
    return render(get_template(kind.template, using="mail"), values)
