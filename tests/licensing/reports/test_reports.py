"""Reports: owed with a screening, answered by members or by link, corrected by the office; and who may open their pages."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.core import signing
from django.db import DatabaseError, transaction
from django.utils import timezone
from djmoney.money import Money

from accounts.models import User
from catalog.models import Film
from licensing.documents.report_links import link_to
from licensing.models import (
    Institution,
    Licence,
    LicenceType,
    Mailbox,
    Membership,
    ReportAnswer,
    RightsReport,
    Role,
)
from licensing.reports.answering import answer_report, remind_of_report, waive_report
from licensing.reports.owing import Shown, enter_screening, owe_reports
from reminders.models import Reminder
from tests.licensing.conftest import NOW, TODAY, licence_of, person, signed_in
from wording.refusals import Refused

FORM = {
    "attendance": "80", "screenings": "1", "admission": "none", "box_office": "0", "currency": "USD", "first_day": "2027-03-01",
    "last_day": "2027-03-01", "remarks": "",
}  # fmt: skip


@pytest.fixture
def shown(school: Institution, teacher: User, film: Film, screening: LicenceType) -> Licence:
    return licence_of(school, teacher, film, screening)


@pytest.fixture
def report(shown: Licence) -> RightsReport:
    return owed(shown)


def owed(licence: Licence, days: int = 0) -> RightsReport:
    day = TODAY + timedelta(days=days)
    [report] = owe_reports([Shown(
        source="screening:1", licences=[licence], institution=licence.institution, title="An evening", site="The hall",
        first_day=day, last_day=day,
    )])  # fmt: skip
    return report


def answer(report: RightsReport, by: User | None, attendance: int = 80, because: str = "") -> ReportAnswer:
    return answer_report(
        report=report, attendance=attendance, screenings=1, admission="none", box_office=Money(0, "USD"),
        first_day=TODAY, last_day=TODAY, because=because, by=by,
    )  # fmt: skip


def test_it_is_owed_once_and_follows_the_screening(shown: Licence, teacher: User) -> None:
    first = owed(shown)
    assert first.due_on == TODAY + timedelta(days=14)
    moved = owed(shown, days=3)
    assert (moved.pk, moved.due_on) == (first.pk, TODAY + timedelta(days=17))
    waiting = Reminder.objects.waiting().filter(kind="licensing.report-due")
    assert {each.due_at.date() for each in waiting} == {TODAY + timedelta(days=days) for days in (14, 20, 31)}
    owe_reports([Shown(
        source="screening:1", licences=[], institution=shown.institution, title="x", site="y", first_day=TODAY, last_day=TODAY
    )])  # fmt: skip
    moved.refresh_from_db()
    assert moved.status == RightsReport.Status.WITHDRAWN
    assert not waiting.all().exists()


def test_mails_go_to_the_programmes_mailbox(shown: Licence) -> None:
    Mailbox.objects.create(institution=shown.institution, matter="programme", email="films@school.example")
    owed(shown)
    assert set(Reminder.objects.filter(kind="licensing.report-due").values_list("recipient", flat=True)) == {
        "films@school.example"
    }


def test_member_answers_and_the_form_says_what_differs(report: RightsReport, teacher: User) -> None:
    client = signed_in(teacher)
    page = client.post(report.get_absolute_url(), FORM | {"attendance": "130"}, follow=True)
    assert "130 people came; the licence allows 100 at each screening." in page.content.decode()
    report.refresh_from_db()
    assert report.status == RightsReport.Status.ANSWERED
    kinds = set(Reminder.objects.filter(kind__contains="report-answered").values_list("kind", flat=True))
    assert kinds == {"licensing.report-answered", "licensing.report-answered-for-office"}


def test_who_may_open_the_members_page(
    report: RightsReport, teacher: User, office: User, outsider: User, school: Institution
) -> None:
    buyer, programmer = person("buyer@school.example"), person("films@school.example")
    Membership.objects.create(institution=school, user=buyer, role=Role.BUYER)
    Membership.objects.create(institution=school, user=programmer, role=Role.PROGRAMMER)
    path = report.get_absolute_url()
    people = (teacher, programmer, buyer, office, outsider)
    assert [signed_in(user).get(path).status_code for user in people] == [200, 200, 200, 200, 404]
    assert signed_in(None).get(path).status_code == 302
    assert [signed_in(user).post(path, FORM).status_code for user in (buyer, outsider)] == [404, 404]
    assert signed_in(programmer).post(path, FORM).status_code == 302


def test_link_answers_once_and_then_shows_the_answer(report: RightsReport) -> None:
    client, path = signed_in(None), link_to(report)
    asked = client.get(path)
    assert (asked.status_code, asked["Cache-Control"]) == (200, "private, no-store")
    assert client.post(path, FORM).status_code == 302
    client.post(path, FORM | {"attendance": "9"})
    assert [each.attendance for each in report.answers.all()] == [80]
    page = client.get(path).content.decode()
    assert "<form" not in page.split("<main")[1].split("</main")[0]
    assert "80" in page


def test_link_expired_tampered_and_of_another(report: RightsReport, monkeypatch: pytest.MonkeyPatch) -> None:
    client, path = signed_in(None), link_to(report)
    assert client.get(path[:-3] + "xx/").status_code == 404
    assert client.get(f"/reports/{signing.dumps(report.pk, salt='other')}/").status_code == 404
    later = time.time() + 61 * 86400
    monkeypatch.setattr(time, "time", lambda: later)
    assert client.get(path).status_code == 410
    assert client.post(path, FORM).status_code == 410
    assert report.answers.count() == 0


def test_screening_elsewhere_is_entered_by_the_licensee(
    shown: Licence, teacher: User, colleague: User, outsider: User
) -> None:
    path = f"/licences/{shown.number}/reports/new/"
    assert [signed_in(user).get(path).status_code for user in (teacher, colleague, outsider)] == [
        200,
        404,
        404,
    ]
    data = {"title": "In the park", "site": "The park", "first_day": "2027-02-20", "last_day": "2027-02-20"}
    assert signed_in(teacher).post(path, data).status_code == 302
    entered = RightsReport.objects.get(source="")
    assert (entered.title, entered.status) == ("In the park", RightsReport.Status.OWED)
    with pytest.raises(Refused):
        enter_screening(
            licence=shown,
            title="x",
            site="y",
            first_day=TODAY,
            last_day=TODAY - timedelta(days=1),
            by=teacher,
        )


@pytest.mark.parametrize(
    ("first", "last"),
    [("2027-02-20", "9999-12-31"), ("0001-01-01", "2027-02-20"), ("2027-02-20", "2028-04-20")],
)
def test_a_slip_in_a_year_is_refused(report: RightsReport, teacher: User, first: str, last: str) -> None:
    days = {"first_day": first, "last_day": last}
    new = f"/licences/{report.licence.number}/reports/new/"
    for path, data in ((new, {"title": "x", "site": "y"}), (report.get_absolute_url(), FORM)):
        refused = signed_in(teacher).post(path, data | days)
        assert (refused.status_code, "Check the years" in refused.text) == (200, True)
    assert (RightsReport.objects.count(), ReportAnswer.objects.count()) == (1, 0)


def test_office_corrects_with_history(report: RightsReport, teacher: User, office: User) -> None:
    answer(report, teacher)
    with pytest.raises(Refused) as again:
        answer(report, teacher, 90)
    assert again.value.code == "answered"
    with pytest.raises(Refused) as silent:
        answer(report, office, 90)
    assert silent.value.code == "because"
    answer(report, office, 90, "A typing error")
    assert [each.attendance for each in report.answers.all()] == [80, 90]
    newest = report.answer()
    assert newest is not None
    assert (newest.attendance, newest.because, newest.by) == (90, "A typing error", office)
    with pytest.raises(DatabaseError), transaction.atomic():
        report.answers.update(attendance=1)


def test_office_waives_with_a_reason_and_reminds(report: RightsReport, office: User, teacher: User) -> None:
    remind_of_report(report=report, by=office)
    assert Reminder.objects.filter(kind="licensing.report-due", due_at__lte=NOW).exists()
    with pytest.raises(Refused):
        waive_report(report=report, because="No", by=teacher)
    waive_report(report=report, because="The hall burnt down", by=office)
    assert not Reminder.objects.waiting().filter(kind="licensing.report-due").exists()
    with pytest.raises(Refused) as late:
        answer(report, teacher)
    assert late.value.code == "not-owed"


def test_overdue_ones_are_on_the_offices_first_page(
    report: RightsReport, office: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(office)
    listed = "/admin/licensing/rightsreport/?overdue=1"
    assert "An evening" not in client.get(listed).content.decode()
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=20))
    client = signed_in(office)
    assert "Rights reports overdue" in client.get("/admin/").content.decode()
    assert "An evening" in client.get(listed).content.decode()
    path = f"/admin/licensing/rightsreport/{report.pk}/do/"
    assert client.post(f"{path}waive/", {"because": "Agreed by telephone"}).status_code == 302
    report.refresh_from_db()
    assert report.status == RightsReport.Status.WAIVED
