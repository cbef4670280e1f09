"""What other apps' pages show of screenings: `{% load screening_tags %}{% upcoming_showings film %}`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import template
from django.db.models import Q
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString

from catalog.models import Film
from licensing.models import Order
from reminders.kinds import kind_named
from reminders.models import Reminder
from revisions.parts import kept_until, key_of
from revisions.reading import reading_of
from revisions.subjects import PROGRAMME
from screenings.lookup import screenings_for
from screenings.models import Screening, Showing, Venue
from screenings.schedules.announced import access_words, asked_words
from screenings.schedules.rows import next_rows
from screenings.schedules.timetable import Timetable
from screenings.templatetags.standing import visitor_standing
from wording.durations import days_text
from wording.say import Say
from wording.sentences import sentence_html

register = template.Library()
register.filter("access_words", access_words)
register.filter("asked_words", asked_words)
register.simple_tag(days_text, name="days_in_words")

MOST_SHOWN = 12
MOST_COMING = 3
MOST_WAITING = 10
LISTED = (
    "starts_at", "ends_at", "film__title", "film__title_language", "screening__slug", "screening__venue__name",
    "screening__venue__city", "screening__venue__time_zone",
)  # fmt: skip
"""The columns, from six tables, that a list of a film's showings prints."""


@register.simple_tag(takes_context=True)
def upcoming_showings(context: Context, film: Film, key: int, about: list[str]) -> SafeString:
    """The next public showings of a film, of its parts, or of the whole that it is a part of. One query, or none while kept.

    `key` is the film's, and `about` has the subjects of these films, so that the film itself is fetched only where it is needed.
    """
    reading = reading_of(context["request"])

    def made() -> SafeString:
        rows = Showing.objects.upcoming(timezone.now()).of(film).select_related("film", "screening__venue")
        showings = list(rows.only(*LISTED)[:MOST_SHOWN])
        for showing in showings:
            reading.changes_at(showing.ends_at)
        return SafeString(get_template("screenings/upcoming_showings.html").render({"showings": showings}))

    return kept_until(key_of("upcoming", reading, [PROGRAMME, *about], key), reading, made)


@register.simple_tag(takes_context=True)
def coming_screenings(context: Context) -> SafeString:
    """The next screenings as rows of the programme. No query while they are kept."""
    return next_rows(MOST_COMING, reading_of(context["request"]))


@register.simple_tag(takes_context=True)
def plan_here(context: dict[str, Any]) -> str:
    """The path of the film at this address, for a visitor who may plan a screening of it; empty for others. No query.

    For a personal part of a kept page, which knows the request alone.
    """
    match = context["request"].resolver_match
    if match is None or "slug" not in match.kwargs or not visitor_standing(context).may_plan:
        return ""
    return "/".join(filter(None, (match.kwargs["slug"], match.kwargs.get("part_slug", ""))))


@register.simple_tag(takes_context=True)
def waiting_for(context: dict[str, Any], order: Order) -> list[Screening]:
    """The reader's screenings that what was ordered may cover: drafts and suspended ones of its films. One query; none where
    licences are not what was ordered."""
    if order.kind != Order.Kind.LICENCES:
        return []
    films = {line.film_id for line in order.lines.all()}
    around = Q(film__in=films) | Q(film__part_of__in=films) | Q(film__parts__in=films)
    without = (Screening.Status.DRAFT, Screening.Status.SUSPENDED)
    rows = screenings_for(context["request"].user).filter(
        institution=order.institution_id, status__in=without
    )
    return list(rows.filter(around).select_related("film").distinct().order_by("pk")[:MOST_WAITING])


@register.simple_tag
def at_venue(moment: datetime, venue: Venue, show: str = "both") -> str:
    """An instant as the venue's clock and calendar show it: `day`, `clock` or `both`."""
    local = moment.astimezone(venue.zone)
    return date_format(local, {"day": "SHOWING_DAY_FORMAT", "clock": "H:i"}.get(show, "SHOWING_FORMAT"))


@register.simple_tag
def line_of(showing: Showing, venue: Venue) -> str:
    """A showing in one line of a mail: when it begins, of what, where, and what it offers to those who need access."""
    where = "; ".join(filter(None, (showing.screen.name, access_words(showing.access))))
    return f"{at_venue(showing.starts_at, venue)}: {showing.film.title} ({where})"


@register.simple_tag
def at_venue_all(moments: Sequence[datetime], venue: Venue) -> str:
    """Several instants as `at_venue` shows them."""
    return "; ".join(at_venue(moment, venue) for moment in moments)


@register.filter
def in_words(say: Say) -> SafeString:
    """A sentence of the planner or of the rules of rights, in the reader's language."""
    return sentence_html(say)


@register.inclusion_tag("components/day_tracks.html")
def day_tracks(timetable: Timetable, eating: str = "") -> dict[str, Any]:
    """The days of a timetable as tracks on one clock, each with its sittings and intervals in words beneath; `eating` says
    where one can eat in a meal break."""
    return {"timetable": timetable, "eating": eating}


@register.inclusion_tag("components/day_tracks.html")
def slim_tracks(timetable: Timetable) -> dict[str, Any]:
    """Only the tracks, for lists; the text is beside them."""
    return {"timetable": timetable, "is_slim": True}


@register.filter
def kind_label(reminder: Reminder) -> str:
    """What kind of message it is, in the reader's language."""
    kind = kind_named(reminder.kind)
    return str(kind.label) if kind else reminder.kind
