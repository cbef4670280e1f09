from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from moneyed import Money

from accounts.models import User
from catalog.models import Film
from licensing.models import (
    Institution,
    Licence,
    LicenceType,
    Membership,
    Order,
    Price,
    PriceRule,
    Quote,
    Role,
    TaxRule,
    Tier,
)
from licensing.prices.wanted import WantedLine
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.quoting import renewals
from licensing.sales.quoting.packs import renewal_cases
from licensing.sales.quoting.renewals import may_be_renewed, propose, renewable_from, renewable_of
from licensing.terms.days import LATEST_START
from tests.licensing.conftest import add_price, licence_of, order_of, person, signed_in
from wording.refusals import Refused

LATER = datetime(2030, 1, 15, 12, tzinfo=UTC)
FORM = {
    "method": "purchase-order",
    "purchase_order_number": "PO-9",
    "is_exact_name": "on",
    "request_key": "the-same",
}


@pytest.fixture
def ending(
    school: Institution,
    teacher: User,
    film: Film,
    rails: Film,
    site: LicenceType,
    monkeypatch: pytest.MonkeyPatch,
) -> list[Licence]:
    """Two licences that end on 28 February and 31 March 2030, and it is 15 January 2030."""
    first = licence_of(school, teacher, film, site)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2027, 4, 1, 12, tzinfo=UTC))
    second = licence_of(school, teacher, rails, site, starts_on=date(2027, 4, 1))
    monkeypatch.setattr(timezone, "now", lambda: LATER)
    return [first, second]


def address(*licences: Licence, **words: str) -> str:
    named = "&".join([f"licence={each.number}" for each in licences] + [f"{k}={v}" for k, v in words.items()])
    return f"/licences/renew/?{named}"


def test_a_licence_that_ends_too_late_says_from_when_it_can_be_renewed(
    licence: Licence, teacher: User
) -> None:
    """It ends on 28 February 2030, and an order can begin at most eighteen months ahead."""
    page = signed_in(teacher).get(address(licence))
    assert licence.ends_on is not None
    first = licence.ends_on - LATEST_START + timedelta(days=1)
    assert f"It can be renewed from {date_format(first)} on." in page.text
    assert "One end for all" not in page.text
    own = " ".join(signed_in(teacher).get(licence.get_absolute_url()).text.split())
    assert f"possible from {date_format(first)} on" in own
    assert renewals.may_be_renewed(licence, first)
    assert not renewals.may_be_renewed(licence, first - timedelta(days=1))


def test_ending_licences_are_renewed_in_two_clicks_as_one_order(
    ending: list[Licence], teacher: User, office: User
) -> None:
    client = signed_in(teacher)
    assert client.get("/licences/").content.decode().count('form="renew"') == 2
    page = client.get(address(*ending)).content.decode()
    assert "1 March 2030 to 28 February 2033" in page
    assert "1 April 2030 to 31 March 2033" in page
    quoted = client.get(address(*ending)).context["form"]["quoted"].value()
    answer = client.post(address(*ending), FORM | {"quoted": quoted})
    order = Order.objects.latest("pk")
    assert answer["Location"] == order.get_absolute_url()
    assert (order.total, order.starts_on) == (Money(285, "USD"), date(2030, 3, 1))
    issue_invoice(order=order, by=office)
    assert [
        (each.starts_on, each.ends_on) for each in Licence.objects.filter(line__order=order).order_by("pk")
    ] == [
        (date(2030, 3, 1), date(2033, 2, 28)),
        (date(2030, 4, 1), date(2033, 3, 31)),
    ]
    again = client.get(address(*ending))
    assert f"It is renewed already, by order {order.number}." in again.content.decode()
    assert again.context["form"] is None
    assert 'form="renew"' not in client.get("/licences/").content.decode()


