"""Reads an arrangement from the solver."""

from __future__ import annotations

from collections.abc import Iterator

from screenings.planner.answer import Sitting
from screenings.planner.arranging import place
from screenings.planner.solver.solving import Solved


def sittings(solved: Solved) -> Iterator[Sitting]:
    """The sittings that the solver found; pieces that follow each other uncut become one sitting."""
    model, frame = solved.model, solved.model.frame
    for i, piece in enumerate(frame.pieces):
        if i in model.uncut and solved.value(model.uncut[i]):
            continue
        last = i
        while last + 1 in model.uncut and solved.value(model.uncut[last + 1]):
            last += 1
        window = next(window for window in frame.windows if solved.value(model.at[i][window.index]))
        yield place(
            frame,
            block=piece.block,
            screen=window.screen.key,
            starts_at=frame.instant(solved.value(model.start[i])),
            from_minute=piece.from_minute,
            to_minute=frame.pieces[last].to_minute,
        )
