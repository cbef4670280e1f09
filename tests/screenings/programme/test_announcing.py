"""Coverage, the licence to buy, publication and calling off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override
from djmoney.money import Money

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.models import Institution, Licence, LicenceType, Price, Tier
from licensing.terms.rights import Admission, covers
from screenings.models import Screening, Venue
from screenings.programme.announcing import cancel_screening, publish_screening, revise_screening
from screenings.programme.booking import take_plan
from screenings.programme.coverage import (
    answer_about,
    coverage_of,
    held_for,
    licence_window,
    licences_that_would_cover,
    refuse_unlicensable,
    screened_at,
    screenings_used,
)
from screenings.programme.plan_requests import ask_plan
from tests.screenings.conftest import NOW, SATURDAY, answered, at, make_licence
from tests.screenings.programme.test_booking import refused
from wording.refusals import Refused
from wording.sentences import sentence


def revised(screening: Screening, by: User, **changes: object) -> Screening:
    values = {
        "title": "The Works, in one day",
        "description": "",
        "audience": 40,
        "admission": Admission.NONE,
        "public_advertising": True,
    }
    return revise_screening(screening=screening, by=by, **(values | changes))  # type: ignore[arg-type]  # mixed values


def test_coverage_says_why_nothing_covers(draft: Screening) -> None:
    coverage = coverage_of(draft)
    assert (coverage.allowed, [reason.code for reason in coverage.reasons]) == (False, ["none-held"])


@pytest.mark.parametrize(("begins", "codes"), [("23:30", []), ("05:59", []), ("06:00", ["ended"])])
def test_a_licences_last_day_lasts_until_that_nights_showing_ends(
    draft: Screening, licence: Licence, begins: str, codes: list[str]
) -> None:
    last = draft.showings.latest("starts_at")
    day = SATURDAY if begins > "12:00" else SATURDAY + timedelta(days=1)
    last.starts_at = last.occupied_from = at(day, begins, draft.venue)
    last.ends_at = last.occupied_until = last.starts_at + timedelta(hours=3)
    last.save()
    Licence.objects.update(ends_on=SATURDAY)
    coverage = coverage_of(Screening.objects.with_listing().get(pk=draft.pk))
    assert [reason.code for reason in coverage.reasons] == codes


def test_licence_that_expires_between_two_parts_covers_neither(
    draft: Screening, licence: Licence, owner: User
) -> None:
    """It is one presentation: nobody is let in to a beginning whose end may not be shown."""
    last = draft.showings.latest("starts_at")
    last.starts_at = last.occupied_from = at(SATURDAY + timedelta(days=2), "15:00", draft.venue)
    last.ends_at = last.occupied_until = last.starts_at + timedelta(hours=3)
    last.save()
    Licence.objects.update(ends_on=SATURDAY + timedelta(days=1))
    with pytest.raises(Refused) as error:
        publish_screening(screening=draft, by=owner)
    assert [each.code for each in error.value.error_list] == ["nearest", "ended"]
    draft.refresh_from_db()
    assert (draft.status, draft.licence) == (Screening.Status.DRAFT, None)


def test_why_no_licence_covers_is_said_as_the_reader_writes_countries_and_days(
    draft: Screening, licence: Licence, owner: User
) -> None:
    Licence.objects.update(countries=["FR"], starts_on=date(2028, 4, 1), ends_on=None)
    Venue.objects.update(country="NL")
    reasons = coverage_of(Screening.objects.with_listing().get(pk=draft.pk)).reasons
    with override("en"):
        assert [sentence(reason) for reason in reasons] == [
            "It is not valid in the Netherlands.",
            "It does not begin until 1 April 2028.",
        ]
    with override("fr"):
        territory, begins = (sentence(reason) for reason in reasons)
        assert ("Pays-Bas" in territory, "1er avril 2028" in begins) == (True, True)
    with override("zh-hans"):
        territory, begins = (sentence(reason) for reason in reasons)
        assert ("荷兰" in territory, "2028年4月1日" in begins) == (True, True)


def test_licences_that_would_cover_are_the_cheapest_that_do(
    draft: Screening, film: Film, public_screening_type: LicenceType
) -> None:
    [offer] = licences_that_would_cover(draft)
    assert (offer.film, offer.licence_type, offer.amount, offer.is_sample) == (
        film,
        public_screening_type,
        Money(300, "USD"),
        True,
    )


def test_licences_that_would_cover_are_none_when_the_list_has_none(
    draft: Screening, owner: User, public_screening_type: LicenceType
) -> None:
    assert licences_that_would_cover(revised(draft, owner, admission=Admission.CHARGED)) == ()


def test_licences_that_would_cover_are_none_where_the_distributor_has_no_right(
    draft: Screening, film: Film, public_screening_type: LicenceType
) -> None:
    DistributionRight.objects.update(countries=["US"])
    assert licences_that_would_cover(draft) == ()


def test_publish_screening_keeps_the_licence_that_covers_it(
    draft: Screening, licence: Licence, owner: User
) -> None:
    published = publish_screening(screening=draft, by=owner)
    assert (published.status, published.licence) == ("published", licence)
    assert publish_screening(screening=draft, by=owner).published_at == published.published_at


def test_publish_screening_is_refused_with_every_reason(
    draft: Screening, licence: Licence, owner: User
) -> None:
    revised(draft, owner, audience=51, admission=Admission.CHARGED)
    with pytest.raises(Refused) as error:
        publish_screening(screening=draft, by=owner)
    assert refused(error) == ["nearest", "audience", "admission"]
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_publish_screening_is_refused_to_outsiders(
    draft: Screening, licence: Licence, outsider: User
) -> None:
    with pytest.raises(Refused) as error:
        publish_screening(screening=draft, by=outsider)
    assert refused(error) == ["not-yours"]


def test_screening_that_is_over_is_not_published(
    draft: Screening, licence: Licence, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: draft.showings.latest("starts_at").starts_at)
    with pytest.raises(Refused) as error:
        publish_screening(screening=draft, by=owner)
    assert refused(error) == ["no-showings"]
    assert Screening.objects.get().status == "draft"


def test_one_screening_uses_a_licence_for_one_screening_up(
    published: Screening, venue: Venue, film: Film, owner: User
) -> None:
    sunday = SATURDAY.replace(day=21)
    plan = answered(
        venue, film, owner, {sunday: [("Rust", "10:30"), ("Remnants", "15:30"), ("Rails", "19:00")]}
    )
    second = take_plan(plan_request=plan, index=0, by=owner)
    assert [reason.code for reason in coverage_of(second).reasons] == ["screenings"]
    cancel_screening(screening=published, by=owner)
    assert coverage_of(second).allowed


def test_database_refuses_publication_without_a_licence(draft: Screening) -> None:
    with pytest.raises(IntegrityError, match="screening_published_with_licence"), transaction.atomic():
        Screening.objects.filter(pk=draft.pk).update(status="published")


def test_revise_screening_bounds_the_places(draft: Screening, owner: User) -> None:
    revised(draft, owner, audience=25)
    assert set(draft.showings.values_list("capacity", flat=True)) == {25}
    draft.showings.update(booked=20)
    with pytest.raises(Refused) as error:
        revised(draft, owner, audience=19)
    assert refused(error) == ["too-small"]


def test_revise_screening_that_is_published_stays_under_a_licence(published: Screening, owner: User) -> None:
    with pytest.raises(Refused) as error:
        revised(published, owner, admission=Admission.CHARGED)
    assert refused(error) == ["nearest", "admission"]
    published.refresh_from_db()
    assert published.admission == "none"


def test_what_people_pay_is_said_before_they_can_register(
    draft: Screening, licence: Licence, owner: User
) -> None:
    paid = partial(revised, draft, owner, admission=Admission.COST_RECOVERY)
    unsaid = paid(price="")
    assert unsaid.lacks_price
    with pytest.raises(Refused) as error:
        publish_screening(screening=draft, by=owner)
    assert refused(error) == ["no-price"]
    paid(price="5 euros, at the door")
    assert publish_screening(screening=draft, by=owner).status == "published"
    with pytest.raises(Refused) as error:
        paid(price="")
    assert refused(error) == ["no-price"]
    assert revised(draft, owner, price="5 euros, at the door").price == "", "it is free"


def test_cancel_screening_calls_every_showing_off_once(published: Screening, owner: User) -> None:
    cancel_screening(screening=published, by=owner)
    cancel_screening(screening=published, by=owner)
    assert list(published.showings.values_list("status", "sequence")) == [("cancelled", 1)] * 3


def test_cancelled_screening_is_not_published(draft: Screening, licence: Licence, owner: User) -> None:
    cancel_screening(screening=draft, by=owner)
    with pytest.raises(Refused) as error:
        publish_screening(screening=draft, by=owner)
    assert refused(error) == ["cancelled"]


def test_licence_window_is_that_of_the_licences_held(
    draft: Screening,
    licence: Licence,
    cinema: Institution,
    film: Film,
    public_screening_type: LicenceType,
    owner: User,
) -> None:
    assert licence_window(draft.institution, draft.venue, film, SATURDAY, SATURDAY) == (
        licence.starts_on,
        licence.ends_on,
    )
    make_licence(cinema, film, public_screening_type, owner, number="L-2")
    Licence.objects.filter(number="L-2").update(ends_on=None)
    assert licence_window(draft.institution, draft.venue, film, SATURDAY, SATURDAY) == (
        licence.starts_on,
        None,
    )
    Licence.objects.update(status="revoked", status_since=NOW, status_because="a mistake")
    assert licence_window(draft.institution, draft.venue, film, SATURDAY, SATURDAY) == (None, None)


def test_part_licences_cover_a_screening_together_and_are_each_used(
    draft: Screening, cinema: Institution, film: Film, public_screening_type: LicenceType, owner: User
) -> None:
    parts = list(film.parts.order_by("part_number"))
    licences = [
        make_licence(cinema, part, public_screening_type, owner, number=f"P-{part.part_number}")
        for part in parts
    ]
    published = publish_screening(screening=draft, by=owner)
    assert published.licence == licences[0]
    assert set(published.further_licences.all()) == set(licences[1:])
    assert list(Screening.objects.resting_on(licences[2])) == [published]
    assert screenings_used(cinema) == {"P-1": 1, "P-2": 1, "P-3": 1}


def test_only_the_missing_part_is_offered(
    draft: Screening, cinema: Institution, film: Film, public_screening_type: LicenceType, owner: User
) -> None:
    *held, rails = film.parts.order_by("part_number")
    for part in held:
        make_licence(cinema, part, public_screening_type, owner, number=f"P-{part.part_number}")
    Price.objects.create(
        film=rails, licence_type=public_screening_type, tier=Tier.NON_PROFIT, amount=Money(90, "USD"),
        starts_on=date(2027, 1, 1),
    )  # fmt: skip
    answer = answer_about(draft)
    assert [str(reason) for reason in answer.coverage.reasons] == ["It does not cover Rails."]
    assert (answer.coverage.besides, answer.total) == (("P-1", "P-2"), Money(90, "USD"))
    assert [offer.film for offer in answer.offers] == [rails]


def test_the_desk_names_the_smallest_change(draft: Screening, licence: Licence, owner: User) -> None:
    answer = answer_about(revised(draft, owner, outdoors=True, admission=Admission.CHARGED))
    assert answer.coverage.nearest == licence.number
    assert answer.change is not None
    assert [str(step) for step in answer.change.steps] == [
        "Show it indoors.",
        "Ask for no more than admission that covers costs.",
    ]


@pytest.mark.parametrize(
    ("grants", "facts", "code"),
    [
        ({"members_only": True}, {"members_only": False}, "members"),
        ({"indoor_only": True}, {"outdoors": True}, "outdoors"),
        ({"formats": ["disc"]}, {}, "format"),
        ({"admission": "donations"}, {"admission": Admission.COST_RECOVERY}, "admission"),
        ({"watchers": ["enrolled"]}, {}, "watchers"),
        ({"enrolment_most": 1000}, {}, "enrolment"),  # the cinema never said how many are enrolled
    ],
)
def test_what_a_screening_intends_is_asked(
    draft: Screening,
    licence: Licence,
    owner: User,
    grants: dict[str, object],
    facts: dict[str, object],
    code: str,
) -> None:
    licence.grants |= grants
    licence.save()
    coverage = coverage_of(Screening.objects.with_listing().get(pk=revised(draft, owner, **facts).pk))
    assert [reason.code for reason in coverage.reasons] == [code]


def test_a_licence_for_one_site_stays_at_the_venue_where_it_was_first_used(
    published: Screening, cinema: Institution, licence: Licence
) -> None:
    licence.grants |= {"screenings": None, "site_scope": "single-site"}
    licence.save()
    [held] = held_for(cinema)
    assert held.sites_used == ("The Room",)
    asked = screened_at(published.venue, published.film, SATURDAY, SATURDAY)
    assert covers(held, asked) == ()
    assert [reason.code for reason in covers(held, replace(asked, site="Elsewhere"))] == ["site"]


def test_a_plan_is_refused_where_it_could_never_be_licensed(
    venue: Venue, film: Film, owner: User, licence: Licence
) -> None:
    DistributionRight.objects.update(countries=["US"])
    refuse_unlicensable(venue.institution, venue, film, SATURDAY, SATURDAY)
    Licence.objects.update(status="revoked", status_since=NOW, status_because="a mistake")
    with pytest.raises(Refused, match="We may not license “The Works” in the Netherlands") as error:
        ask_plan(venue=venue, film=film, first_day=SATURDAY, last_day=SATURDAY, by=owner)
    assert refused(error) == ["territory"]


def test_without_a_licence_the_window_is_that_of_our_right(venue: Venue, film: Film) -> None:
    DistributionRight.objects.update(starts_on=date(2027, 3, 21), ends_on=date(2027, 3, 30))
    assert licence_window(venue.institution, venue, film, SATURDAY, date(2027, 3, 25)) == (
        date(2027, 3, 21),
        date(2027, 3, 30),
    )
