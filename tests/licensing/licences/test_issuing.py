from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from django.utils import timezone
from moneyed import Money

from accounts.models import User
from catalog.models import DistributionRight, Film, Holdback
from licensing.licences.answers import answer, held_already, offers_for
from licensing.licences.held import held_by
from licensing.licences.issuing import issue_licences
from licensing.licences.life import life_of
from licensing.models import Institution, Licence, LicenceType, Order, Tier
from licensing.models.licences.works import works_under
from licensing.prices.offers import Buyer
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.terms.days import office_today
from licensing.terms.rights import Admission, Intended, Use, find_coverage
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import TODAY, licence_of, order_of, pay
from wording.refusals import Refused


def test_a_licence_keeps_what_was_sold_and_to_whom(
    licence: Licence, site: LicenceType, school: Institution
) -> None:
    site.name = "Renamed"
    site.save()
    school.legal_name = "Renamed School"
    school.save()
    licence.refresh_from_db()
    assert (licence.licensee_name, licence.type_name) == (
        "Lincoln Unified School District",
        "Site, three years",
    )
    assert (licence.starts_on, licence.ends_on) == (date(2027, 3, 1), date(2030, 2, 28))
    assert (licence.countries, licence.territory) == (["US"], "United States")


def test_a_licence_begins_when_its_order_is_accepted_if_that_is_later(
    order: Order, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 3, 20, tzinfo=UTC))
    issue_invoice(order=order, by=office)
    licence = Licence.objects.get()
    assert (licence.starts_on, licence.ends_on) == (date(2027, 3, 20), date(2030, 3, 19))


def test_a_licence_for_the_life_of_a_copy_has_no_end(
    school: Institution, teacher: User, film: Film, copy: LicenceType
) -> None:
    licence = licence_of(school, teacher, film, copy)
    assert licence.ends_on is None
    assert not Reminder.objects.filter(kind="licensing.licences-ending").exists()


def test_issue_licences_twice_issues_once(licence: Licence) -> None:
    assert issue_licences(order=licence.line.order) == [licence]


@pytest.mark.django_db(transaction=True)
def test_issue_licences_at_once_issues_once(order: Order) -> None:
    Order.objects.update(status=Order.Status.PAID)
    at_once(*[partial(issue_licences, order=order)] * 5)
    assert [licence.number for licence in Licence.objects.all()] == ["LIC-2027-0001"]


def test_licences_are_not_issued_before_the_order_is_accepted(order: Order) -> None:
    with pytest.raises(Refused, match="when the order is accepted") as refused:
        issue_licences(order=order)
    assert refused.value.code == "not-accepted"


