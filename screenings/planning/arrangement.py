"""Turns a screening's own showings into a plan: to name its intervals, and to review a change made by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from screenings import planner
from screenings.access import Access
from screenings.models import Screen, Screening, Showing
from screenings.models.screenings import carried_by
from screenings.planner.kinds import BY_HAND
from screenings.planner.question import programme_day
from screenings.planning.questions import question_about
from screenings.planning.works import Work

BINDING = frozenset({"in-order", "opening-hours", "curfew", "bookings", "turnaround"})
"""Rules that also bind a programmer who arranges by hand: the venue's, and the order of the film. The rest is advice."""


def standing_showings(screening: Screening) -> list[Showing]:
    """Its showings that are not cancelled, in order of time. Uses prefetched showings if there are any."""
    showings = [showing for showing in screening.showings.all() if not showing.is_cancelled]
    return sorted(showings, key=lambda showing: (showing.starts_at, showing.pk))


def plan_by_hand(screening: Screening, showings: Sequence[Showing]) -> planner.Plan:
    """The showings as a plan whose sittings have the same order. It only names intervals, so it reads no hours or bookings."""
    blocks = _blocks(showings)
    days = [showing_day(showing, screening) for showing in showings]
    venue = screening.venue
    screens = {showing.screen_id: showing.screen for showing in showings}
    question = planner.Question(
        blocks=tuple(blocks.values()),
        screens=tuple(
            planner.Screen(
                key=str(key), venue=venue.name, time_zone=venue.time_zone, openings=(), label=screen.name
            )
            for key, screen in screens.items()
        ),
        first_day=min(days),
        last_day=max(days),
    )
    return planner.arrange(planner.Frame(question), _sittings(screening, showings, blocks), BY_HAND.code)


def review_by_hand(
    screening: Screening, showings: Sequence[Showing], screens: Sequence[Screen]
) -> tuple[planner.Plan, list[planner.Finding]]:
    """Reviews the showings (as they would be) against the venue as it is now. Returns the plan and every finding.

    The plan's sittings are in order of time; each says what it occupies.
    """
    question, sittings = question_by_hand(screening, showings, screens, settings=planner.Settings())
    plan = planner.by_hand(question, sittings)
    return plan, planner.review(plan, question)


def question_by_hand(
    screening: Screening,
    showings: Sequence[Showing],
    screens: Sequence[Screen],
    *,
    settings: planner.Settings,
    wished: Mapping[str, planner.Block] | None = None,
    apart_from: Collection[int] = (),
) -> tuple[planner.Question, list[planner.Sitting]]:
    """The question whose answer would be these showings (as they would be), and the answer. Four queries.

    `wished` has by their films the blocks of the request that the screening was planned with: hours and guests that were asked for;
    `apart_from` the keys of the screenings that were named to be kept apart from. They take two queries.
    """
    blocks = _blocks(showings)
    days = [showing_day(showing, screening) for showing in showings]
    question = question_about(
        venue=screening.venue,
        presenter=screening.institution,
        screens=screens,
        blocks=[_as_wished(block, wished or {}) for block in blocks.values()],
        first_day=min(days),
        last_day=max(days),
        settings=settings,
        leaving_out=screening,
        apart_from=apart_from,
    )
    return question, _sittings(screening, showings, blocks)


def _as_wished(block: planner.Block, wished: Mapping[str, planner.Block]) -> planner.Block:
    asked = wished.get(block.film)
    return replace(block, guest=asked.guest, must_start=asked.must_start) if asked else block


def showing_day(showing: Showing, screening: Screening) -> date:
    """The day that a showing belongs to at its venue; one that starts in the small hours belongs to the day before."""
    return programme_day(showing.starts_at, screening.venue.zone)


def _blocks(showings: Sequence[Showing]) -> dict[Work, planner.Block]:
    """A block for each film or part: as long as what is shown of it, cut where its showings cut it. Parts are in order."""
    works: dict[Work, list[Showing]] = {}
    in_order = sorted(
        showings, key=lambda showing: (showing.run, showing.film.part_number or 0, showing.film_id)
    )
    for showing in in_order:
        works.setdefault(Work.of(showing), []).append(showing)
    return {key: _block(key, each) for key, each in works.items()}


def _block(key: Work, showings: list[Showing]) -> planner.Block:
    minutes = max(showing.until_minute for showing in showings)
    edges = {showing.from_minute for showing in showings} | {showing.until_minute for showing in showings}
    film = showings[0].film
    return planner.Block(
        film=str(key),
        label=film.title,
        minutes=minutes,
        part=film.part_number or 1,
        run=key.run,
        chapter_points=tuple(edge for edge in edges if 0 < edge < minutes),
        intro_minutes=max(showing.intro_minutes for showing in showings),
        qa_minutes=max(showing.qa_minutes for showing in showings),
        carries=carried_by(showings[0].copy),
        marks=marked(showings),
    )


def marked(showings: Sequence[Showing]) -> tuple[Access, ...]:
    """What all showings of a part were marked with."""
    return tuple(each for each in Access if all(each in showing.marks for showing in showings))


def _sittings(
    screening: Screening, showings: Sequence[Showing], blocks: dict[Work, planner.Block]
) -> list[planner.Sitting]:
    order = list(blocks)
    return [
        planner.Sitting(
            block=order.index(Work.of(showing)),
            film=str(Work.of(showing)),
            label=showing.film.title,
            part=showing.film.part_number or 1,
            from_minute=showing.from_minute,
            to_minute=showing.until_minute,
            screen=str(showing.screen_id),
            time_zone=screening.venue.time_zone,
            day=showing_day(showing, screening),
            starts_at=showing.starts_at,
            ends_at=showing.ends_at,
            occupies_from=showing.occupied_from,
            occupies_to=showing.occupied_until,
            intro_minutes=showing.intro_minutes,
            qa_minutes=showing.qa_minutes,
        )
        for showing in showings
    ]
