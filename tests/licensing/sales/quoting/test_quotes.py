"""Quotes: what they say is what is ordered, once, in time, and by who may."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from moneyed import Money

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.documents.bills.quote import quote_pdf
from licensing.models import (
    Institution,
    LicenceType,
    Mailbox,
    Membership,
    Order,
    Price,
    Quote,
    QuoteLine,
    ReportFee,
    TaxRule,
    Tier,
)
from licensing.prices.wanted import WantedLine
from licensing.reports.answering import answer_report
from licensing.reports.owing import Shown, owe_reports
from licensing.sales.invoicing.invoices import issue_invoice
from licensing.sales.ordering.orders import place_order
from licensing.sales.quoting.quoted import begins_on, changes_since, mark_of_changes
from licensing.sales.quoting.quotes import make_quote, share_quote, withdraw_quote
from licensing.terms.charging.fees import Fee, Report, due_after_report
from office.models import Distributor
from reminders.models import Reminder
from tests.at_once import at_once
from tests.licensing.conftest import TODAY, order_of, person, signed_in
from wording.refusals import Refused


def quote_of(institution: Institution, by: User, lines: list[Any], **words: Any) -> Quote:
    return make_quote(institution=institution, lines=lines, by=by, **{"starts_on": TODAY} | words)


@pytest.fixture
def quote(school: Institution, teacher: User, film: Film, site: LicenceType) -> Quote:
    return quote_of(school, teacher, [(film, site)])


def order_from(quote: Quote, by: User, *, told: str | None = None, key: str | None = None) -> Order:
    return place_order(
        institution=quote.institution,
        quote=quote,
        method="purchase-order",
        purchase_order_number="PO-7",
        by=by,
        starts_on=begins_on(quote),
        expected=told,
        request_key=key,
    )


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str | None:
    return refused.value.error_list[0].code


def on(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_a_quote_has_a_number_of_its_own_series_and_thirty_days(quote: Quote, teacher: User) -> None:
    assert quote.number.startswith("QUO-2027-")
    assert (quote.valid_until, quote.total, quote.tier) == (date(2027, 3, 31), Money(195, "USD"), Tier.K12)
    line = quote.lines.get()
    assert (line.amount, line.listed, line.because) == (Money(195, "USD"), Decimal(195), "")
    assert quote.snapshot["lines"][0]["film"] == "West of the Tracks"
    assert (quote.made_by, quote.asked_by) == (None, teacher)


def test_its_days_are_the_distributors(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    Distributor.objects.create(legal_name="Film Desk", contact_email="desk@x.example", quote_days=60)
    assert quote_of(school, teacher, [(film, site)]).valid_until == date(2027, 4, 30)


def test_its_mail_goes_to_the_asker_and_the_mailbox(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    Mailbox.objects.create(institution=school, matter="accounts-payable", email="ap@school.example")
    quote = quote_of(school, teacher, [(film, site)])
    owed = Reminder.objects.filter(subject=f"licensing.quote:{quote.pk}").order_by("recipient")
    assert list(owed.values_list("kind", "recipient")) == [
        ("licensing.quote-made", "ap@school.example"),
        ("licensing.quote-made", "teacher@school.example"),
    ]


def test_its_pdf_says_until_when_its_prices_hold(quote: Quote) -> None:
    assert quote_pdf(quote).startswith(b"%PDF")
    words = quote.snapshot["document"]
    assert words["title"] == f"Quote {quote.number}"
    assert ["Valid until", "31 March 2027"] in words["facts"]
    assert words["totals"] == [["Total before tax", "$195.00"]]
    assert words["terms"][1].startswith("Tax, where it is owed, is added on the invoice")


def test_its_page_says_the_tax_of_an_order_today(quote: Quote, teacher: User) -> None:
    path = f"/quotes/{quote.number}/"
    assert "To pay, if you order today" not in signed_in(teacher).get(path).text
    Institution.objects.update(state="NY")
    TaxRule.objects.create(country="US", state="NY", name="Sales tax", rate=8, starts_on=date(2027, 1, 1))
    page = signed_in(teacher).get(path).text
    told = ("Total before tax", "$195.00", "Sales tax 8% of $195.00", "To pay, if you order today", "$210.60")
    assert [words for words in told if words not in page] == []
    assert str(order_from(quote, teacher).total) == "$210.60"


def test_its_prices_are_honoured_and_the_change_is_told(
    quote: Quote, teacher: User, site: LicenceType
) -> None:
    Price.objects.filter(licence_type=site).update(amount=Money(300, "USD"))
    changes = changes_since(quote)
    assert [each.code for each in changes] == ["price-since"]
    assert "is $300.00 now; the quote was made at $195.00, and its price holds" in str(changes[0])
    with pytest.raises(Refused) as refused:
        order_from(quote, teacher)
    assert code_of(refused) == "changed-since"
    order = order_from(quote, teacher, told=mark_of_changes(changes))
    assert (order.total, order.tier) == (Money(195, "USD"), Tier.K12)
    quote.refresh_from_db()
    assert (quote.status, quote.order, order.quote) == ("accepted", order, quote)


def test_the_terms_of_the_quote_hold(quote: Quote, teacher: User, site: LicenceType) -> None:
    site.term_months = 12
    site.save()
    changes = changes_since(quote)
    assert [each.code for each in changes] == ["terms-changed"]
    order = order_from(quote, teacher, told=mark_of_changes(changes))
    assert order.lines.get().grants["term_months"] == 36


def test_a_price_that_left_the_list_is_honoured(quote: Quote, teacher: User) -> None:
    Price.objects.all().delete()
    assert order_from(quote, teacher).total == Money(195, "USD")


def test_a_right_that_is_lost_is_refused(quote: Quote, teacher: User) -> None:
    DistributionRight.objects.all().delete()
    with pytest.raises(Refused, match="do not currently hold the right") as refused:
        order_from(quote, teacher)
    assert code_of(refused) == "no-right"
    assert not Order.objects.exists()


def test_another_tier_and_name_are_told(quote: Quote, school: Institution, teacher: User) -> None:
    school.tier, school.legal_name = Tier.HIGHER_EDUCATION, "Lincoln College"
    school.save()
    quote.institution.refresh_from_db()
    assert [each.code for each in changes_since(quote)] == ["renamed", "tier-changed", "price-since"]


def test_it_is_ordered_once(quote: Quote, teacher: User, colleague: User) -> None:
    order = order_from(quote, teacher, key="quote:1")
    assert order_from(quote, teacher, key="quote:1") == order
    with pytest.raises(Refused, match=f"ordered already: order {order.number}") as refused:
        order_from(quote, colleague)
    assert code_of(refused) == "quote-used"


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_at_once_make_one_order(quote: Quote, teacher: User, colleague: User) -> None:
    answers = at_once(*[lambda: order_from(quote, teacher), lambda: order_from(quote, colleague)] * 2)
    assert sorted(type(answer).__name__ for answer in answers) == ["Order", "Refused", "Refused", "Refused"]
    assert Order.objects.count() == 1


def test_its_last_day_lasts_until_midnight_at_the_office(
    quote: Quote, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_midnight = datetime(2027, 4, 1, tzinfo=timezone.get_default_timezone()).astimezone(UTC)
    on(monkeypatch, office_midnight)
    with pytest.raises(Refused, match="its last day was 31 March 2027") as refused:
        order_from(quote, teacher)
    assert code_of(refused) == "quote-expired"
    on(monkeypatch, office_midnight - timedelta(seconds=1))
    told = mark_of_changes(changes_since(quote))  # its licences begin today: the day quoted is past
    assert [each.code for each in changes_since(quote)] == ["begins-later"]
    assert order_from(quote, teacher, told=told).starts_on == date(2027, 3, 31)


def test_a_withdrawn_quote_is_not_ordered(quote: Quote, teacher: User, office: User) -> None:
    with pytest.raises(Refused, match="Say why"):
        withdraw_quote(quote=quote, by=office)
    withdraw_quote(quote=quote, by=office, because="The print is lost.")
    with pytest.raises(Refused) as refused:
        order_from(quote, teacher)
    assert code_of(refused) == "quote-withdrawn"
    kinds = Reminder.objects.waiting().filter(subject=f"licensing.quote:{quote.pk}")
    assert list(kinds.values_list("kind", flat=True)) == ["licensing.quote-withdrawn"]


def test_who_may_not_order_neither_quotes_nor_withdraws(
    quote: Quote, school: Institution, outsider: User, film: Film, site: LicenceType
) -> None:
    Membership.objects.create(institution=school, user=outsider, role="reader")
    with pytest.raises(Refused, match="Only a member who may order"):
        quote_of(school, outsider, [(film, site)])
    with pytest.raises(Refused, match="Only a member who may order"):
        withdraw_quote(quote=quote, by=outsider)
    with pytest.raises(Refused, match="Only a member who may order"):
        order_from(quote, outsider)


def test_a_quote_of_another_institution_is_not_ordered(quote: Quote, teacher: User) -> None:
    other = Institution.objects.create(legal_name="Another School", tier=Tier.K12, country="US")
    Membership.objects.create(institution=other, user=teacher, role="owner")
    with pytest.raises(Refused) as refused:
        place_order(
            institution=other, quote=quote, method="purchase-order", purchase_order_number="1", by=teacher, starts_on=TODAY
        )  # fmt: skip
    assert code_of(refused) == "quote-of-another"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"valid_days": 0}, "valid-days"),
        ({"valid_days": 366}, "valid-days"),
        ({"valid_days": 10**12}, "valid-days"),
        ({"starts_on": TODAY - timedelta(days=1)}, "starts-too-early"),
        ({"starts_on": date(9999, 12, 31)}, "starts-too-late"),
        ({"expected": "x" * 32}, "price-changed"),
    ],
)
def test_absurd_quotes_are_refused(
    school: Institution, teacher: User, film: Film, site: LicenceType, words: dict[str, Any], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        quote_of(school, teacher, [(film, site)], **words)
    assert code_of(refused) == code


def test_the_same_line_twice_nothing_and_too_many_are_refused(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    for lines, code in (
        ([], "empty"),
        ([(film, site)] * 2, "ordered-twice"),
        ([(film, site)] * 61, "too-many"),
    ):
        with pytest.raises(Refused) as refused:
            quote_of(school, teacher, lines)
        assert code_of(refused) == code


def test_the_office_sets_a_price_of_its_own_with_its_reason(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    own = WantedLine(film=film, licence_type=site, amount=Money(150, "USD"), because="Returning customer")
    quote = quote_of(school, office, [own], asked_by=teacher, valid_days=7)
    assert (quote.made_by, quote.asked_by, quote.valid_until) == (office, teacher, date(2027, 3, 8))
    order = order_from(quote, teacher)
    line = order.lines.get()
    assert (line.amount, line.because) == (Money(150, "USD"), "Returning customer")


@pytest.mark.parametrize(
    ("amount", "because", "code"),
    [
        ("-1", "x", "not-positive"),
        ("1.005", "x", "fraction"),
        ("150", " ", "because"),
        ("1e9", "x", "too-large"),
    ],
)
def test_an_own_price_is_checked(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType, amount: str, because: str, code: str
) -> None:  # fmt: skip
    own = WantedLine(film=film, licence_type=site, amount=Money(amount, "USD"), because=because)
    with pytest.raises(Refused) as refused:
        quote_of(school, office, [own], asked_by=teacher)
    assert code_of(refused) == code


def test_only_who_may_sets_a_price(school: Institution, teacher: User, film: Film, site: LicenceType) -> None:
    own = WantedLine(film=film, licence_type=site, amount=Money(1, "USD"), because="Please")
    with pytest.raises(Refused) as refused:
        quote_of(school, teacher, [own])
    assert code_of(refused) == "own-price"


def test_its_link_is_sent_to_members_and_the_invited_alone(
    quote: Quote, teacher: User, colleague: User
) -> None:
    share_quote(quote=quote, email="Colleague@school.example", by=teacher)
    with pytest.raises(Refused, match="Nobody with this address"):
        share_quote(quote=quote, email="stranger@elsewhere.example", by=teacher)
    sent = Reminder.objects.filter(kind="licensing.quote-shared")
    assert list(sent.values_list("recipient", flat=True)) == [colleague.email]


def test_the_database_keeps_what_a_quote_says(quote: Quote) -> None:
    rows = Quote.objects.filter(pk=quote.pk)
    changes: list[dict[str, Any]] = [
        {"total": Money(1, "USD")},
        {"snapshot": {}},
        {"valid_until": date(2028, 1, 1)},
    ]
    for change in changes:
        with (
            pytest.raises(DatabaseError, match=r"quote_never_says_otherwise|Cannot|read"),
            transaction.atomic(),
        ):
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        QuoteLine.objects.update(amount=Money(1, "USD"))


def test_the_database_knows_no_order_without_quote_or_after_its_end(quote: Quote, order: Order) -> None:
    rows = Quote.objects.filter(pk=quote.pk)
    refused: dict[str, dict[str, Any]] = {
        "quote_accepted_with_its_order": {"status": "accepted"},
        "quote_status_known": {"status": "expired"},
        "quote_accepted_in_time": {"status": "accepted", "order": order, "accepted_on": date(2027, 4, 1)},
        "quote_reason_if_withdrawn": {"withdrawn_because": "x"},
    }
    for name, change in refused.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            rows.update(**change)


def test_pages_are_the_institutions(
    quote: Quote, teacher: User, colleague: User, office: User, outsider: User
) -> None:
    reader = person("reader@school.example")
    Membership.objects.create(institution=quote.institution, user=reader, role="reader")
    people = {
        "owner": teacher,
        "colleague": colleague,
        "reader": reader,
        "office": office,
        "outsider": outsider,
    }
    for path in (f"/quotes/{quote.number}/", f"/quotes/{quote.number}/quote.pdf"):
        assert {name: signed_in(user).get(path).status_code for name, user in people.items()} == {
            "owner": 200, "colleague": 200, "reader": 200, "office": 200, "outsider": 404,
        }  # fmt: skip
        assert signed_in(None).get(path)["Location"] == f"/account/login/?next={path}"
    link = f"/quotes/shared/{quote.token}/"
    assert {name: signed_in(user).get(link).status_code for name, user in people.items()} == {
        "owner": 302, "colleague": 302, "reader": 302, "office": 302, "outsider": 404,
    }  # fmt: skip
    assert signed_in(outsider).post(f"/quotes/{quote.number}/").status_code == 404
    assert signed_in(reader).post(f"/quotes/{quote.number}/").status_code == 404
    for path in ("share", "withdraw"):
        assert signed_in(outsider).post(f"/quotes/{quote.number}/{path}/").status_code == 404


def test_a_member_makes_a_quote_of_the_cart_and_a_colleague_orders_it(
    school: Institution, teacher: User, colleague: User, film: Film, site: LicenceType
) -> None:
    client = signed_in(teacher)
    client.post("/cart/add/", {"film": film.pk, "licence_type": site.pk})
    form = client.get("/quotes/new/").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    made = client.post("/quotes/new/", sent)["Location"]
    assert client.post("/quotes/new/", sent)["Location"] == made
    other = signed_in(colleague)
    data = {"told": "", "method": "purchase-order", "purchase_order_number": "PO-9", "is_exact_name": "on"}
    placed = other.post(made, data)["Location"]
    assert other.post(made, data)["Location"] == placed
    assert "From quote" in other.get(placed).text
    assert "has been ordered already" in client.get(made).text
    assert Order.objects.get().placed_by == colleague


def test_changes_are_shown_and_ordered_only_when_they_were(
    quote: Quote, teacher: User, site: LicenceType
) -> None:
    client, path = signed_in(teacher), f"/quotes/{quote.number}/"
    data = {"told": "", "method": "purchase-order", "purchase_order_number": "PO-9", "is_exact_name": "on"}
    Price.objects.filter(licence_type=site).update(amount=Money(300, "USD"))
    answer = client.post(path, data)
    assert "Look at what has changed" in answer.text
    again = data | {"told": answer.context["form"].now_told}
    assert client.post(path, again)["Location"].startswith("/orders/ORD-2027-")


def test_the_office_makes_a_quote_in_the_admin(
    school: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    client, path = signed_in(office), f"/admin/licensing/institution/{school.pk}/do/make-quote/"
    assert client.get(path).status_code == 200
    data = {
        "request_key": "k", "asked_by": teacher.pk, "starts_on": "2027-03-01", "valid_days": 10,
        "film_1": film.pk, "type_1": site.pk, "amount_1": "150", "because_1": "Returning customer",
    }  # fmt: skip
    assert client.post(path, data).status_code == 302
    quote = Quote.objects.get()
    assert (quote.total, quote.made_by, quote.valid_until) == (Money(150, "USD"), office, date(2027, 3, 11))
    assert client.get(f"/admin/licensing/quote/{quote.pk}/change/").status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_and_the_page_cost_the_same(
    school: Institution,
    teacher: User,
    film: Film,
    site: LicenceType,
    rows: int,
    django_assert_num_queries: Any,
) -> None:
    lines = [(part, site) for part in list(film.parts.all())[:rows]]
    made = [quote_of(school, teacher, lines) for _ in range(rows)]
    client = signed_in(teacher)
    with django_assert_num_queries(8):
        assert client.get("/quotes/").status_code == 200
    with django_assert_num_queries(16):
        assert client.get(f"/quotes/{made[0].number}/").status_code == 200


def test_what_a_report_makes_due_stands_on_the_quote_and_its_order(
    school: Institution, teacher: User, office: User, film: Film, screening: LicenceType
) -> None:
    """35 per cent of the box office, at least 375 dollars: ordered from a quote as from the cart."""
    Price.objects.update(fee_form="percentage", percent=35)
    direct = order_of(school, teacher, [(film, screening)]).lines.get()
    quote = quote_of(school, teacher, [(film, screening)])
    said = "After the report we invoice what 35 per cent of the box office exceeds it."
    assert said in quote.snapshot["document"]["lines"][0]["words"]
    assert said in signed_in(teacher).get(quote.get_absolute_url()).text
    order = order_from(quote, teacher)
    line = order.lines.get()
    assert (line.fee, line.charges, line.amount) == (direct.fee, direct.charges, direct.amount)
    assert line.fee["percent"] == "35.00"
    invoice = issue_invoice(order=order, by=office)
    assert said in invoice.snapshot["document"]["lines"][0]["words"]
    licence = order.lines.get().licence
    [report] = owe_reports([Shown(
        source="screening:1", licences=[licence], institution=school, title="An evening", site="The hall",
        first_day=TODAY, last_day=TODAY,
    )])  # fmt: skip
    answer_report(
        report=report, attendance=80, screenings=1, admission="charged", box_office=Money(50_000, "USD"),
        first_day=TODAY, last_day=TODAY, because="", by=teacher,
    )  # fmt: skip
    assert ReportFee.objects.get().amount == Money(17_125, "USD")


def test_a_price_of_the_office_is_the_guarantee_that_a_report_is_counted_from(
    school: Institution, office: User, teacher: User, film: Film, screening: LicenceType
) -> None:
    Price.objects.update(fee_form="percentage", percent=35)
    wanted = WantedLine(film=film, licence_type=screening, amount=Money(100, "USD"), because="A school.")
    quote = quote_of(school, office, [wanted], asked_by=teacher)
    words = quote.snapshot["document"]["lines"][0]["words"]
    assert "The minimum guarantee of $100.00 is charged now." in words
    fee = Fee.from_json(order_from(quote, teacher).lines.get().fee)
    report = Report(showings=1, box_office=Money(1000, "USD"))
    assert due_after_report(fee, report) == Money(250, "USD")


def test_the_page_of_a_quote_says_that_it_is_open(quote: Quote, teacher: User) -> None:
    page = signed_in(teacher).get(quote.get_absolute_url()).text
    assert f'href="/institutions/{quote.institution_id}/#invitations"' in page
    badge = page.split('class="status status-')[1].split("</span>")[0]
    assert badge.startswith("calm")
    assert badge.endswith("</i> open")
