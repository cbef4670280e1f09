"""What a person could send from the pages that they can open: links with their queries, forms with their fields."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve

type Fields = list[tuple[str, str]]
SITE = "http://testserver"
MOST_OF_A_SHAPE = 3
"""Links to one route with the same query keys that are followed: the thousandth film's page is like the first."""


@dataclass(frozen=True)
class Target:
    """A request that a page offers."""

    method: str
    path: str
    fields: tuple[tuple[str, str], ...] = ()
    is_multipart: bool = False

    @property
    def shape(self) -> tuple[object, ...]:
        return self.method, route_of(self.path), tuple(sorted({name for name, _value in self.fields}))


@dataclass
class _Form:
    method: str
    action: str
    is_multipart: bool
    fields: Fields = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.links: list[str] = []
        self.forms: list[_Form] = []
        self._form: _Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in values:
            self.links.append(urljoin(self.address, values["href"]))
        elif tag == "form":
            action = urljoin(self.address, values.get("action") or self.address)
            is_multipart = values.get("enctype", "").startswith("multipart")
            self._form = _Form(values.get("method", "get").upper(), action, is_multipart)
            self.forms.append(self._form)
        elif self._form and (tag in {"input", "textarea", "button"}) and values.get("name"):
            self._form.fields.append((values["name"], values.get("value", "on" if tag == "input" else "")))
        elif self._form and tag == "select":
            self._select = values.get("name", "")
        elif self._form and tag == "option" and self._select:
            self._form.fields.append((self._select, values.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""


def route_of(path: str) -> str:
    return _route_of(path, settings.ROOT_URLCONF)


@cache
def _route_of(path: str, urls: str) -> str:
    """Pages link to the same places again and again, and looking one up among all addresses takes long."""
    try:
        return resolve(unquote(path), urls).route
    except (Resolver404, ValueError):
        return ""


def targets_for(client: Client, starts: list[str], rng: random.Random, *, most: int) -> list[Target]:
    """Every distinct request that a crawl from these pages finds, in the order in which it finds them."""
    found: dict[Target, None] = {}
    shapes: Counter[tuple[object, ...]] = Counter()
    queue = [Target("GET", start) for start in starts]
    while queue and len(found) < most:
        target = queue.pop(0)
        if target in found or shapes[target.shape] >= MOST_OF_A_SHAPE:
            continue
        shapes[target.shape] += 1
        found[target] = None
        if target.method == "GET":
            answer = client.get(target.path, dict(target.fields))
            queue += _offered(answer, target.path, rng)
    return list(found)


def _offered(answer: Any, address: str, rng: random.Random) -> Iterator[Target]:
    if answer.status_code in {301, 302}:
        yield from _link(urljoin(SITE + address, answer["Location"]))
    if not answer.get("Content-Type", "").startswith("text/html"):
        return
    reader = _Reader(SITE + address)
    reader.feed(answer.content.decode())
    for link in reader.links:
        yield from _link(link)
    for form in reader.forms:
        parts = urlsplit(form.action)
        if parts.netloc == urlsplit(SITE).netloc:
            yield Target(form.method, parts.path, tuple(_one_of_each(form.fields, rng)), form.is_multipart)


def _link(link: str) -> Iterator[Target]:
    parts = urlsplit(link)
    if parts.netloc == urlsplit(SITE).netloc and route_of(parts.path):
        yield Target("GET", parts.path, tuple(parse_qsl(parts.query, keep_blank_values=True)))


def _one_of_each(fields: Fields, rng: random.Random) -> Fields:
    """One value for each name: a radio button or an option of those that there are, and not the empty one."""
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    return [(name, rng.choice([value for value in texts if value] or [""])) for name, texts in values.items()]
