"""A licence changes under a published screening: another takes over, or it is suspended from sale; and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from catalog.models import Film
from licensing.licences.ending import revoke, shorten, supersede
from licensing.licences.issuing import issue_licences
from licensing.licences.resting import is_awaited, names_of_resting, times_used
from licensing.licences.suspending import Cause, reinstate, suspend
from licensing.models import Institution, Licence, LicenceType, Order
from licensing.terms.rights import SiteScope
from reminders.models import Reminder
from screenings.audience.changing import change
from screenings.audience.holds import confirm
from screenings.audience.registering import give_back, register
from screenings.audience.waiting import expire_offers
from screenings.models import Screening, Showing, Venue, Wait
from screenings.programme.announcing import cancel_screening, publish_screening
from screenings.programme.booking import cancel_showing, take_plan
from screenings.programme.cover import cover_suspended
from screenings.programme.coverage import coverage_of
from tests.office.press import address
from tests.screenings.conftest import SATURDAY, Sitting, answered, make_licence, registered, signed_in
from tests.screenings.programme.test_booking import refused
from wording.refusals import Refused


@pytest.fixture
def second(cinema: Institution, film: Film, public_screening_type: LicenceType, owner: User) -> Licence:
    return make_licence(cinema, film, public_screening_type, owner, number="L-2")


def now_of(screening: Screening) -> tuple[str, str]:
    row = Screening.objects.select_related("licence").get(pk=screening.pk)
    return row.status, str(row.licence)


def told_about(screening: Screening) -> list[tuple[str, str]]:
    rows = Reminder.objects.waiting().filter(subject=f"screenings.screening:{screening.pk}")
    sale = rows.filter(kind__contains="-suspended") | rows.filter(kind__contains="-resumed")
    return sorted(sale.values_list("kind", "recipient"))


def test_another_licence_takes_over(published: Screening, second: Licence, licence: Licence) -> None:
    suspend(licence=licence, because="A dispute.", by=None)
    assert now_of(published) == ("published", "L-2")
    assert told_about(published) == []
    reinstate(licence=licence, by=None)
    assert now_of(published) == ("published", "L-2")


def test_what_was_called_off_piece_by_piece_needs_no_licence(
    published: Screening, licence: Licence, owner: User
) -> None:
    for showing in published.showings.all():
        cancel_showing(showing=showing, by=owner)
    revoke(licence=licence, because="Gone.", by=None)
    assert (now_of(published), told_about(published)) == (("published", "L-1"), [])


@pytest.mark.parametrize("verb", ["suspend", "revoke", "shorten"])
def test_without_another_it_is_suspended_from_sale(published: Screening, licence: Licence, verb: str) -> None:
    {
        "suspend": lambda: suspend(licence=licence, because="A dispute.", by=None),
        "revoke": lambda: revoke(licence=licence, because="A dispute.", by=None),
        "shorten": lambda: shorten(
            licence=licence, until=SATURDAY - timedelta(days=1), because="Credited.", by=None
        ),
    }[verb]()
    assert now_of(published) == ("suspended", "L-1")
    assert told_about(published) == [
        ("screenings.screening-suspended", "owner@cinema.example"),
        ("screenings.screening-suspended-office", "office@longtake.example"),
    ]
    assert set(published.showings.values_list("sequence", flat=True)) == {1}


def test_shorten_to_a_day_after_it_changes_nothing(published: Screening, licence: Licence) -> None:
    shorten(licence=licence, until=SATURDAY, because="Credited.", by=None)
    assert now_of(published) == ("published", "L-1")


def test_supersede_moves_it_to_the_successor(published: Screening, licence: Licence, second: Licence) -> None:
    supersede(licence=licence, successor=second, because="Upgraded.", by=None)
    assert now_of(published) == ("published", "L-2")


def test_reinstating_puts_it_back_on_sale(published: Screening, licence: Licence) -> None:
    suspend(licence=licence, because="A dispute.", by=None)
    reinstate(licence=licence, by=None)
    assert now_of(published) == ("published", "L-1")
    assert ("screenings.screening-resumed", "owner@cinema.example") in told_about(published)
    assert set(published.showings.values_list("sequence", flat=True)) == {2}


def test_reinstating_does_not_help_where_cover_is_not_back(published: Screening, licence: Licence) -> None:
    suspend(licence=licence, because="A dispute.", by=None)
    shorten(licence=licence, until=SATURDAY - timedelta(days=2), because="Credited.", by=None)
    reinstate(licence=licence, by=None)
    assert now_of(published) == ("suspended", "L-1")


def test_the_programmer_puts_it_back_under_a_new_licence(
    published: Screening, licence: Licence, owner: User, cinema: Institution, film: Film
) -> None:
    suspend(licence=licence, because="A dispute.", by=None)
    with pytest.raises(Refused) as error:
        publish_screening(screening=published, by=owner)
    assert refused(error) == ["nearest", "revoked"]
    make_licence(cinema, film, licence.line.licence_type, owner, number="L-3")
    row = publish_screening(screening=published, by=owner)
    assert (row.status, row.published_at) == ("published", published.published_at)
    assert now_of(published) == ("published", "L-3")


def test_only_what_is_still_to_come_needs_cover(
    published: Screening, licence: Licence, second: Licence, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = published.showings.latest("starts_at")
    last.starts_at += timedelta(days=1)
    last.ends_at += timedelta(days=1)
    last.occupied_from += timedelta(days=1)
    last.occupied_until += timedelta(days=1)
    last.save()
    Licence.objects.filter(pk=second.pk).update(starts_on=SATURDAY + timedelta(days=1))
    monkeypatch.setattr(timezone, "now", lambda: last.starts_at - timedelta(hours=3))
    revoke(licence=licence, because="Gone.", by=None)
    assert now_of(published) == ("published", "L-2")


def test_what_is_over_keeps_its_licence(
    published: Screening, licence: Licence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: published.showings.latest("ends_at").ends_at)
    revoke(licence=licence, because="Gone.", by=None)
    assert now_of(published) == ("published", "L-1")


def test_one_licence_left_covers_one_of_two(
    published: Screening, licence: Licence, second: Licence, venue: Venue, film: Film, owner: User
) -> None:
    days: dict[date, list[Sitting]] = {
        SATURDAY + timedelta(days=7): [("Rust", "10:30"), ("Remnants", "15:30"), ("Rails", "19:00")]
    }
    plan = answered(venue, film, owner, days)
    later = publish_screening(screening=take_plan(plan_request=plan, index=0, by=owner), by=owner)
    assert now_of(later) == ("published", "L-2")
    revoke(licence=licence, because="Gone.", by=None)
    assert (now_of(published), now_of(later)) == (("suspended", "L-1"), ("published", "L-2"))
    cancel_screening(screening=later, by=owner)
    assert publish_screening(screening=published, by=owner).status == "published"


def test_registrations_are_closed_and_those_who_have_places_are_not_told(
    published: Screening, licence: Licence, owner: User
) -> None:
    ada = registered(published)
    Reminder.objects.filter(recipient=ada.email).update(status="cancelled")
    suspend(licence=licence, because="A dispute.", by=None)
    with pytest.raises(Refused) as error:
        register(screening=published, name="Bo", email="bo@reader.example")
    assert refused(error) == ["not-open"]
    assert not Reminder.objects.waiting().filter(recipient=ada.email).exists()
    rust, _remnants, rails = published.showings.order_by("starts_at")
    change(registration=ada, showings=[rust], people=1)
    with pytest.raises(Refused) as error:
        change(registration=ada, showings=[rust, rails], people=1)
    assert (refused(error), list(ada.showings.all())) == (["not-open"], [rust])
    Reminder.objects.filter(recipient=ada.email).update(status="cancelled")
    cancel_screening(screening=published, by=owner)
    told = Reminder.objects.waiting().filter(recipient=ada.email)
    assert [row.kind for row in told] == ["screenings.screening-cancelled"]


def test_nothing_is_offered_while_it_is_suspended(published: Screening, licence: Licence) -> None:
    rails = published.showings.get(film__title="Rails")
    published.showings.filter(pk=rails.pk).update(capacity=1)
    ada = registered(published, "Ada", showings=[rails])
    bea = register(screening=published, name="Bea", email="bea@reader.example", showings=[], wait_for=[rails])
    confirm(registration=bea)
    suspend(licence=licence, because="A dispute.", by=None)
    give_back(registration=ada)
    assert (expire_offers(), Wait.objects.get().offered_until) == (0, None)
    reinstate(licence=licence, by=None)
    expire_offers()
    assert Wait.objects.get().is_offered


def test_it_is_said_on_pages_and_in_feeds(published: Screening, licence: Licence, owner: User) -> None:
    client, address = signed_in(None), published.get_absolute_url()
    assert "suspended for now" not in client.get(address).text
    suspend(licence=licence, because="A dispute.", by=None)
    page = client.get(address).text
    assert "This screening is suspended for now" in page
    assert f"{address}register/" not in page
    assert "suspended for now" in client.get("/screenings/").text
    calendar = client.get(f"/screenings/{published.slug}.ics").text
    assert (calendar.count("STATUS:TENTATIVE"), calendar.count("Suspended for now")) == (3, 3)
    desk = signed_in(owner).get(f"/desk/screenings/{published.slug}/").text
    assert "so it is suspended from sale" in desk
    assert "Find another licence" in signed_in(owner).get("/desk/").text


def test_names_of_what_rests_on_a_licence(published: Screening, licence: Licence, staff: User) -> None:
    """With its days, and how many are registered: the office sees whom it concerns before it suspends."""
    said = "The Works (20 March 2027, 2 people registered)"
    for number in range(2):
        registered(published, f"Visitor{number}")
    register(screening=published, name="Not confirmed", email="nobody@reader.example")
    assert names_of_resting(licence) == [said]
    page = signed_in(staff).get(address(licence, "move", "suspend")).text
    assert said in page
    assert "nobody can register for it until one does" in page
    suspend(licence=licence, because="A dispute.", by=None)
    assert names_of_resting(licence) == []


def test_what_is_over_still_uses_its_licence_up(published: Screening, licence: Licence) -> None:
    assert times_used([licence.pk]) == {licence.pk: 1}
    year = timedelta(days=365)
    Showing.objects.update(
        **{column: F(column) - year for column in ("starts_at", "ends_at", "occupied_from", "occupied_until")}
    )
    assert names_of_resting(licence) == []
    assert times_used([licence.pk]) == {licence.pk: 1}


def test_the_database_refuses_a_suspended_screening_without_licence(draft: Screening) -> None:
    with pytest.raises(IntegrityError, match="screening_published_with_licence"), transaction.atomic():
        Screening.objects.filter(pk=draft.pk).update(status="suspended")


def test_the_cost_of_a_suspension_is_known(
    published: Screening, licence: Licence, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(32):  # type: ignore[operator]  # pytest-django's fixture is a context manager
        suspend(licence=licence, because="A dispute.", by=None)


def bought(cinema: Institution, film: Film, kind: LicenceType, by: User) -> Licence:
    """A licence that is ordered and accepted, as buyers do."""
    order = make_licence(cinema, film, kind, by, number="gone").line.order
    Licence.objects.filter(line__order=order).delete()
    Order.objects.filter(pk=order.pk).update(status=Order.Status.PAID)
    (licence,) = issue_licences(order=order)
    return licence


def test_a_new_licence_brings_it_back_to_sale_and_its_programmer_is_told(
    published: Screening,
    licence: Licence,
    cinema: Institution,
    film: Film,
    public_screening_type: LicenceType,
    owner: User,
) -> None:
    revoke(licence=licence, because="A dispute.", by=None)
    assert now_of(published)[0] == "suspended"
    new = bought(cinema, film, public_screening_type, owner)
    assert now_of(published) == ("published", new.number)
    assert ("screenings.screening-resumed", owner.email) in told_about(published)


def test_a_new_licence_of_its_district_brings_it_back_too(
    published: Screening,
    licence: Licence,
    cinema: Institution,
    film: Film,
    public_screening_type: LicenceType,
    owner: User,
) -> None:
    revoke(licence=licence, because="A dispute.", by=None)
    district = Institution.objects.create(legal_name="District", tier=cinema.tier, country=cinema.country)
    Institution.objects.filter(pk=cinema.pk).update(parent=district)
    LicenceType.objects.filter(pk=public_screening_type.pk).update(site_scope=SiteScope.DISTRICT.value)
    public_screening_type.refresh_from_db()
    assert is_awaited(district)
    new = bought(district, film, public_screening_type, owner)
    assert now_of(published) == ("published", new.number)


def test_a_new_licence_that_does_not_cover_it_leaves_it_suspended(
    published: Screening,
    licence: Licence,
    cinema: Institution,
    film: Film,
    public_screening_type: LicenceType,
    owner: User,
) -> None:
    revoke(licence=licence, because="A dispute.", by=None)
    LicenceType.objects.filter(pk=public_screening_type.pk).update(admission="none", audience_cap=1)
    public_screening_type.refresh_from_db()
    bought(cinema, film, public_screening_type, owner)
    assert now_of(published)[0] == "suspended"


def test_nothing_waits_where_nothing_is_suspended(published: Screening, cinema: Institution) -> None:
    assert not is_awaited(cinema)


def test_a_licence_that_did_not_know_of_a_suspension_is_found_soon_after(
    published: Screening,
    licence: Licence,
    cinema: Institution,
    film: Film,
    public_screening_type: LicenceType,
    owner: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The licence is issued by someone who asked what waits before the other transaction had committed."""
    revoke(licence=licence, because="A dispute.", by=None)
    assert cover_suspended() == 0
    monkeypatch.setattr("licensing.licences.issuing.is_awaited", lambda _institution: False)
    new = bought(cinema, film, public_screening_type, owner)
    assert now_of(published)[0] == "suspended"
    assert cover_suspended() == 1
    assert now_of(published) == ("published", new.number)
    assert cover_suspended() == 0


