"""The request for a key is filled in from the screening that it is for."""

from __future__ import annotations

import pytest

from accounts.models import User
from licensing.delivery.key_events import key_events
from licensing.models import Delivery, KeyRequest, Licence, Way
from screenings.models import Screening, ScreenServer
from screenings.programme.announcing import cancel_screening
from tests.screenings.conftest import SATURDAY, signed_in


@pytest.fixture
def server(published: Screening, licence: Licence) -> ScreenServer:
    Delivery.objects.create(licence=licence, way=Way.DCP, due_on=SATURDAY)
    one = published.venue.screens.get(name="One")
    return ScreenServer.objects.create(screen=one, name="IMS 3000 A1", thumbprint="ab:cd")


def test_desk_leads_to_a_request_that_only_waits_to_be_sent(
    server: ScreenServer, published: Screening, licence: Licence, owner: User
) -> None:
    client, address = signed_in(owner), f"/licences/{licence.number}/delivery/key/"
    assert f"{address}?event={published.slug}" in client.get(f"/desk/screenings/{published.slug}/").text
    page = client.get(address, {"event": published.slug})
    assert "Filled in for “The Works”" in page.text
    filled = page.context["form"].initial | {"send_to": "projection@cinema.example"}
    assert client.post(address, filled).status_code == 302
    request = KeyRequest.objects.get()
    assert (request.venue, request.first_day, request.last_day) == ("The Room, Town", SATURDAY, SATURDAY)
    assert request.servers == "One, server IMS 3000 A1 (certificate ab:cd)"


def test_screen_whose_server_nobody_named_is_said(
    server: ScreenServer, published: Screening, licence: Licence, owner: User
) -> None:
    server.delete()
    page = signed_in(owner).get(f"/licences/{licence.number}/delivery/key/").text
    assert "Nobody has named the server of: One." in page
    cancel_screening(screening=published, by=owner)
    assert key_events(licence) == []
