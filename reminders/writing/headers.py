"""A mail whose long headers arrive as they are."""

from __future__ import annotations

from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import EmailPolicy, Policy, default

from django.core.mail import EmailMultiAlternatives

LONGEST_LINE = 990
"""Characters; a mail server need not take lines of more than 998 (RFC 5322, 2.1.1)."""


class OnOneLine(UnstructuredHeader, BaseHeader):
    """An address has no blank to fold at: a long one would leave as encoded words, which mail readers do not decode here."""

    def fold(self, *, policy: Policy) -> str:
        return super().fold(policy=policy.clone(max_line_length=LONGEST_LINE))


HEADERS = HeaderRegistry()
HEADERS.map_to_type("List-Unsubscribe", OnOneLine)


class Mail(EmailMultiAlternatives):
    """Only its `List-Unsubscribe` is long: everything else is folded as usual."""

    def message(self, *, policy: Policy | None = None) -> EmailMessage:
        usual = policy if isinstance(policy, EmailPolicy) else default
        return super().message(policy=usual.clone(header_factory=HEADERS))