def test_a_renewal_sent_twice_is_one_order(ending: list[Licence], teacher: User) -> None:
    client = signed_in(teacher)
    answers = [client.post(address(*ending), FORM)["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    assert Order.objects.filter(request_key="the-same").count() == 1


def test_licences_end_together_for_part_of_the_price(ending: list[Licence], teacher: User) -> None:
    client = signed_in(teacher)
    assert client.get(address(*ending)).context["until_form"]["until"].value() == date(2033, 2, 28)
    client.post(address(*ending, until="2033-02-28"), FORM)
    lines = Order.objects.latest("pk").lines.order_by("pk")
    # Rails begins on 1 April 2030: 1065 of 1096 days
    assert [(each.starts_on, each.ends_on, each.amount) for each in lines] == [
        (date(2030, 3, 1), None, Money(195, "USD")),
        (date(2030, 4, 1), date(2033, 2, 28), Money("87.45", "USD")),
    ]


def test_a_day_beyond_a_term_is_refused_in_a_sentence(ending: list[Licence], teacher: User) -> None:
    page = signed_in(teacher).get(address(*ending, until="2034-01-01"))
    assert page.context["form"] is None
    assert "can end from 1 March 2030 to 28 February 2033, not on 1 January 2034" in page.content.decode()


def test_a_type_no_longer_offered_names_what_is_offered_instead(
    ending: list[Licence], school: Institution, site: LicenceType, film: Film
) -> None:
    other = LicenceType.objects.create(
        code="new", name="Campus, five years", summary="New.", uses=site.uses, term_months=60, order=9
    )
    add_price(film, other, Tier.K12, 300)
    site.is_offered = False
    site.save()
    proposal = propose(list(Licence.objects.order_by("pk")), on=LATER.date())
    assert proposal is not None
    codes = [[reason.code for reason in each.reasons] for each in proposal.renewals]
    assert codes[0][-2:] == ["withdrawn", "instead"]
    assert proposal.possible == []


def test_a_film_without_price_is_left_out_and_the_rest_is_renewed(
    ending: list[Licence], teacher: User, rails: Film
) -> None:
    Price.objects.filter(film=rails).delete()
    client = signed_in(teacher)
    client.post(address(*ending), FORM)
    assert [line.renews for line in Order.objects.latest("pk").lines.all()] == [ending[0]]


def test_a_tick_taken_away_and_a_day_typed_count_without_showing_the_prices_first(
    ending: list[Licence], teacher: User
) -> None:
    """The order stops once with the new total, and is then what the page shows."""
    client, path = signed_in(teacher), address(*ending)
    quoted = client.get(path).context["form"]["quoted"].value()
    sent = FORM | {"ticked": "1", "licence": ending[1].number, "until": "2033-02-28"}
    stopped = client.post(path, sent | {"quoted": quoted})
    assert not Order.objects.filter(request_key="the-same").exists()
    assert "The total is now $87.45" in stopped.text
    assert 'value="Order the renewals for $87.45"' in stopped.text
    assert stopped.context["form"]["purchase_order_number"].value() == "PO-9"
    client.post(path, sent | {"quoted": stopped.context["form"]["quoted"].value()})
    lines = Order.objects.get(request_key="the-same").lines.all()
    assert [(line.renews, line.ends_on) for line in lines] == [(ending[1], date(2033, 2, 28))]


def test_the_prices_of_ticks_are_shown_at_their_own_address(ending: list[Licence], teacher: User) -> None:
    client, path = signed_in(teacher), address(*ending)
    page = client.get(path).text
    assert page.count('name="licence"') == page.count('form="renewals"') == 2
    shown = client.post(
        path, {"ticked": "1", "show": "1", "licence": ending[0].number, "until": "2033-01-31"}
    )
    assert shown["Location"] == address(ending[0], until="2033-01-31")
    nothing = client.post(path, FORM | {"ticked": "1"})
    assert nothing["Location"] == "/licences/"
    seen = client.get(address(ending[0])).context["quoted"]
    client.post(path, {"ticked": "1", "quote": "k", "seen": seen, "licence": ending[0].number})
    assert [line.renews for line in Quote.objects.get().lines.all()] == [ending[0]]


def test_only_who_may_order_renews(ending: list[Licence], school: Institution, outsider: User) -> None:
    reader = person("reader@school.example")
    Membership.objects.create(institution=school, user=reader, role=Role.READER)
    for user in (reader, outsider):
        client = signed_in(user)
        assert client.get(address(*ending))["Location"] == "/licences/"
        assert client.post(address(*ending), FORM)["Location"] == "/licences/"
        assert 'form="renew"' not in client.get("/licences/").content.decode()
    assert Order.objects.filter(request_key="the-same").count() == 0


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "tomorrow"])
def test_a_link_with_a_day_of_no_mail_leads_to_the_licences(
    ending: list[Licence], school: Institution, teacher: User, day: str
) -> None:
    answer = signed_in(teacher).get(f"/licences/renew/?institution={school.pk}&day={day}")
    assert (answer.status_code, answer["Location"]) == (302, "/licences/")


