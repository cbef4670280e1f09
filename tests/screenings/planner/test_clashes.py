"""Smallest clashes, found by asking which rules can hold together."""

from screenings.planner.clashes import Clashes, Rules


def clashes(count: int, *sets: set[int], minor: set[int] | None = None) -> tuple[Clashes, list[Rules]]:
    """The search over rules of which exactly these sets cannot hold together, and what it asked for."""
    asked: list[Rules] = []

    def solve(chosen: Rules) -> Rules | None:
        asked.append(chosen)
        return None if any(clash <= chosen for clash in sets) else chosen

    return Clashes(count, frozenset(minor or ()), solve), asked


def found(search: Clashes, most: int = 2) -> list[set[int]]:
    return [set(clash) for clash in search.smallest(most, lambda: False)]


def test_smallest_clash_comes_first() -> None:
    search, _ = clashes(6, {0, 1, 2}, {4, 5})
    assert found(search) == [{4, 5}, {0, 1, 2}]


def test_minor_rule_is_named_only_where_it_must_be() -> None:
    search, _ = clashes(4, {0, 1, 2}, {0, 3}, minor={3})
    assert found(search, most=1) == [{0, 1, 2}]
    search, _ = clashes(4, {0, 3}, minor={3})
    assert found(search) == [{0, 3}]


def test_question_is_solved_once() -> None:
    search, asked = clashes(5, {0, 1}, {2, 3})
    assert found(search, most=9) == [{0, 1}, {2, 3}]
    assert len(asked) == len(set(asked))


def test_exhausted_search_names_a_true_clash() -> None:
    search, asked = clashes(3, {0})
    assert [set(clash) for clash in search.smallest(2, lambda: True)] == [{0, 1, 2}]
    assert asked == []
