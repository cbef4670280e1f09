"""What a programmer decides for those who need access at one showing: captions on the screen, a relaxed showing."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from screenings.access import MARKS, Access
from screenings.lookup import refuse_outsider
from screenings.models import Showing
from screenings.programme.locks import lock_screening
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def mark_showing(*, showing: Showing, marks: Collection[Access], by: User) -> Showing:
    """Marks a showing with these, of `MARKS`, and no others. Raises Refused: `not-yours`, `cancelled`, `past`, `no-captions`."""
    screening, showings = lock_screening(showing.screening_id)
    refuse_outsider(by, screening.institution)
    row = next((each for each in showings if each.pk == showing.pk), None)
    if row is None:
        raise Refused(_("The showing is called off."), "cancelled")
    if row.ends_at <= timezone.now():
        raise Refused(_("The showing is over."), "past")
    if Access.OPEN_CAPTIONS in marks and row.copy and not row.copy.captions:
        raise Refused(
            _("The copy carries no captions, as far as its description says: ask the office."), "no-captions"
        )
    row.marks = [each.value for each in MARKS if each in marks]
    row.save(update_fields=["marks"])
    return row