def test_all_that_can_be_renewed_is_chosen_for_one_end(
    ending: list[Licence], school: Institution, teacher: User, outsider: User, film: Film, site: LicenceType
) -> None:
    client = signed_in(teacher)
    answer = client.get(f"/quotes/together/?institution={school.pk}")
    assert answer["Location"] == f"/licences/renew/?institution={school.pk}&all=1"
    proposal = client.get(answer["Location"]).context["proposal"]
    assert [each.licence for each in proposal.renewals] == ending
    assert "only the one that ends last is here" in client.get(answer["Location"]).text
    follows = WantedLine(film=film, licence_type=site, renews=ending[0])
    order_of(school, teacher, [follows], starts_on=LATER.date())
    assert renewable_of(school, LATER.date()) == ending[1:]
    assert signed_in(outsider).get("/licences/renew/?all=1")["Location"] == "/licences/"
    assert signed_in(outsider).get(f"/licences/renew/?all=1&institution={school.pk}").status_code == 404


def test_a_quote_of_renewals_follows_the_licences_once_it_is_ordered(
    ending: list[Licence], school: Institution, teacher: User
) -> None:
    client, path = signed_in(teacher), address(*ending, until="2033-02-28")
    seen = client.get(path).context["quoted"]
    made = client.post(path, {"quote": "a-key", "seen": seen})["Location"]
    assert client.post(path, {"quote": "a-key", "seen": seen})["Location"] == made
    quote = Quote.objects.get()
    lines = list(quote.lines.order_by("pk"))
    assert [(each.renews, each.ends_on, each.amount) for each in lines] == [
        (ending[0], None, Money(195, "USD")),
        (ending[1], date(2033, 2, 28), Money("87.45", "USD")),
    ]
    ordered = client.post(made, FORM | {"told": ""})["Location"]
    order = Order.objects.latest("pk")
    assert ordered == order.get_absolute_url()
    assert [each.renews for each in order.lines.order_by("pk")] == ending
    assert renewable_of(school, LATER.date()) == []


def test_a_quote_of_renewals_says_when_one_was_renewed_meanwhile(
    ending: list[Licence], teacher: User
) -> None:
    client = signed_in(teacher)
    made = client.post(address(*ending), {"quote": "a-key"})["Location"]
    client.post(address(ending[0]), FORM)
    order = Order.objects.get(request_key="the-same")
    page = client.post(made, FORM | {"told": ""}).text
    assert f"Licence {ending[0].number} is renewed already, by order {order.number}." in page
    client.post(address(*ending), {"quote": "other", "seen": "another-price"})
    assert Quote.objects.count() == 1


def test_a_renewal_costs_what_the_buyer_pays_by_currency_and_enrolment(
    ending: list[Licence], school: Institution, teacher: User, film: Film, rails: Film, site: LicenceType
) -> None:
    """Also in the pack that argues for it, and however the day of the end is chosen."""
    for each, price in ((film, 100), (rails, 60)):
        for most, amount in ((500, price), (None, price * 2)):
            Price.objects.create(
                film=each, licence_type=site, tier=Tier.K12, amount=Money(amount, "EUR"), enrolment_most=most,
                starts_on=date(2027, 1, 1),
            )  # fmt: skip
    Institution.objects.filter(pk=school.pk).update(currency="EUR", enrolment=300)
    client = signed_in(teacher)
    proposals = [
        client.get(path).context["proposal"] for path in (address(*ending), "/licences/renew/?all=1")
    ]
    assert [each.total for each in proposals] == [Money(160, "EUR"), Money(160, "EUR")]
    assert [each.renewal.amount for each in renewal_cases(ending, on=LATER.date())] == [
        Money(100, "EUR"), Money(60, "EUR"),
    ]  # fmt: skip


def test_a_renewal_is_ordered_with_its_tax(ending: list[Licence], teacher: User) -> None:
    TaxRule.objects.create(country="US", name="Sales tax", rate=Decimal(10), starts_on=date(2027, 1, 1))
    client = signed_in(teacher)
    page = client.get(address(*ending))
    assert "Sales tax 10% of $285.00" in page.text
    assert "$313.50" in page.text
    answer = client.post(address(*ending), FORM | {"quoted": page.context["form"]["quoted"].value()})
    assert answer["Location"] == Order.objects.latest("pk").get_absolute_url()
    assert Order.objects.latest("pk").total == Money("313.50", "USD")


