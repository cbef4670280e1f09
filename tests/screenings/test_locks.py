"""Verbs that share rows, at one moment: none ends in a deadlock, and the places are counted right afterwards."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

import pytest
from django.db import connection, transaction
from django.utils import timezone
from djmoney.money import Money
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film
from licensing.buyers.institutions import verify
from licensing.licences.ending import revoke, shorten, supersede
from licensing.licences.suspending import reinstate, suspend
from licensing.models import (
    AcceptancePolicy,
    CardEvent,
    Institution,
    Invoice,
    Licence,
    Order,
    OrderLine,
)
from licensing.prices.wanted import WantedLine
from licensing.reports.answering import answer_report
from licensing.reports.owing import enter_screening
from licensing.sales.invoicing.balance import balance_of
from licensing.sales.invoicing.credits import issue_credit_note
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.invoicing.overdue import revoke_for_non_payment
from licensing.sales.ordering.orders import place_order
from licensing.sales.payment.card import apply_session, open_card_payment
from licensing.sales.payment.card_life import hear
from licensing.sales.payment.gateways import Later, State
from licensing.sales.payment.gateways.dummy import dummy_session
from licensing.sales.payment.payments import record_payment
from reminders.models import Reminder
from screenings.audience import changing, holds, registering, waiting
from screenings.models import Place, PlanRequest, Registration, Screening, Showing, Venue, Wait
from screenings.planning.by_hand.places import places_of
from screenings.programme import locks
from screenings.programme.announcing import cancel_screening, publish_screening, revise_screening
from screenings.programme.booking import cancel_showing, move_showing, take_plan
from screenings.programme.timetables.changes import version_of
from screenings.programme.timetables.rearranging import rearrange
from tests.at_once import Crew, fours_of
from tests.licensing.conftest import KEY
from tests.licensing.test_locks import AS_ISSUED as LICENCE_AS_ISSUED
from tests.screenings.conftest import NOW, ONE_DAY, SATURDAY, answered, at, make_licence, make_venue
from tests.screenings.programme.test_booking import showing_of
from wording.refusals import Refused

pytestmark = pytest.mark.django_db(transaction=True)
VERBS = (
    "register",
    "give back",
    "confirm",
    "expire",
    "move",
    "cancel showing",
    "revise",
    "publish",
    "cancel screening",
    "take plan",
    "suspend",
    "reinstate",
    "shorten",
    "supersede",
    "revoke",
    "verify",
    "credit",
    "dispute",
    "unpaid",
    "pay",
    "renew",
    "report",
)
FOURS = fours_of(VERBS, setting=("publish", "reinstate"))
SHARES = 4
"""The rounds are dealt out to so many tests, which other processes may run."""


TODAY = NOW.date()
AS_ISSUED = {**LICENCE_AS_ISSUED, "ends_on": date(2028, 2, 29)}


class Stage:
    """A published screening with people of every kind, set up afresh for each round."""

    def __init__(
        self, screening: Screening, licence: Licence, other: Licence, plan: PlanRequest, by: User
    ) -> None:
        self.screening, self.licence, self.other = screening, licence, other
        self.plan, self.by = plan, by
        self.sold, self.intent = paid_by_card(licence)
        self.overdue = long_overdue(other)
        self.rails, self.rust = showing_of(screening, "Rails"), showing_of(screening, "Rust")
        self.hours = (self.rails.starts_at, self.rails.starts_at + timedelta(hours=1))
        self.number = count()
        self.places = list(screening.showings.all())

    def set_up(self, *, is_draft: bool, is_suspended: bool) -> None:
        Place.objects.all().delete()
        Registration.objects.all().delete()
        Screening.objects.exclude(pk=self.screening.pk).delete()
        Screening.objects.update(status="draft" if is_draft else "published")
        Showing.objects.update(status="planned", booked=3)
        Licence.objects.update(**AS_ISSUED)
        if is_suspended:
            suspend(licence=self.licence, because="a test", by=None)
        Institution.objects.update(verification="asked")
        CardEvent.objects.all().delete()
        OrderLine.objects.exclude(renews=None).update(renews=None)
        Order.objects.filter(invoice=self.overdue).update(status="invoiced")
        self.ada, self.bo, self.cy = (
            Registration.objects.create(
                screening=self.screening,
                name=name,
                email=f"{name}@reader.example",
                held_until=NOW + timedelta(minutes=minutes),
                confirmed_at=NOW if name == "ada" else None,
            )
            for name, minutes in (("ada", 30), ("bo", 30), ("cy", 0))
        )
        Place.objects.bulk_create(
            Place(registration=registration, showing=showing)
            for registration in (self.ada, self.bo, self.cy)
            for showing in self.places
        )
        self.dee, late = (
            Registration.objects.create(
                screening=self.screening, name=name, email=f"{name}@reader.example", confirmed_at=NOW
            )
            for name in ("dee", "late")
        )
        day = timedelta(days=1)
        for registration, until in ((self.dee, NOW + day), (late, NOW)):  # both are offered a place at Rust
            offer = Wait.objects.create(registration=registration, joined_at=NOW - day, offered_until=until)
            offer.showings.add(self.rust)
        Showing.objects.filter(pk=self.rust.pk).update(booked=5)

    def pay(self, number: int) -> object:
        return record_payment(
            invoice=self.overdue, amount=Money("0.01", "USD"), method="transfer", event_key=f"t:{number}",
            received_on=TODAY, by=self.by,
        )  # fmt: skip

    def credit(self, number: int) -> object:
        return issue_credit_note(
            invoice=self.sold, amounts={self.licence.line_id: Money("0.01", "USD")}, because="a test",
            licences="revoked" if number % 2 else "kept", request_key=f"test:{number}", by=self.by,
        )  # fmt: skip

    def report(self) -> object:
        owed = enter_screening(
            licence=self.licence, title="An evening", site="The hall", first_day=TODAY, last_day=TODAY, by=self.by
        )  # fmt: skip
        return answer_report(
            report=owed, attendance=1, screenings=1, admission="none", box_office=Money(0, "USD"), first_day=TODAY,
            last_day=TODAY, by=self.by,
        )  # fmt: skip

    def renew(self) -> object:
        licence = Licence.objects.select_related("film", "line__licence_type").get(pk=self.licence.pk)
        first = (licence.ends_on or TODAY) + timedelta(days=1)
        line = WantedLine(
            film=licence.film, licence_type=licence.line.licence_type, starts_on=first, renews=licence
        )
        return place_order(
            institution=self.licence.institution, lines=[line], method="purchase-order", purchase_order_number="PO-9", by=self.by,
            starts_on=first,
        )  # fmt: skip

    def move(self, *, by_hand: bool, starts_at: datetime) -> object:
        """One showing, or the same by changing the timetable, which locks every screen that it uses."""
        if not by_hand:
            return move_showing(showing=self.rails, starts_at=starts_at, by=self.by)
        places = [
            replace(each, starts_at=starts_at) if each.showing == self.rails.pk else each
            for each in places_of(self.screening.showings.standing())
        ]
        return rearrange(
            screening=self.screening, places=places, version=version_of(self.screening), by=self.by
        )

    def verb(self, name: str) -> Callable[[], object]:
        number, screening, by = next(self.number), self.screening, self.by
        state = "won" if number % 2 else "disputed"
        event = Later(f"event:{number}", self.intent, state, Money(1, "USD"), "dp_1")
        starts_at = self.hours[number % 2]
        return {
            "register": lambda: registering.register(
                screening=screening, name="Di", email=f"di{number % 3}@reader.example"
            ),
            "give back": lambda: (
                registering.give_back(registration=self.ada)
                if number % 2
                else changing.change(registration=self.ada, showings=[self.rails], people=2)
            ),
            "confirm": lambda: (
                holds.confirm(registration=self.bo) if number % 2 else waiting.accept(registration=self.dee)
            ),
            "expire": lambda: (holds.expire_holds(), waiting.expire_offers()),
            "move": lambda: self.move(by_hand=number % 4 > 1, starts_at=starts_at),
            "cancel showing": lambda: cancel_showing(showing=self.rust, by=by),
            "revise": lambda: revise_screening(
                screening=screening,
                title="The Works",
                description="",
                audience=30 + number % 2,
                admission="none",
                public_advertising=True,
                by=by,
            ),
            "publish": lambda: publish_screening(screening=screening, by=by),
            "cancel screening": lambda: cancel_screening(screening=screening, by=by),
            "take plan": lambda: take_plan(plan_request=self.plan, index=0, by=by),
            "suspend": lambda: suspend(licence=self.licence, because="a test", by=None),
            "reinstate": lambda: reinstate(licence=self.licence, by=by),
            "shorten": lambda: shorten(
                licence=self.licence, until=SATURDAY - timedelta(days=number % 2), because="a test", by=by
            ),
            "supersede": lambda: supersede(
                licence=self.licence, successor=self.other, because="a test", by=by
            ),
            "revoke": lambda: revoke(licence=self.licence, because="a test", by=by),
            "verify": lambda: verify(institution=screening.institution, how="a test", by=by),
            "credit": lambda: self.credit(number),
            "dispute": lambda: hear(event=event),
            "unpaid": lambda: revoke_for_non_payment(invoice=self.overdue, by=by),
            "pay": lambda: self.pay(number),
            "renew": self.renew,
            "report": self.report,
        }[name]


def paid_by_card(licence: Licence) -> tuple[Invoice, str]:
    """The invoice of its order, and what the gateway calls the payment."""
    card = open_card_payment(order=licence.line.order, by=None)
    apply_session(session=dummy_session(card, State.PAID))
    card.refresh_from_db()
    return Invoice.objects.get(order=card.order), card.intent


def long_overdue(licence: Licence) -> Invoice:
    """An invoice of the same institution for the same film, of which the last reminder has been sent."""
    AcceptancePolicy.objects.create(net_days=1)
    with pytest.MonkeyPatch.context() as long_ago:
        long_ago.setattr(timezone, "now", lambda: NOW - timedelta(days=55))
        order = place_order(
            institution=licence.institution, lines=[(licence.film, licence.line.licence_type)], method="purchase-order",
            purchase_order_number="PO-1", by=licence.line.order.placed_by, starts_on=timezone.now().date(),
        )  # fmt: skip
        return issue_invoice(order=order, by=None)


def is_fault(result: object) -> bool:
    """Whether a verb ended in anything but its answer, or its refusal in words."""
    return isinstance(result, Exception) and not isinstance(result, Refused)


def miscounted() -> list[int]:
    """Showings whose places taken are not those of the registrations that stand, and those on offer."""
    counted: Counter[int] = Counter()
    places = Place.objects.filter(registration__cancelled_at=None).values_list("showing", "people")
    offers = Wait.objects.offered().values_list("showings", "people")
    for showing, people in (*places, *offers):
        counted[showing] += people
    booked = dict(Showing.objects.filter(status="planned").values_list("pk", "booked"))
    return [key for key, taken in booked.items() if taken != counted[key]]


@pytest.mark.parametrize("share", range(SHARES))
def test_every_pair_of_verbs_at_once_ends_without_a_deadlock(
    published: Screening, licence: Licence, venue: Venue, film: Film, owner: User, cinema: Institution,
    settings: Settings, share: int,
) -> None:  # fmt: skip
    settings.SIGNING_KEY = KEY
    settings.POSTAL_ADDRESS = "1 Film Street\nPortland, OR 97201"
    owner.is_staff = owner.is_superuser = True
    owner.save()
    Licence.objects.update(grants={**licence.grants, "screenings": None})
    sunday = answered(venue, film, owner, {SATURDAY + timedelta(days=1): ONE_DAY[SATURDAY]})
    other = make_licence(cinema, film, licence.line.licence_type, owner, number="L-2")
    stage = Stage(published, licence, other, sunday, owner)
    faults: list[tuple[tuple[str, ...], object]] = []
    with Crew(4) as crew:
        for four in FOURS[share::SHARES]:
            stage.set_up(is_draft="publish" in four, is_suspended="reinstate" in four)
            results = crew.do(*(stage.verb(name) for name in four))
            faults += [(four, each) for each in results if is_fault(each)]
            faults += [(four, key) for key in miscounted()]
    assert faults == []
    asked = Reminder.objects.filter(recipient__startswith="di").values_list("kind", flat=True)
    assert set(asked) <= {"screenings.registration-to-confirm"}
    assert balance_of(stage.sold).amount == -sum(note.total.amount for note in stage.sold.credit_notes.all())


def meanwhile(work: Callable[[], object]) -> threading.Thread:
    """The work, begun in a thread and on a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_give_back_waits_for_another_who_gives_back(published: Screening) -> None:
    """The second begins before the first has ended: the same person's places are counted back once, another's too."""
    ada, bo = (
        registering.register(screening=published, name=name, email=f"{name}@reader.example")
        for name in ("Ada", "Bo")
    )
    with transaction.atomic():
        registering.give_back(registration=ada)
        threads = [
            meanwhile(lambda: registering.give_back(registration=ada)),
            meanwhile(lambda: registering.give_back(registration=bo)),
        ]
        for thread in threads:
            thread.join(0.3)
        assert [thread.is_alive() for thread in threads] == [True, True]
    for thread in threads:
        thread.join()
    assert list(published.showings.values_list("booked", flat=True)) == [0, 0, 0]


