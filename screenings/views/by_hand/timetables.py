"""A timetable changed by hand: the form and its timeline, the rules' opinion, who is told, what another changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.requests.page import PersonRequest
from licensing.lookup import acts_for
from licensing.models import Act
from screenings.forms.timetable import place_forms, places_in, refused_rows
from screenings.lookup import RUN, screening_for
from screenings.models import ScreenHold
from screenings.planning.arrangement import standing_showings
from screenings.planning.by_hand.merging import merged
from screenings.planning.by_hand.places import Place, cut, join, places_of
from screenings.planning.works import Work
from screenings.programme.timetables.changes import last_to_undo, places_at, refuse_undoing
from screenings.programme.timetables.rearranging import rearrange
from screenings.programme.timetables.trying import try_out
from screenings.reach import refuse_beyond_reach
from screenings.views.by_hand.timetable_editor import Editor, editor_of, with_opinion, with_places
from screenings.views.desk import can_arrange
from wording.refusals import Refused


@login_required
def timetable(request: PersonRequest, slug: str) -> HttpResponse:
    """The form alone; sent, it is changed, tried out, or saved, as its button says."""
    found = screening_for(request.user, slug)
    if not can_arrange(found, request.user):
        return redirect("screenings:desk-screening", slug=slug)
    if request.method != "POST":
        return _page(request, editor_of(found, request.user))
    editor = editor_of(found, request.user)
    rows = place_forms(found, editor.screens, data=request.POST)
    if not rows.is_valid():
        editor.refusals = refused_rows(rows, editor.showings)
        return _page(request, editor)
    places = places_in(rows, found.venue.zone)
    if any(each.showing not in editor.showings for each in places):
        return _meanwhile(request, editor, [each for each in places if each.showing in editor.showings])
    if "undoes" in request.POST:
        if editor.undo is None or editor.undo.number != _number(request.POST["undoes"]):
            editor.refusals = refuse_undoing().messages
            return _page(request, editor, status=409)
        editor.undoes = editor.undo
    try:
        with_places(editor, _as_asked(request.POST, places, editor))
    except Refused as refused:
        editor.refusals = refused.messages
        return _page(request, with_places(editor, places))
    if request.htmx:
        return render(
            request,
            "screenings/timetable/opinion.html",
            {"editor": with_opinion(editor), "venue": found.venue},
        )
    if "save" in request.POST or "confirm" in request.POST:
        return _save(request, editor, version=_number(request.POST.get("version")))
    editor.version = _number(request.POST.get("version"))
    return _page(request, editor)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0


def _as_asked(said: Mapping[str, str], places: list[Place], editor: Editor) -> list[Place]:
    """With what a button asks for: a cut, two stretches joined, or the place that would mend something.

    Raises Refused where that place is on no screen of the venue, or out of reach.
    """
    showings = editor.showings
    if "cut" in said:
        key, _sep, at = said["cut"].partition(":")
        showing = showings.get(_number(key.partition("@")[0]))
        whole = next((each for each in places if each.key == key), None)
        begins = whole is not None and showing is not None and whole.from_minute == showing.from_minute
        intro = showing.intro_minutes if showing and begins else 0
        return cut(places, key, _number(at), intro_minutes=intro)
    if "join" in said:
        return join(places, said["join"], {key: Work.of(each) for key, each in showings.items()})
    if "put" in said:
        key, screen, moment = [*said["put"].split("|"), "", ""][:3]
        try:
            starts_at = datetime.fromisoformat(moment)
        except ValueError:
            return places
        if starts_at.tzinfo is None:
            return places
        refuse_beyond_reach(starts_at.date())
        if _number(screen) not in editor.names:
            raise Refused(_("This is not a screen of this venue."), "other-venue")
        return [
            replace(each, screen=_number(screen), starts_at=starts_at) if each.key == key else each
            for each in places
        ]
    return places


def _save(request: PersonRequest, editor: Editor, *, version: int) -> HttpResponse:
    asked: dict[str, Any] = {
        "screening": editor.screening,
        "places": editor.places,
        "version": version,
        "by": request.user,
        "undoes": editor.undoes,
    }
    try:
        if request.POST.get("confirm") != editor.fingerprint:
            outcome = try_out(**asked)
            if outcome.told:
                editor.outcome = outcome
                editor.version = version
                return _page(request, editor)
        change = rearrange(**asked)
    except Refused as refused:
        if any(each.code == "changed-since" for each in refused.error_list):
            return _meanwhile(request, editor, editor.places)
        editor.refusals = refused.messages
        editor.version = version
        return _page(request, editor)
    if change is None:
        messages.info(request, _("Nothing was changed."))
    else:
        messages.success(
            request, _("The timetable is changed. Everyone who holds a place at what moved is told once.")
        )
    return redirect("screenings:timetable", slug=editor.screening.slug)


def _meanwhile(request: PersonRequest, editor: Editor, mine: Sequence[Place]) -> HttpResponse:
    """Somebody else was first: what both changed made one, to be looked at and saved again."""
    found = editor.screening
    every = {each.pk: Work.of(each) for each in found.showings.all()}
    was = places_at(found, _number(request.POST.get("version")))
    theirs = places_of(standing_showings(found))
    both = merged(was if was is not None else theirs, theirs, mine, every)
    fresh = with_places(editor_of(found, request.user), both.places)
    fresh.differences = both.differences
    fresh.other = found.timetable_changes.select_related("by").order_by("-number").first()
    return _page(request, fresh, status=409)


def _page(request: PersonRequest, editor: Editor, *, status: int = 200) -> HttpResponse:
    found = editor.screening
    context = {
        "editor": with_opinion(editor),
        "screening": found,
        "venue": found.venue,
        "can_arrange": True,
        "hold": ScreenHold.objects.filter(screening=found).exists(),
    }
    return render(request, "screenings/timetable/page.html", context, status=status)


@login_required
def undo(request: PersonRequest, slug: str) -> HttpResponse:
    """The state before the last change, as one more; where somebody would be told, their mail is shown first.

    The page with that mail has this address, which only leads back to the timetable when it is loaded again.
    """
    user = request.user
    found = screening_for(user, slug)
    if request.method != "POST":
        return redirect("screenings:timetable", slug=slug)
    last = last_to_undo(found)
    if last is None or not acts_for(user, found.institution, RUN, Act.SCREEN):
        messages.info(request, _("There is no change that can be undone."))
        return redirect("screenings:timetable", slug=slug)
    editor = with_places(editor_of(found, user), last[1])
    editor.undoes = last[0]
    return _save(request, editor, version=editor.version)
