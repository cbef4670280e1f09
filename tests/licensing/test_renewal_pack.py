"""The renewal pack: its figures, its words, and who gets it."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from moneyed import Money
from pypdf import PdfReader
from pytest_django import Settings

from accounts.models import User
from accounts.requests.limits import forget_all
from catalog.models import Film
from licensing.models import Institution, Licence, LicenceType, ReportAnswer, RightsReport, Tier
from licensing.sales.quoting.packs import renewal_cases
from licensing.terms.charging.renewing import renewals_until_dearer
from tests.licensing.conftest import TODAY, add_price, licence_of, signed_in

ADDRESS = "/licences/pack.pdf"


def words_of(answer: Any) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    return " ".join(text.split())


@pytest.fixture
def ending(licence: Licence) -> Licence:
    """It ends so soon that it can be renewed."""
    Licence.objects.update(ends_on=date(2027, 5, 1))
    licence.refresh_from_db()
    return licence


@pytest.fixture
def forever(site: LicenceType, film: Film) -> LicenceType:
    kind = LicenceType.objects.get(pk=site.pk)
    kind.pk, kind.code, kind.name = None, "forever", "Forever"
    kind.term_months, kind.term_days, kind.perpetual = None, None, True
    kind.save()
    add_price(film, kind, Tier.K12, 500)
    return kind


@pytest.mark.parametrize(
    ("renewal", "once", "after"),
    [(200, 500, 3), (250, 500, 3), (500, 500, 2), (600, 500, 1), (0, 500, None)],
)
def test_break_even_is_the_first_renewal_at_which_they_cost_more(
    renewal: int, once: int, after: int | None
) -> None:
    assert renewals_until_dearer(Money(renewal, "USD"), Money(once, "USD")) == after
    assert renewals_until_dearer(Money(1, "EUR"), Money(500, "USD")) is None


def test_figures_are_those_reported_and_the_newest_answer_counts(
    school: Institution, teacher: User, ending: Licence, forever: LicenceType
) -> None:
    report = RightsReport.objects.create(
        licence=ending,
        institution=school,
        title="Rust",
        site="Hall",
        first_day=TODAY,
        last_day=TODAY,
        due_on=TODAY,
    )
    for attendance in (40, 45):
        ReportAnswer.objects.create(
            report=report,
            attendance=attendance,
            screenings=2,
            admission="none",
            box_office=Money(0, "USD"),
            first_day=TODAY,
            last_day=TODAY,
        )
    (case,) = renewal_cases([ending], on=TODAY)
    assert (case.used.screenings, case.used.attendance, case.used.downloads) == (2, 45, 0)
    assert case.for_good is not None
    assert (case.for_good.licence_type, case.for_good.price) == (forever, Money(500, "USD"))
    assert case.renewal.amount is not None
    assert case.for_good.after == 500 // case.renewal.amount.amount + 1


def test_the_pack_is_a_pdf_in_the_readers_language(
    teacher: User, ending: Licence, forever: LicenceType
) -> None:
    answer = signed_in(teacher).get(ADDRESS, {"licence": ending.number})
    assert answer["Content-Type"] == "application/pdf"
    said = words_of(answer)
    for words in (
        "Renewal pack",
        ending.number,
        ending.licensee_name,
        "Next price",
        "Without end",
        "Forever",
    ):
        assert words in said


def test_only_those_who_see_the_licence_get_it(
    teacher: User, colleague: User, office: User, outsider: User, ending: Licence
) -> None:
    people = (teacher, colleague, office, outsider, None)
    answers = [signed_in(each).get(ADDRESS, {"licence": ending.number}).status_code for each in people]
    assert answers == [200, 200, 200, 302, 302]
    assert ADDRESS in signed_in(teacher).get("/licences/").text


@pytest.mark.parametrize("rows", [1, 3])
def test_it_costs_the_same_for_one_and_three(
    school: Institution,
    teacher: User,
    film: Film,
    site: LicenceType,
    rows: int,
    django_assert_num_queries: Any,
) -> None:
    numbers = [licence_of(school, teacher, part, site).number for part in list(film.parts.all())[:rows]]
    client = signed_in(teacher)
    with django_assert_num_queries(12):
        assert client.get(ADDRESS, {"licence": numbers}).status_code == 200


def test_long_titles_and_names_of_other_scripts_are_printed(
    school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    Institution.objects.filter(pk=school.pk).update(
        legal_name="\u062c\u0627\u0645\u0639\u0629 " * 20 + "\u6e05\u534e\u5927\u5b66"
    )
    Film.objects.filter(pk=film.pk).update(title="\u94c1\u897f\u533a " * 25)
    film.refresh_from_db()
    school.refresh_from_db()
    licence = licence_of(school, teacher, film, site)
    answer = signed_in(teacher).get(ADDRESS, {"licence": licence.number})
    assert answer["Content-Type"] == "application/pdf"


def test_packs_are_limited(ending: Licence, teacher: User, settings: Settings) -> None:
    settings.LIMITS = settings.LIMITS | {"checkout": "1/minute"}
    client = signed_in(teacher)
    forget_all()
    assert [client.get(ADDRESS).status_code for _ in range(2)] == [302, 429]
    forget_all()
