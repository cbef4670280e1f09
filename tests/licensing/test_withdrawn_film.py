"""A film that was withdrawn: what is licensed goes on, nothing new is licensed."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from catalog.editing.publishing import withdraw_film
from catalog.models import Film
from licensing.models import Licence, LicenceType, Tier
from licensing.prices.offers import Buyer, open_price_book
from licensing.sales.quoting.renewals import propose
from tests.licensing.conftest import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def gone(licence: Licence) -> Film:
    return withdraw_film(film=licence.film.whole, reason="Our rights have ended.", by=None)


def test_licensee_still_reaches_licence_certificate_and_delivery(
    client: Client, teacher: User, licence: Licence, gone: Film
) -> None:
    client.force_login(teacher)
    for address in ("", "certificate.pdf", "delivery/", "odrl.jsonld"):
        assert client.get(f"{licence.get_absolute_url()}{address}").status_code == 200
    assert licence.number in client.get("/licences/").text


def test_nothing_new_is_licensed(licence: Licence, gone: Film, site: LicenceType) -> None:
    for film in (gone, Film.objects.filter(part_of=gone).select_related("part_of")[0]):
        quote = open_price_book([film], on=TODAY).quote(film, site, Buyer(Tier.K12, "US"))
        assert [reason.code for reason in quote.reasons] == ["withdrawn"]
        assert str(quote.reasons[0]) == (
            f"“{film}” was withdrawn: what is licensed goes on, and nothing new is licensed."
        )


def test_it_cannot_be_put_into_a_cart(
    client: Client, licence: Licence, gone: Film, site: LicenceType
) -> None:
    assert client.post("/cart/add/", {"film": gone.pk, "licence_type": site.pk}).status_code == 404


def test_renewal_says_why_it_is_refused(licence: Licence, gone: Film) -> None:
    own = Licence.objects.select_related("institution", "film__part_of", "line__licence_type")
    assert licence.ends_on is not None
    proposal = propose(list(own), on=licence.ends_on)
    assert proposal is not None
    [renewal] = proposal.renewals
    assert [reason.code for reason in renewal.reasons] == ["withdrawn"]
