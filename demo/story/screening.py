"""A programmer plans nine hours, buys the licence that they need, and publishes; two people register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta

from django.urls import reverse
from django.utils import timezone

from demo.errors import DemoError
from demo.sample import people
from demo.sample.accounts import cinema, person
from demo.story.buying import long_film
from demo.waiting import wait_for
from licensing.licences.answers import Answer
from licensing.models import Order
from licensing.sales.ordering.orders import place_order
from licensing.sales.payment.card import apply_session, open_card_payment
from licensing.sales.payment.gateways import State
from licensing.sales.payment.gateways.dummy import dummy_session
from licensing.terms.days import office_today
from reminders.models import Reminder
from screenings import planner
from screenings.audience.holds import confirm
from screenings.audience.registering import register
from screenings.models import PlanRequest, Screening, Venue
from screenings.programme.announcing import publish_screening, revise_screening
from screenings.programme.booking import take_plan
from screenings.programme.coverage import answer_about
from screenings.programme.plan_requests import ask_plan
from wording.sentences import sentence

type Steps = Iterator[tuple[str, str]]

DAYS_AHEAD = 21
AUDIENCE = 60


def plan_and_publish() -> Steps:
    """From the request to the published page."""
    request = _ask()
    yield (
        f"{people.PROGRAMMER.name} asks how {long_film()} fits into ten days.",
        request.get_absolute_url(),
    )
    request = wait_for(lambda: _answered(request.pk), what="The planner's answer")
    plans = _plans_of(request)
    yield f"The planner answers with {len(plans)} plans that differ in kind:", request.get_absolute_url()
    for plan in plans:
        yield f"  {plan_line(plan)}", request.get_absolute_url()
    screening = _take(request, plans)
    desk = reverse("screenings:desk-screening", args=[screening.slug])
    yield (
        f"She chooses the two days: {screening.showings.count()} showings are booked on their screens.",
        desk,
    )
    answer = answer_about(screening)
    if answer.coverage.allowed or not answer.offers:
        raise DemoError("A licence seems to cover the screening before any was bought.")
    reasons = " ".join(sentence(reason) for reason in answer.coverage.sentences())
    yield (
        f"No licence covers a public screening yet ({reasons}) The desk names one: {answer.offers[0].licence_type}.",
        desk,
    )
    order = _buy_by_card(answer)
    yield f"She buys it by card: {order.total}.", order.get_absolute_url()
    screening = publish_screening(screening=screening, by=person(people.PROGRAMMER))
    yield f"The screening is published under licence {screening.licence}.", screening.get_absolute_url()
    yield "Its iCalendar feed follows every change.", reverse("screenings:calendar", args=[screening.slug])
    yield (
        "The run of show, for the projection booth.",
        reverse("screenings:run-of-show", args=[screening.slug]),
    )


def register_two() -> Steps:
    """A pass, and a place at one part; each address is confirmed by the link in its mail."""
    screening = Screening.objects.get(status=Screening.Status.PUBLISHED)
    everything = register(screening=screening, name="Mara Lindqvist", email="mara@reader.example")
    yield "Mara Lindqvist registers for all parts.", everything.get_absolute_url()
    rails = [showing for showing in screening.showings.all() if showing.film.slug == "rails"]
    last = register(screening=screening, name="Tomás Rey", email="tomas@reader.example", showings=rails)
    yield "Tomás Rey registers only for Rails.", last.get_absolute_url()
    wait_for(_both_asked, what="Asking the two addresses")
    for registration in (everything, last):
        confirm(registration=registration)
    yield (
        "Each confirms the address with the link in the e-mail and keeps the places.",
        reverse("demo:mailbox"),
    )


def _both_asked() -> bool:
    asked = Reminder.objects.filter(kind="screenings.registration-to-confirm", status=Reminder.Status.SENT)
    return asked.count() == 2


def plan_line(plan: planner.Plan) -> str:
    """A plan in one line: its kind, when its sittings begin, and its disadvantages."""
    begins = ", ".join(f"{sitting.starts_local:%a %d %b %H:%M}" for sitting in plan.sittings)
    against = "; ".join(sentence(item.say).rstrip(".") for item in plan.price) or "no disadvantages"
    return f"{sentence(plan.headline).rstrip('.')}: {begins} ({against})"


def _ask() -> PlanRequest:
    first_day = timezone.localdate() + timedelta(days=DAYS_AHEAD)
    return ask_plan(
        venue=Venue.objects.filter(institution=cinema(), country="US").get(),
        film=long_film(),
        first_day=first_day,
        last_day=first_day + timedelta(days=9),
        settings=planner.Settings(earliest_start=time(10), latest_end=time(23)),
        by=person(people.PROGRAMMER),
    )


def _answered(key: int) -> PlanRequest | None:
    request = PlanRequest.objects.get(pk=key)
    if request.status == PlanRequest.Status.FAILED:
        raise DemoError(f"The planner failed: {request.error}")
    return request if request.status == PlanRequest.Status.DONE else None


def _plans_of(request: PlanRequest) -> tuple[planner.Plan, ...]:
    plans = planner.answer_from_data(request.answer or {}).plans
    if len(plans) < 3:
        raise DemoError(f"The planner found only {len(plans)} plans.")
    return plans


def _take(request: PlanRequest, plans: tuple[planner.Plan, ...]) -> Screening:
    programmer = person(people.PROGRAMMER)
    index = next(at for at, plan in enumerate(plans) if plan.kind == "two-days")
    screening = take_plan(plan_request=request, index=index, by=programmer)
    return revise_screening(
        screening=screening,
        title=screening.title,
        description="All three parts, in order. Coffee is free in every break.",
        audience=AUDIENCE,
        admission=screening.admission,
        public_advertising=True,
        by=programmer,
    )


def _buy_by_card(answer: Answer) -> Order:
    order = place_order(
        institution=cinema(),
        lines=[(offer.film, offer.licence_type) for offer in answer.offers],
        method=Order.Method.CARD,
        starts_on=office_today(),
        by=person(people.PROGRAMMER),
    )
    payment = open_card_payment(order=order, by=None)
    apply_session(session=dummy_session(payment, State.PAID))
    order.refresh_from_db()
    if order.status != Order.Status.PAID:
        raise DemoError(f"Order {order.number} was paid by card and is {order.get_status_display()}.")
    return order
