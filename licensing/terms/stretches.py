"""Days that join: rights that overlap or follow one another, as the longest stretches without a gap. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from licensing.terms.spans import Dated, holds

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a first to a last day, both included; None without limit."""

    starts_on: date | None
    ends_on: date | None


def stretches(spans: Iterable[Dated]) -> list[Stretch]:
    """The spans joined, in order."""
    joined: list[Stretch] = []
    for span in sorted(spans, key=lambda span: span.starts_on or date.min):
        last = joined[-1] if joined else None
        if last is None or _is_gap(last, span):
            joined.append(Stretch(span.starts_on, span.ends_on))
        elif last.ends_on is not None and (span.ends_on is None or span.ends_on > last.ends_on):
            joined[-1] = Stretch(last.starts_on, span.ends_on)
    return joined


def common(ours: Sequence[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """The days that are in both, in order."""
    pairs = ((one, other) for one in ours for other in others)
    met = (
        Stretch(
            max(filter(None, (one.starts_on, other.starts_on)), default=None),
            min(filter(None, (one.ends_on, other.ends_on)), default=None),
        )
        for one, other in pairs
    )
    return [
        each
        for each in met
        if each.starts_on is None or each.ends_on is None or each.starts_on <= each.ends_on
    ]


def stretch_at(joined: Iterable[Stretch], on: date) -> Stretch | None:
    """The stretch that holds on a day."""
    return next((stretch for stretch in joined if holds(stretch, on)), None)


def stretch_from(joined: Iterable[Stretch], on: date) -> Stretch | None:
    """The first stretch that begins after a day."""
    return next(
        (stretch for stretch in joined if stretch.starts_on is not None and stretch.starts_on > on), None
    )


def _is_gap(before: Stretch, after: Dated) -> bool:
    if before.ends_on is None or after.starts_on is None or before.ends_on == date.max:
        return False
    return after.starts_on > before.ends_on + DAY
