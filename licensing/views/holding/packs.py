"""The renewal pack of chosen licences as a PDF, in the reader's language."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from moneyed import Money

from accounts.requests.limits import always, limited
from accounts.requests.page import PersonRequest
from licensing.documents.bills.renewal_pack import PackRow, renewal_pack_pdf
from licensing.lookup import licences_for
from licensing.sales.ordering.cart import MOST_LINES
from licensing.sales.quoting.packs import Case, ForGood, renewal_cases
from licensing.terms.days import office_today
from licensing.views.buying.orders import pdf_response
from wording.refusals import Refused
from wording.sentences import sentence
from wording.translations import said


@login_required
@require_safe
@limited("checkout", when=always)
def pack(request: PersonRequest) -> HttpResponse:
    """The licences are named in the address (`licence`, several); those of another institution than the first are left out."""
    numbers = [each for each in request.GET.getlist("licence")[:MOST_LINES] if each.isprintable()]
    cases = renewal_cases(licences_for(request.user, numbers), on=office_today())
    if not cases:
        messages.info(request, _("Choose the licences that the renewal pack is about."))
        return redirect("licensing:licences")
    rows = [_row(each) for each in cases]
    try:
        pdf = renewal_pack_pdf(cases[0].licence.institution, rows, _totals(cases), on=office_today())
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("licensing:licences")
    return pdf_response(pdf, "renewal-pack.pdf")


def _row(case: Case) -> PackRow:
    licence = case.licence
    return {
        "film": str(licence.film),
        "lang": licence.film.title_language.split("-")[0],
        "type": f"{licence.said_type().text}, {licence.number}",
        "facts": _facts(case),
        "advice": [
            *(sentence(reason) for reason in case.renewal.reasons),
            *([_for_good(case.for_good)] if case.for_good else []),
        ],
    }


def _facts(case: Case) -> list[list[str]]:
    licence, used, renewal = case.licence, case.used, case.renewal
    ends = date_format(licence.ends_on, "DATE_FORMAT") if licence.ends_on else _("no end date")
    facts = [
        [_("Term"), f"{date_format(licence.starts_on, 'DATE_FORMAT')} – {ends}"],
        [_("It cost"), str(case.paid)],
        [_("Screenings reported"), str(used.screenings)],
        [_("People who came"), str(used.attendance)],
        [_("Downloads"), str(used.downloads)],
    ]
    if renewal.amount is not None:
        until = date_format(renewal.ends_on, "DATE_FORMAT") if renewal.ends_on else _("no end date")
        facts.append([_("Next term"), f"{date_format(renewal.starts_on, 'DATE_FORMAT')} – {until}"])
        facts.append([_("Next price"), str(renewal.amount)])
    return facts


def _for_good(other: ForGood) -> str:
    values = {"type": said(other.licence_type, "name").text, "price": other.price, "count": other.after}
    if other.after is None:
        return _("Without end: “%(type)s” costs %(price)s.") % values
    return ngettext(
        "Without end: “%(type)s” costs %(price)s, less than %(count)d renewal at this price.",
        "Without end: “%(type)s” costs %(price)s, less than %(count)d renewals at this price.",
        other.after,
    ) % values  # fmt: skip


def _totals(cases: list[Case]) -> list[list[str]]:
    """What all of them cost, and would cost, where they have one currency."""
    paid = [each.paid for each in cases]
    coming = [each.renewal.amount for each in cases if each.renewal.amount is not None]
    return [
        [label, str(total)]
        for label, amounts in ((_("All cost"), paid), (_("All would cost next"), coming))
        if len(cases) > 1 and (total := _sum(amounts)) is not None
    ]


def _sum(amounts: list[Money]) -> Money | None:
    if not amounts or len({str(each.currency) for each in amounts}) > 1:
        return None
    return sum(amounts[1:], start=amounts[0])
