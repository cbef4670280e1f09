"""What a person's institutions hold: all licences on one scale, as a spreadsheet, and as a calendar of their ends."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.requests.limits import always, limited
from accounts.requests.page import PersonRequest
from licensing.documents.lists import calendar_of_ends, licences_csv
from licensing.forms.licences import LicenceFilterForm
from licensing.licences.feeds import ends_for, renew_feed
from licensing.licences.life import life_of
from licensing.licences.listing import (
    Wanted,
    bars_of,
    held_by_institutions,
    holders_for,
    kinds_held,
    rows_of,
    scale_of,
)
from licensing.models import LicenceFeed
from licensing.models.licences.licences import LicenceQuerySet
from licensing.sales.quoting.renewals import renewable_among, renewed_among
from licensing.terms.days import office_today

ON_A_PAGE = 25
AT_ONCE = 500
"""Rows that the database sends at a time."""


def _asked(request: PersonRequest, on: date) -> tuple[LicenceFilterForm, LicenceQuerySet]:
    """The filters, and the licences that they show."""
    holders = holders_for(request.user)
    form = LicenceFilterForm(request.GET, kinds=kinds_held(holders))
    return form, held_by_institutions(holders, form.wanted(), on=on)


@login_required
@require_safe
def licences(request: PersonRequest) -> HttpResponse:
    today = office_today()
    form, found = _asked(request, today)
    wanted = form.wanted()
    page = Paginator(found.values_list("pk", flat=True), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = rows_of(list(page.object_list))
    scale = scale_of(rows, today)
    feed = LicenceFeed.objects.filter(user=request.user).first()
    bars = bars_of(
        rows,
        scale,
        today,
        renewable=renewable_among(rows, by=request.user, on=today),
        renewed=renewed_among(rows),
    )
    context = {
        "form": form,
        "is_filtered": wanted != Wanted(order=wanted.order),
        "page_obj": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number),
        "bars": bars,
        "can_renew": any(bar.can_be_renewed for bar in bars),
        "scale": scale,
        "today": scale.place(today),
        "feed_address": settings.SITE_URL + feed.get_absolute_url() if feed else "",
    }
    return render(request, "licensing/licences.html", context)


@login_required
@require_safe
def as_csv(request: PersonRequest) -> StreamingHttpResponse:
    """The licences that the same filters show, all pages of them."""
    today = office_today()
    _form, found = _asked(request, today)
    rows = found.select_related("film__part_of", "line__order").without_papers().iterator(chunk_size=AT_ONCE)
    lines = licences_csv((licence, life_of(licence, today).sentence) for licence in rows)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="licences.csv"'
    return answer


@login_required
@require_POST
def renew(request: PersonRequest) -> HttpResponse:
    renew_feed(user=request.user)
    messages.success(request, _("Your calendar has a new address. The old one no longer works."))
    return redirect("licensing:licences")


@never_cache
@require_safe
@limited("licence-ends", when=always)
def ends(request: HttpRequest, token: str) -> StreamingHttpResponse:
    """Calendar programs do not sign in: whoever has the address reads it, while the person may."""
    feed = LicenceFeed.objects.select_related("user").filter(token=token, user__is_active=True).first()
    if feed is None:
        raise Http404
    events = calendar_of_ends(ends_for(feed.user).iterator(chunk_size=AT_ONCE))
    return StreamingHttpResponse(events, content_type="text/calendar; charset=utf-8")