def test_licences_of_an_order_by_card_are_not_issued_before_payment(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    order = order_of(school, teacher, [(film, site)], method="card")
    issue_invoice(order=order, by=office)
    with pytest.raises(Refused, match="paid in full") as refused:
        issue_licences(order=order)
    assert refused.value.code == "not-paid"


def test_a_whole_covers_its_parts_and_a_part_itself(
    school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType
) -> None:
    for each in (film, rails):
        licence_of(school, teacher, each, site)
    parts = {film.pk, *film.parts.values_list("pk", flat=True)}
    assert works_under([film.pk, rails.pk]) == {film.pk: parts, rails.pk: {rails.pk}}
    assert sorted((held.works for held in held_by(school)), key=len) == [{rails.pk}, parts]


def test_held_by_answers_what_is_covered(
    school: Institution, teacher: User, film: Film, rails: Film, screening: LicenceType
) -> None:
    licence = licence_of(school, teacher, film, screening)
    intended = Intended(
        use=Use.PUBLIC_SCREENING, works=frozenset({rails.pk}), first_day=date(2027, 5, 1), last_day=date(2027, 5, 1),
        country="US", audience=80, admission=Admission.NONE,
    )  # fmt: skip
    assert find_coverage(held_by(school), intended).by == licence.number
    used = find_coverage(held_by(school, screenings_used={licence.number: 1}), intended)
    assert [reason.code for reason in used.reasons] == ["screenings"]


def test_held_by_costs_two_queries_however_many(
    school: Institution, teacher: User, film: Film, site: LicenceType, django_assert_num_queries: object
) -> None:
    for _ in range(3):
        licence_of(school, teacher, film, site)
    with django_assert_num_queries(2):  # type: ignore[operator]  # pytest-django's fixture is a context manager
        assert len(held_by(school)) == 3


def test_named_querysets_know_the_days(licence: Licence) -> None:
    objects = Licence.objects
    assert objects.current(date(2030, 2, 28)).exists()
    assert not objects.current(date(2030, 3, 1)).exists()
    assert objects.expiring(date(2029, 11, 30), within_days=90).exists()
    assert not objects.expiring(date(2029, 11, 29), within_days=90).exists()


@pytest.mark.parametrize(
    ("day", "phase", "sentence"),
    [
        (date(2027, 2, 28), "not-yet", "Begins in 1 day"),
        (date(2027, 3, 1), "in-force", "In force"),
        (date(2029, 11, 30), "ending", "Ends in 90 days"),
        (date(2030, 2, 27), "ending", "Ends in 1 day"),
        (date(2030, 2, 28), "ending", "Ends today"),
        (date(2030, 3, 1), "ended", "Ended"),
    ],
)
def test_life_of_a_licence_day_by_day(licence: Licence, day: date, phase: str, sentence: str) -> None:
    life = life_of(licence, day)
    assert (life.phase.value, life.sentence) == (phase, sentence)


def test_life_counts_what_has_gone_by(licence: Licence) -> None:
    days = (date(2026, 1, 1), date(2027, 3, 1), date(2028, 8, 30), date(2031, 1, 1))
    assert [life_of(licence, day).elapsed for day in days] == [0, 0, 50.0, 100]


def test_the_office_day_is_the_same_for_everyone() -> None:
    with timezone.override("Pacific/Kiritimati"):
        assert office_today() == date(2027, 3, 1)


def test_an_order_of_two_films_makes_two_licences(
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType
) -> None:
    invoice = issue_invoice(order=order_of(school, teacher, [(film, site), (rails, site)]), by=office)
    pay(invoice, office)
    assert [(licence.number, str(licence.film)) for licence in Licence.objects.order_by("number")] == [
        ("LIC-2027-0001", "West of the Tracks"),
        ("LIC-2027-0002", "West of the Tracks: Rails"),
    ]


def test_a_licence_issued_late_does_not_outlive_our_right(
    order: Order, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    DistributionRight.objects.update(ends_on=date(2030, 2, 28))
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 3, 20, tzinfo=UTC))
    issue_invoice(order=order, by=office)
    licence = Licence.objects.get()
    assert (licence.starts_on, licence.ends_on) == (date(2027, 3, 20), date(2030, 2, 28))


def test_no_licence_is_issued_where_we_have_no_right(order: Order) -> None:
    Order.objects.update(status=Order.Status.PAID)
    DistributionRight.objects.update(countries=["CA"])
    with pytest.raises(
        Refused, match="We may not license “West of the Tracks” in the United States"
    ) as refused:
        issue_licences(order=order)
    assert refused.value.code == "territory"


def test_no_licence_is_issued_for_a_use_that_was_held_back_meanwhile(order: Order, film: Film) -> None:
    Order.objects.update(status=Order.Status.PAID)
    Holdback.objects.create(film=film, uses=["education"], until=date(2027, 12, 31))
    with pytest.raises(Refused) as refused:
        issue_licences(order=order)
    assert refused.value.messages == [
        "We may license “West of the Tracks” in the United States for this only from 1 January 2028 on: education and libraries."
    ]
    Holdback.objects.all().delete()
    DistributionRight.objects.update(uses=["theatrical"])
    with pytest.raises(Refused, match="but not for this: education and libraries"):
        issue_licences(order=order)


def test_parts_held_together_need_only_the_part_that_is_missing(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    rust, remnants, rails = film.parts.order_by("part_number")
    for part in (rust, remnants):
        licence_of(school, teacher, part, site)
    intended = Intended(
        use=Use.CLASSROOM, works=frozenset({rust.pk, remnants.pk, rails.pk}), first_day=date(2027, 5, 1),
        last_day=date(2027, 5, 1), country="US",
    )  # fmt: skip
    found = answer(held=held_by(school), intended=intended, buyer=Buyer(Tier.K12, "US"), on=office_today())
    assert [(offer.film, offer.licence_type) for offer in found.offers] == [(rails, site)]
    assert (found.coverage.besides, found.total) == (("LIC-2027-0001", "LIC-2027-0002"), Money(90, "USD"))
    fresh = offers_for(held=[], intended=intended, buyer=Buyer(Tier.K12, "US"), on=office_today())
    assert [offer.film for offer in fresh] == [film]


def test_held_already_names_the_licences_that_allow_as_much(
    school: Institution, teacher: User, film: Film, site: LicenceType, screening: LicenceType
) -> None:
    licence = licence_of(school, teacher, film, site)

    def already(kind: LicenceType, on: date = TODAY) -> tuple[str, ...]:
        return held_already(held=held_by(school), line=(film, kind), country="US", on=on)

    assert already(site) == (licence.number,)
    assert already(site, TODAY + timedelta(days=1)) == ()
    assert already(screening) == ()
