"""What a process remembers of what it served last: no more than so many bytes, and the latest used."""

from __future__ import annotations

from revisions.storage.memory import Memory


def test_the_page_that_was_used_longest_ago_makes_room() -> None:
    memory: Memory[str] = Memory(most=10)
    memory.set("one", "1", 4)
    memory.set("two", "2", 4)
    assert memory.get("one") == "1"
    memory.set("three", "3", 4)
    assert [memory.get(key) for key in ("one", "two", "three")] == ["1", None, "3"]


def test_a_page_that_is_set_again_counts_once() -> None:
    memory: Memory[str] = Memory(most=10)
    memory.set("one", "1", 4)
    for text in ("2", "3", "4"):
        memory.set("two", text, 6)
    assert (memory.get("one"), memory.get("two")) == ("1", "4")


def test_a_page_larger_than_all_of_it_is_not_remembered() -> None:
    memory: Memory[str] = Memory(most=10)
    memory.set("large", "1", 11)
    assert memory.get("large") is None


def test_what_is_cleared_leaves_all_of_its_room() -> None:
    memory: Memory[str] = Memory(most=10)
    memory.set("one", "1", 10)
    memory.clear()
    memory.set("two", "2", 10)
    assert (memory.get("one"), memory.get("two")) == (None, "2")
