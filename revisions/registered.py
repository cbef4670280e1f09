"""Triggers by table and by function, as pgtrigger asks for both each time one is registered.

Its own registry goes through all triggers for each answer: with 350 of them that is a quarter of the time in which a process starts.
"""

from __future__ import annotations

from typing import Any

from pgtrigger import registry


class Registry(registry._Registry):  # noqa: SLF001 - it has no public name, nor an option
    """Says the same, and remembers it."""

    def __init__(self) -> None:
        self._functions: set[str] = set()
        self._by_table: dict[tuple[str, str], Any] = {}
        super().__init__()

    @property
    def pg_function_names(self) -> set[str]:
        return self._functions

    @property
    def by_db_table(self) -> dict[tuple[str, str], Any]:
        return self._by_table

    def __setitem__(self, key: str, value: tuple[Any, Any]) -> None:
        super().__setitem__(key, value)  # type: ignore[no-untyped-call]  # it ships no types
        model, trigger = value
        self._functions.add(trigger.get_pgid(model))
        self._by_table[model._meta.db_table, trigger.name] = trigger

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)  # type: ignore[no-untyped-call]  # as above
        self._functions, self._by_table = super().pg_function_names, super().by_db_table


def use() -> None:
    """Before any model is imported: whatever was registered before is unknown."""
    if not isinstance(registry._registry, Registry):  # noqa: SLF001 - as above
        registry._registry = Registry()  # noqa: SLF001 - as above
