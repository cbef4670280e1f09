"""A licence that another one took the place of comes back only when that one is revoked, and by the office."""

from __future__ import annotations

import pytest

from accounts.models import User
from catalog.models import Film
from licensing.licences.ending import revoke, supersede
from licensing.licences.moves import IllegalMove
from licensing.licences.restoring import restore
from licensing.models import Institution, Licence, LicenceType
from reminders.models import Reminder
from tests.licensing.conftest import licence_of
from wording.refusals import Refused


def test_a_replaced_licence_comes_back_once_its_successor_is_revoked(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, licence: Licence
) -> None:
    other = licence_of(school, teacher, film, site)
    supersede(licence=licence, successor=other, because="Upgraded.", by=office)
    with pytest.raises(IllegalMove):
        restore(licence=licence, by=office)
    revoke(licence=other, because="Credited.", by=office)
    with pytest.raises(Refused) as stranger:
        restore(licence=licence, by=teacher)
    assert stranger.value.code == "office-only"
    ends = Reminder.objects.filter(kind="licensing.licences-ending")
    ends.delete()
    for _again in range(2):
        assert restore(licence=licence, by=office).status == Licence.Status.ACTIVE
    told = Reminder.objects.waiting().filter(kind="licensing.licence-restored")
    assert told.get().subject == f"licensing.licence:{licence.pk}"
    assert ends.exists()
