"""A festival of which nothing was published is deleted, with all that was planned for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.lookup import refuse_outsider
from screenings.models import Festival, FestivalScreening
from screenings.programme.locks import lock_festival, refuse_publishing
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

DELETE = "screenings.delete_festival"
"""What the office's people need."""


@transaction.atomic
def delete_festival(*, festival: Festival, by: User) -> None:
    """Raises Refused as `refuse_deletion` does."""
    row = lock_festival(festival.pk)
    refuse_deletion(row, by)
    row.delete()


def refuse_deletion(festival: Festival, by: User) -> None:
    """Raises Refused: `not-yours`, `publishing`, `published` (its screenings would no longer know of each other, nor be planned around)."""
    refuse_outsider(by, festival.institution, DELETE)
    refuse_publishing(festival.pk)
    if FestivalScreening.objects.filter(film__festival=festival).exists():
        raise Refused(
            _("Showings of this festival are published. Call their screenings off first."), "published"
        )
