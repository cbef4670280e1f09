"""The initial data of the demonstration: the office, the catalogue, sample prices, a cinema with its programmer, two venues."""

from __future__ import annotations

from pathlib import Path

from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.db import transaction

from accounts.models import User
from catalog.exchange.load import load_catalogue
from demo.sample_distributor import keep_sample_distributor, keep_sample_rules
from demo.sample_films import lay_sample_films
from demo.sample_people import OFFICE, PASSWORD, PROGRAMMER, Someone
from licensing.buyers.domains import load_domains
from licensing.buyers.institutions import register_institution, verify
from licensing.models import Institution, Tier
from licensing.prices.price_list import load_price_list
from screenings.venues.venue_list import load_venues

DATA = Path(__file__).parent / "data"
"""Sample records in the formats that a distributor's own have: a folder of films, a price list, venues."""
CINEMA = "Lamplight Cinema Association (sample)"


def fill() -> None:
    """Migrates an empty database and fills it. Loads what a distributor would load, by the same verbs."""
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        office = join(OFFICE)
        office.is_staff = office.is_superuser = True
        office.save(update_fields=["is_staff", "is_superuser"])
        keep_sample_distributor(DATA / "distributor")
        load_catalogue(folder=DATA)
        load_price_list(path=DATA / "price_list.yaml")
        lay_sample_films()
        keep_sample_rules(DATA / "distributor")
        load_domains(path=DATA / "domains.yaml")
        cinema = register_institution(
            legal_name=CINEMA,
            tier=Tier.NON_PROFIT,
            country="US",
            by=join(PROGRAMMER),
            accounts_payable="accounts@lamplight-cinema.example",
        )
        verify(institution=cinema, how="Charity register, sample entry", by=office)
        load_venues(path=DATA / "venues.yaml", institution=cinema)


def join(someone: Someone) -> User:
    """Signs a person up, with the address confirmed."""
    user = User.objects.create_user(someone.email, PASSWORD, name=someone.name, time_zone=someone.time_zone)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def person(someone: Someone) -> User:
    return User.objects.get(email=someone.email)


def cinema() -> Institution:
    return Institution.objects.get(legal_name=CINEMA)
