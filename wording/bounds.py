"""How long a text may be: enforced by the database first, so that nothing that shows, prints or mails it meets a longer one."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

LONGEST_PROSE = 10_000
"""Characters of a text of several paragraphs, such as a synopsis in Markdown."""
LONGEST_PAGE = 20_000
"""Characters of a page that the office writes; conditions have about 10,000."""
LONGEST_MAILBOX, LONGEST_LOCAL_PART = 254, 64
"""Of an e-mail address that mail servers accept: RFC 5321, 4.5.3.1.1 and its erratum 1690."""


def at_most(characters: int, field: str, *, name: str) -> CheckConstraint:
    """The constraint that a text has no more than so many characters."""
    return CheckConstraint(
        condition=LessThanOrEqual(Length(field), characters),
        name=name,
        violation_error_message=_("This text is too long."),
    )


def validate_mailbox(address: str) -> None:
    """Raises ValidationError (code `mailbox-too-long`) for an e-mail address that no mail server would take."""
    if len(address) > LONGEST_MAILBOX or len(address.rpartition("@")[0]) > LONGEST_LOCAL_PART:
        raise ValidationError(_("This e-mail address is too long."), "mailbox-too-long")
