"""Annealing: a programme costs what it says, no rule is broken by its steps, and searches help each other."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.festivals import made_up
from screenings.planner.festival import programme_of, review
from screenings.planner.festival.question import Festival
from screenings.planner.festival.search.annealing import (
    COLD,
    FULL,
    HOT,
    MILD,
    WARM,
    Annealer,
    ease_at,
    eased,
    heat_at,
)
from screenings.planner.festival.search.board import Board, Placed
from screenings.planner.festival.search.building import build
from screenings.planner.festival.search.rows import settle
from screenings.planner.festival.search.space import FORBIDDEN, Space
from screenings.planner.festival.search.steps import anneal
from screenings.planner.festival.search.tables import (
    WAITING_AT_MOST,
    asked_of,
    placed_of,
    room_for,
    standing_of,
)

TAME, WILD = 0.2, 400.0
"""Points of heat with which only what gains is done, and with which nearly everything that breaks no rule is."""


def _built(festival: Festival) -> Board:
    board = Board(Space(festival))
    build(board)
    return board


def _standing(board: Board) -> list[Placed]:
    return [each for each in board.all() if each.item >= 0]


@pytest.mark.parametrize("seed", [3, 7, 8])
@pytest.mark.parametrize("heat", [TAME, WILD])
def test_price_is_that_of_the_programme_and_no_rule_is_broken(seed: int, heat: float) -> None:
    """Forty showings on three screens in five days."""
    festival = made_up(seed, films=25, showings=40, screens=3, days=5)
    board = _built(festival)
    asked = asked_of(board.space)
    standing = standing_of(board.space, asked, _standing(board))
    first = settle(asked, standing)
    assert first == board.price + board.unplaced * festival.prices.unplaced
    showings = np.arange(len(asked.item), dtype=np.int32)
    price = first + anneal(asked, standing, room_for(asked, standing, seed), showings, heat, 30_000)
    assert price == settle(asked, standing)
    board.restore(placed_of(board.space, asked, standing))
    programme = programme_of(board.showings(), festival)
    assert [finding for finding in review(programme.showings, festival) if finding.hard] == []
    assert programme.price == price
    assert (price < first) == (heat == TAME)


def test_what_has_no_place_gets_one_and_the_same_chance_makes_the_same() -> None:
    """From nothing: all wait, and those beyond what can wait at once are in no row."""
    festival = made_up(5, films=25, showings=60, screens=3, days=6)
    unplaced = festival.prices.unplaced

    def annealed() -> tuple[int, list[Placed]]:
        annealer, rounds = Annealer(Space(festival), []), iter(range(60))
        assert annealer.best == (60 * unplaced, [])
        annealer.run(0, lambda: 0.9, lambda: next(rounds, None) is None)
        return annealer.best

    price, placed = annealed()
    board = Board(Space(festival))
    board.restore(placed)
    assert 30 < len(placed) <= WAITING_AT_MOST
    assert price == board.price + (60 - len(placed)) * unplaced
    assert annealed() == (price, placed)


def test_dearest_search_goes_on_from_the_cheapest_and_the_best_is_kept() -> None:
    board = _built(made_up(7, films=25, showings=40, screens=3, days=5))
    annealer = Annealer(board.space, _standing(board))
    one, other = annealer._searches
    before = other.price
    one.go_on(annealer._asked, TAME, 20_000)
    annealer._meet()
    assert (other.price, other.placed()) == (one.price, one.placed())
    assert one.price < before
    best = one.price, one.placed()
    for each in (one, other):
        each.go_on(annealer._asked, WILD, 2_000)
    annealer._meet()
    assert one.price > best[0]
    assert annealer.best == best


def test_heat_falls_from_hot_to_cold() -> None:
    heats = [heat_at(share / 100) for share in range(110)]
    assert heats == sorted(heats, reverse=True)
    assert (heats[0], heats[4], heats[100], heats[109]) == pytest.approx((HOT, WARM, COLD, COLD))


def test_what_films_cost_together_grows_to_its_price_and_what_is_forbidden_stays_so() -> None:
    asked = asked_of(Space(made_up(7, films=25, showings=40, screens=3, days=5)))
    assert [ease_at(0), ease_at(FULL), ease_at(1)] == pytest.approx([MILD, 1, 1])
    assert set(np.unique(asked.points)) == {0, 6, 20, 30, FORBIDDEN}
    mild = eased(asked, 1 / 6)
    assert set(np.unique(mild.points)) == {0, 1, 3, 5, FORBIDDEN}
    assert (asked.hurry, mild.hurry) == (3, 0)


def test_price_of_a_search_is_its_own_though_it_steps_by_an_eased_one() -> None:
    board = _built(made_up(8, films=25, showings=40, screens=3, days=5))
    annealer = Annealer(board.space, _standing(board))
    search = annealer._searches[0]
    search.go_on(eased(annealer._asked, 0), 5.0, 20_000)
    board.restore(search.placed())
    programme = programme_of(board.showings(), board.space.festival)
    assert search.price == programme.price
    assert any(
        finding.rule in {"together", "hurry"} for finding in review(programme.showings, board.space.festival)
    )
