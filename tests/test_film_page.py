"""The film page with everything that the site can show of a film, as all apps make it together."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from catalog.exchange.load import load_catalogue
from demo.sample.filling import DATA
from licensing.buyers.institutions import register_institution
from licensing.models import Tier
from licensing.prices.price_list import load_price_list

pytestmark = pytest.mark.django_db
PAGE = "/films/west-of-the-tracks/"


@pytest.fixture
def house(db: None) -> None:
    """The whole sample catalogue with its sample prices."""
    load_catalogue(folder=DATA)
    load_price_list(path=DATA / "price_list.yaml")


def test_film_page_says_all_of_it_in_eight_queries(
    house: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(PAGE)
    with django_assert_num_queries(8):
        page = client.get(PAGE).text
    for words in (
        "铁西区",
        "王兵",
        "554",
        "551",
        "2002",
        "North America",
        "$695.00",
        "Lu Xinyu",
        "Last Train Home",
    ):
        assert words in page, words


def test_film_page_of_a_member_takes_eleven_queries(
    house: None, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    teacher = User.objects.create_user("june@school.example")
    register_institution(legal_name="Riverside School", tier=Tier.K12, country="US", by=teacher)
    client.force_login(teacher)
    client.get(PAGE)
    with django_assert_num_queries(11):
        page = client.get(PAGE).text
    assert "$195.00" in page
