"""A cinema with two screens, a film in three parts, the people around them; and a clock that stands still."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from moneyed import Money

from accounts.models import User
from catalog.models import DistributionRight, Film, ScreeningCopy
from licensing.models import (
    Institution,
    Licence,
    LicenceType,
    Membership,
    Order,
    OrderLine,
    Price,
    Role,
    Tier,
)
from licensing.terms.rights import Admission, Use
from screenings import planner
from screenings.audience.holds import confirm
from screenings.audience.registering import register
from screenings.models import OpeningHours, PlanRequest, Registration, Screen, Screening, Showing, Venue
from screenings.planning.questions import pieces_for, question_about
from screenings.programme.announcing import publish_screening
from screenings.programme.booking import take_plan
from tests.standing import standing

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
SATURDAY = date(2027, 3, 20)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon in UTC on 1 March 2027, a Monday."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def person(email: str, **fields: bool) -> User:
    return User.objects.create_user(email, None, name=email.split("@", maxsplit=1)[0].title(), **fields)


@standing
def owner(db: None) -> User:
    return person("owner@cinema.example")


@pytest.fixture
def outsider(db: None) -> User:
    return person("outsider@elsewhere.example")


@standing
def staff(db: None) -> User:
    return person("office@distributor.example", is_staff=True, is_superuser=True)


@standing
def cinema(owner: User) -> Institution:
    institution = Institution.objects.create(
        legal_name="The Long Room Cinema Association",
        tier=Tier.NON_PROFIT,
        country="NL",
        verification=Institution.Verification.VERIFIED,
        verified_how="by a test",
        verified_at=timezone.now(),
    )
    Membership.objects.create(institution=institution, user=owner, role=Role.OWNER)
    return institution


@pytest.fixture
def colleague(cinema: Institution) -> User:
    user = person("colleague@cinema.example")
    Membership.objects.create(institution=cinema, user=user, role=Role.PROGRAMMER)
    return user


@standing
def venue(cinema: Institution) -> Venue:
    """Open every day from 10:00 to 00:30 the next morning."""
    return make_venue(cinema, "Europe/Amsterdam", "NL")


def make_venue(institution: Institution, time_zone: str, country: str, slug: str = "the-room") -> Venue:
    venue = Venue.objects.create(
        slug=slug, name="The Room", institution=institution, time_zone=time_zone, city="Town", country=country
    )
    OpeningHours.objects.bulk_create(
        OpeningHours(venue=venue, weekday=weekday, opens=time(10), closes=time(0, 30)) for weekday in range(7)
    )
    Screen.objects.create(venue=venue, name="One", capacity=40, set_up=10, turnaround=20, formats=["dcp"])
    Screen.objects.create(venue=venue, name="Two", capacity=12, set_up=5, turnaround=15, formats=["dcp"])
    return venue


@pytest.fixture
def screen(venue: Venue) -> Screen:
    return venue.screens.get(name="One")


@standing
def film(db: None) -> Film:
    """Three parts of 240, 180 and 120 minutes, each with a DCP; the first may be interrupted after 120."""
    whole = Film.objects.create(slug="the-works", title="The Works", year=2003, runtime=540, part_unit="part")
    DistributionRight.objects.create(film=whole, territory="the world")
    lengths = {"Rust": 240, "Remnants": 180, "Rails": 120}
    for number, (title, minutes) in enumerate(lengths.items(), start=1):
        part = Film.objects.create(
            slug=title.lower(), title=title, year=2003, runtime=minutes + 2, part_of=whole, part_number=number
        )
        points = [120] if title == "Rust" else []
        ScreeningCopy.objects.create(
            film=part, label="DCP", format="dcp", runtime=minutes, subtitles=["en"], chapter_points=points
        )
    return whole


@standing
def public_screening_type(film: Film) -> LicenceType:
    """One screening, up to 50 people, admission that covers costs, advertised; 300 dollars for a non-profit."""
    kind = LicenceType.objects.create(
        code="public-50",
        name="Public screening, 50",
        summary="One screening for up to 50 people.",
        uses=[Use.PUBLIC_SCREENING],
        audience_cap=50,
        admission=Admission.COST_RECOVERY,
        screenings=1,
        term_months=12,
        public_advertising=True,
        report_due_days=10,
    )
    Price.objects.create(
        film=film,
        licence_type=kind,
        tier=Tier.NON_PROFIT,
        amount=Money(300, "USD"),
        starts_on=date(2027, 1, 1),
        is_sample=True,
    )
    return kind


@standing
def licence(cinema: Institution, film: Film, public_screening_type: LicenceType, owner: User) -> Licence:
    return make_licence(cinema, film, public_screening_type, owner)


def make_licence(
    institution: Institution, film: Film, kind: LicenceType, by: User, number: str = "L-1"
) -> Licence:
    order = Order.objects.create(
        number=f"O{number}",
        institution=institution,
        placed_by=by,
        tier=institution.tier,
        method=Order.Method.CARD,
        total=Money(300, "USD"),
        starts_on=date(2027, 3, 1),
    )
    grants = kind.grants().to_json()
    line = OrderLine.objects.create(
        order=order,
        film=film,
        licence_type=kind,
        description=kind.name,
        grants=grants,
        amount=Money(300, "USD"),
    )
    return Licence.objects.create(
        number=number,
        institution=institution,
        film=film,
        line=line,
        licensee_name=institution.legal_name,
        type_name=kind.name,
        grants=grants,
        starts_on=date(2027, 3, 1),
        ends_on=date(2028, 2, 29),
        countries=[institution.country],
    )


def at(day: date, clock: str, venue: Venue) -> datetime:
    """The instant at which the venue's wall shows a time."""
    return datetime.combine(day, time.fromisoformat(clock), venue.zone)


