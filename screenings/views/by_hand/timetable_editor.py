"""What the pages show of a timetable that is changed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.utils import timezone

from accounts.models import User
from screenings.forms.timetable import place_forms
from screenings.models import Registration, Screen, Screening, Showing, TimetableChange
from screenings.planning.arrangement import standing_showings
from screenings.planning.by_hand.asking import Opinion, opinion_on
from screenings.planning.by_hand.merging import Difference
from screenings.planning.by_hand.places import Place, cut_points, places_of
from screenings.planning.works import Work
from screenings.programme.timetables.changes import last_to_undo, version_of
from screenings.programme.timetables.trying import Outcome
from screenings.schedules.timeline import Timeline, timeline_of


@dataclass(slots=True, kw_only=True)
class Editor:
    """What the pages show of a timetable that is changed. Nothing of it is saved before somebody says so."""

    screening: Screening
    by: User
    places: list[Place]
    version: int
    rows: Any = None
    opinion: Opinion | None = None
    outcome: Outcome | None = None
    undoes: TimetableChange | None = None
    undo: TimetableChange | None = None
    differences: Sequence[Difference] = ()
    other: TimetableChange | None = None
    refusals: Sequence[str] = ()
    is_changed: bool = False
    told: int = 0
    screens: list[Screen] = field(default_factory=list)
    showings: dict[int, Showing] = field(default_factory=dict)

    @property
    def timeline(self) -> Timeline:
        remarks = self.opinion.remarks if self.opinion else ()
        return timeline_of(self.screening, self.places, self.showings, self.screens, remarks)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The form's rows with what each of them is about, in the order of time."""
        rows = [
            {
                "form": row,
                "place": place,
                "showing": self.showings[place.showing],
                "cuts": [
                    at
                    for at in cut_points(self.showings[place.showing])
                    if place.from_minute < at < place.until_minute
                ],
                "can_join": any(self._goes_on(place, each) for each in self.places),
                "is_stretch": self._is_stretch(place),
                "can_move": self.showings[place.showing].starts_at > timezone.now(),
            }
            for row, place in zip(self.rows.forms, self.places, strict=True)
        ]
        return sorted(rows, key=lambda row: (row["place"].starts_at, row["place"].from_minute))

    def _goes_on(self, first: Place, after: Place) -> bool:
        same = Work.of(self.showings[first.showing]) == Work.of(self.showings[after.showing])
        return same and after.from_minute == first.until_minute

    def _is_stretch(self, place: Place) -> bool:
        works = [Work.of(self.showings[each.showing]) for each in self.places]
        return works.count(Work.of(self.showings[place.showing])) > 1

    @property
    def fingerprint(self) -> str:
        """Of the places: a mail that was shown is sent only of the change that it was shown for."""
        places = sorted(
            repr((each.key, each.until_minute, each.screen, each.starts_at.timestamp()))
            for each in self.places
        )
        return sha256("".join(places).encode()).hexdigest()[:32]

    @property
    def names(self) -> dict[int, str]:
        return {each.pk: each.name for each in self.screens}

    @property
    def disputes(self) -> list[dict[str, Any]]:
        """What two people changed, with the screens' names."""
        names = self.names
        return [
            {
                "key": each.key,
                "showing": self.showings.get(int(each.key.partition("@")[0])),
                "is_disputed": each.is_disputed,
                "mine": each.mine,
                **{
                    who: {"starts_at": place.starts_at, "screen": names.get(place.screen, "")}
                    if place
                    else None
                    for who, place in (("before", each.was), ("theirs", each.theirs), ("yours", each.mine))
                },
            }
            for each in self.differences
        ]


def editor_of(screening: Screening, by: User) -> Editor:
    """The timetable as it stands. Three queries."""
    showings = {each.pk: each for each in standing_showings(screening)}
    found = last_to_undo(screening)
    editor = Editor(
        screening=screening,
        by=by,
        places=[],
        version=version_of(screening),
        undo=found[0] if found else None,
        screens=list(screening.venue.screens.select_related("venue").order_by("name")),
        showings=showings,
    )
    return with_places(editor, places_of(showings.values()))


def with_places(editor: Editor, places: Sequence[Place]) -> Editor:
    """With these places in its form and its timeline."""
    editor.places = list(places)
    editor.rows = place_forms(editor.screening, editor.screens, places=editor.places)
    stands = {each.key: each for each in places_of(editor.showings.values())}
    editor.is_changed = stands != {each.key: each for each in places}
    return editor


def with_opinion(editor: Editor) -> Editor:
    """With the opinion of the rules, and how many are told of what changes."""
    known = {each.pk for each in editor.screens}
    if all(each.screen in known for each in editor.places):
        editor.opinion = opinion_on(editor.screening, editor.places, editor.showings, editor.screens)
    stands = {each.key: each for each in places_of(editor.showings.values())}
    changed = {each.showing for each in editor.places if stands.get(each.key) != each}
    if changed:
        editor.told = Registration.objects.told_of(changed).count()
    return editor
