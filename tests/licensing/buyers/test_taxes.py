"""Tax numbers, and certificates of exemption."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction

from accounts.models import User
from licensing.buyers.exemptions import (
    accept_exemption,
    hand_in_exemption,
    refuse_exemption,
    remove_exemption,
)
from licensing.buyers.taxes import checked_number, record_tax_number, remove_tax_number
from licensing.models import Exemption, Institution, TaxNumber
from reminders.models import Reminder
from tests.licensing.conftest import TODAY, signed_in
from tests.office.press import address, buttons
from wording.countries import states_of
from wording.refusals import Refused

PDF = b"%PDF-1.7 a certificate %%EOF"


@pytest.mark.parametrize(
    ("kind", "number", "country", "compact"),
    [
        ("us-ein", "91-1144442", "US", "911144442"),
        ("eu-vat", "BE 0403.019.261", "BE", "BE0403019261"),
        ("gb-vat", "GB 980 7806 84", "GB", "980780684"),
        ("ca-bn", "12302 6635", "CA", "123026635"),
        ("au-abn", "83 914 571 673", "AU", "83914571673"),
        ("ch-vat", "CHE-107.787.577 IVA", "CH", "CHE107787577IVA"),
        ("other", " 12/34 ", "JP", "12/34"),
    ],
)
def test_a_number_is_kept_in_its_compact_form(kind: str, number: str, country: str, compact: str) -> None:
    assert checked_number(kind, number, "JP") == (country, compact)


@pytest.mark.parametrize("kind", [kind for kind in TaxNumber.Kind if kind != "other"])
def test_a_number_that_cannot_exist_is_refused(kind: str) -> None:
    with pytest.raises(Refused, match="is not a valid number") as refused:
        checked_number(kind, "12-3456", "US")
    assert refused.value.code == "number"


def test_a_second_number_of_a_kind_and_country_replaces_the_first(school: Institution, teacher: User) -> None:
    record_tax_number(institution=school, by=teacher, kind="us-ein", number="91-1144442")
    record_tax_number(institution=school, by=teacher, kind="us-ein", number="04-2103545")
    assert [str(each) for each in school.tax_numbers.all()] == ["042103545"]
    remove_tax_number(tax_number=school.tax_numbers.get(), by=teacher)
    assert not TaxNumber.objects.exists()


def handed_in(school: Institution, by: User, **words: Any) -> Exemption:
    given: dict[str, Any] = {"country": "US", "state": "NY", "expires_on": date(2027, 12, 31)} | words
    return hand_in_exemption(institution=school, by=by, file=SimpleUploadedFile("x.pdf", PDF), **given)


def test_an_accepted_certificate_counts_in_its_state_until_its_last_day(
    school: Institution, teacher: User, office: User
) -> None:
    made = handed_in(school, teacher)
    assert not school.exemptions.holding(TODAY).exists()
    accept_exemption(exemption=made, by=office)
    holding = school.exemptions.holding
    assert holding(date(2027, 12, 31)).for_place("US", "NY").exists()
    assert not holding(date(2028, 1, 1)).for_place("US", "NY").exists()
    assert not holding(TODAY).for_place("US", "NJ").exists()
    assert not holding(TODAY).for_place("CA").exists()


def test_its_end_is_told_to_the_institution_and_the_office(
    school: Institution, teacher: User, office: User
) -> None:
    made = accept_exemption(exemption=handed_in(school, teacher), by=office)
    accept_exemption(exemption=made, by=office)
    ending = Reminder.objects.filter(kind__startswith="licensing.exemption-ending").order_by("recipient")
    assert [(each.recipient, each.due_at.date()) for each in ending] == [
        ("office@longtake.example", date(2027, 12, 1)),
        ("teacher@school.example", date(2027, 12, 1)),
    ]
    remove_exemption(exemption=made, by=teacher)
    assert not ending.waiting().exists()


def test_the_office_says_why_not(school: Institution, teacher: User, office: User) -> None:
    made = handed_in(school, teacher)
    with pytest.raises(Refused) as refused:
        accept_exemption(exemption=made, by=teacher)
    assert refused.value.code == "office-only"
    with pytest.raises(Refused, match="Say why"):
        refuse_exemption(exemption=made, because=" ", by=office)
    assert (
        refuse_exemption(exemption=made, because="Not legible.", by=office).refused_because == "Not legible."
    )
    assert Reminder.objects.filter(kind="licensing.exemption-answered").count() == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"expires_on": date(2027, 2, 28)}, "expired"),
        ({"state": "ZZ"}, "state"),
        ({"country": "CA", "state": "NY"}, "state"),
    ],
)
def test_an_impossible_certificate_is_refused(
    school: Institution, teacher: User, words: dict[str, object], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        handed_in(school, teacher, **words)
    assert refused.value.code == code


def test_states_are_those_of_the_united_states(school: Institution) -> None:
    assert (states_of("US")["NY"], next(iter(states_of("US"))), len(states_of("US")) > 50) == (
        "New York",
        "AL",
        True,
    )
    with pytest.raises(IntegrityError, match="exemption_state_of_the_us"), transaction.atomic():
        Exemption.objects.create(institution=school, country="CA", state="ON")


def test_an_answered_certificate_stays_for_the_office_when_it_is_withdrawn(
    school: Institution, teacher: User, office: User
) -> None:
    """An invoice without tax rests on it; one that nobody answered is deleted."""
    made = accept_exemption(exemption=handed_in(school, teacher), by=office)
    other = handed_in(school, teacher, state="NJ")
    for each in (made, other, made):
        remove_exemption(exemption=each, by=teacher)
    row = Exemption.objects.get()
    assert (row.pk, row.status, school.exemptions.holding(TODAY).exists()) == (made.pk, "withdrawn", False)
    assert list(signed_in(teacher).get(school.get_absolute_url()).context["exemptions"]) == []
    desk = signed_in(office)
    assert b"".join(desk.get(row.file.url)) == PDF
    assert "withdrawn by the institution" in desk.get(address(row)).text
    assert (buttons(desk, row), desk.get(address(row, "delete")).status_code) == ([], 403)
    with pytest.raises(Refused, match="has withdrawn this certificate"):
        accept_exemption(exemption=row, by=office)
    with pytest.raises(DatabaseError, match="answered_exemption_stays"), transaction.atomic():
        Exemption.objects.all().delete()
