"""Lays out what people will use, in an empty migrated database, and prints it as JSON: `python -m tests.survival.scene`.

The only module of this room that knows Longtake's code; whatever judges afterwards asks the pages, the mails and SQL.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, time, timedelta

import django

django.setup()

from allauth.account.models import EmailAddress  # noqa: E402 - models need Django to be set up
from django.contrib.auth.hashers import make_password  # noqa: E402 - as above
from django.utils import timezone  # noqa: E402 - as above
from moneyed import Money  # noqa: E402 - as above

from accounts.models import User  # noqa: E402 - as above
from catalog.models import DistributionRight, Film  # noqa: E402 - as above
from catalog.search.indexing import index_films  # noqa: E402 - as above
from licensing.models import (  # noqa: E402 - as above
    AcceptancePolicy,
    Institution,
    LicenceType,
    Membership,
    Order,
    Price,
    Role,
    Tier,
)
from licensing.sales.ordering.orders import place_order  # noqa: E402 - as above
from licensing.terms.days import office_today  # noqa: E402 - as above
from licensing.terms.rights import Admission, SiteScope, Use  # noqa: E402 - as above
from screenings.models import OpeningHours, Screen, Screening, Showing, Venue  # noqa: E402 - as above
from screenings.programme.announcing import publish_screening  # noqa: E402 - as above
from tests.survival.people import PASSWORD  # noqa: E402 - as above

PROGRAMMER = "programmer@cinema.example"
MINUTES = 90
SEATS, FEW = 3000, 12
"""The places of most screenings, and of every fourth, which is soon full."""
DAYS_AHEAD = 40


def main(screenings: int, buyers: int) -> None:
    password = make_password(PASSWORD)
    AcceptancePolicy.objects.create(at_once=True)
    film, kind = lay_out_film()
    programmer = person(PROGRAMMER, password)
    cinema = institution("The Long Room Cinema", Tier.NON_PROFIT, programmer)
    place_order(
        institution=cinema,
        lines=[(film, kind)],
        method=Order.Method.PURCHASE_ORDER,
        purchase_order_number="PO-CINEMA",
        starts_on=office_today(),
        by=programmer,
    )
    venue = lay_out_venue(cinema)
    shown = [announce(number, film, venue, programmer) for number in range(screenings)]
    teachers = [f"teacher{number}@school.example" for number in range(buyers)]
    for email in teachers:
        institution(f"School of {email.split('@', maxsplit=1)[0]}", Tier.K12, person(email, password))
    print(
        json.dumps(
            {
                "screenings": shown,
                "buyers": teachers,
                "programmer": PROGRAMMER,
                "film": film.pk,
                "licence_type": kind.pk,
            }
        )
    )


def person(email: str, password: str) -> User:
    user = User.objects.create(email=email, name=email.split("@", maxsplit=1)[0].title(), password=password)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def institution(name: str, tier: Tier, owner: User) -> Institution:
    made = Institution.objects.create(
        legal_name=name,
        tier=tier,
        country="US",
        verification=Institution.Verification.VERIFIED,
        verified_how="by a test",
        verified_at=timezone.now(),
    )
    Membership.objects.create(institution=made, user=owner, role=Role.OWNER)
    return made


def lay_out_film() -> tuple[Film, LicenceType]:
    film = Film.objects.create(slug="dead-birds", title="Dead Birds", year=1964, runtime=MINUTES)
    DistributionRight.objects.create(film=film, territory="the world")
    index_films([film])
    kind = LicenceType.objects.create(
        code="public", name="Public screenings", summary="Any number of screenings.",
        uses=[Use.PUBLIC_SCREENING, Use.CLASSROOM], admission=Admission.COST_RECOVERY, term_months=36,
        site_scope=SiteScope.SINGLE_SITE, public_advertising=True,
    )  # fmt: skip
    for tier, amount in ((Tier.NON_PROFIT, 900), (Tier.K12, 190)):
        Price.objects.create(
            film=film, licence_type=kind, tier=tier, amount=Money(amount, "USD"), starts_on=office_today()
        )
    return film, kind


def lay_out_venue(cinema: Institution) -> Venue:
    venue = Venue.objects.create(
        slug="the-room",
        name="The Room",
        institution=cinema,
        time_zone="America/New_York",
        city="Town",
        country="US",
    )
    OpeningHours.objects.bulk_create(
        OpeningHours(venue=venue, weekday=weekday, opens=time(9), closes=time(23, 30)) for weekday in range(7)
    )
    Screen.objects.create(venue=venue, name="One", capacity=SEATS, set_up=10, turnaround=20, formats=["dcp"])
    return venue


def announce(number: int, film: Film, venue: Venue, programmer: User) -> dict[str, object]:
    """A published screening with one showing, on a day of its own."""
    screen = venue.screens.get()
    day = timezone.localdate() + timedelta(days=DAYS_AHEAD + number)
    starts_at = datetime.combine(day, time(10), venue.zone)
    ends_at = starts_at + timedelta(minutes=MINUTES)
    seats = FEW if number % 4 == 3 else SEATS
    screening = Screening.objects.create(
        slug=f"evening-{number}", film=film, venue=venue, institution=venue.institution, programmer=programmer,
        title=f"Evening {number}", audience=seats,
    )  # fmt: skip
    showing = Showing.objects.create(
        screening=screening, film=film, screen=screen, until_minute=MINUTES, starts_at=starts_at, ends_at=ends_at,
        occupied_from=starts_at - timedelta(minutes=10), occupied_until=ends_at + timedelta(minutes=20), capacity=seats,
    )  # fmt: skip
    publish_screening(screening=screening, by=programmer)
    return {"slug": screening.slug, "showing": showing.pk, "day": str(day)}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
