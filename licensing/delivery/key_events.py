"""What keys are needed for: the app that knows of screenings says which servers play them, so that nobody types it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licensing.models import Licence


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEvent:
    """Something under a licence that is to come and plays from a DCP. `key` names it in an address; `servers` are those that are known,
    one on each line, `unnamed` the screens of which nobody has named one."""

    key: str
    name: str
    venue: str
    first_day: date
    last_day: date
    servers: str
    unnamed: tuple[str, ...] = ()


_finders: list[Callable[[Licence], Iterable[KeyEvent]]] = []


def find_key_events_by(find: Callable[[Licence], Iterable[KeyEvent]]) -> None:
    """Called by the app that knows what is shown under licences, in its `ready`."""
    _finders.append(find)


def key_events(licence: Licence) -> list[KeyEvent]:
    """The next first."""
    found = (event for find in _finders for event in find(licence))
    return sorted(found, key=lambda event: (event.first_day, event.key))
