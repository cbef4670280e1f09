"""Verbs that move deliveries, at one moment with those that move their licence: none ends in a deadlock."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations_with_replacement

import pytest

from accounts.models import User
from licensing.delivery.downloads import allow_downloads, begin_download
from licensing.delivery.parcels import note_arrival, note_return, send_parcel
from licensing.delivery.promising import promise_another
from licensing.licences.ending import revoke
from licensing.models import Delivery, DeliveryFile, Licence, Way
from tests.at_once import Crew
from tests.licensing.test_locks import is_fault


@pytest.mark.django_db(transaction=True)
def test_every_pair_of_verbs_at_once_ends_without_a_deadlock(
    files: Delivery, film_file: DeliveryFile, teacher: User, office: User
) -> None:
    parcel = promise_another(licence=files.licence, way=Way.DISC, by=office)
    verbs: dict[str, Callable[[], object]] = {
        "begin": lambda: begin_download(delivery=files, file=film_file, by=teacher),
        "allow": lambda: allow_downloads(delivery=files, allowed=3, by=office),
        "send": lambda: send_parcel(delivery=parcel, by=office, carrier="Post", sent_to="School"),
        "arrive": lambda: note_arrival(delivery=parcel, by=teacher),
        "return": lambda: note_return(delivery=parcel, by=office),
        "promise": lambda: promise_another(licence=files.licence, way=Way.DISC, by=office),
        "revoke": lambda: revoke(licence=files.licence, because="a test", by=office),
    }
    faults = []
    with Crew(4) as crew:
        for pair in combinations_with_replacement(verbs, 2):
            Licence.objects.update(status="active", status_since=None, status_because="")
            Delivery.objects.filter(pk=parcel.pk).update(state="to-do")
            results = crew.do(*(verbs[name] for name in (*pair, *pair)))
            faults += [(pair, each) for each in results if is_fault(each)]
    assert faults == []
