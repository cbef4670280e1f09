"""The whole site, running: the demonstration's own processes, and a real Chromium that visits them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from config.environment import ROOT
from demo import database
from demo.place import free_port
from demo.sample.people import PASSWORD
from tests.servers import MIGRATED

PATIENCE = 300
WIDTHS, HEIGHT = (1280, 390), 900
"""Of the windows in which pages are looked at."""
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # of what is right, axe then gathers no list
    "preload": {"assets": ["media"]},  # not the style sheets, which none of these rules reads
}
COLOURS = AXE_RULES | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What the dark changes."""
DOUBLED = """() => {
  const names = [...document.querySelectorAll("[id]")].map((each) => each.id);
  return names.filter((name, at) => names.indexOf(name) < at);
}"""
"""The ids that more than one element has: axe looks only at those that a label or a link names."""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
AT_REST = """async () => {
  for (let round = 0; round < 4; round++) {
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)));
    await new Promise(requestAnimationFrame);
  }
}"""
"""What changes with the width or the mode moves or fades there; what inherits a colour may begin when that has ended."""
UNUSED = [
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades",
    "LensOverlay", "MediaRouter", "OptimizationHints", "PaintHolding", "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup", "WebUIOmniboxPopup",
]  # fmt: skip
"""What Playwright switches off, whose list ours replaces; and the two pages of its own that Chromium keeps running behind the
address bar of each window, also where nobody sees one: half of all the work of a browser that is tested."""
CHROMIUM_FLAGS = [
    f"--disable-features={','.join(UNUSED)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of the running site share one process, so that the site is started only once."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("site"))
            item.add_marker(pytest.mark.timeout(900))  # the first one waits for the site to start


@dataclass
class Site:
    """A running demonstration. `printed` is its output until it was ready; `paths` are the addresses in its story.

    `signed_in` has the session of each person who was signed in to look at pages.
    """

    url: str
    printed: str
    process: subprocess.Popen[str]
    folder: Path
    paths: list[str] = field(default_factory=list)
    signed_in: dict[str, Any] = field(default_factory=dict)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """`python -m demo` on a free port, when its story has ended and it serves."""
    folder = tmp_path_factory.mktemp("site")
    port = free_port()
    output = folder / "output"
    environment = os.environ | {"LONGTAKE_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    if MIGRATED in os.environ:
        environment[database.MIGRATED] = os.environ[MIGRATED]
    with output.open("w") as writer:
        process = subprocess.Popen(
            [sys.executable, "-m", "demo", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=writer,
            stderr=subprocess.STDOUT,
            text=True,
        )
    url = f"http://127.0.0.1:{port}"
    _wait_for(lambda: f"Ready: {url}/" in output.read_text() or process.poll() is not None)
    printed = output.read_text()
    if process.poll() is not None:
        pytest.fail(f"The demonstration ended with code {process.returncode}:\n{printed}")
    paths = [line.strip().removeprefix(url) for line in printed.splitlines() if line.strip().startswith(url)]
    yield Site(url=url, printed=printed, process=process, folder=folder, paths=paths)
    process.terminate()
    process.wait(30)


def _wait_for(is_done: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not is_done():
        if time.monotonic() > until:
            pytest.fail(f"Nothing happened within {PATIENCE} seconds.")
        time.sleep(0.2)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: the machine's, or Playwright's own.

    Playwright's event loop stays with this process's main thread, where Django would then refuse the database to every
    later test, although none of them is asynchronous; so it is told not to.
    """
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Visitor:
    """A browser window on the site that collects the console's complaints."""

    def __init__(self, site: Site, context: BrowserContext) -> None:
        self.site = site
        self.context = context
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, path: str, *, status: int = 200) -> Page:
        """Opens a page, which must answer with this status."""
        answer = self.page.goto(self.site.url + path)
        assert answer is not None
        assert answer.status == status, f"{path}: {answer.status}"
        return self.page

    def sign_in(self, email: str) -> None:
        self.go("/account/login/")
        self.page.fill("input[name=login]", email)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url(lambda url: "/login" not in url)

    def be(self, email: str) -> None:
        """Signed in, for tests that only look: the form is sent once for each person, and its session is shared."""
        if email not in self.site.signed_in:
            self.sign_in_unseen(email)
            self.site.signed_in[email] = self.context.cookies()
        self.context.add_cookies(self.site.signed_in[email])

    def sign_in_unseen(self, email: str) -> None:
        """As `sign_in`, without drawing the pages on the way."""
        address, ask = f"{self.site.url}/account/login/", self.context.request
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', ask.get(address).text())
        assert found is not None
        form: dict[str, str | float | bool] = {
            "csrfmiddlewaretoken": found[1], "login": email, "password": PASSWORD
        }  # fmt: skip
        assert "/login" not in ask.post(address, form=form, headers={"Referer": address}).url

    def faults(self, path: str, *, also_dark: bool = False) -> list[str]:
        """All that is wrong with a page: its status, ids had twice, what axe finds, what the console says, how much too wide it is.

        It is loaded once and looked at in a wide window, on a phone and, if wanted, in the dark: only style sheets ask for
        the width and the colours, and no script of ours does.
        """
        answer = self.page.goto(self.site.url + path)
        found = [] if answer and answer.status == 200 else [f"answered with {answer and answer.status}"]
        found += [f"two elements are #{name}" for name in self.page.evaluate(DOUBLED)]
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self.page.evaluate(AT_REST)
            too_wide = self.page.evaluate(TOO_WIDE)
            found += [f"{fault} at {width} px" for fault in self.faults_of_access()]
            found += [f"{too_wide} px wider than a window of {width} px"] if too_wide else []
        self.page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        if also_dark:
            self.page.emulate_media(color_scheme="dark")
            self.page.evaluate(AT_REST)
            found += [f"{fault} in the dark" for fault in self.faults_of_access(COLOURS)]
            self.page.emulate_media(color_scheme="light")
        found += self.complaints
        self.complaints.clear()
        return found

    def faults_of_access(self, rules: dict[str, Any] = AXE_RULES) -> list[str]:
        """What axe finds against WCAG 2.2 A and AA, each with the first element that shows it."""
        if not self.page.evaluate("() => typeof axe === 'object'"):
            self.page.evaluate(AXE.read_text())
        result = self.page.evaluate("options => axe.run(document, options)", rules)
        return [
            f"{one['id']}: {one['help']} ({one['nodes'][0]['html'][:200]})" for one in result["violations"]
        ]

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)


@pytest.fixture(scope="session")
def windows() -> dict[tuple[object, ...], list[BrowserContext]]:
    """Windows that no test uses at the moment, by their kind. A new one costs more than most pages: its cache is empty."""
    return defaultdict(list)


@pytest.fixture
def visit(
    site: Site, browser: Browser, windows: dict[tuple[object, ...], list[BrowserContext]]
) -> Iterator[Callable[..., Visitor]]:
    """Opens windows, each of somebody who has not been here: `visit()`, `visit(width=390, java_script=False)`."""
    used: list[tuple[tuple[object, ...], BrowserContext]] = []

    def open_window(*, width: int = WIDTHS[0], java_script: bool = True) -> Visitor:
        kind = (width, java_script)
        context = windows[kind].pop() if windows[kind] else new_window(*kind)
        used.append((kind, context))
        return Visitor(site, context)

    def new_window(width: int, java_script: bool) -> BrowserContext:
        return browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=java_script,
            reduced_motion="reduce",
        )

    yield open_window
    for kind, context in used:
        for page in context.pages:
            page.close()
        context.clear_cookies()  # the site keeps nothing else in a browser
        windows[kind].append(context)
