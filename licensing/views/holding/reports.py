"""Reports of attendance: for members, and for whoever has the signed link."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from accounts.requests.page import PersonRequest
from licensing.documents.report_links import report_of
from licensing.documents.report_lists import reports_csv
from licensing.documents.report_words import said_differences
from licensing.forms.report import ReportFilterForm, ReportForm, ScreeningElsewhereForm
from licensing.lookup import acts_for, licence_for
from licensing.models import Act, Institution, RightsReport
from licensing.reports.fees import fees_shown
from licensing.reports.listing import Wanted, reports_of, with_answers
from licensing.terms.days import office_today
from licensing.views.private import private
from office.permissions import may
from wording.refusals import Refused

ON_A_PAGE = 25
AT_ONCE = 500
"""Rows that the database sends at a time."""


@login_required
def report(request: PersonRequest, number: str, pk: int) -> HttpResponse:
    """A member's page: the form while it is owed, if their role may screen; then the answer."""
    rows = RightsReport.objects.with_listing()
    if not may(request.user, "licensing.view_rightsreport"):
        rows = rows.filter(institution__in=Institution.objects.of(request.user).order_by().values("pk"))
    found = get_object_or_404(rows, pk=pk, licence__number=number)
    can_answer = acts_for(request.user, found.institution, "licensing.change_rightsreport", Act.SCREEN)
    form = None
    if can_answer and found.status == RightsReport.Status.OWED:
        form = ReportForm(request.POST or None, report=found, user=request.user)
        if request.method == "POST" and form.is_valid() and form.save():
            messages.success(request, _("Thank you: the report is recorded."))
            return redirect(found)
    elif request.method == "POST":
        raise Http404
    return _page(request, found, form)


@limited("report-link", when=always)
def report_link(request: HttpRequest, token: str) -> HttpResponse:
    """Needs no sign-in: the link is the permission, once; afterwards it shows the answer."""
    try:
        found = report_of(token)
    except Refused as refused:
        context = {"why": " ".join(refused.messages)}
        return private(render(request, "licensing/report.html", context, status=HTTPStatus.GONE))
    if found is None:
        raise Http404
    form = None
    if found.status == RightsReport.Status.OWED:
        form = ReportForm(request.POST or None, report=found, user=None)
        if request.method == "POST" and form.is_valid() and form.save():
            messages.success(request, _("Thank you: the report is recorded."))
            return redirect(request.path)
    return private(_page(request, found, form))


@login_required
def report_new(request: PersonRequest, number: str) -> HttpResponse:
    """A screening that was not planned here, under a licence that asks for reports."""
    licence = licence_for(request.user, number)
    can_enter = acts_for(request.user, licence.institution, "licensing.add_rightsreport", Act.SCREEN)
    if not can_enter or licence.terms().report_due_days is None:
        raise Http404
    form = ScreeningElsewhereForm(request.POST or None, licence=licence, user=request.user)
    if request.method == "POST" and form.is_valid() and (entered := form.save()):
        return redirect(entered)
    return render(request, "licensing/report_new.html", {"licence": licence, "form": form})


@login_required
@require_safe
def reports(request: PersonRequest) -> HttpResponse:
    """What the person's institutions owe and have answered."""
    today = office_today()
    form, wanted = _asked(request)
    found = with_answers(reports_of(request.user, wanted, on=today).with_listing())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "is_filtered": wanted != Wanted(),
        "page_obj": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number),
        "today": today,
    }
    return render(request, "licensing/reports.html", context)


@login_required
@require_safe
def as_csv(request: PersonRequest) -> StreamingHttpResponse:
    """The reports that the same filters show, all pages of them."""
    _form, wanted = _asked(request)
    found = reports_of(request.user, wanted, on=office_today()).with_listing()
    return csv_response(with_answers(found).iterator(chunk_size=AT_ONCE))


def csv_response(reports: Iterable[RightsReport]) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(reports_csv(reports), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="reports.csv"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _asked(request: PersonRequest) -> tuple[ReportFilterForm, Wanted]:
    rows = Institution.objects.of(request.user).order_by("legal_name", "pk")
    form = ReportFilterForm(request.GET, institutions=list(rows.values_list("pk", "legal_name")))
    return form, form.wanted()


def _page(request: HttpRequest, found: RightsReport, form: ReportForm | None) -> HttpResponse:
    answer = found.answer()
    context = {
        "report": found,
        "form": form,
        "answer": answer,
        "differences": said_differences(found, answer),
        "fees": fees_shown(found),
    }
    return render(request, "licensing/report.html", context)