@pytest.mark.parametrize(
    ("cause", "order", "todo"),
    [
        (Cause.OFFICE, False, "The office decided this: write to it, and ask what would put it right."),
        (Cause.NON_PAYMENT, True, "It is in force again as soon as the invoice is paid."),
        (Cause.DISPUTE, True, "It is in force again when the bank decides so."),
    ],
)
def test_the_desk_says_what_stops_a_suspended_screening_and_what_mends_it(
    published: Screening, licence: Licence, owner: User, cause: Cause, todo: str, *, order: bool
) -> None:
    """And advises neither other days nor to buy the same licence again."""
    key = licence.line.order_id if order else None
    suspend(licence=licence, because="Something happened.", by=None, cause=cause, order=key)
    page = " ".join(
        signed_in(owner).get(reverse("screenings:desk-screening", args=[published.slug])).text.split()
    )
    assert "is suspended. The reason: Something happened." in page
    assert todo in page
    assert "The screening goes back on sale by itself then." in page
    assert (f"/orders/{licence.line.order.number}/" in page) == (cause == Cause.NON_PAYMENT)
    for never in ("The licence is not active", "smallest change", "Add to cart", "comes closest"):
        assert never not in page


def test_what_stops_a_licence_is_a_reason_of_its_own(published: Screening, licence: Licence) -> None:
    revoke(licence=licence, because="Shown outdoors.", by=None)
    [reason] = coverage_of(published).reasons
    assert str(reason) == "It was revoked. The reason: Shown outdoors."
