"""A reader of an institution looks at what is delivered, and takes nothing of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from licensing.delivery.downloads import begin_download, open_download
from licensing.delivery.keys import ask_for_key
from licensing.delivery.parcels import note_arrival, send_parcel
from licensing.models import Delivery, DeliveryFile, Download, Institution, KeyRequest, Membership, Role
from tests.licensing.conftest import TODAY, person, signed_in
from wording.refusals import Refused


@pytest.fixture
def reader(school: Institution) -> User:
    someone = person("reader@school.example")
    Membership.objects.create(institution=school, user=someone, role=Role.READER)
    return someone


def refused_code(ask: Callable[[], object]) -> str | None:
    with pytest.raises(Refused) as refused:
        ask()
    return refused.value.code


def test_a_reader_sees_the_files_and_uses_up_no_download(
    files: Delivery, film_file: DeliveryFile, reader: User
) -> None:
    address = f"/licences/{files.licence.number}/delivery/"
    page = signed_in(reader).get(address).text
    assert ("film.mp4" in page, "As a reader you see what there is" in page) == (True, True)
    assert f"/files/{film_file.pk}/" not in page
    assert (
        refused_code(lambda: begin_download(delivery=files, file=film_file, by=reader)),
        Download.objects.count(),
    ) == ("members-only", 0)


def test_neither_the_link_of_a_colleague_nor_an_earlier_one_of_their_own_serves_a_reader(
    files: Delivery, film_file: DeliveryFile, reader: User, teacher: User, school: Institution
) -> None:
    token = begin_download(delivery=files, file=film_file, by=teacher)
    download = Download.objects.get()
    assert signed_in(teacher).get(f"/downloads/{token}/").status_code == 200
    assert refused_code(lambda: open_download(download=download, visitor=reader)) == "not-yours"
    school.memberships.create(user=person("second@school.example"), role=Role.OWNER)
    school.memberships.filter(user=teacher).update(role=Role.READER)
    assert refused_code(lambda: open_download(download=download, visitor=AnonymousUser())) == "members-only"


def test_a_reader_confirms_no_arrival(parcel: Delivery, reader: User, office: User) -> None:
    send_parcel(delivery=parcel, by=office, carrier="Post", sent_to="School")
    page = f"/licences/{parcel.licence.number}/delivery/"
    assert "It has arrived" not in signed_in(reader).get(page).text
    assert signed_in(reader).post(f"{page}{parcel.pk}/arrived/").status_code == 404
    assert refused_code(lambda: note_arrival(delivery=parcel, by=reader)) == "office-only"


def test_a_reader_asks_for_no_key(dcp: Delivery, reader: User) -> None:
    page = f"/licences/{dcp.licence.number}/delivery/"
    assert "Ask for a key" not in signed_in(reader).get(page).text
    assert signed_in(reader).get(f"{page}key/").status_code == 404
    code = refused_code(
        lambda: ask_for_key(
            licence=dcp.licence, venue="Hall", first_day=TODAY, last_day=TODAY, servers="x", send_to="a@b.example", by=reader,
        )
    )  # fmt: skip
    assert (code, KeyRequest.objects.count()) == ("not-yours", 0)
