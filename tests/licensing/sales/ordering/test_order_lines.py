from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.buyers.details import add_site
from licensing.buyers.schools import NamedSite, sites_of
from licensing.licences.held import held_by, licences_of
from licensing.models import Institution, Licence, LicenceType, Order, OrderLine
from licensing.prices.wanted import WantedLine
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from licensing.terms.rights import SiteScope
from tests.licensing.conftest import TODAY
from wording.refusals import Refused

AFTER = date(2030, 3, 1)


def place(institution: Institution, by: User, *lines: WantedLine, **words: Any) -> Order:
    values: dict[str, Any] = {"purchase_order_number": "PO-7", "starts_on": TODAY} | words
    return place_order(institution=institution, lines=lines, method="purchase-order", by=by, **values)


def codes_of(refused: Refused) -> list[str | None]:
    return [error.code for error in refused.error_list]


@pytest.fixture
def buildings(school: Institution, teacher: User) -> list[NamedSite]:
    for name in ("East", "West"):
        add_site(institution=school, by=teacher, name=name, kind="building", address=f"{name} Road 1")
    return sites_of(school)


def test_a_line_may_begin_and_end_on_days_of_its_own_for_part_of_the_price(
    school: Institution, teacher: User, office: User, film: Film, rails: Film, site: LicenceType
) -> None:
    half = WantedLine(film=film, licence_type=site, starts_on=date(2027, 4, 1), ends_on=date(2028, 9, 30))
    order = place(school, teacher, half, WantedLine(film=rails, licence_type=site))
    # 549 of the 1096 days from 1 April 2027 to 31 March 2030
    assert [line.amount for line in order.lines.all()] == [Money("97.68", "USD"), Money(90, "USD")]
    issue_invoice(order=order, by=office)
    assert [(each.starts_on, each.ends_on) for each in Licence.objects.order_by("pk")] == [
        (date(2027, 4, 1), date(2028, 9, 30)),
        (TODAY, date(2030, 2, 28)),
    ]
    assert order.invoice.snapshot["lines"][0]["words"][0] == "From 1 April 2027 until 30 September 2028."


@pytest.mark.parametrize("last", [date(2027, 3, 31), date(2030, 4, 1)])
def test_a_line_ends_within_a_term(
    school: Institution, teacher: User, film: Film, site: LicenceType, last: date
) -> None:
    line = WantedLine(film=film, licence_type=site, starts_on=date(2027, 4, 1), ends_on=last)
    with pytest.raises(Refused) as refused:
        place(school, teacher, line)
    assert codes_of(refused.value) == ["ends-outside-term"]


def test_a_licence_without_end_cannot_end_with_others(
    school: Institution, teacher: User, film: Film, copy: LicenceType
) -> None:
    line = WantedLine(film=film, licence_type=copy, starts_on=TODAY, ends_on=date(2028, 3, 1))
    with pytest.raises(Refused, match="has no end, so it cannot end with others"):
        place(school, teacher, line)


def test_a_line_with_a_last_day_has_a_first(order: Order) -> None:
    with pytest.raises(IntegrityError, match="line_ends_after_start"), transaction.atomic():
        OrderLine.objects.filter(order=order).update(ends_on=TODAY)


def test_a_licence_is_renewed_once(
    school: Institution, teacher: User, licence: Licence, film: Film, site: LicenceType
) -> None:
    line = WantedLine(film=film, licence_type=site, starts_on=date(2028, 6, 1), renews=licence)
    first = place(school, teacher, line)
    with pytest.raises(Refused, match=f"renewed already, by order {first.number}") as refused:
        place(school, teacher, line)
    assert refused.value.code == "renewed-already"
    Order.objects.filter(pk=first.pk).update(status=Order.Status.CANCELLED)
    assert place(school, teacher, line).lines.get().renews == licence


def test_nobody_renews_a_licence_of_another_institution(
    school: Institution, teacher: User, licence: Licence, film: Film, site: LicenceType
) -> None:
    licence.institution = Institution.objects.create(legal_name="Other", tier="k-12")
    with pytest.raises(Refused) as refused:
        place(school, teacher, WantedLine(film=film, licence_type=site, renews=licence))
    assert refused.value.code == "not-renewable"