def test_locked_rows_let_rows_that_point_at_them_be_written(published: Screening) -> None:
    """A lock that stopped the check of foreign keys would be a second, hidden order of locks."""
    with transaction.atomic():
        _screening, (rust, *_rest) = locks.lock_screening(published.pk)
        locks.lock_screens([rust.screen_id])
        locks.lock_licences(published.institution)

        def point() -> None:
            ada = Registration.objects.create(
                screening=published, name="Ada", email="ada@reader.example", held_until=NOW
            )
            Place.objects.create(registration=ada, showing=rust)

        thread = meanwhile(point)
        thread.join(5)
        assert not thread.is_alive()
    assert Place.objects.count() == 1


def test_move_and_registering_follow_one_another(published: Screening, venue: Venue, owner: User) -> None:
    """What is owed to who registers during a move is owed for the new time."""
    rails = showing_of(published, "Rails")
    with transaction.atomic():
        move_showing(showing=rails, starts_at=at(SATURDAY, "19:30", venue), by=owner)
        thread = meanwhile(
            lambda: holds.confirm(
                registration=registering.register(screening=published, name="Ada", email="ada@reader.example")
            )
        )
        thread.join(0.3)
        assert thread.is_alive()
    thread.join()
    soon = Reminder.objects.waiting().filter(kind="screenings.next-part-soon").order_by("due_at")
    assert soon.last() is not None
    assert [row.due_at for row in soon][-1] == at(SATURDAY, "19:15", venue)


