from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import IntegrityError, OperationalError, transaction
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from office.distributor import reader
from office.distributor.reader import distributor, distributor_on, sender
from office.models import Distributor


def keep(**values: str) -> Distributor:
    given = {"legal_name": "Long Films Inc.", "contact_email": "desk@long.example", **values}
    return Distributor.objects.create(**given)


@pytest.mark.django_db
def test_without_a_record_the_environment_gives_the_first_values(settings: Settings) -> None:
    settings.DISTRIBUTOR, settings.POSTAL_ADDRESS = "First Films", "1 First Street"
    first = distributor()
    assert (first.legal_name, first.address, first.is_kept) == ("First Films", "1 First Street", False)
    assert sender(first) == settings.DEFAULT_FROM_EMAIL
    keep()
    assert (distributor().legal_name, distributor().is_kept) == ("Long Films Inc.", True)


@pytest.mark.django_db
def test_there_is_one_record() -> None:
    keep()
    with pytest.raises(IntegrityError), transaction.atomic():
        keep()
    with pytest.raises(IntegrityError, match="distributor_is_one"), transaction.atomic():
        Distributor.objects.create(id=2, legal_name="Another", contact_email="a@b.example")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["/contact/", "/", "/films/", "/cart/", "/no/such/page/"])
def test_a_changed_record_is_on_every_page_at_the_next_request(client: Client, address: str) -> None:
    keep()
    assert "desk@long.example" in client.get(address).text
    assert "desk@long.example" in client.get(address).text
    Distributor.objects.update(contact_email="new@long.example", legal_name="Longer Films")
    text = client.get(address).text
    assert "new@long.example" in text
    assert "Longer Films" in text
    assert "Long Films Inc." not in text


@pytest.mark.django_db(transaction=True)
def test_kept_page_costs_no_further_statement(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    keep()
    client.get("/about/")
    with django_assert_num_queries(1):  # the revisions
        client.get("/about/")
    with django_assert_num_queries(
        2
    ):  # the revisions and the text: another page, made of what this process knows
        client.get("/contact/")


@pytest.mark.django_db(transaction=True)
def test_page_that_is_not_kept_reads_the_record_once(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    keep()
    with django_assert_num_queries(1):
        assert "desk@long.example" in client.get("/no/such/page/").text


@pytest.mark.django_db
def test_page_that_says_that_the_database_is_away_still_names_us(monkeypatch: pytest.MonkeyPatch) -> None:
    keep()
    distributor()

    def is_away() -> Iterator[None]:
        raise OperationalError

    monkeypatch.setattr(reader, "distributor", is_away)
    assert distributor_on(RequestFactory().get("/")).legal_name == "Long Films Inc."


@pytest.mark.django_db
def test_mails_are_from_the_record_at_the_servers_own_address() -> None:
    assert sender(keep(legal_name="Films, Long & Co.")) == '"Films, Long & Co." <office@longtake.example>'


def test_nobody_else_reads_what_the_environment_said_first() -> None:
    root = Path(django_settings.BASE_DIR)
    asks = re.compile(r"settings\.(DISTRIBUTOR|CONTACT_EMAIL|POSTAL_ADDRESS|PHONE)\b")
    apps = ("accounts", "catalog", "demo", "licensing", "office", "reminders", "screenings")
    found = {
        str(path.relative_to(root))
        for app in apps
        for path in (root / app).rglob("*.py")
        if asks.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"office/distributor/reader.py"}
