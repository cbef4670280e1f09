"""Who uses the site meanwhile: visitors who register and confirm, teachers who order, a programmer who moves showings.

Each writes into the ledger what they are owed only when a page has said that it was done. Whoever gets no answer tries again.
"""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from tests.survival.browser import Browser, NoAnswerError, Page
from tests.survival.ledger import Ledger

PASSWORD = "survives-nine-hours"
PAUSE = 2.0
FORM = 'name="email"'
"""A page on which one registers."""
FIRST, LAST = 11 * 60, 20 * 60
"""Minutes of the day between which a showing begins."""


@dataclass
class Shown:
    """A screening with one showing, as the people outside know it."""

    slug: str
    showing: int
    day: str
    confirmed: set[str] = field(default_factory=set)
    clocks: Iterator[int] = field(default_factory=lambda: iter(range(FIRST, LAST)))


@dataclass
class Scene:
    """What tests/survival/scene.py has laid out."""

    screenings: list[Shown]
    buyers: list[str]
    programmer: str
    film: int
    licence_type: int


class Crowd:
    """All of them, in threads, from `with` to its end; then each ends what they have begun."""

    pause = PAUSE
    """Seconds that anybody rests at most."""

    def __init__(self, site: str, scene: Scene, ledger: Ledger, chance: random.Random) -> None:
        self.site, self.scene, self.ledger, self.chance = site, scene, ledger, chance
        self.numbers = count(1)
        self.held_up = 0.0
        self.reads_mail = True
        """While false nobody opens the links of their mails: a registration that is confirmed is owed no second copy of its question."""
        self._is_over = threading.Event()
        self._to_confirm: dict[str, Shown] = {}
        self._signed_in: dict[str, Browser] = {}
        self._moved: set[str] = set()

    @contextmanager
    def busy(self, *, visitors: int = 1, buyers: int = 1, moves: bool = True) -> Iterator[None]:
        jobs: list[Callable[[], object]] = [*[self.register] * visitors, *[self.order] * buyers, self.confirm]
        with self.at([*jobs, *[self.move] * moves]):
            yield

    @contextmanager
    def at(self, jobs: Iterable[Callable[[], object]]) -> Iterator[None]:
        """Each of them a person who does the same again and again."""
        self._is_over.clear()
        self._moved.clear()
        threads = [threading.Thread(target=self._keep_at, args=[job]) for job in jobs]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._is_over.set()
            for thread in threads:
                thread.join()

    def _keep_at(self, job: Callable[[], object]) -> None:
        while not self._is_over.is_set():
            try:
                job()
            except NoAnswerError as error:
                self.ledger.note("gave up", job=job.__name__, because=str(error))
            except Exception as error:  # noqa: BLE001 - a fault of this test must be seen, not end a thread in silence
                self.ledger.complain(f"{job.__name__}: {error!r}")
            self.rest()

    def rest(self) -> None:
        """Between two pages, or two errands."""
        self._is_over.wait(self.chance.uniform(0.1, self.pause))

    def again[Answer](self, call: Callable[[], Answer]) -> Answer:
        """What the call gives, tried until it is answered; NoAnswerError when everyone goes home first."""
        while True:
            try:
                return call()
            except NoAnswerError:
                if self._is_over.wait(PAUSE):
                    raise

    def browser(self) -> Browser:
        new = Browser(self.site, self.ledger, self.chance)
        new.held_up = self.held_up
        return new

    def signed_in(self, email: str) -> Browser:
        if email not in self._signed_in:
            browser = self.browser()
            form = browser.get("/account/login/").form("login")
            page = browser.post("/account/login/", form | {"login": email, "password": PASSWORD})
            if page.path.startswith("/account/login"):
                raise NoAnswerError(f"{email} could not sign in")
            self._signed_in[email] = browser
        self._signed_in[email].held_up = self.held_up
        return self._signed_in[email]

    # --- Visitors -----------------------------------------------------------------------------------------------
    def register(self, shown: Shown | None = None) -> str:
        """One place at a showing. Returns the address. The mail that asks to confirm is owed once the page says so."""
        shown = shown or self.chance.choice(self.scene.screenings)
        number = next(self.numbers)
        email = f"visitor{number}@reader.example"
        browser = self.browser()
        page = self.again(lambda: self._fill_in(browser, shown, number, email))
        if FORM in page.text:  # the showing moved while they wrote: they read it, and send the form again
            page = self.again(lambda: self._fill_in(browser, shown, number, email))
        if page.path.endswith("/register/sent/"):
            self._to_confirm[email] = shown
            self.ledger.owe(email, r"/registrations/[-\w]+/", f"registered for {shown.slug}")
        else:
            self.ledger.note("not registered", email=email, slug=shown.slug)  # it is full
        return email

    @staticmethod
    def _fill_in(browser: Browser, shown: Shown, number: int, email: str) -> Page:
        path = f"/screenings/{shown.slug}/register/"
        page = browser.get(path)
        if FORM not in page.text:
            return page
        return browser.post(path, page.form("email") | {"name": f"Visitor {number}", "email": email})

    def confirm(self) -> None:
        """Whoever got the mail opens its link and confirms."""
        if not self.reads_mail:
            return
        for mail in self.ledger.taken():
            found = re.search(r"/registrations/[-\w]+/", mail.words)
            if found and (shown := self._to_confirm.pop(mail.to[0], None)):
                self._confirm_one(mail.to[0], found.group(), shown)

    def _confirm_one(self, email: str, path: str, shown: Shown) -> None:
        browser = self.browser()

        def confirmed() -> bool:
            page = browser.get(path)
            if "/confirm/" in page.text:
                page = browser.post(f"{path}confirm/", page.form("csrfmiddlewaretoken"))
            return "/confirm/" not in page.text and "/give-back/" in page.text

        try:
            if not self.again(confirmed):
                self.ledger.complain(f"{email} could not confirm")
                return
        except NoAnswerError:
            self._to_confirm[email] = shown  # in the next round
            raise
        self.ledger.owe(email, "^Your places:", f"confirmed for {shown.slug}")
        shown.confirmed.add(email)

    # --- Teachers -----------------------------------------------------------------------------------------------
    def order(self, method: str = "") -> str | None:
        """By purchase order or by card, the checkout sent again until it is answered. Returns the order's number."""
        buyer = self.chance.choice(self.scene.buyers)
        method = method or self.chance.choice(["purchase-order", "card"])
        paper = f"PO-{next(self.numbers)}"
        self.ledger.note("orders", buyer=buyer, paper=paper, method=method)
        browser = self.again(lambda: self.signed_in(buyer))
        wanted = {"film": str(self.scene.film), "licence_type": str(self.scene.licence_type)}
        self.again(lambda: browser.post("/cart/add/", wanted))
        form = self.again(lambda: browser.get("/checkout/")).form("request_key")
        form |= {"method": method, "purchase_order_number": paper, "start": "0", "is_exact_name": "on"}
        page = self.again(lambda: browser.post("/checkout/", form))
        found = re.fullmatch(r"/orders/(ORD-[-\d]+)/(pay/)?", page.path)
        if not found:
            self.ledger.complain(f"The checkout of {paper} led to {page.path}: {page.errors()}")
            return None
        number = found.group(1)
        self.ledger.note("ordered", number=number, paper=paper)
        self.ledger.owe(buyer, f"^Order {number} ", f"ordered {paper}")
        if method == "card":
            self._pay(browser, number)
        self.ledger.owe(buyer, f"invoice for order {number} ", f"invoiced {paper}")
        return number

    def _pay(self, browser: Browser, number: str) -> None:
        """The sample gateway stands for Stripe: its page is ours, and its answer comes like an event."""

        def paid() -> Page:
            page = browser.get(f"/orders/{number}/pay/")
            if page.path.endswith("/pay/"):
                page = browser.post(page.path, page.form("csrfmiddlewaretoken"))
            if "/payments/dummy/" in page.path:
                page = browser.post(page.path, page.form("outcome") | {"outcome": "paid"})
            return page

        page = self.again(paid)
        if page.path != f"/orders/{number}/":
            self.ledger.complain(f"Paying {number} led to {page.path}")
        self.ledger.note("paid", number=number)

    # --- The programmer -----------------------------------------------------------------------------------------
    def move(self) -> None:
        """Each screening once a round, to a minute at which it has never been; all who hold a place are owed the news."""
        still = [each for each in self.scene.screenings if each.slug not in self._moved]
        if not still:
            return
        shown = self.chance.choice(still)
        self._moved.add(shown.slug)
        minute = next(shown.clocks)
        clock = f"{minute // 60:02}:{minute % 60:02}"
        holders = set(shown.confirmed)
        browser = self.again(lambda: self.signed_in(self.scene.programmer))
        path = f"/desk/showings/{shown.showing}/move/"

        def moved() -> Page:
            form = browser.get(path).form("clock")
            return browser.post(path, form | {"clock": clock, "day": shown.day})

        page = self.again(moved)
        if page.path == path:
            self.ledger.complain(f"{shown.slug} could not be moved to {clock}")
            return
        self.ledger.note("moved", slug=shown.slug, showing=shown.showing, clock=clock)
        for email in holders:
            self.ledger.owe(email, f"now begins:.*, {clock}", f"{shown.slug} moved to {clock}")
