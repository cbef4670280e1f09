"""The registry of triggers says the same as pgtrigger's own, which goes through all of them for each answer."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

import pgtrigger
import pytest
from pgtrigger import registry

from catalog.models import Film
from revisions.registered import Registry

URI = "catalog.Film:of_a_test"
FILM: Any = Film  # pgtrigger says that it wants a row


@pytest.fixture
def used() -> Iterator[Registry]:
    used = registry._registry
    assert isinstance(used, Registry)
    yield used
    if URI in used:
        registry.delete(URI)


def trigger(name: str = "of_a_test", code: str = "RETURN NEW;") -> pgtrigger.Trigger:
    return pgtrigger.Trigger(name=name, when=pgtrigger.Before, operation=pgtrigger.Update, func=code)


def test_it_knows_every_trigger_as_the_library_does(used: Registry) -> None:
    theirs = vars(registry._Registry)
    assert used.pg_function_names == theirs["pg_function_names"].fget(used)
    assert used.by_db_table == theirs["by_db_table"].fget(used)
    assert len(used.by_db_table) == len(used) > 300


def test_a_trigger_that_is_added_and_taken_away_is_known_and_forgotten(used: Registry) -> None:
    before = copy(used.pg_function_names), copy(used.by_db_table)
    added = trigger()
    registry.set(URI, model=FILM, trigger=added)
    assert used.by_db_table["catalog_film", "of_a_test"] is added
    assert used.pg_function_names - before[0] == {added.get_pgid(FILM)}
    registry.delete(URI)
    assert (used.pg_function_names, used.by_db_table) == before


def test_two_triggers_of_one_name_are_still_refused(used: Registry) -> None:
    registry.set(URI, model=FILM, trigger=trigger())
    with pytest.raises(KeyError, match="already used for model"):
        registry.set(URI, model=FILM, trigger=trigger(code="RETURN NULL;"))
