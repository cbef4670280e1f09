"""Exchanges: what is predicted, what is made, and that no rule is broken by them."""

from __future__ import annotations

import pytest

from benchmarks.festivals import made_up
from screenings.planner.festival import programme_of, review
from screenings.planner.festival.search.board import Board
from screenings.planner.festival.search.exchanging import Exchanger
from screenings.planner.festival.search.mending import build
from screenings.planner.festival.search.space import Space


@pytest.fixture
def board() -> Board:
    """Forty showings as they are first placed, on three screens in five days."""
    board = Board(Space(made_up(7, films=25, showings=40, screens=3, days=5)))
    build(board)
    return board


def test_exchanges_gain_and_break_no_rule(board: Board) -> None:
    festival = board.space.festival
    before = programme_of(board.showings(), festival)
    Exchanger(board).settle()
    after = programme_of(board.showings(), festival)
    assert [finding for finding in review(after.showings, festival) if finding.hard] == []
    assert sorted(each.key for each in after.showings) == sorted(each.key for each in before.showings)
    assert after.price - before.price == board.price - (
        before.price - len(before.unplaced) * festival.prices.unplaced
    )
    assert after.price < before.price


def test_what_settled_has_no_exchange_left_that_gains(board: Board) -> None:
    exchanger = Exchanger(board)
    exchanger.settle()
    settled = board.price
    assert (exchanger.sweep(0), board.price) == (0, settled)


def test_heat_lets_a_programme_become_dearer_and_still_breaks_no_rule(board: Board) -> None:
    exchanger = Exchanger(board)
    exchanger.settle()
    settled = board.price
    prices = []
    for _ in range(20):
        exchanger.sweep(8.0)
        prices.append(board.price)
    assert max(prices) > settled
    programme = programme_of(board.showings(), board.space.festival)
    assert [finding for finding in review(programme.showings, board.space.festival) if finding.hard] == []


def test_the_same_seed_makes_the_same_exchanges() -> None:
    ends = []
    for _ in range(2):
        board = Board(Space(made_up(3, films=12, showings=20, screens=2, days=4)))
        build(board)
        exchanger = Exchanger(board, seed=5)
        for _round in range(10):
            exchanger.sweep(4.0)
        ends.append(board.showings())
    assert ends[0] == ends[1]
