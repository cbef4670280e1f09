"""Makes the planner's question of a screening whose showings stand already: which of them move, after something has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from screenings import planner
from screenings.models import Screen, Screening, Showing
from screenings.models.screenings import carried_by
from screenings.planner.kinds import BY_HAND
from screenings.planner.rules import optional_codes
from screenings.planning.arrangement import marked, showing_day, standing_showings
from screenings.planning.questions import ROUND_START, question_about
from screenings.planning.works import Work


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


def days_spanned(screening: Screening, first_day: date, last_day: date) -> tuple[date, date]:
    """The days asked for, and those between them and the showings to come: who stands outside them may stay."""
    days = [showing_day(showing, screening) for showing in to_come(screening)]
    return min([first_day, *days]), max([last_day, *days])


def replan_question(
    screening: Screening,
    screens: Sequence[Screen],
    *,
    first_day: date,
    last_day: date,
    changed: Changed,
    licensed: tuple[date | None, date | None] = (None, None),
) -> planner.Question:
    """The question, as things are now: what moves keeps to the two days. Wishes that the showings break already, because a person set them so, move nobody."""
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
    keys = {each.pk for each in showings}
    begun = [each for each in standing_showings(screening) if each.pk not in keys]
    first, last = days_spanned(screening, first_day, last_day)
    asked = planner.question_from_data(screening.plan_request.question) if screening.plan_request else None
    wishes = asked.settings if asked else planner.Settings()
    wished = {block.film: block for block in asked.blocks} if asked else {}
    blocks = [_as_wished(_block(each, changed.lengths), each, wished) for each in works]
    question = question_about(
        venue=screening.venue,
        presenter=screening.institution,
        screens=screens,
        blocks=blocks,
        first_day=first,
        last_day=last,
        # What was asked for when the plan was taken still holds.
        settings=replace(wishes, licence_from=None, licence_to=None, kinds=()),
        leaving_out=screening,
        apart_from=asked.apart_from if asked else (),
        not_before=_not_before(begun, showings, wishes.surest_break),
    )
    return replace(
        question,
        moves_from=first_day if first < first_day else None,
        moves_to=last_day if last > last_day else None,
        screens=tuple(
            _without(_held_by(room, begun), changed.lost.get(int(room.key))) for room in question.screens
        ),
        standing=tuple(
            standing
            for at, each in enumerate(works)
            for standing in _standing(at, each, blocks[at], screens, changed.stays)
        ),
    )


def _not_before(begun: Sequence[Showing], to_come: Sequence[Showing], pause: int) -> datetime:
    """Nothing moves into the past, nor beside a showing that has begun, nor into the break after it. What follows it sooner
    already, because a person set it so, may stay."""
    now = timezone.now()
    if not begun:
        return now
    ends = max(each.ends_at for each in begun)
    follows = min(each.starts_at for each in to_come)
    follows -= (follows - datetime.min.replace(tzinfo=UTC)) % ROUND_START
    return max(now, ends, min(ends + timedelta(minutes=pause), follows))


def _held_by(room: planner.Screen, begun: Sequence[Showing]) -> planner.Screen:
    """A screen is occupied by what has begun there, until the end of its turnaround."""
    for each in begun:
        if f"{each.screen_id}" == room.key:
            room = _without(room, (each.occupied_from, each.occupied_until), each.film.title)
    return room


def _works(showings: Iterable[Showing]) -> list[list[Showing]]:
    """The showings of each film or part, in the order of the parts, each in the order of the film."""
    works: dict[Work, list[Showing]] = {}
    for showing in sorted(
        showings, key=lambda each: (each.run, each.film.part_number or 0, each.film_id, each.from_minute)
    ):
        works.setdefault(Work.of(showing), []).append(showing)
    return list(works.values())


def _block(showings: Sequence[Showing], lengths: Mapping[int, int]) -> planner.Block:
    """What is still to come of a part, cut where its showings cut it."""
    first, last = showings[0], showings[-1]
    edges = [0]
    for showing in showings:
        edges.append(edges[-1] + lengths.get(showing.pk, showing.until_minute - showing.from_minute))
    return planner.Block(
        film=str(Work.of(first)),
        label=first.film.title,
        minutes=edges[-1],
        part=first.film.part_number or 1,
        run=first.run,
        chapter_points=tuple(edges[1:-1]),
        intro_minutes=first.intro_minutes,
        qa_minutes=last.qa_minutes,
        carries=carried_by(first.copy),
        marks=marked(showings),
    )


def _as_wished(
    block: planner.Block, showings: Sequence[Showing], wished: Mapping[str, planner.Block]
) -> planner.Block:
    """With the hour and the guest that were asked for. The hour is that of its first minute, which may be over."""
    asked = wished.get(block.film)
    if asked is None:
        return block
    return replace(block, guest=asked.guest, must_start=None if showings[0].from_minute else asked.must_start)


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
            sequence=showing.sequence,
        )


def _fits(showing: Showing, screen: Screen) -> bool:
    """Whether a screen can show the copy, and seats everyone who holds a place."""
    shows = showing.copy is None or not screen.formats or showing.copy.format in screen.formats
    return screen.pk == showing.screen_id or (shows and screen.capacity >= showing.booked)


def _without(room: planner.Screen, lost: tuple[datetime, datetime] | None, label: str = "") -> planner.Screen:
    """A screen that cannot be used for a time: it is booked, and that cannot be moved. A booking that it meets becomes one
    with it, because no two bookings of a screen may overlap."""
    if lost is None:
        return room
    gone = planner.Booking(*lost, label, fixed=True)
    met = [each for each in room.bookings if each.starts_at < gone.ends_at and gone.starts_at < each.ends_at]
    gone = replace(
        gone,
        starts_at=min([gone.starts_at, *(each.starts_at for each in met)]),
        ends_at=max([gone.ends_at, *(each.ends_at for each in met)]),
    )
    return replace(room, bookings=(*(each for each in room.bookings if each not in met), gone))


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