def test_plans_of_one_film_and_day_are_taken_at_once_in_several_houses(
    venue: Venue, cinema: Institution, film: Film, owner: User
) -> None:
    """Their screens differ, so nothing but the name of the page lets them meet."""
    houses = [venue, *(make_venue(cinema, "Europe/Amsterdam", "NL", f"room-{each}") for each in range(3))]
    plans = [answered(house, film, owner, ONE_DAY) for house in houses]
    with Crew(len(plans)) as crew:
        for _round in range(5):
            Showing.objects.all().delete()
            Screening.objects.all().delete()
            results = crew.do(
                *(lambda plan=plan: take_plan(plan_request=plan, index=0, by=owner) for plan in plans)
            )
            assert [each for each in results if isinstance(each, Exception)] == []


def test_a_showing_that_moves_to_another_screen_meanwhile_is_in_the_pass(
    published: Screening, venue: Venue, owner: User
) -> None:
    """A row that is locked through a join is lost when what it joins by has changed while the lock was waited for."""
    rails, two = showing_of(published, "Rails"), venue.screens.get(name="Two")
    with transaction.atomic():
        move_showing(showing=rails, starts_at=rails.starts_at, screen=two, by=owner)
        thread = meanwhile(
            lambda: registering.register(screening=published, name="Ada", email="ada@reader.example")
        )
        thread.join(0.3)
        assert thread.is_alive()
    thread.join()
    assert Place.objects.count() == 3
    assert list(published.showings.values_list("booked", flat=True)) == [1, 1, 1]
