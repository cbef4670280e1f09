"""The initial data of the demonstration: the office, the catalogue, sample prices, a cinema with its programmer, two venues."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import transaction

from catalog.exchange.load import load_catalogue
from demo.sample.accounts import CINEMA, confirm_mailboxes, join
from demo.sample.distributor import keep_sample_distributor, keep_sample_rules
from demo.sample.films import lay_sample_films
from demo.sample.front import lay_sample_front_page
from demo.sample.people import OFFICE, PROGRAMMER
from demo.sample.pictures import draw_sample_stills
from demo.sample.previews import add_sample_previews
from demo.sample.support import keep_sample_support_page
from demo.sample.trade import keep_sample_trade
from licensing.buyers.institutions import register_institution, verify
from licensing.buyers.rules import load_domains
from licensing.models import Tier
from licensing.prices.price_list import load_price_list
from screenings.venues.venue_list import load_venues

DATA = Path(__file__).parents[1] / "data"
"""Sample records in the formats that a distributor's own have: a folder of films, a price list, venues."""


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
        draw_sample_stills()
        add_sample_previews()
        lay_sample_front_page(DATA / "front.yaml")
        keep_sample_rules(DATA / "distributor")
        keep_sample_trade(DATA / "trade" / "trade.yaml")
        keep_sample_support_page(DATA / "trade" / "support.yaml")
        load_domains(path=DATA / "domains.yaml")
        cinema = register_institution(
            legal_name=CINEMA,
            tier=Tier.NON_PROFIT,
            country="US",
            by=join(PROGRAMMER),
            accounts_payable="accounts@lamplight-cinema.example",
        )
        confirm_mailboxes(cinema)
        verify(institution=cinema, how="Charity register, sample entry", by=office)
        load_venues(path=DATA / "venues.yaml", institution=cinema)
