"""E-mail as a channel of the outbox: several rows may share one mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, mailers

from reminders.channels.channel import Channel, Verdict
from reminders.channels.email import answers
from reminders.channels.email.smtp import PatientBackend
from reminders.writing.messages import mail_of

if TYPE_CHECKING:
    from office.models import Distributor
    from reminders.writing.written import Written

MAILER = "outbox"


class MailLine:
    """A connection to the mail server."""

    def __init__(self) -> None:
        self._server = mailers[MAILER]

    def open(self) -> None:
        self._server.open()

    def send(self, message: EmailMultiAlternatives) -> None:
        self._server.send_messages([message])

    @property
    def may_have_gone(self) -> bool:
        return not isinstance(self._server, PatientBackend) or self._server.may_have_gone

    def close(self) -> None:
        self._server.close()


class Email(Channel):
    name = "email"
    puts_together = True
    keeps_quiet = True

    def lines(self) -> int:
        return settings.OUTBOX_CONNECTIONS

    def line(self) -> MailLine:
        return MailLine()

    def message(self, written: Sequence[Written], seller: Distributor) -> EmailMultiAlternatives:
        return mail_of(written, seller)

    def verdict_on(self, error: OSError) -> Verdict:
        return answers.verdict_on(error)

    def is_trouble(self, error: OSError) -> bool:
        return answers.is_trouble(error)

    def in_words(self, error: Exception) -> str:
        return answers.in_words(error)

    def without_names(self, error: Exception) -> str:
        return answers.without_names(error)


EMAIL = Email()
