"""Which licences cover a screening, and what to do when none does. The rules are `licensing.terms.rights`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Max, Q
from django.db.models.functions import Coalesce

from catalog.models import Film, ScreeningCopy
from licensing.licences.answers import Answer, Offer, answer, offers_for, shelf_of
from licensing.licences.held import held_by
from licensing.models import Institution
from licensing.prices.offers import Buyer
from licensing.prices.territory import stretches_in, territory_of
from licensing.terms.days import office_today
from licensing.terms.ours import needed_for
from licensing.terms.rights import (
    Admission,
    Carrier,
    Coverage,
    Held,
    Intended,
    Piece,
    Use,
    Watcher,
    find_coverage,
    window,
)
from licensing.terms.stretches import stretch_at, stretch_from
from screenings import planner
from screenings.models import PlanRequest, Screen, Screening, Showing, Venue
from screenings.planning.arrangement import showing_day, standing_showings
from screenings.planning.drafts import draft_of, showings_of
from screenings.planning.works import Work
from wording.refusals import Refused
from wording.say import Title

CARRIERS = {
    ScreeningCopy.Format.DCP: Carrier.DCP,
    ScreeningCopy.Format.BLU_RAY: Carrier.DISC,
    ScreeningCopy.Format.DVD: Carrier.DISC,
    ScreeningCopy.Format.FILE: Carrier.FILE,
    ScreeningCopy.Format.FILM_35: Carrier.PRINT,
    ScreeningCopy.Format.FILM_16: Carrier.PRINT,
}


def intended_by(
    screening: Screening, *, after: datetime | None = None, as_if: Sequence[Showing] | None = None
) -> Intended | None:
    """The intended use of a screening, for the rules; None when all showings are cancelled.

    Days are those of the programme, as the planner counts them: a showing that begins before midnight, or in the small
    hours, belongs to its evening, so a licence lasts until its last night is over. `after`: only what is not over at
    that instant; `as_if`: with these showings in place of its own.
    """
    shown_at = standing_showings(screening) if as_if is None else as_if
    showings = [each for each in shown_at if after is None or each.ends_at > after]
    if not showings:
        return None
    shown = [_piece(showing, screening) for showing in showings]
    return Intended(
        use=Use.PUBLIC_SCREENING,
        works=frozenset(piece.work for piece in shown),
        first_day=min(piece.first_day for piece in shown),
        last_day=max(piece.last_day for piece in shown),
        country=screening.venue.country,
        enrolment=screening.institution.enrolment,
        watchers=frozenset({Watcher.MEMBERS if screening.members_only else Watcher.PUBLIC}),
        audience=screening.audience,
        admission=Admission(screening.admission),
        public_advertising=screening.public_advertising,
        site=screening.venue.name,
        outdoors=screening.outdoors,
        formats=_carriers(showings),
        screenings=max(showing.run for showing in showings),
        shown=tuple(shown),
        titles={
            showing.film_id: Title(showing.film.title, showing.film.title_language) for showing in showings
        },
    )


def _piece(showing: Showing, screening: Screening) -> Piece:
    day = showing_day(showing, screening)
    return Piece(work=showing.film_id, first_day=day, last_day=day)


def _carriers(showings: Iterable[Showing]) -> frozenset[Carrier]:
    copies = (showing.copy for showing in showings)
    return frozenset(CARRIERS[ScreeningCopy.Format(copy.format)] for copy in copies if copy is not None)


def coverage_of(
    screening: Screening, held: list[Held] | None = None, *, after: datetime | None = None
) -> Coverage:
    """Whether licences of the presenting institution cover the screening, by which, or every reason why not.

    `held` are its licences where somebody has read them already; `after` leaves out what is over by then. A screening
    without showings shows nothing, and nothing covers it.
    """
    intended = intended_by(screening, after=after)
    if intended is None:
        return Coverage(allowed=False)
    if held is None:
        held = held_for(screening.institution, besides=screening, films=intended.works)
    return find_coverage(held, intended)


def answers_about_plans(
    request: PlanRequest, plans: Sequence[planner.Plan], films: Mapping[int, Film]
) -> list[Answer]:
    """For each plan of a request, what would cover the draft that it would become, or what to buy. `films` has what plans show.

    As many queries for several plans as for one: the licences held, the copies, the screens, and what is on sale.
    """
    sittings = [sitting for plan in plans for sitting in plan.sittings]
    screens = Screen.objects.in_bulk({int(sitting.screen) for sitting in sittings})
    works = {Work.read(sitting.film) for sitting in sittings}
    copies = ScreeningCopy.objects.in_bulk({work.copy for work in works if work.copy})
    held = held_for(request.institution, films={work.film for work in works})
    shelf = shelf_of(frozenset(work.film for work in works), office_today())
    buyer = buyer_for(request.institution)
    intended = [_intended_by_plan(request, plan, screens, films, copies) for plan in plans]
    on = office_today()
    return [
        answer(held=held, intended=use, buyer=buyer, on=on, shelf=shelf)
        if use
        else Answer(coverage=Coverage(allowed=False))
        for use in intended
    ]


def _intended_by_plan(
    request: PlanRequest,
    plan: planner.Plan,
    screens: Mapping[int, Screen],
    films: Mapping[int, Film],
    copies: Mapping[int, ScreeningCopy],
) -> Intended | None:
    """None where a screen of the plan, or a copy, is gone since: it cannot be taken either."""
    works = [Work.read(sitting.film) for sitting in plan.sittings]
    if any(int(sitting.screen) not in screens for sitting in plan.sittings):
        return None
    if any(work.copy and work.copy not in copies for work in works):
        return None
    rooms = {int(sitting.screen): screens[int(sitting.screen)] for sitting in plan.sittings}
    draft = draft_of(request, 0, rooms, request.asked_by)
    showings = showings_of(draft, plan, rooms)
    for showing in showings:
        showing.film = films[showing.film_id]
        showing.copy = copies[showing.copy_id] if showing.copy_id else None
    return intended_by(draft, as_if=showings)


def answer_about(screening: Screening, *, after: datetime | None = None) -> Answer:
    """The same with the smallest change that would allow it, and the cheapest licences that would."""
    intended = intended_by(screening, after=after)
    if intended is None:
        return Answer(coverage=Coverage(allowed=False))
    held = held_for(screening.institution, besides=screening, films=intended.works)
    return answer(held=held, intended=intended, buyer=buyer_for(screening.institution), on=office_today())


def held_for(
    institution: Institution, *, besides: Screening | None = None, films: Collection[int] | None = None
) -> list[Held]:
    """The institution's licences, all or those of films by their keys (see `held_by`), with the screenings and the sites each has been used for: four queries."""
    used = _used(institution, besides)
    return held_by(
        institution,
        films=films,
        screenings_used={number: _times(screenings) for number, screenings in used.items()},
        sites_used={
            number: tuple(dict.fromkeys(site for site, _ in screenings.values()))
            for number, screenings in used.items()
        },
    )


