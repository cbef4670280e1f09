"""Reports of attendance: for members, and for whoever has the signed link."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.requests.limits import always, limited
from accounts.requests.page import PersonRequest
from licensing.documents.report_links import report_of
from licensing.documents.report_words import said_differences
from licensing.forms.report import ReportForm, ScreeningElsewhereForm
from licensing.lookup import acts_for, licence_for
from licensing.models import Act, Institution, RightsReport
from office.permissions import may
from wording.refusals import Refused


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
        return _private(render(request, "licensing/report.html", context, status=HTTPStatus.GONE))
    if found is None:
        raise Http404
    form = None
    if found.status == RightsReport.Status.OWED:
        form = ReportForm(request.POST or None, report=found, user=None)
        if request.method == "POST" and form.is_valid() and form.save():
            messages.success(request, _("Thank you: the report is recorded."))
            return redirect(request.path)
    return _private(_page(request, found, form))


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


def _page(request: HttpRequest, found: RightsReport, form: ReportForm | None) -> HttpResponse:
    answer = found.answer()
    context = {
        "report": found,
        "form": form,
        "answer": answer,
        "differences": said_differences(found, answer),
    }
    return render(request, "licensing/report.html", context)


def _private(response: HttpResponse) -> HttpResponse:
    """What a link opens is nobody else's to keep, and its address goes to no other site."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    return response
