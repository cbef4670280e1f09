"""Attendance and box office by showing: entered after it, by who presents it, and the report begins with it."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from djmoney.money import Money

from accounts.models import User
from licensing.forms.report import ReportForm
from licensing.models import RightsReport
from licensing.reports.answering import Known
from screenings.audience.counting import Counted, count_showings, known_of
from screenings.audience.door import Entry, enter
from screenings.models import Screening, ShowingCount
from screenings.programme.booking import cancel_showing
from tests.screenings.conftest import NOW, SATURDAY, at, registered, signed_in
from tests.screenings.programme.test_booking import refused, showing_of
from wording.refusals import Refused


@pytest.fixture
def over(published: Screening, monkeypatch: pytest.MonkeyPatch) -> Screening:
    """Ada was let in to Rust alone; it is Saturday, 23:00."""
    ada = registered(published)
    place = ada.places.get(showing__film__title="Rust")
    enter(screening=published, entries=[Entry(uuid4(), place.pk, 1, NOW)], by=published.programmer)
    late = at(SATURDAY, "23:00", published.venue)
    monkeypatch.setattr(timezone, "now", lambda: late)
    return published


def counts(screening: Screening, *said: tuple[str, int, str]) -> dict[int, Counted]:
    return {showing_of(screening, film).pk: Counted(people, Decimal(paid)) for film, people, paid in said}


def test_report_begins_with_what_was_counted_and_the_fee_with_it(over: Screening, owner: User) -> None:
    source = f"screening:{over.pk}"
    assert known_of(source) == Known(3)
    count_showings(screening=over, counts=counts(over, ("Rust", 30, "120.50"), ("Rails", 12, "0")), by=owner)
    assert known_of(source) == Known(3), "Remnants is not counted yet"
    count_showings(screening=over, counts=counts(over, ("Remnants", 20, "80")), by=owner)
    count_showings(screening=over, counts=counts(over, ("Rails", 11, "0")), by=owner)
    assert known_of(source) == Known(61, Money("200.50", "USD"))
    euros = ShowingCount.objects.filter(showing=showing_of(over, "Remnants"))
    euros.update(box_office_currency="EUR")
    assert known_of(source) == Known(3), "two currencies have no sum"
    euros.update(box_office_currency="USD")
    form = ReportForm(report=RightsReport.objects.get(source=source), user=owner)
    assert (form.fields["attendance"].initial, form.fields["box_office"].initial) == (61, Decimal("200.50"))


def test_only_showings_that_took_place_count(
    over: Screening, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (("Rust", 30, "0"), ("Remnants", 20, "0"), ("Rails", 10, "0"))
    count_showings(screening=over, counts=counts(over, *said), by=owner)
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "18:30", over.venue))
    rails = showing_of(over, "Rails")
    cancel_showing(showing=rails, by=owner)
    assert known_of(f"screening:{over.pk}") == Known(50, Money(0, "USD"))
    with pytest.raises(Refused) as error:
        count_showings(screening=over, counts={rails.pk: Counted(1, Decimal())}, by=owner)
    assert refused(error) == ["cancelled"]


@pytest.mark.parametrize(
    ("title", "people", "paid", "code"),
    [("Rust", 41, "0", "too-many"), ("Rust", 1, "0.001", "fraction"), ("Rust", -1, "0", "fraction")],
)
def test_impossible_counts_are_refused(
    title: str, people: int, paid: str, code: str, over: Screening, owner: User
) -> None:
    with pytest.raises(Refused) as error:
        count_showings(screening=over, counts=counts(over, (title, people, paid)), by=owner)
    assert refused(error) == [code]


def test_what_has_begun_is_counted_by_the_seats_there_are(
    over: Screening, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    over.showings.update(capacity=5)  # of 40 seats
    monkeypatch.setattr(timezone, "now", lambda: at(SATURDAY, "12:00", over.venue))
    count_showings(screening=over, counts=counts(over, ("Rust", 40, "0")), by=owner)
    with pytest.raises(Refused) as error:
        count_showings(screening=over, counts=counts(over, ("Remnants", 1, "0")), by=owner)
    assert refused(error) == ["not-yet"]


def test_nobody_counts_before_it_begins_or_for_others(
    published: Screening, owner: User, outsider: User, staff: User
) -> None:
    for by, code in ((owner, "not-yet"), (outsider, "not-yours"), (staff, "not-yet")):
        with pytest.raises(Refused) as error:
            count_showings(screening=published, counts=counts(published, ("Rust", 1, "0")), by=by)
        assert refused(error) == [code]
    for wrong in ({"box_office": Money(-1, "USD")}, {"box_office": Money("1.5", "JPY")}, {"people": 100_001}):
        fields = {"people": 1, "box_office": Money(0, "USD")} | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            ShowingCount.objects.create(showing=showing_of(published, "Rust"), **fields)


def test_page_suggests_the_door_and_saves_what_is_filled_in(over: Screening, colleague: User) -> None:
    page, address = signed_in(colleague), f"/desk/screenings/{over.slug}/counts/"
    rust, rails = showing_of(over, "Rust"), showing_of(over, "Rails")
    shown = page.get(address)
    form = shown.context["form"]
    assert [each["fields"][0].initial for each in form.rows] == [1, None, None]
    assert b"Report under licence L-1" in shown.content
    sent = {f"people_{rust.pk}": "30", f"box_office_{rust.pk}": "120.50", f"box_office_{rails.pk}": "5"}
    assert "How many people paid this?" in page.post(address, sent).content.decode()
    sent.pop(f"box_office_{rails.pk}")
    assert page.post(address, sent).status_code == 302
    count = ShowingCount.objects.get()
    assert (count.people, count.box_office, count.by) == (30, Money("120.50", "USD"), colleague)


def test_page_before_the_first_showing_says_so(published: Screening, owner: User) -> None:
    assert (
        b"No showing has begun yet."
        in signed_in(owner).get(f"/desk/screenings/{published.slug}/counts/").content
    )
