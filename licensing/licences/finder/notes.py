"""Keeping an answer of the licence finder for an institution."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from licensing.lookup import acts_for
from licensing.models import Act, FinderNote, Institution
from wording.bounds import LONGEST_PROSE
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

KEEP = "licensing.add_findernote"
DELETE = "licensing.delete_findernote"


def keep_note(
    *,
    institution: Institution,
    by: User,
    question: Sequence[str],
    answer: Sequence[str],
    query: str,
    on: date,
) -> FinderNote:
    """The note of a question and its answer, each a list of lines. Kept twice on one day it is the same note.

    Refuses with the code `may-not-keep` for whoever may only read, or is no member.
    """
    if not acts_for(by, institution, KEEP, Act.NOTE):
        raise Refused(_("You may not keep notes for this institution."), "may-not-keep")
    with transaction.atomic():
        note, _is_new = FinderNote.objects.get_or_create(
            institution=institution,
            asked_on=on,
            question="\n".join(question),
            answer="\n".join(answer)[:LONGEST_PROSE],
            language=get_language() or "en",
            defaults={"kept_by": by, "query": query},
        )
    return note


@transaction.atomic
def delete_note(*, note: FinderNote, by: User) -> None:
    """Deletes a note that the institution needs no longer. Idempotent. Refuses with the code `may-not-keep` as `keep_note` does."""
    if not acts_for(by, note.institution, DELETE, Act.NOTE):
        raise Refused(_("You may not delete notes of this institution."), "may-not-keep")
    FinderNote.objects.filter(pk=note.pk).delete()
