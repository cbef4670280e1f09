"""What everyone may see: the programme, a screening's schedule, a venue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from revisions.pages import kept
from revisions.reading import reading_of
from revisions.subjects import CATALOGUE, PROGRAMME
from screenings.lookup import public_screening, public_venue
from screenings.models import Screen, Screening, Showing
from screenings.programme.timetables.changes import joined_since
from screenings.schedules.announced import Announced, announced
from screenings.schedules.eating import where_to_eat
from screenings.schedules.printed.programme_pdf import programme_pdf, sentence_about
from screenings.schedules.rows import coming, programme_rows
from screenings.schedules.structured import screening_event
from screenings.schedules.timetable import timetable_of
from screenings.schedules.zones import zone_in_words

MOST_LISTED = 60
MOST_DIGITS = 6
PLACES = "SELECT id, ARRAY['programme', 'catalogue', 'places:' || id, 'film:' || film_id] FROM screenings_screening WHERE slug = %s"
"""What the page of one screening shows: the programme, the film, and how many places are left."""


@require_safe
@kept(PROGRAMME, CATALOGUE)
def programme(request: HttpRequest) -> HttpResponse:
    reading, found = reading_of(request), list(coming()[:MOST_LISTED])
    for each in found:
        reading.changes_at(max(showing.ends_at for showing in each.showings.all()))
    return render(request, "screenings/programme.html", {"rows": programme_rows(found, reading)})


@require_safe
@kept()
def screening(request: HttpRequest, slug: str) -> HttpResponse:
    reading = reading_of(request)
    reading.find(PLACES, [slug])
    found = public_screening(slug)
    timetable = timetable_of(found)
    now = timezone.now()
    lines, called_off = announced(found, timetable), _called_off(found)
    for starts_at in (entry.shown.starts_at for entry in timetable.entries if entry.shown.starts_at > now):
        reading.changes_at(starts_at)
    context = {
        "screening": found,
        "venue": found.venue,
        "timetable": timetable,
        "called_off": called_off,
        "is_open": found.status == Screening.Status.PUBLISHED
        and any(entry.shown.starts_at > now for entry in timetable.entries),
        "announced": lines,
        "sentence": sentence_about(found),
        "screens": _screens(lines),
        "eating": where_to_eat(found.venue, timetable),
        "zone": zone_in_words(found.venue.zone, lines[0].shown.starts_at if lines else now),
        "structured": screening_event(found, timetable, lines, called_off),
        "embedded": settings.SITE_URL + reverse("screenings:widget", args=[found.slug]),
    }
    return render(request, "screenings/screening.html", context)


def _screens(lines: Sequence[Announced]) -> list[Screen]:
    """Those of the showings, each once, by name."""
    used = {line.showing.screen.pk: line.showing.screen for line in lines}
    return sorted(used.values(), key=lambda screen: screen.name)


def _called_off(found: Screening) -> list[Showing]:
    """What somebody called off; not what is shown as a part of another showing."""
    cancelled = [showing for showing in found.showings.all() if showing.is_cancelled]
    joined = joined_since(found) if cancelled else set()
    return [showing for showing in cancelled if showing.pk not in joined]


@require_safe
@limited("programme-pdf", when=always)
def programme_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme on paper."""
    found = public_screening(slug)
    content = programme_pdf(found, timetable_of(found), made_at=timezone.now(), called_off=_called_off(found))
    disposition = {"Content-Disposition": f'inline; filename="{slug}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=disposition)


@require_safe
@xframe_options_exempt
@csp_override(cast("dict[str, list[str]]", settings.SECURE_CSP) | {"frame-ancestors": ["*"]})
@kept()
def widget(request: HttpRequest, slug: str) -> HttpResponse:
    """A small page for other sites' frames, without a script: what is on, when, and how many places are left."""
    reading = reading_of(request)
    reading.find(PLACES, [slug])
    found = public_screening(slug)
    timetable, now = timetable_of(found), timezone.now()
    lines = announced(found, timetable)
    for starts_at in (each.shown.starts_at for each in lines if each.shown.starts_at > now):
        reading.changes_at(starts_at)
    context = {
        "screening": found,
        "venue": found.venue,
        "announced": lines,
        "zone": zone_in_words(found.venue.zone, lines[0].shown.starts_at if lines else now),
        "is_open": found.status == Screening.Status.PUBLISHED
        and any(each.shown.starts_at > now for each in lines),
        "site": settings.SITE_URL,
    }
    return render(request, "screenings/widget.html", context)


@require_safe
@kept(PROGRAMME, CATALOGUE)
def venue(request: HttpRequest, slug: str) -> HttpResponse:
    found = public_venue(slug)
    published = Q(screening__status=Screening.Status.PUBLISHED, screen__venue=found)
    page = _page(request)
    coming = Showing.objects.filter(published).upcoming(timezone.now()).with_listing()
    showings = list(coming[(page - 1) * MOST_LISTED : page * MOST_LISTED + 1])
    for showing in showings:
        reading_of(request).changes_at(showing.ends_at)
    context = {
        "venue": found,
        "showings": showings[:MOST_LISTED],
        "earlier": page - 1,
        "later": page + 1 if len(showings) > MOST_LISTED else None,
    }
    return render(request, "screenings/venue.html", context)


def _page(request: HttpRequest) -> int:
    """Which page of the list is asked for; the first, if that is not said as a number."""
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < MOST_DIGITS else 1
