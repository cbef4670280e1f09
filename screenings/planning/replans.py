"""Makes the planner's question of a screening whose showings stand already: which of them move, after something has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils import timezone

from screenings import planner
from screenings.models import PlanRequest, Screen, Screening, Showing
from screenings.planner.kinds import BY_HAND
from screenings.planner.rules import optional_codes
from screenings.planning.arrangement import standing_showings
from screenings.planning.questions import Work, question_about


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What has changed since the showings were fixed: which stay all the same, new lengths of film in minutes (both by the
    keys of showings), and from when until when which screens cannot be used."""

    stays: Collection[int] = ()
    lengths: Mapping[int, int] = field(default_factory=dict)
    lost: Mapping[int, tuple[datetime, datetime]] = field(default_factory=dict)


def to_come(screening: Screening) -> list[Showing]:
    """Its showings that can still move: neither cancelled nor begun."""
    now = timezone.now()
    return [showing for showing in standing_showings(screening) if showing.starts_at > now]


def replan_question(
    screening: Screening,
    screens: Sequence[Screen],
    *,
    first_day: date,
    last_day: date,
    changed: Changed,
    licensed: tuple[date | None, date | None] = (None, None),
) -> planner.Question:
    """The question, as things are now. Wishes that the showings break already, because a person set them so, move nobody."""
    showings = to_come(screening)
    plain = _question(screening, showings, screens, first_day=first_day, last_day=last_day, changed=Changed())
    findings = planner.review(planner.by_hand(plain, placed(plain)), plain)
    broken = {each.rule for each in findings if each.hard} & optional_codes()
    question = _question(
        screening, showings, screens, first_day=first_day, last_day=last_day, changed=changed
    )
    wishes = question.settings.without(*sorted(broken))
    return replace(
        question, settings=replace(wishes, licence_from=licensed[0], licence_to=licensed[1], kinds=())
    )


def _question(
    screening: Screening,
    showings: Sequence[Showing],
    screens: Sequence[Screen],
    *,
    first_day: date,
    last_day: date,
    changed: Changed,
) -> planner.Question:
    works = _works(showings)
    blocks = [_block(each, changed.lengths) for each in works]
    question = question_about(
        venue=screening.venue,
        presenter=screening.institution,
        screens=screens,
        blocks=blocks,
        first_day=first_day,
        last_day=last_day,
        settings=_wishes(screening.plan_request),
        leaving_out=screening,
        not_before=_not_before(screening),
    )
    return replace(
        question,
        screens=tuple(_without(room, changed.lost.get(int(room.key))) for room in question.screens),
        standing=tuple(
            standing
            for at, each in enumerate(works)
            for standing in _standing(at, each, blocks[at], screens, changed.stays)
        ),
    )


def _wishes(request: PlanRequest | None) -> planner.Settings:
    """The wishes of the plan that was taken, so that what was asked for then still holds."""
    settings = planner.question_from_data(request.question).settings if request else planner.Settings()
    return replace(settings, licence_from=None, licence_to=None, kinds=())


def _not_before(screening: Screening) -> datetime:
    """Nothing moves into the past, nor beside a showing that has begun."""
    now = timezone.now()
    begun = [each.ends_at for each in standing_showings(screening) if each.starts_at <= now]
    return max([now, *begun])


def _works(showings: Iterable[Showing]) -> list[list[Showing]]:
    """The showings of each film or part, in the order of the parts, each in the order of the film."""
    works: dict[tuple[int, int | None], list[Showing]] = {}
    for showing in sorted(
        showings, key=lambda each: (each.film.part_number or 0, each.film_id, each.from_minute)
    ):
        works.setdefault((showing.film_id, showing.copy_id), []).append(showing)
    return list(works.values())


def _block(showings: Sequence[Showing], lengths: Mapping[int, int]) -> planner.Block:
    """What is still to come of a part, cut where its showings cut it."""
    first, last = showings[0], showings[-1]
    edges = [0]
    for showing in showings:
        edges.append(edges[-1] + lengths.get(showing.pk, showing.until_minute - showing.from_minute))
    return planner.Block(
        film=str(Work(first.film_id, first.copy_id)),
        label=first.film.title,
        minutes=edges[-1],
        part=first.film.part_number or 1,
        chapter_points=tuple(edges[1:-1]),
        intro_minutes=first.intro_minutes,
        qa_minutes=last.qa_minutes,
    )


def _standing(
    block: int,
    showings: Sequence[Showing],
    made: planner.Block,
    screens: Sequence[Screen],
    stays: Collection[int],
) -> Iterable[planner.Standing]:
    for from_minute, showing in zip(made.edges, showings, strict=False):
        yield planner.Standing(
            key=f"{showing.pk}",
            block=block,
            from_minute=from_minute,
            screen=f"{showing.screen_id}",
            starts_at=showing.starts_at,
            ends_at=showing.ends_at,
            stays=showing.pk in stays,
            fits=tuple(f"{each.pk}" for each in screens if _fits(showing, each)),
        )


def _fits(showing: Showing, screen: Screen) -> bool:
    """Whether a screen can show the copy, and seats everyone who holds a place."""
    shows = showing.copy is None or not screen.formats or showing.copy.format in screen.formats
    return screen.pk == showing.screen_id or (shows and screen.capacity >= showing.booked)


def _without(room: planner.Screen, lost: tuple[datetime, datetime] | None) -> planner.Screen:
    """A screen that cannot be used for a time: it is booked, by nobody."""
    if lost is None:
        return room
    return replace(room, bookings=(*room.bookings, planner.Booking(*lost)))


def placed(question: planner.Question) -> list[planner.Sitting]:
    """The standing showings as the sittings of a plan, with the lengths that the question gives them."""
    frame = planner.Frame(question)
    return [
        planner.place(
            frame,
            block=standing.block,
            screen=standing.screen,
            starts_at=standing.starts_at,
            from_minute=standing.from_minute,
            to_minute=frame.pieces[i].to_minute,
        )
        for i, standing in frame.standing.items()
    ]


def stood(question: planner.Question) -> planner.Plan:
    """The timetable as it stood, with the lengths that it had."""
    frame = planner.Frame(question)
    pairs = zip(placed(question), frame.standing.values(), strict=True)
    return planner.arrange(frame, [replace(new, ends_at=old.ends_at) for new, old in pairs], BY_HAND.code)
