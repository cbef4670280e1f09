"""A licence as its institution sees it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests.page import PersonRequest
from catalog.reels.films import film_reel
from licensing.delivery.words import OVER
from licensing.documents.proof.certificate import certificate_pdf
from licensing.documents.proof.copies import delivered_copies, promised_copy
from licensing.documents.proof.film_said import directors_of, film_lines
from licensing.documents.proof.folio import folio_of
from licensing.documents.proof.odrl import odrl_of
from licensing.documents.proof.proofs import check_address
from licensing.licences.life import life_of
from licensing.lookup import acts_for, licence_for
from licensing.models import Act
from licensing.notices.ending import EXPIRY_DAYS
from licensing.reports.listing import of_licence
from licensing.sales.quoting.renewals import renewal_opens, renewed_among
from licensing.sales.quoting.upgrades import upgrades_of
from licensing.terms.days import office_today
from licensing.terms.words import definition_words, exclusion_words, grants_words
from licensing.views.buying.orders import pdf_response
from wording.enumeration import enumerated
from wording.refusals import Refused


@login_required
@require_safe
def licence(request: PersonRequest, number: str) -> HttpResponse:
    found = licence_for(request.user, number)
    covered = set() if found.status in OVER else {found.film_id}
    reel = film_reel(found.film.whole, covered=covered, filled_means=_("covered"))
    context = {
        "licence": found,
        "life": life_of(found, office_today()),
        "words": grants_words(found.terms()),
        "exclusions": exclusion_words(found.terms()),
        "definitions": definition_words(found.terms()),
        "film_lines": film_lines(found.film, directors_of([found.film])[found.film_id]),
        "licence_terms": found.document.get("licence_terms"),
        "copies": delivered_copies(found) or [promised_copy(found.line.licence_type)],
        "reel": reel,
        "check_address": check_address(found),
        "reports": of_licence(found),
        "can_report": found.terms().report_due_days is not None
        and acts_for(request.user, found.institution, "licensing.add_rightsreport", Act.SCREEN),
        "can_upgrade": acts_for(request.user, found.institution, "licensing.add_quote")
        and bool(upgrades_of(found)),
        "today": office_today(),
        "renewed_by": renewed_among([found]).get(found.pk) if found.ends_on else None,
        "renewal_opens": renewal_opens(found, office_today()),
        "may_order": acts_for(request.user, found.institution, "licensing.add_quote"),
        "expiry_days": enumerated(str(days) for days in EXPIRY_DAYS if days),
    }
    return render(request, "licensing/licence.html", context)


@login_required
@require_safe
def certificate(request: PersonRequest, number: str) -> HttpResponse:
    found = licence_for(request.user, number)
    try:
        return pdf_response(certificate_pdf(found), f"{found.number}.pdf")
    except Refused as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect(found)


@login_required
@require_safe
def odrl(request: PersonRequest, number: str) -> HttpResponse:
    return JsonResponse(odrl_of(licence_for(request.user, number)), content_type="application/ld+json")


@login_required
@require_safe
def folio(request: PersonRequest, number: str) -> HttpResponse:
    found = licence_for(request.user, number)
    return JsonResponse(folio_of(found, found.standing(office_today())))
