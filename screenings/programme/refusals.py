"""Turns a violated database constraint into a Refused with a sentence and a code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from wording.one_line import SENTENCE
from wording.refusals import Refused

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

SENTENCES: dict[str, tuple[str, _StrPromise]] = {
    "showings_apart_on_screen": ("screen-taken", _("Another showing occupies this screen at that time.")),
    "showing_not_overbooked": ("full", _("There are no more places at this showing.")),
    "registered_once": ("registered-already", _("This address is already registered for this screening.")),
    "plan_taken_once": ("plan-taken", _("This plan has already been chosen.")),
    "screening_title_one_line": ("one-line", SENTENCE),
    "screening_description_bounded": ("too-long", _("The description is too long.")),
}


@contextmanager
def refused_in_words() -> Iterator[None]:
    """A savepoint. Violating a constraint named in SENTENCES raises Refused; any other error passes unchanged."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        cause = error.__cause__
        name = cause.diag.constraint_name if isinstance(cause, psycopg.Error) else None
        if name not in SENTENCES:
            raise
        code, sentence = SENTENCES[name]
        raise Refused(sentence, code) from error


@contextmanager
def showings_apart_when_written() -> Iterator[None]:
    """As above, for several showings at once: the constraint that keeps them apart waits until all are written, because two may
    change places."""
    with refused_in_words():
        _wait("DEFERRED")
        yield
        _wait("IMMEDIATE")


def _wait(until: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS showings_apart_on_screen {until}")