@pytest.fixture
def discount(film: Film, rails: Film) -> PriceRule:
    """A tenth off for both films together."""
    rule = PriceRule.objects.create(kind="series", name="Both together", percent=10)
    rule.films.set([film, rails])
    return rule


def test_renewals_are_ordered_at_the_discount_that_the_page_shows(
    ending: list[Licence], teacher: User, discount: PriceRule
) -> None:
    client = signed_in(teacher)
    page = client.get(address(*ending))
    assert page.context["proposal"].total == Money("256.50", "USD")
    assert page.text.count("Both together: 10 per cent off: -$") == 2
    client.post(address(*ending), FORM | {"quoted": page.context["form"]["quoted"].value()})
    order = Order.objects.get(request_key="the-same")
    assert [line.amount for line in order.lines.order_by("pk")] == [
        Money("175.50", "USD"), Money("81.00", "USD"),
    ]  # fmt: skip


def test_renewals_are_quoted_at_the_discount_that_the_page_shows(
    ending: list[Licence], teacher: User, discount: PriceRule
) -> None:
    client = signed_in(teacher)
    seen = client.get(address(*ending)).context["quoted"]
    client.post(address(*ending), {"quote": "a-key", "seen": seen})
    assert Quote.objects.get().total == Money("256.50", "USD")


def test_a_discount_for_several_titles_counts_only_what_can_be_renewed(
    ending: list[Licence], teacher: User, film: Film, rails: Film
) -> None:
    PriceRule.objects.create(kind="titles", name="Two titles", percent=20, titles=2)
    PriceRule.objects.create(kind="series", name="In one piece", percent=10).films.set([film])
    Price.objects.filter(film=rails).delete()
    client = signed_in(teacher)
    page = client.get(address(*ending))
    assert page.context["proposal"].total == Money("175.50", "USD")
    client.post(address(*ending), FORM | {"quoted": page.context["form"]["quoted"].value()})
    assert Order.objects.get(request_key="the-same").total == Money("175.50", "USD")


def test_a_rush_fee_is_part_of_the_price_and_of_the_tax_that_the_page_shows(
    school: Institution, teacher: User, film: Film, screening: LicenceType, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = licence_of(school, teacher, film, screening)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2028, 3, 1, 12, tzinfo=UTC))
    PriceRule.objects.create(kind="rush", name="Late", days=14, amount=Money(50, "USD"))
    TaxRule.objects.create(country="US", name="Sales tax", rate=Decimal(10), starts_on=date(2027, 1, 1))
    client = signed_in(teacher)
    page = client.get(address(held))
    assert page.context["proposal"].total == Money(425, "USD")
    client.post(address(held), FORM | {"quoted": page.context["form"]["quoted"].value()})
    assert Order.objects.get(request_key="the-same").total == Money("467.50", "USD")


