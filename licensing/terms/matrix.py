"""What licences grant, side by side: a line for each dimension of the terms, a cell for each licence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from licensing.terms.rights import Admission, Grants, Use
from licensing.terms.rights.uses import SCREENED, STREAMED
from licensing.terms.words import CARRIER_LABELS, SCOPE_LABELS, USE_LABELS, WATCHER_LABELS, term_of
from wording.enumeration import enumerated

MOST_COLUMNS = 6
"""As many as a page shows side by side and people still read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one licence says of a dimension. `tick`: True for yes, False for no, None where `text` says it."""

    text: str
    tick: bool | None = None


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    cells: tuple[Cell, ...]


def columns_apart[T](licences: Sequence[T], grants_of: Callable[[T], Grants]) -> list[list[T]]:
    """The licences in groups of at most MOST_COLUMNS: first those without public performance, then those with it."""
    groups: list[list[T]] = []
    for is_screened in (False, True):
        same = [each for each in licences if bool(grants_of(each).uses & SCREENED) == is_screened]
        pieces = -(-len(same) // MOST_COLUMNS)
        size = -(-len(same) // pieces) if pieces else 1
        groups += [same[at : at + size] for at in range(0, len(same), size)]
    return groups


def lines_of(columns: Sequence[Grants]) -> list[Line]:
    """Every dimension that distinguishes these licences or that one of them grants, in the order in which people ask."""
    return [Line(label, tuple(cell(grants) for grants in columns)) for label, cell in _dimensions(columns)]


type Dimension = tuple[str, Callable[[Grants], Cell]]


def _dimensions(columns: Sequence[Grants]) -> Iterator[Dimension]:
    for use, label in USE_LABELS.items():
        if any(use in grants.uses for grants in columns):
            yield capfirst(str(label)), lambda grants, use=use: _yes(use in grants.uses)  # type: ignore[misc]  # a lambda keeps its use
    yield gettext("For how long"), lambda grants: Cell(term_of(grants))
    yield gettext("Where"), lambda grants: Cell(str(SCOPE_LABELS[grants.site_scope]))
    if any(grants.watchers for grants in columns):
        yield gettext("Who may watch"), _watchers
    if any(grants.viewer_cap is not None for grants in columns):
        yield gettext("Viewers of streaming, at most"), _viewers
    if any(grants.enrolment_most is not None for grants in columns):
        yield gettext("Enrolled, at most"), lambda grants: _most(grants.enrolment_most)
    if any(grants.uses & SCREENED for grants in columns):
        yield from _of_screenings(columns)
    if any(grants.formats for grants in columns):
        yield gettext("Shown from"), _carriers


def _of_screenings(columns: Sequence[Grants]) -> Iterator[Dimension]:
    yield gettext("Screenings"), _screened(lambda grants: _most(grants.screenings))
    yield gettext("People at each, at most"), _screened(lambda grants: _most(grants.audience_cap))
    yield gettext("Admission"), _screened(lambda grants: Cell(_admission(grants.admission)))
    yield gettext("Advertised to the public"), _screened(lambda grants: _yes(grants.public_advertising))
    yield gettext("Outdoors"), _screened(lambda grants: _yes(not grants.indoor_only))
    if any(grants.members_only for grants in columns):
        yield gettext("For members only"), _screened(lambda grants: _yes(grants.members_only))
    if any(grants.report_due_days is not None for grants in columns):
        yield gettext("Attendance reported within"), _screened(_report)


def _screened(cell: Callable[[Grants], Cell]) -> Callable[[Grants], Cell]:
    """Of a licence that grants no screening there is nothing to say."""
    return lambda grants: cell(grants) if grants.uses & SCREENED else Cell("–")


def _yes(is_so: bool) -> Cell:
    return Cell(gettext("yes") if is_so else gettext("no"), is_so)


def _most(count: int | None) -> Cell:
    return Cell(gettext("any number") if count is None else str(localize(count)))


def _viewers(grants: Grants) -> Cell:
    return _most(grants.viewer_cap) if grants.uses & STREAMED else Cell("–")


def _watchers(grants: Grants) -> Cell:
    return Cell(
        enumerated(str(label) for who, label in WATCHER_LABELS.items() if who in grants.watchers)
        or _whom_the_uses_admit(grants)
    )


def _whom_the_uses_admit(grants: Grants) -> str:
    return (
        gettext("the public")
        if grants.uses & {*SCREENED, Use.LENDING}
        else gettext("the institution's own people")
    )


def _carriers(grants: Grants) -> Cell:
    named = enumerated(str(label) for carrier, label in CARRIER_LABELS.items() if carrier in grants.formats)
    return Cell(grants.format_lock or named or gettext("anything"))


def _admission(admission: Admission) -> str:
    return {
        Admission.NONE: gettext("free"),
        Admission.DONATIONS: gettext("donations"),
        Admission.COST_RECOVERY: gettext("to cover costs"),
        Admission.CHARGED: gettext("may be charged"),
    }[admission]


def _report(grants: Grants) -> Cell:
    days = grants.report_due_days
    if days is None:
        return Cell("–")
    return Cell(ngettext("%(count)d day", "%(count)d days", days) % {"count": days})
