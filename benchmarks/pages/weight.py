"""The size of a first visit: bytes transferred for each public page, by kind, in a headless Chromium with an empty cache.

    python -m benchmarks.pages.weight [ADDRESS]    of a running site; prints a table by kind

The site serves its files as in production. Most pages are not compressed here, because that is the proxy's task, so
visitors of a real site receive less.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, Playwright, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.measure import Measure

MOST_KILOBYTES = 300
PAGES = {
    "front page": "/",
    "films": "/films/",
    "film with a Chinese title": "/films/west-of-the-tracks/",
    "prices": "/prices/",
    "empty cart": "/cart/",
    "screenings": "/screenings/",
    "a screening": "",  # the first that the programme names
    "sign-in": "/account/login/",
    "information": "/terms/",
    "films, in Chinese": "zh-hans:/films/",
}
KINDS = {"Document": "HTML", "Stylesheet": "CSS", "Script": "JS", "Font": "fonts", "Image": "images"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@dataclass(frozen=True)
class Visit:
    """Bytes transferred, including headers, by kind, and the number of files."""

    page: str
    bytes_by_kind: Counter[str]
    requests: int

    @property
    def kilobytes(self) -> float:
        return self.bytes_by_kind.total() / 1000


def measures(url: str) -> Iterator[Measure]:
    """One for each page of the site at this address."""
    for visit in visits(url):
        yield Measure(f"first visit: {visit.page}", visit.kilobytes, MOST_KILOBYTES, "kB")


def visits(url: str) -> list[Visit]:
    with sync_playwright() as playwright:
        browser = _chromium(playwright)
        pages = PAGES | {"a screening": _first_screening(browser, url)}
        return [_visit(browser, url, page, path) for page, path in pages.items()]


def _chromium(playwright: Playwright) -> Browser:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


def _first_screening(browser: Browser, url: str) -> str:
    page = browser.new_page()
    page.goto(url + "/screenings/")
    path = page.locator("main h2 a[href^='/screenings/']").first.get_attribute("href")
    page.close()
    return path or "/screenings/"


def _visit(browser: Browser, url: str, page: str, path: str) -> Visit:
    language, _, path = path.rpartition(":")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale=language or "en")
    window = context.new_page()
    protocol = context.new_cdp_session(window)
    protocol.send("Network.enable")
    kinds: dict[str, str] = {}
    found: Counter[str] = Counter()
    protocol.on(
        "Network.responseReceived", lambda event: kinds.__setitem__(event["requestId"], event["type"])
    )
    protocol.on(
        "Network.loadingFinished",
        lambda event: found.update(
            {KINDS.get(kinds.get(event["requestId"], ""), "other"): int(event["encodedDataLength"])}
        ),
    )
    window.goto(url + path, wait_until="networkidle")
    window.evaluate("() => document.fonts.ready.then(() => true)")
    window.wait_for_load_state("networkidle")
    context.close()
    return Visit(page, found, len(kinds))


def show(found: Iterable[Visit]) -> None:
    columns = [*KINDS.values(), "other"]
    table = Table("Page", "Files", *columns, "Total kB", "Kept")
    for visit in found:
        amounts = [f"{visit.bytes_by_kind[kind] / 1000:.1f}" for kind in columns]
        kept = "yes" if visit.kilobytes <= MOST_KILOBYTES else "NO"
        table.add_row(visit.page, str(visit.requests), *amounts, f"{visit.kilobytes:.1f}", kept)
    Console(width=120).print(table)


if __name__ == "__main__":
    result = visits(sys.argv[1] if sys.argv[1:] else "http://127.0.0.1:8000")
    show(result)
    sys.exit(any(visit.kilobytes > MOST_KILOBYTES for visit in result))
