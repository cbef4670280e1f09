"""Which requests are reports of the office, and where they are read when there is no replica; with one: tests/growth/test_replica.py."""

from __future__ import annotations

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse
from django.test import RequestFactory

from accounts.rest import Rest
from config.hosts import reports
from config.hosts.reports import ReportsMiddleware, asks_for_report

REPORTS = {
    "/admin/licensing/licensor/1/quarter/",
    "/admin/licensing/licensor/unallocated/",
    "/admin/licensing/rightsreport/",
    "/admin/reminders/reminder/due/",
}
OTHERS = {"/admin/", "/admin/licensing/licensor/", "/admin/licensing/no-such/page/", "/films/", "/reports/"}


def test_reports_are_pages_of_the_office_that_are_marked_and_only_read() -> None:
    ask = RequestFactory()
    assert {path for path in REPORTS | OTHERS if asks_for_report(ask.get(path))} == REPORTS
    assert [path for path in REPORTS if asks_for_report(ask.post(path))] == []


def test_without_a_replica_nothing_is_asked() -> None:
    with pytest.raises(MiddlewareNotUsed):
        ReportsMiddleware(lambda _request: HttpResponse())


def test_a_place_that_cannot_be_and_a_replica_that_rests_are_not_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert reports.as_of("no-place") is None
    resting = Rest()
    resting.begin()
    monkeypatch.setattr(reports, "rest_of", lambda _address: resting)
    assert reports.as_of("") is None
