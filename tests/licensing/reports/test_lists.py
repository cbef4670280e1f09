"""Reports on the licence's and the institution's pages, in a list, and as spreadsheets; and who may see them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest
from django.http import StreamingHttpResponse
from djmoney.money import Money

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Licence, LicenceType, RightsReport
from licensing.reports.answering import answer_report
from tests.licensing.conftest import TODAY, licence_of, signed_in

type Queries = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture
def shown(school: Institution, teacher: User, film: Film, screening: LicenceType) -> Licence:
    return licence_of(school, teacher, film, screening)


def owed(licence: Licence, title: str, due: int) -> RightsReport:
    """Due so many days from today."""
    day = TODAY - timedelta(days=30)
    return RightsReport.objects.create(
        licence=licence, institution=licence.institution, title=title, site="The hall", first_day=day, last_day=day,
        due_on=TODAY + timedelta(days=due),
    )  # fmt: skip


def answer(report: RightsReport, by: User) -> None:
    answer_report(
        report=report, attendance=80, screenings=1, admission="cost-recovery", box_office=Money("12.50", "USD"),
        first_day=TODAY, last_day=TODAY, remarks="=1+1", by=by,
    )  # fmt: skip


def three(licence: Licence, teacher: User) -> None:
    owed(licence, "Late", -1)
    owed(licence, "Soon", 5)
    answer(owed(licence, "Told", 5), teacher)


def rows(response: Any) -> list[dict[str, str]]:
    assert isinstance(response, StreamingHttpResponse)
    text = response.getvalue().decode().removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_licence_and_institution_lead_to_their_reports(shown: Licence, teacher: User) -> None:
    three(shown, teacher)
    client = signed_in(teacher)
    licence = client.get(shown.get_absolute_url()).content.decode()
    assert all(words in licence for words in ("Late, The hall", "overdue", "owed by", "answered"))
    assert f"/licences/{shown.number}/reports/new/" in licence
    school = client.get(shown.institution.get_absolute_url()).content.decode()
    assert "2 owed, 1 answered" in school
    assert "1 overdue" in school
    assert f"/reports/?institution={shown.institution_id}" in school


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Late", "Soon", "Told"]),
        ("?standing=owed", ["Late", "Soon"]),
        ("?standing=overdue", ["Late"]),
        ("?standing=answered", ["Told"]),
        ("?licence=LIC-2027-9999", []),
        ("?standing=nonsense&institution=x", ["Late", "Soon", "Told"]),
    ],
)
def test_list_and_spreadsheet_show_what_is_asked(
    shown: Licence, teacher: User, query: str, titles: list[str]
) -> None:
    three(shown, teacher)
    client = signed_in(teacher)
    page = client.get(f"/reports/{query}").content.decode()
    assert [title for title in ("Late", "Soon", "Told") if f">{title}, The hall<" in page] == titles
    assert [row["screening"] for row in rows(client.get(f"/reports/reports.csv{query}"))] == titles


def test_spreadsheet_has_the_newest_answer_and_runs_no_formula(
    shown: Licence, teacher: User, office: User
) -> None:
    report = owed(shown, "Told", 5)
    answer(report, teacher)
    answer_report(
        report=report, attendance=90, screenings=2, admission="cost-recovery", box_office=Money("12.50", "USD"),
        first_day=TODAY, last_day=TODAY, remarks="=1+1", because="More", by=office,
    )  # fmt: skip
    [row] = rows(signed_in(teacher).get("/reports/reports.csv"))
    assert (row["people who came"], row["box office"], row["currency"], row["remarks"]) == (
        "90",
        "12.50",
        "USD",
        "'=1+1",
    )


def test_outsiders_see_none_of_it(shown: Licence, teacher: User, colleague: User, outsider: User) -> None:
    three(shown, teacher)
    assert len(rows(signed_in(colleague).get("/reports/reports.csv"))) == 3
    assert rows(signed_in(outsider).get("/reports/reports.csv")) == []
    assert "Late" not in signed_in(outsider).get("/reports/").content.decode()
    other = f"/reports/?institution={shown.institution_id}"
    assert "Late" not in signed_in(outsider).get(other).content.decode()
    assert signed_in(None).get("/reports/").status_code == 302


def test_office_gets_its_list_as_a_spreadsheet(shown: Licence, teacher: User, office: User) -> None:
    three(shown, teacher)
    client = signed_in(office)
    path = "/admin/licensing/rightsreport/"
    assert f"{path}reports.csv?overdue=1" in client.get(f"{path}?overdue=1").content.decode()
    assert len(rows(client.get(f"{path}reports.csv"))) == 3
    assert [row["screening"] for row in rows(client.get(f"{path}reports.csv?overdue=1"))] == ["Late"]
    assert client.get(f"{path}reports.csv?nonsense__x=1").status_code == 400
    assert signed_in(teacher).get(f"{path}reports.csv").status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_for_one_and_three(
    shown: Licence, teacher: User, office: User, count: int, django_assert_num_queries: Queries
) -> None:
    for number in range(count):
        answer(owed(shown, f"Told {number}", 5), teacher)
    client = signed_in(teacher)
    with django_assert_num_queries(7):
        client.get("/reports/")
    with django_assert_num_queries(5):
        client.get("/reports/reports.csv").getvalue()


def test_box_office_in_another_currency_is_refused_on_the_form(shown: Licence, teacher: User) -> None:
    report = owed(shown, "Told", 5)
    data = {
        "attendance": "80", "screenings": "1", "admission": "cost-recovery", "box_office": "500", "currency": "CAD",
        "first_day": "2027-03-01", "last_day": "2027-03-01", "remarks": "",
    }  # fmt: skip
    page = signed_in(teacher).post(report.get_absolute_url(), data).content.decode()
    assert "The fee is in USD, so the box office must be too." in page
    assert not report.answers.exists()
    assert signed_in(teacher).post(report.get_absolute_url(), data | {"currency": "USD"}).status_code == 302
