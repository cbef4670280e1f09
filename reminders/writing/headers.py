"""The headers of mails: long ones arrive as they are, and those that thousands of mails share are parsed and folded once."""

from __future__ import annotations

from datetime import UTC, datetime
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import EmailPolicy, Policy, default
from functools import cache, lru_cache
from typing import Any
from uuid import uuid4

from django.core.mail import EmailMultiAlternatives

LONGEST_LINE = 990
"""Characters; a mail server need not take lines of more than 998 (RFC 5322, 2.1.1)."""
MOST_REMEMBERED = 512


class FoldedOnce(BaseHeader):
    """A header never changes, and one registry serves one policy."""

    _folded: str | None = None

    def fold(self, *, policy: Policy) -> str:
        if self._folded is None:
            self._folded = super().fold(policy=policy)
        return self._folded


class OnOneLine(UnstructuredHeader, BaseHeader):
    """An address has no blank to fold at: a long one would leave as encoded words, which mail readers do not decode here."""

    def fold(self, *, policy: Policy) -> str:
        return super().fold(policy=policy.clone(max_line_length=LONGEST_LINE))


class Remembering(HeaderRegistry):
    """Python's makes a class for each header of each mail, and parses the same sender again and again: most of a mail's time."""

    def __init__(self) -> None:
        super().__init__(base_class=FoldedOnce)
        self.map_to_type("List-Unsubscribe", OnOneLine)
        self._class_of = cache(super().__getitem__)
        self._header_of = lru_cache(MOST_REMEMBERED)(super().__call__)

    def __getitem__(self, name: str) -> type[BaseHeader]:
        return self._class_of(name)

    def __call__(self, name: str, value: Any) -> BaseHeader:
        is_plain = isinstance(value, str | datetime)
        return self._header_of(name, value) if is_plain else super().__call__(name, value)


@cache
def remembering(policy: EmailPolicy) -> EmailPolicy:
    return policy.clone(header_factory=Remembering())


class Mail(EmailMultiAlternatives):
    """Only its `List-Unsubscribe` is long: everything else is folded as usual."""

    def message(self, *, policy: Policy | None = None) -> EmailMessage:
        self.extra_headers.setdefault("Date", datetime.now(UTC).replace(microsecond=0))
        made = super().message(policy=remembering(policy if isinstance(policy, EmailPolicy) else default))
        for part in made.walk():
            if part.is_multipart():  # else Python looks for one in the whole mail
                part.set_boundary(f"=_{uuid4().hex}")
        return made
