"""The README's pictures, from a running demonstration: `python -m setup.pictures http://127.0.0.1:8000`."""

from __future__ import annotations

import shutil
import sys

from playwright.sync_api import Page, sync_playwright

from demo.sample.people import PASSWORD, PROGRAMMER
from setup.prepare import ROOT

FOLDER = ROOT / "docs" / "pictures"
FILM = "/films/west-of-the-tracks/"
PLANNER = "/desk/plans/1/"


def main() -> None:
    """Write both pictures; the demonstration must have finished its story."""
    site = sys.argv[1].rstrip("/")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        take(page, site + FILM, "film", height=800)
        page.goto(f"{site}/account/login/")
        page.fill("input[name=login]", PROGRAMMER.email)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        take(page, site + PLANNER, "planner", height=1060)


def take(page: Page, address: str, name: str, *, height: int) -> None:
    """The upper part of a page, as docs/pictures/<name>.png."""
    page.goto(address, wait_until="networkidle")
    FOLDER.mkdir(parents=True, exist_ok=True)
    page.screenshot(
        path=FOLDER / f"{name}.png",
        clip={"x": 0, "y": 0, "width": 1280, "height": height},
        full_page=True,
    )


if __name__ == "__main__":
    main()
