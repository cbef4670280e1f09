"""The main story, played through the same verbs that the pages call. Each step yields one line and its address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from demo.errors import DemoError
from demo.story.buying import buy_with_purchase_order, credit_and_pay, set_the_scene
from demo.story.circling import support_us, write_to_readers
from demo.story.delivery import receive_the_film
from demo.story.festival import plan_festival
from demo.story.previewing import preview_before_buying
from demo.story.reminding import remind
from demo.story.reporting import report_and_settle
from demo.story.screening import plan_and_publish, register_two
from demo.story.trading import quote_and_renew

__all__ = ["Line", "tell"]


@dataclass(frozen=True, slots=True)
class Line:
    """One step: what has happened, and the path of the page that shows it."""

    what: str
    path: str


type Chapter = Callable[[], Iterator[tuple[str, str]]]


def tell(mailbox: Path) -> Iterator[Line]:
    """The steps in order, each after it has happened. Raises DemoError if one of them fails."""
    chapters: tuple[Chapter, ...] = (
        set_the_scene,
        buy_with_purchase_order,
        receive_the_film,
        preview_before_buying,
        credit_and_pay,
        quote_and_renew,
        plan_and_publish,
        register_two,
        plan_festival,
        report_and_settle,
        write_to_readers,
        support_us,
        lambda: remind(mailbox),
    )
    for chapter in chapters:
        try:
            for what, path in chapter():
                yield Line(what, path)
        except DemoError:
            raise
        except Exception as error:
            raise DemoError(f"The story stopped: {type(error).__name__}: {error}") from error