def screenings_used(institution: Institution, *, besides: Screening | None = None) -> dict[str, int]:
    """For each licence number of an institution, the number of published screenings that use it; one that is shown again counts
    for each run."""
    return {number: _times(screenings) for number, screenings in _used(institution, besides).items()}


def _times(screenings: Mapping[int, tuple[str, int]]) -> int:
    return sum(runs for _, runs in screenings.values())


def _used(institution: Institution, besides: Screening | None) -> dict[str, dict[int, tuple[str, int]]]:
    """For each licence that the institution may use, by number, the published screenings that rest on it, whoever presents
    them, with the names of their venues and how many times they are shown.
    """
    used_by = [institution.pk, institution.parent_id or institution.pk]
    published = Screening.objects.filter(status=Screening.Status.PUBLISHED).order_by("published_at", "pk")
    if besides is not None:
        published = published.exclude(pk=besides.pk)
    runs = Coalesce(Max("showings__run", filter=~Q(showings__status=Showing.Status.CANCELLED)), 1)
    used: defaultdict[str, dict[int, tuple[str, int]]] = defaultdict(dict)
    for link in ("licence", "further_licences"):
        rows = published.filter(**{f"{link}__institution__in": used_by})
        named = rows.annotate(runs=runs).values_list(f"{link}__number", "pk", "venue__name", "runs")
        for number, key, site, times in named:
            used[number][key] = site, times
    return used


def buyer_for(institution: Institution) -> Buyer:
    return Buyer.of(institution)


def licences_that_would_cover(screening: Screening, *, after: datetime | None = None) -> tuple[Offer, ...]:
    """The cheapest licences on sale to the institution that, with what it holds, would cover the screening; or none.

    `after` leaves out what is over by then.
    """
    intended = intended_by(screening, after=after)
    if intended is None:
        return ()
    held = held_for(screening.institution, besides=screening, films=intended.works)
    buyer = buyer_for(screening.institution)
    return offers_for(held=held, intended=intended, buyer=buyer, on=office_today())


def screened_at(venue: Venue, film: Film, first_day: date, last_day: date) -> Intended:
    """A public screening of a film at a venue within these days, as far as it is known before it is planned."""
    works = frozenset(
        {film.pk} if film.part_of_id else set(film.parts.values_list("pk", flat=True)) or {film.pk}
    )
    return Intended(
        use=Use.PUBLIC_SCREENING,
        works=works,
        first_day=first_day,
        last_day=last_day,
        country=venue.country,
        site=venue.name,
    )


def licence_window(
    presenter: Institution,
    venue: Venue,
    film: Film,
    first_day: date,
    last_day_asked: date,
    *,
    besides: Screening | None = None,
) -> tuple[date | None, date | None]:
    """First and last day on which a licence of the presenter lets a film be screened in public at a venue, within or around the days.

    Without a licence, the days on which we may license the film there, because one can still be bought. None means no limit.
    `besides` is a screening that is planned anew: what it uses of its licence already is not counted.
    """
    held = _held_window(presenter, venue, film, first_day, last_day_asked, besides=besides)
    if held != (None, None):
        return held
    joined = stretches_in(film, venue.country, needed_for({Use.PUBLIC_SCREENING}, presenter.tier))
    stretch = stretch_at(joined, first_day) or stretch_from(joined, first_day)
    if stretch is None:
        return None, None
    is_later = stretch.starts_on is not None and stretch.starts_on > first_day
    return stretch.starts_on if is_later else None, stretch.ends_on


def refuse_unlicensable(
    presenter: Institution, venue: Venue, film: Film, first_day: date, last_day: date
) -> None:
    """Raises Refused (code `territory`) where no plan could ever be licensed, so that nobody works in vain."""
    needed = needed_for({Use.PUBLIC_SCREENING}, presenter.tier)
    answer = territory_of(film, venue.country, first_day, last_day, needed)
    if answer.code == "territory" and _held_window(presenter, venue, film, first_day, last_day) == (
        None,
        None,
    ):
        raise Refused.saying(answer)


def _held_window(
    presenter: Institution,
    venue: Venue,
    film: Film,
    first_day: date,
    last_day: date,
    *,
    besides: Screening | None = None,
) -> tuple[date | None, date | None]:
    return window(held_for(presenter, besides=besides), screened_at(venue, film, first_day, last_day))
