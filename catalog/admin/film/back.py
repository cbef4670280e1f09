"""The history of a film with its lists, and the page that asks whether it is to be as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from catalog.editing.publishing import MAY
from catalog.editing.restoring import changes_back, restore_film
from catalog.editing.states import (
    KEPT,
    LISTS,
    Earlier,
    differing_lists,
    lists_of,
    names_in,
    state_after,
    state_at,
    words_of,
)
from catalog.models import Film
from office.permissions import may
from office.refusals import RefusalsOn
from office.site.history import MOST_EVENTS, Happened, column_of, people, value_words
from office.site.moves import Move, MovesAdmin

if TYPE_CHECKING:
    from accounts.models import User

NAMES = {"titles": _("titles"), "credits": _("credits"), "subjects": _("subjects")}
SAID = {
    "insert": _("%(list)s added: %(rows)s."),
    "update": _("%(list)s changed: %(rows)s."),
    "delete": _("%(list)s removed: %(rows)s."),
}
EPOCH, MOST_MICROSECONDS = datetime(1970, 1, 1, tzinfo=UTC), 2**52


class Back(Move[Film]):
    """Not among the moves of a film's page: the history leads to it, and says to which state."""

    name, label, permission = "back", _("Back to this state"), MAY

    def __init__(self, *args: Any, earlier: Earlier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.earlier = earlier

    def facts(self) -> Iterable[tuple[object, object]]:
        changes, lists = changes_back(self.row, self.earlier), differing_lists(self.row, self.earlier)
        for name, (now, then) in changes.items():
            field = column_of(Film, name)
            if field is not None:
                words = f"{value_words(field, now, {})} → {value_words(field, then, {})}"
                yield capfirst(str(field.verbose_name)), words
        standing = lists_of(self.row) if lists else {}
        for name in lists:
            was = (self.earlier.lists or {})[name]
            names = names_in(name, [*standing[name], *was])
            now, then = words_of(name, standing[name], names), words_of(name, was, names)
            yield capfirst(str(NAMES[name])), f"{now or '—'} → {then or '—'}"
        if self.earlier.lists is None:
            yield (
                _now("Titles, credits and subjects"),
                _now("Their history begins later: they stay as they are."),
            )
        if not changes and not lists:
            yield self.row, _now("The film is already as it was then.")

    def act(self) -> str:
        restore_film(film=self.row, earlier=self.earlier, by=self.by)
        return _now("The film is again as it was then.")


class BackAdmin(MovesAdmin[Film]):
    """With the changes of a film's lists in its history, and a link to each earlier state."""

    def get_urls(self) -> list[URLPattern]:
        after = self.admin_site.admin_view(self.after_event_view)
        at = self.admin_site.admin_view(self.at_moment_view)
        return [
            path("<path:object_id>/back/<int:event>/", after, name="catalog_film_back"),
            path("<path:object_id>/back/at/<int:moment>/", at, name="catalog_film_back_at"),
            *super().get_urls(),
        ]

    def happened(self, request: HttpRequest, row: Film) -> list[Happened]:
        listed, of_lists = super().happened(request, row), _changes_of_lists(row)
        rest = dict(of_lists)
        listed = [
            replace(each, sentences=[*each.sentences, *rest.pop((each.at, each.who), [])])
            if each.event
            else each
            for each in listed
        ]  # with the newest of several events of one transaction
        listed += [Happened(at, who, said) for (at, who), said in rest.items()]
        listed.sort(key=lambda each: (each.at, each.event), reverse=True)
        states = [each for each in listed if each.event or (each.at, each.who) in of_lists]
        if not may(request.user, MAY):
            return listed
        return [replace(each, back=_way_back(row, each)) if each in states[1:] else each for each in listed]

    def after_event_view(self, request: HttpRequest, object_id: str, event: int) -> HttpResponse:
        film = self._film(request, object_id)
        return self._back_view(request, film, state_after(film, event) if event < 2**31 else None)

    def at_moment_view(self, request: HttpRequest, object_id: str, moment: int) -> HttpResponse:
        """`moment` in microseconds since 1970."""
        film = self._film(request, object_id)
        is_time = moment < MOST_MICROSECONDS
        return self._back_view(
            request, film, state_at(film, EPOCH + timedelta(microseconds=moment)) if is_time else None
        )

    def _film(self, request: HttpRequest, object_id: str) -> Film:
        if not may(request.user, MAY):
            raise PermissionDenied
        film = self.get_object(request, unquote(object_id))
        if film is None:
            raise Http404
        return film

    def _back_view(self, request: HttpRequest, film: Film, earlier: Earlier | None) -> HttpResponse:
        """Shows what would change (GET); goes back and returns to the film (POST)."""
        if earlier is None:
            raise Http404
        posted = request.POST if request.method == "POST" else None
        form = Back(posted, row=film, by=cast("User", request.user), earlier=earlier)
        if posted is not None and form.is_valid():
            with RefusalsOn(form):
                said = form.act()
                self.log_change(request, film, said)
                messages.success(request, said)
                return redirect(self._back(film))
        return TemplateResponse(request, "office/move.html", self._move_context(request, film, form))


def _way_back(film: Film, state: Happened) -> str:
    if state.event:
        return reverse("admin:catalog_film_back", args=[quote(film.pk), state.event])
    return reverse(
        "admin:catalog_film_back_at", args=[quote(film.pk), (state.at - EPOCH) // timedelta(microseconds=1)]
    )


def _changes_of_lists(film: Film) -> dict[tuple[datetime, str], list[str]]:
    """What changed in a film's lists, by when and by whom."""
    events = list(_events_of_lists(film))
    names = people(event["pgh_context__metadata"] for _name, event in events)
    called = {each: names_in(each, [event for name, event in events if name == each]) for each in LISTS}
    together: dict[tuple[datetime, str], dict[tuple[str, str], list[dict[str, Any]]]] = {}
    for name, event in events:
        who = names.get((event["pgh_context__metadata"] or {}).get("user"), "")
        changes = together.setdefault((event["pgh_created_at"], who), {})
        changes.setdefault((name, event["pgh_label"]), []).append(event)
    return {
        when: [
            str(SAID[label])
            % {"list": capfirst(str(NAMES[name])), "rows": words_of(name, rows, called[name]) or "—"}
            for (name, label), rows in changes.items()
        ]
        for when, changes in together.items()
    }


def _events_of_lists(film: Film) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, each in LISTS.items():
        events = each.events.filter(film_id=film.pk).exclude(pgh_label=KEPT).order_by("-pgh_id")
        columns = ("pgh_label", "pgh_created_at", "pgh_context__metadata", *each.columns)
        yield from ((name, event) for event in reversed(events.values(*columns)[:MOST_EVENTS]))
