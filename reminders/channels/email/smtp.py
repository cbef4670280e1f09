"""The SMTP connection of the outbox: it notices quickly that a server is away, and waits patiently while one accepts a message."""

from __future__ import annotations

import smtplib
import socket
from typing import TYPE_CHECKING, Any

from django.core.mail.backends.smtp import EmailBackend

CONNECT_SECONDS = 10
DATA_SECONDS = 600
"""A server may take ten minutes to accept a message (RFC 5321, 4.5.3.2.6); a client that hangs up earlier sends it twice."""

if TYPE_CHECKING:
    Base = smtplib.SMTP
else:
    Base = object


class Patient(Base):
    """Gives up connecting soon, waits the mailer's `timeout` for each command, and waits long for the answer to DATA."""

    has_handed_over = False
    """Whether the last message may have reached the server: it has come as far as DATA."""

    def mail(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        self.has_handed_over = False
        return super().mail(*args, **kwargs)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        connected = super()._get_socket(host, port, min(timeout, CONNECT_SECONDS))  # type: ignore[misc]  # not in typeshed
        connected.settimeout(timeout)
        return connected  # type: ignore[no-any-return]  # as above

    def data(self, msg: Any) -> tuple[int, bytes]:
        self.has_handed_over = True
        if self.sock is None:
            return super().data(msg)
        usual = self.sock.gettimeout()
        self.sock.settimeout(DATA_SECONDS)
        answer = super().data(msg)
        if self.sock is not None:
            self.sock.settimeout(usual)
        return answer


class PatientSMTP(Patient, smtplib.SMTP):
    pass


class PatientSMTPOverTLS(Patient, smtplib.SMTP_SSL):
    pass


class PatientBackend(EmailBackend):
    """Django's SMTP backend with the time limits of `Patient`. Closing never fails."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return PatientSMTPOverTLS if self.use_ssl else PatientSMTP

    @property
    def may_have_gone(self) -> bool:
        return not isinstance(self.connection, Patient) or self.connection.has_handed_over

    def close(self) -> None:
        try:
            super().close()
        except OSError:
            self.connection = None  # it was gone already
