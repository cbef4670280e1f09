"""What the verbs about an institution's own affairs begin with: its row is locked, and the person may administer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from licensing.lookup import acts_for
from licensing.models import Act, Institution
from office.permissions import refuse_unless_may
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

CHANGE = "licensing.change_institution"
"""What the office's people need to act in an institution's stead."""


def locked(institution: Institution) -> Institution:
    """The institution as it is now; until the transaction ends nobody else changes it or its people."""
    return Institution.objects.select_for_update(no_key=True).get(pk=institution.pk)


def administered(institution: Institution, by: User) -> Institution:
    """The institution, locked. Raises Refused (code `not-administrator`) unless the person is an administrator, or of the office."""
    row = locked(institution)
    if not acts_for(by, row, CHANGE, Act.ADMINISTER):
        raise Refused(
            _("Only an administrator of the institution, or the office, can do this."), "not-administrator"
        )
    return row


def refuse_all_but_office(by: User) -> None:
    """Raises Refused (code `office-only`)."""
    refuse_unless_may(by, CHANGE)
