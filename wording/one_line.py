"""Texts that are one line: names and titles, which appear in subjects of mails, in calendars and in headings.

What is refused: control characters and line breaks of every kind (Unicode's category Cc, U+2028, U+2029), which break
the formats that the text is written into, and the marks that change the direction of what follows (U+202A to U+202E,
U+2066 to U+2069), which make a text appear to be different from what it is. Joiners are allowed: Persian, Hindi and emoji need them.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Q, QuerySet
from django.utils.translation import gettext_lazy as _

BREAKS = r"[\u0001-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
"""For Python and PostgreSQL alike. NUL is not among them: PostgreSQL keeps none, and forms refuse it."""

SENTENCE = _("Write it on one line, without control characters.")


def one_line(text: str) -> None:
    """Raises ValidationError (code `one-line`) for a text that is not one line."""
    if re.search(BREAKS, text):
        raise ValidationError(SENTENCE, "one-line")


def on_one_line(text: str) -> str:
    """The text with a space for everything that would break its line; for code that reads unchecked rows."""
    return " ".join(re.sub(BREAKS + "|\0", " ", text).split())


def one_line_constraint(field: str, name: str) -> CheckConstraint:
    """The database's own refusal of more than one line in a column."""
    return CheckConstraint(
        condition=~Q(**{f"{field}__regex": BREAKS}), name=name, violation_error_message=SENTENCE
    )


def put_on_one_line(rows: QuerySet[Any], *fields: str) -> None:
    """Fixes, in a migration, rows written before their constraint existed."""
    for field in fields:
        for key, text in rows.filter(**{f"{field}__regex": BREAKS}).values_list("pk", field):
            rows.filter(pk=key).update(**{field: on_one_line(text)})