def test_renewals_of_which_one_is_not_sold_in_the_buyers_currency_are_one_order_in_that_of_the_site(
    ending: list[Licence], school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    Price.objects.create(
        film=film, licence_type=site, tier=Tier.K12, amount=Money(100, "EUR"), starts_on=date(2027, 1, 1)
    )
    Institution.objects.filter(pk=school.pk).update(currency="EUR")
    client = signed_in(teacher)
    page = client.get(address(*ending))
    assert page.context["proposal"].total == Money(285, "USD")
    client.post(address(*ending), FORM | {"quoted": page.context["form"]["quoted"].value()})
    assert Order.objects.get(request_key="the-same").total == Money(285, "USD")


def later_licence(licence: Licence, school: Institution, by: User, **changes: object) -> Licence:
    """Another licence for the same film and type."""
    after = licence_of(school, by, licence.film, licence.line.licence_type, starts_on=LATER.date())
    Licence.objects.filter(pk=after.pk).update(**changes)
    return after


@pytest.mark.parametrize(
    "changes",
    [
        {"ends_on": None},
        {"ends_on": date(2039, 12, 31)},
        {
            "status": "suspended",
            "status_since": LATER,
            "status_because": "Unpaid.",
            "suspensions": {"non-payment:1": "Unpaid."},
        },
    ],
    ids=["without end", "ends long after", "suspended"],
)
def test_a_licence_is_not_offered_for_renewal_beside_a_newer_one_for_the_same(
    ending: list[Licence], school: Institution, teacher: User, changes: dict[str, object]
) -> None:
    later_licence(ending[0], school, teacher, **changes)
    assert renewable_of(school, LATER.date()) == ending[1:]


def test_a_licence_is_not_offered_for_renewal_where_the_newer_one_has_been_renewed(
    ending: list[Licence], school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    newer = later_licence(ending[0], school, teacher, ends_on=date(2030, 6, 30))
    assert renewable_of(school, LATER.date()) == [ending[1], newer]
    follows = WantedLine(film=film, licence_type=site, renews=newer)
    order_of(school, teacher, [follows], starts_on=LATER.date())
    assert renewable_of(school, LATER.date()) == ending[1:]


def test_a_licence_can_be_renewed_when_the_newer_one_was_revoked(
    ending: list[Licence], school: Institution, teacher: User
) -> None:
    later_licence(
        ending[0], school, teacher, status="revoked", status_since=LATER, status_because="Refunded."
    )
    assert renewable_of(school, LATER.date()) == ending


def test_licences_for_other_sites_are_renewed_each(
    ending: list[Licence], school: Institution, teacher: User
) -> None:
    place = {"name": "North Campus", "address": "1 North Road"}
    later_licence(ending[0], school, teacher, ends_on=None, named_sites=[place], sites=["North Campus"])
    assert renewable_of(school, LATER.date()) == ending


def test_an_event_is_not_sold_by_the_day(
    school: Institution, teacher: User, film: Film, screening: LicenceType, site: LicenceType
) -> None:
    """It keeps its full term and price where other renewals end on a chosen day."""
    event, streamed = (licence_of(school, teacher, film, kind) for kind in (screening, site))
    day = date(2028, 3, 2)
    client = signed_in(teacher)
    page = client.get(address(event, until=day.isoformat()))
    [renewal] = page.context["proposal"].renewals
    assert (renewal.amount, renewal.ends_on) == (Money(375, "USD"), date(2029, 2, 28))
    assert "$375.00" in page.text
    together = client.get(address(event, streamed, until=day.isoformat())).context["proposal"].renewals
    streaming = next(each for each in together if each.licence == streamed)
    assert [each.ends_on for each in together if each.licence == event] == [date(2029, 2, 28)]
    assert streaming.reasons  # 2 March 2028 is before it begins
    wanted = WantedLine(
        film=film, licence_type=screening, starts_on=date(2028, 3, 1), ends_on=day, renews=event
    )
    with pytest.raises(Refused) as refused:
        order_of(school, teacher, [wanted])
    assert [each.code for each in refused.value.error_list] == ["not-by-the-day"]


def test_a_guarantee_is_not_charged_by_the_day(
    school: Institution, teacher: User, film: Film, screening: LicenceType
) -> None:
    """What a report makes due is counted from the whole of it."""
    licence = licence_of(school, teacher, film, screening)
    screening.screenings = None
    screening.save()
    Price.objects.update(fee_form="percentage", percent=35)
    page = signed_in(teacher).get(address(licence, until="2028-03-02"))
    [renewal] = page.context["proposal"].renewals
    assert (renewal.amount, [each.code for each in renewal.reasons]) == (None, ["not-by-the-day"])
    assert "is charged by its screenings, not by the day" in page.text
    full = signed_in(teacher).get(address(licence)).context["proposal"].renewals[0]
    assert full.amount == Money(375, "USD")


def test_what_cannot_be_renewed_yet_says_from_when(ending: list[Licence], teacher: User) -> None:
    Licence.objects.update(ends_on=date(2032, 3, 31))
    answer = signed_in(teacher).get("/licences/renew/?all=1", follow=True)
    said = [str(each) for each in answer.context["messages"]]
    # it begins at most 548 days ahead
    assert said == [
        f"None of the licences can be renewed now. The next is {ending[0].number}, from 1 October 2030."
    ]
    assert renewable_from(ending[0].institution, date(2030, 9, 30)) == (ending[0], date(2030, 10, 1))
    ending[0].refresh_from_db()
    assert may_be_renewed(ending[0], date(2030, 10, 1))
    assert may_be_renewed(ending[0], date(2030, 9, 30)) is False
