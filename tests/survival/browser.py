"""A person at a browser: cookies, forms, and the patience to try again. What no page may ever do is a complaint in the ledger."""

from __future__ import annotations

import http.client
import random
import re
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, Request, build_opener

from tests.survival.ledger import Ledger

LONGEST = 45.0
"""Seconds: waiting for a thread (20), for locks (5) and for a statement (15), and some for a busy machine."""
PATIENCE = 120.0
"""Seconds after which a person closes the window."""


class NoAnswerError(Exception):
    """The connection was lost, or the page said that it cannot be served now: the person may try again."""


@dataclass(frozen=True)
class Page:
    url: str
    status: int
    text: str

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    def errors(self) -> str:
        """What the page says is wrong with its form."""
        marked = re.findall(
            r'class="[^"]*(?:invalid-feedback|alert-danger)[^"]*"[^>]*>(.*?)</', self.text, re.DOTALL
        )
        return " ".join(" ".join(re.sub(r"<[^>]*>", " ", each).split()) for each in marked)

    def form(self, having: str) -> dict[str, str]:
        """The fields of the form that has this field, as a browser would send them untouched."""
        reader = _Forms()
        reader.feed(self.text)
        found = next((form for form in reader.forms if having in form), None)
        if found is None:
            raise NoAnswerError(f"{self.path} has no form with {having}")
        return found


class Browser:
    """`allowed` is how many seconds longer an answer may take while a fault holds everything up."""

    def __init__(self, site: str, ledger: Ledger, chance: random.Random) -> None:
        self.site, self.ledger = site, ledger
        self.held_up = 0.0
        self.address = f"10.{chance.randrange(256)}.{chance.randrange(256)}.{1 + chance.randrange(250)}"
        self._opener: OpenerDirector = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> Page:
        return self._ask(Request(urljoin(self.site, path)))  # noqa: S310 - our own

    def post(self, path: str, fields: dict[str, str]) -> Page:
        body = urlencode(fields).encode()
        return self._ask(Request(urljoin(self.site, path), data=body, headers={"Origin": self.site}))  # noqa: S310 - our own

    def _ask(self, request: Request) -> Page:
        request.add_header("X-Forwarded-For", self.address)
        request.add_header("Referer", request.full_url)
        began = time.monotonic()
        try:
            with self._opener.open(request, timeout=PATIENCE) as answer:
                page = Page(answer.url, answer.status, answer.read().decode(errors="replace"))
                retry = None
        except HTTPError as error:
            page = Page(request.full_url, error.code, error.read().decode(errors="replace"))
            retry = error.headers.get("Retry-After")
        except (URLError, http.client.HTTPException, OSError) as error:
            self.ledger.count("lost")
            self._judge_time(request, time.monotonic() - began)
            raise NoAnswerError(str(error)) from error
        self.ledger.count(str(page.status))
        self._judge_time(request, time.monotonic() - began)
        if page.status >= 500:
            if page.status != 503 or not retry or "<h1" not in page.text:
                self.ledger.complain(f"{request.get_method()} {page.path} answered a bare {page.status}")
            raise NoAnswerError(f"{page.path} answered {page.status}")
        return page

    def _judge_time(self, request: Request, seconds: float) -> None:
        if seconds > LONGEST + self.held_up:
            path = urlsplit(request.full_url).path
            self.ledger.complain(f"{request.get_method()} {path} took {seconds:.0f} s")


class _Forms(HTMLParser):
    """Collects the fields of each form with their values."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self._open: dict[str, str] | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self._open = {}
            self.forms.append(self._open)
        elif self._open is None:
            return
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select is not None:
            if "selected" in given or self._select not in self._open:
                self._open[self._select] = given.get("value", "")
        elif tag == "textarea" and name:
            self._open[name] = ""
        elif tag == "input" and name and given.get("type") not in ("submit", "file"):
            if given.get("type") not in ("radio", "checkbox") or "checked" in given:
                self._open[name] = given.get("value", "on" if given.get("type") == "checkbox" else "")
            elif given.get("type") == "radio":
                self._open.setdefault(name, "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None
