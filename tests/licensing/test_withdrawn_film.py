"""A film that was withdrawn, or is a draft: what is licensed goes on, nothing new is licensed."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from catalog.editing.publishing import make_draft, withdraw_film
from catalog.models import Film
from licensing.models import Institution, Licence, LicenceType, Tier
from licensing.prices.offers import Buyer, open_price_book
from licensing.sales.quoting.quotes import make_quote
from licensing.sales.quoting.renewals import propose
from tests.licensing.conftest import TODAY, order_of
from wording.refusals import Refused

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


@pytest.fixture
def draft(licence: Licence) -> Film:
    return make_draft(film=licence.film.whole, by=None)


def test_nothing_new_is_licensed_of_a_draft(licence: Licence, draft: Film, site: LicenceType) -> None:
    part = Film.objects.filter(part_of=draft).select_related("part_of")[0]
    for film in (draft, part):
        book = open_price_book([film], on=TODAY)
        assert book.on_sale(film, Tier.K12) == {}
        [reason] = book.quote(film, site, Buyer(Tier.K12, "US")).reasons
        assert (reason.code, str(reason)) == (
            "not-published",
            f"“{film}” is not published: what is licensed goes on, and nothing new is licensed.",
        )


def test_nothing_new_is_licensed_of_a_part_that_is_a_draft(rails: Film, site: LicenceType) -> None:
    make_draft(film=rails, by=None)
    film = Film.objects.select_related("part_of").get(pk=rails.pk)
    assert open_price_book([film], on=TODAY).on_sale(film, Tier.K12) == {}
    assert open_price_book([film.whole], on=TODAY).on_sale(film.whole, Tier.K12) != {}


def test_a_draft_is_neither_ordered_nor_quoted(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    draft = make_draft(film=film, by=None)
    with pytest.raises(Refused) as ordered:
        order_of(school, teacher, [(draft, site)])
    with pytest.raises(Refused) as quoted:
        make_quote(institution=school, lines=[(draft, site)], by=teacher, starts_on=TODAY)
    assert [ordered.value.code, quoted.value.code] == ["not-published", "not-published"]


def test_renewal_of_a_draft_says_why_it_is_refused(licence: Licence, draft: Film) -> None:
    own = Licence.objects.select_related("institution", "film__part_of", "line__licence_type")
    assert licence.ends_on is not None
    proposal = propose(list(own), on=licence.ends_on)
    assert proposal is not None
    [renewal] = proposal.renewals
    assert [reason.code for reason in renewal.reasons] == ["not-published"]
