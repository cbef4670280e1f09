"""Mixed visitors: guests who read, guests who register, teachers who order, a programmer, and the office."""

from __future__ import annotations

import random
import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from tests.survival.browser import Browser, Page
from tests.survival.ledger import Ledger
from tests.survival.people import Crowd, Scene

KINDS = {
    "film": r"/films/[-\w]+/$",
    "search": r"/films/\?q=",
    "list of films": r"/films/",
    "schedule": r"/screenings/$",
    "prices": r"/prices/",
    "registering": r"/(screenings/[-\w]+/register|registrations)/",
    "signing in": r"/account/login/",
    "cart and checkout": r"/(cart|checkout|orders|payments)/",
    "moving a showing": r"/desk/",
    "the office": r"/admin/",
}
"""Kinds of page, by their addresses; the first that fits."""
WORDS = ("river", "china", "war", "school", "birds", "wang", "tracks", "life")
LISTS = (
    "/admin/", "/admin/licensing/order/", "/admin/licensing/licence/", "/admin/licensing/institution/",
    "/admin/licensing/rightsreport/", "/admin/licensing/licensor/unallocated/", "/admin/reminders/reminder/due/",
    "/admin/screenings/registration/", "/admin/search/?q=School",
)  # fmt: skip
A_FILM = re.compile(r'href="(/films/[-\w]+/)"')
PAGES_OF_A_VISIT = 5
SHARES = {"read": 0.7, "register": 0.12, "order": 0.12, "look_after": 0.05}
"""Of a hundred visitors; of the rest one is a programmer, and one opens the links of mails."""


class Book:
    """How long each kind of page took, in seconds; written by many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.times: dict[str, list[float]] = defaultdict(list)

    def note(self, kind: str, seconds: float) -> None:
        with self._lock:
            self.times[kind].append(seconds)


class Timed(Browser):
    """Redirects belong to the page that was asked for."""

    def __init__(self, book: Book, *given: Any) -> None:
        super().__init__(*given)
        self._book = book

    def get(self, path: str) -> Page:
        return self._timed(path, lambda: super(Timed, self).get(path))

    def post(self, path: str, fields: dict[str, str]) -> Page:
        return self._timed(path, lambda: super(Timed, self).post(path, fields))

    def _timed(self, path: str, ask: Callable[[], Page]) -> Page:
        began = time.perf_counter()
        try:
            return ask()
        finally:
            self._book.note(kind_of(path), time.perf_counter() - began)


def kind_of(path: str) -> str:
    parts = urlsplit(path)
    shown = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return next((kind for kind, pattern in KINDS.items() if re.match(pattern, shown)), "other")


class Visitors(Crowd):
    pause = 12.0

    def __init__(
        self, site: str, scene: Scene, ledger: Ledger, chance: random.Random, *, staff: list[str]
    ) -> None:
        super().__init__(site, scene, ledger, chance)
        self.staff, self.book = staff, Book()

    def browser(self) -> Browser:
        return Timed(self.book, self.site, self.ledger, self.chance)

    def jobs(self, visitors: int) -> list[Callable[[], object]]:
        known: list[Callable[[], object]] = [
            getattr(self, name) for name, share in SHARES.items() for _ in range(round(visitors * share))
        ]
        return [*known, self.move, self.confirm]

    def read(self) -> None:
        """A visit of some pages, with time to read each."""
        guest = self.browser()
        films = A_FILM.findall(guest.get("/films/").text)
        for _page in range(PAGES_OF_A_VISIT):
            self.rest()
            word = self.chance.choice(WORDS)
            guest.get(
                self.chance.choice(
                    [
                        *self.chance.sample(films, min(3, len(films))),
                        f"/films/?q={word}",
                        "/screenings/",
                        "/prices/",
                    ]
                )
            )

    def look_after(self) -> None:
        self.signed_in(self.chance.choice(self.staff)).get(self.chance.choice(LISTS))

    def move(self) -> None:
        if len(self._moved) == len(self.scene.screenings):
            self._moved.clear()
        super().move()