def test_a_licence_names_the_site_that_was_ordered(
    school: Institution,
    teacher: User,
    office: User,
    film: Film,
    site: LicenceType,
    buildings: list[NamedSite],
) -> None:
    east = buildings[0].to_json()
    order = place(school, teacher, WantedLine(film=film, licence_type=site, sites=(east,)))
    issue_invoice(order=order, by=office)
    licence = Licence.objects.get()
    assert (licence.sites, licence.named_sites) == (["East"], [east])
    assert held_by(school)[0].sites == ("East",)
    assert order.invoice.snapshot["lines"][0]["words"][0] == "For East."


def test_a_licence_for_one_site_names_no_two(
    school: Institution, teacher: User, film: Film, site: LicenceType, buildings: list[NamedSite]
) -> None:
    both = tuple(each.to_json() for each in buildings)
    with pytest.raises(Refused, match="is for one site") as refused:
        place(school, teacher, WantedLine(film=film, licence_type=site, sites=both))
    assert refused.value.code == "sites"


def test_no_licence_names_a_site_that_is_not_the_institutions(
    school: Institution, teacher: User, film: Film, site: LicenceType, buildings: list[NamedSite]
) -> None:
    elsewhere = buildings[0].to_json() | {"name": "Elsewhere"}
    with pytest.raises(Refused, match="among those of the institution"):
        place(school, teacher, WantedLine(film=film, licence_type=site, sites=(elsewhere,)))


def test_a_licence_of_a_district_covers_the_schools_that_it_names(
    school: Institution,
    teacher: User,
    office: User,
    film: Film,
    site: LicenceType,
    buildings: list[NamedSite],
) -> None:
    named, other = (
        Institution.objects.create(legal_name=name, tier="k-12", parent=school) for name in ("Named", "Other")
    )
    site.site_scope = SiteScope.DISTRICT
    site.save()
    sites = tuple(each.to_json() for each in sites_of(school) if each.key == named.pk)
    issue_invoice(
        order=place(school, teacher, WantedLine(film=film, licence_type=site, sites=sites)), by=office
    )
    licence = Licence.objects.get()
    assert licence.sites == ["Named"]
    assert [list(licences_of(each)) for each in (school, named, other)] == [[licence], [licence], []]
    assert [each.sites for each in (*held_by(school), *held_by(named))] == [("Named",), ()]


def test_where_there_are_sites_a_licence_for_one_site_names_it(
    school: Institution, teacher: User, film: Film, site: LicenceType, buildings: list[NamedSite]
) -> None:
    with pytest.raises(Refused, match="is for one site") as refused:
        place(school, teacher, WantedLine(film=film, licence_type=site))
    assert codes_of(refused.value) == ["no-site"]


def test_a_district_with_schools_chooses_among_them(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    Institution.objects.create(legal_name="East School", tier="k-12", parent=school)
    with pytest.raises(Refused) as refused:
        place(school, teacher, WantedLine(film=film, licence_type=site))
    assert codes_of(refused.value) == ["no-site"]
    east = sites_of(school)[1].to_json()
    assert place(
        school, teacher, WantedLine(film=film, licence_type=site, sites=(east,))
    ).lines.get().sites == [east]


def test_a_campus_is_no_single_site(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    add_site(institution=school, by=teacher, name="Main Campus", kind="campus", address="")
    LicenceType.objects.filter(pk=site.pk).update(site_scope=SiteScope.SINGLE_SITE)
    site.refresh_from_db()
    (campus,) = sites_of(school)
    with pytest.raises(Refused, match="is for one building or branch, and Main Campus is a campus"):
        place(school, teacher, WantedLine(film=film, licence_type=site, sites=(campus.to_json(),)))


def test_a_licence_that_named_no_site_is_renewed_without(
    school: Institution, teacher: User, licence: Licence, film: Film, site: LicenceType
) -> None:
    add_site(institution=school, by=teacher, name="East", kind="building", address="")
    line = WantedLine(film=film, licence_type=site, starts_on=date(2028, 6, 1), renews=licence)
    assert place(school, teacher, line).lines.get().sites == []


def test_a_licence_without_end_is_not_renewed(
    school: Institution, teacher: User, licence: Licence, film: Film, site: LicenceType
) -> None:
    licence.ends_on = None
    with pytest.raises(Refused) as refused:
        place(school, teacher, WantedLine(film=film, licence_type=site, renews=licence))
    assert refused.value.code == "not-renewable"
