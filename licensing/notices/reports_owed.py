"""Which messages about rights reports are owed to whom, and when. What each says is in `report_kinds`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.utils import timezone

from licensing.models import Act, Institution, Mailbox, ReportFee, RightsReport
from licensing.notices.owed import mailboxes, members
from reminders import outbox
from reminders.notices import Notice, Recipient, owe_notices

DUE_DAYS = (3, -3, -14)
"""Days before a report is due on which it is asked for; the last two are after."""
DUE, FEE = "licensing.report-due", "licensing.report-fee-to-settle"


def owe_reports_due(reports: Sequence[RightsReport]) -> None:
    """Before and after each is due, as long as it is owed; what waited for another day is forgotten."""
    outbox.cancel_many(subjects=[outbox.subject_of(each) for each in reports], kinds=[DUE])
    presenters = {each.institution_id: each.institution for each in reports}
    recipients = {key: _recipients(institution) for key, institution in presenters.items()}
    owe_notices(
        notice
        for report in reports
        for each in recipients[report.institution_id]
        for notice in asks(report, each)
    )


def asks(report: RightsReport, to: Recipient) -> Iterator[Notice]:
    """Days that passed before it was owed are made up for by one question now."""
    days = {ago: to.at(report.due_on - timedelta(days=ago)) for ago in DUE_DAYS}
    passed = [ago for ago, at in days.items() if at <= timezone.now()]
    for ago, at in days.items():
        occasion = f"{report.due_on}:{ago}"
        if ago not in passed:
            yield Notice(kind=DUE, about=report, to=to, due_at=at, occasion=occasion)
        elif ago == passed[-1]:
            yield Notice(kind=DUE, about=report, to=to, occasion=occasion)


def owe_report_reminder(report: RightsReport) -> None:
    """Now, because the office asks."""
    now = timezone.now().isoformat()
    owe_notices(
        Notice(kind=DUE, about=report, to=each, occasion=now) for each in _recipients(report.institution)
    )


def owe_report_answered(report: RightsReport, *, differs: bool) -> None:
    """To whoever presented it; and to the office if it is not all as the licence allows."""
    now = timezone.now().isoformat()
    to = [("licensing.report-answered", each) for each in _recipients(report.institution)]
    if differs:
        to.append(("licensing.report-answered-for-office", Recipient.office()))
    owe_notices(Notice(kind=kind, about=report, to=each, occasion=now) for kind, each in to)


def owe_fee_to_settle(fee: ReportFee) -> None:
    """To the office: something is to be invoiced or credited after a report."""
    owe_notices([Notice(kind=FEE, about=fee, to=Recipient.office())])


def forget_fee(fee: ReportFee) -> None:
    outbox.cancel_many(subjects=[outbox.subject_of(fee)], kinds=[FEE])


def forget_report(report: RightsReport) -> None:
    outbox.cancel_many(subjects=[outbox.subject_of(report)], kinds=[DUE])


def _recipients(institution: Institution) -> list[Recipient]:
    """The programme's mailboxes; where there is none, the members who may screen."""
    programmers = members(institution, Act.SCREEN)
    return mailboxes(institution, Mailbox.Matter.PROGRAMME, like=programmers) or programmers
