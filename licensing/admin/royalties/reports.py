"""Rights reports with their moves: remind, waive, answer or correct for the licensee."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from djmoney.money import Money

from licensing.admin.queue_filter import OverdueReports
from licensing.admin.royalties.report_fees import FEE_MOVES
from licensing.documents.report_words import said_differences
from licensing.models import ReportAnswer, RightsReport
from licensing.reports.answering import answer_report, attendance_known, remind_of_report, waive_report
from licensing.reports.listing import with_answers
from licensing.terms.words import ADMISSION_LABELS
from licensing.views.holding.reports import AT_ONCE, csv_response
from office.reports import report
from office.site.moves import Move, MovesAdmin
from office.site.rows import ReadOnly, ReadOnlyAdmin, ShownInline


class ReportMove(Move[RightsReport]):
    permission = "licensing.change_rightsreport"

    @classmethod
    def fits(cls, row: RightsReport) -> bool:
        return row.status == RightsReport.Status.OWED

    def facts(self) -> Iterable[tuple[object, object]]:
        yield _("licence"), self.row.licence.number
        yield _("presented by"), self.row.institution
        yield _("screening"), self.row
        yield _("due on"), self.row.due_on


class Remind(ReportMove):
    name = "remind"
    label = _("Remind")

    def act(self) -> str:
        remind_of_report(report=self.row, by=self.by)
        return _now("The report is asked for again, with a fresh link.")


class Waive(ReportMove):
    name = "waive"
    label = _("Waive")
    because = forms.CharField(label=_("Reason"), max_length=250)

    def act(self) -> str:
        waive_report(report=self.row, because=self.cleaned_data["because"], by=self.by)
        return _now("The report is waived.")


class Answer(ReportMove):
    name = "answer"
    label = _("Enter the report")
    field_of_code = {
        "days": "last_day",
        "not-yet": "first_day",
        "fraction": "box_office",
        "too-large": "box_office",
    }
    attendance = forms.IntegerField(label=_("People who came"), min_value=0)
    screenings = forms.IntegerField(label=_("Screenings"), min_value=1, initial=1)
    admission = forms.ChoiceField(
        label=_("Admission"), choices=[(a.value, label) for a, label in ADMISSION_LABELS.items()]
    )
    box_office = forms.DecimalField(label=_("Box office"), max_digits=12, decimal_places=2, initial=0)
    first_day = forms.DateField(label=_("First day"), widget=AdminDateWidget)
    last_day = forms.DateField(label=_("Last day"), widget=AdminDateWidget)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = self.row.answer()
        if answer is None:
            self.initial.update({"first_day": self.row.first_day, "last_day": self.row.last_day})
            known = attendance_known(self.row)
            if known is not None:
                self.initial["attendance"] = known.people
            fee = self.row.licence.line.amount.currency
            if known is not None and known.box_office is not None and known.box_office.currency == fee:
                self.initial["box_office"] = known.box_office.amount
            return
        names = ("attendance", "screenings", "admission", "first_day", "last_day")
        self.initial.update({name: getattr(answer, name) for name in names})
        self.initial.update({"box_office": answer.box_office.amount})

    def act(self) -> str:
        currency = self.row.licence.line.amount.currency
        data = self.cleaned_data | {"box_office": Money(self.cleaned_data["box_office"], currency)}
        answer = answer_report(report=self.row, by=self.by, **data)
        differences = said_differences(self.row, answer)
        return " ".join([_now("The report is recorded."), *differences])


class Correct(Answer):
    name = "correct"
    label = _("Correct the report")
    because = forms.CharField(label=_("Reason"), max_length=250)

    @classmethod
    def fits(cls, row: RightsReport) -> bool:
        return row.status == RightsReport.Status.ANSWERED


class AnswerInline(ShownInline[ReportAnswer, RightsReport]):
    model = ReportAnswer
    fields = readonly_fields = (
        "answered_at", "attendance", "screenings", "admission", "box_office", "first_day", "last_day", "remarks", "because",
        "by",
    )  # fmt: skip


@admin.register(RightsReport)
class RightsReportAdmin(ReadOnly, MovesAdmin[RightsReport]):
    """Owed with a screening, and moved by buttons alone; every answer stays."""

    list_display = ("title", "site", "institution", "licence", "due_on", "status")
    list_filter = (OverdueReports, "status", "due_on")
    search_fields = ("title", "site", "institution__legal_name", "licence__number")
    list_select_related = ("institution", "licence")
    date_hierarchy = "due_on"
    inlines = (AnswerInline,)
    fields = readonly_fields = (
        "title", "site", "institution", "licence", "first_day", "last_day", "due_on", "status", "waived_because",
        "differences",
    )  # fmt: skip
    change_list_template = "licensing/office/reports.html"
    moves = (Remind, Waive, Answer, Correct, *FEE_MOVES)

    @report
    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(request, extra_context)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.csv_view)
        return [path("reports.csv", view, name="licensing_rightsreport_csv"), *super().get_urls()]

    def csv_view(self, request: HttpRequest) -> StreamingHttpResponse:
        """What the list shows with the same filters, all pages of it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            rows = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters as error:
            raise BadRequest("There is no such filter.") from error
        return csv_response(with_answers(rows).iterator(chunk_size=AT_ONCE))

    def get_queryset(self, request: HttpRequest) -> Any:
        return (
            super()
            .get_queryset(request)
            .select_related("licence__line", "licence__film__part_of", "institution")
        )

    @admin.display(description=_("differs from the licence"))
    def differences(self, report: RightsReport) -> str:
        return " ".join(said_differences(report, report.answer())) or "—"


@admin.register(ReportAnswer)
class ReportAnswerAdmin(ReadOnlyAdmin[ReportAnswer]):
    list_display = ("report", "attendance", "box_office", "answered_at", "by")
    search_fields = ("report__title", "report__licence__number")
    list_select_related = ("report", "by")
