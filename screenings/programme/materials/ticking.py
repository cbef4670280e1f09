"""A programmer ticks off what is done with copies and keys, or takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings.lookup import refuse_outsider
from screenings.models import MaterialTick, Screening
from screenings.notices import owed as notices
from screenings.programme.locks import lock_screening
from screenings.programme.materials.steps import materials_of
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def tick(*, screening: Screening, step: str, about: str, by: User, note: str = "") -> None:
    """Ticks off a step, of `materials_of`. Idempotent; a later note replaces the first.

    Raises Refused (`not-yours`, `no-step`), and ValidationError for a note that is not one line.
    """
    row = _locked(screening, by)
    if not any((each.step, each.about) == (step, about) for each in materials_of(row)):
        raise Refused(_("This is not a step of this screening any more."), "no-step")
    done = MaterialTick.objects.filter(screening=row, step=step, about=about).first()
    done = done or MaterialTick(screening=row, step=step, about=about, by=by)
    done.note = note
    done.full_clean(exclude=["screening"])
    done.save()
    notices.owe_for(screening=row)


@transaction.atomic
def untick(*, screening: Screening, step: str, about: str, by: User) -> None:
    """Takes it back. Idempotent. Raises Refused: `not-yours`."""
    row = _locked(screening, by)
    MaterialTick.objects.filter(screening=row, step=step, about=about).delete()
    notices.owe_for(screening=row)


def _locked(screening: Screening, by: User) -> Screening:
    row, _showings = lock_screening(screening.pk)
    refuse_outsider(by, row.institution)
    return Screening.objects.with_listing().get(pk=row.pk)
