"""Which agreement a sale falls under, through which channel, in which quarter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from licensing.terms.rights import Use
from licensing.terms.royalties import Agreed, Book, Channel, Quarter, channel_of

DAY = date(2027, 3, 1)
WHOLE, PART, OTHER = 1, 2, 3


def agreed(key: int, **values: object) -> Agreed:
    fields: dict[str, Any] = {"key": key, "licensor": 7, "starts_on": date(2027, 1, 1)}
    return Agreed(**fields | values)


def found(*agreements: Agreed, film: int = PART, whole: int | None = WHOLE, on: date = DAY) -> int | None:
    book = Book(agreements, {WHOLE: 7})
    hit = book.find(film=film, whole=whole, channel=Channel.EDUCATION, on=on)
    return hit.key if hit else None


def test_the_nearest_agreement_counts() -> None:
    every, whole, part = agreed(1), agreed(2, film=WHOLE), agreed(3, film=PART)
    assert found(every, whole, part) == 3
    assert found(every, whole) == 2
    assert found(every) == 1


def test_the_channels_own_counts_before_the_one_for_all() -> None:
    assert found(agreed(1), agreed(2, channel=Channel.EDUCATION)) == 2
    assert found(agreed(1), agreed(2, channel=Channel.HOME)) == 1


def test_nobodys_film_and_another_day_are_unallocated() -> None:
    assert found(agreed(1), film=OTHER, whole=None) is None
    assert found(agreed(1), on=date(2026, 12, 31)) is None
    assert found(agreed(1, ends_on=date(2027, 2, 28))) is None


@pytest.mark.parametrize(
    ("uses", "channel"),
    [
        ([Use.CLASSROOM, Use.PUBLIC_SCREENING], Channel.EDUCATION),
        ([Use.PUBLIC_SCREENING, Use.BROADCAST], Channel.SCREENINGS),
        ([Use.BROADCAST], Channel.BROADCAST),
        ([Use.PRIVATE_VIEWING], Channel.HOME),
    ],
)
def test_channel_of_a_bundle(uses: list[Use], channel: Channel) -> None:
    assert channel_of(uses) is channel


def test_quarters() -> None:
    quarter = Quarter.of(date(2027, 12, 31))
    assert (str(quarter), quarter.first_day, quarter.last_day) == (
        "2027-Q4",
        date(2027, 10, 1),
        date(2027, 12, 31),
    )
    assert quarter.next().previous() == quarter
    assert Quarter.named("2027-Q4") == quarter
    with pytest.raises(ValueError, match="2027-Q5"):
        Quarter.named("2027-Q5")