type Sitting = tuple[str, str] | tuple[str, str, str]


def answered(venue: Venue, film: Film, by: User, days: dict[date, list[Sitting]]) -> PlanRequest:
    """A question whose answer is one plan, made by hand: (part's title, clock) or (part's title, clock, screen)."""
    screens = list(venue.screens.select_related("venue").order_by("name"))
    pieces, _able = pieces_for(film, screens)
    question = question_about(
        venue=venue,
        presenter=venue.institution,
        screens=screens,
        blocks=[piece.block() for piece in pieces],
        first_day=min(days),
        last_day=max(days),
        settings=planner.Settings(meal_after=None),
    )
    frame = planner.Frame(question)
    titles = [piece.film.title for piece in pieces]
    keys = {screen.name: str(screen.pk) for screen in screens}
    placed = []
    for day, sittings in days.items():
        for title, clock, *on in sittings:
            starts_at = at(day + timedelta(days=clock < "06:00"), clock, venue)
            placed.append(
                planner.place(
                    frame, block=titles.index(title), screen=keys[on[0] if on else "One"], starts_at=starts_at
                )
            )
    plan = planner.by_hand(question, placed)
    return PlanRequest.objects.create(
        film=film,
        venue=venue,
        institution=venue.institution,
        asked_by=by,
        first_day=min(days),
        last_day=max(days),
        question=planner.question_to_data(question),
        answer=planner.answer_to_data(planner.Answer((plan,))),
        status=PlanRequest.Status.DONE,
        finished_at=NOW,
    )


ONE_DAY: dict[date, list[Sitting]] = {
    SATURDAY: [("Rust", "10:30"), ("Remnants", "15:30"), ("Rails", "19:00")]
}


@standing
def draft(venue: Venue, film: Film, owner: User) -> Screening:
    """All three parts on one Saturday: 10:30-14:30, 15:30-18:30, 19:00-21:00, on screen One."""
    return take_plan(plan_request=answered(venue, film, owner, ONE_DAY), index=0, by=owner)


@standing
def published(draft: Screening, licence: Licence, owner: User) -> Screening:
    return publish_screening(screening=draft, by=owner)


def registered(
    screening: Screening, name: str = "Ada", *, showings: list[Showing] | None = None
) -> Registration:
    """A registration whose address, the name at reader.example, is confirmed."""
    email = f"{name.lower()}@reader.example"
    return confirm(registration=register(screening=screening, name=name, email=email, showings=showings))


def signed_in(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client
