"""What the story does through verbs, done by hand in the browser, with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

import pytest
from playwright.sync_api import Page, expect

from demo.mailbox import Letter, letters
from demo.sample.people import PROGRAMMER, TEACHER
from demo.waiting import wait_for
from tests.e2e.conftest import Site, Visitor


@pytest.mark.parametrize("java_script", [True, False])
def test_search_finds_a_film_by_its_chinese_title(visit: Callable[..., Visitor], java_script: bool) -> None:
    page = visit(java_script=java_script).go("/")
    page.fill("header input[name=q]", "铁西区")
    page.press("header input[name=q]", "Enter")
    page.get_by_role("link", name="West of the Tracks").first.wait_for()


@pytest.mark.parametrize("java_script", [True, False])
def test_a_teacher_puts_a_part_into_the_cart_and_orders_it(
    visit: Callable[..., Visitor], java_script: bool
) -> None:
    visitor = visit(java_script=java_script)
    visitor.sign_in(TEACHER.email)
    page = visitor.go("/films/west-of-the-tracks/rails/")
    with page.expect_response(lambda answer: answer.url.endswith("/cart/add/")):
        page.get_by_role("button", name=re.compile("Add to cart")).first.click()
    # In the row of links, and in the menu of a narrow page.
    counted = page.locator(".cart-count .visually-hidden")
    expect(counted).to_have_text(["1 licence in it"] * 2)
    visitor.go("/cart/")
    page.get_by_role("link", name="Check out").click()
    page.wait_for_url("**/checkout/**")
    page.check("input[name=method][value=purchase-order]")
    page.fill("input[name=purchase_order_number]", "PO-7788")
    page.check("input[name=is_exact_name]")
    page.get_by_role("button", name="Place the order").click()
    page.wait_for_url(re.compile(r"/orders/ORD-"))
    assert page.get_by_text("PO-7788").count() >= 1
    assert visitor.complaints == []


def test_a_programmer_asks_the_planner_and_sees_its_answer(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.be(PROGRAMMER.email)
    page = visitor.go("/desk/plans/new/")
    page.locator("select[name=film]").select_option(label="West of the Tracks, 9 h 14 min")
    page.locator("select[name=venue]").select_option(label="The Long Room (sample)")
    page.get_by_role("button", name="Ask the planner").click()
    page.wait_for_url(re.compile(r"/desk/plans/\d+/"))
    page.get_by_role("button", name=re.compile("Choose this plan")).first.wait_for(timeout=60_000)
    assert page.get_by_role("button", name=re.compile("Choose this plan")).count() >= 3
    assert visitor.complaints == []


def test_the_door_goes_on_without_a_connection(site: Site, visit: Callable[..., Visitor]) -> None:
    desk = next(
        path for path in site.paths if re.fullmatch(r"/desk/screenings/west-of-the-tracks-[-0-9]+/", path)
    )
    visitor = visit()
    visitor.sign_in(PROGRAMMER.email)
    page = visitor.go(f"{desk}door/")
    page.get_by_text("This page now works without a connection.").wait_for()
    visitor.context.set_offline(True)
    page.reload()
    views = page.locator(".door-showings a")
    for number in range(views.count()):
        views.nth(number).click()
        page.locator(f".door-showings li:nth-child({number + 1}) a[aria-current]").wait_for()
    page.goto(f"{site.url}{desk}door/")
    page.locator(".door-row button").first.click()
    page.get_by_text("Without a connection: to be sent later: 1").wait_for()
    page.reload()
    page.get_by_text("Without a connection: to be sent later: 1").wait_for()
    assert page.locator(".door-here").first.inner_text() == "1"
    signed_in = visitor.context.cookies()
    visitor.context.clear_cookies(name="sessionid")
    visitor.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.get_by_text("You are signed out. Nothing that was entered is lost").wait_for()
    assert page.locator("#door-state").inner_text() == ""
    visitor.context.add_cookies(cast("Any", signed_in))
    page.evaluate("dispatchEvent(new Event('online'))")
    page.get_by_text("Everything is sent.").wait_for()
    page.reload()
    assert page.locator("tr[data-place]").first.get_attribute("data-arrived") == "1"


def test_a_code_lets_in_once_however_often_it_comes(site: Site, visit: Callable[..., Visitor]) -> None:
    """Typed, scanned, typed again after the page was loaded anew, and at another door meanwhile: all but that one without a connection."""
    door = next(
        f"{path}door/"
        for path in site.paths
        if re.fullmatch(r"/desk/screenings/west-of-the-tracks-[-0-9]+/", path)
    )
    here, there = visit(), visit()
    for visitor in (here, there):
        visitor.sign_in(PROGRAMMER.email)
    here.page.add_init_script(SCANNER)
    page = here.go(door)
    awaited = page.locator("tr[data-place][data-arrived='0']")
    for each in page.locator(".door-showings a").all():
        if awaited.count():
            break
        each.click()
        page.locator(".door-showings a[aria-current]").and_(each).wait_for()
    code, people = (f"{awaited.last.get_attribute(name)}" for name in ("data-ticket", "data-people"))
    row, other = page.locator(f"tr[data-ticket='{code}']"), there.page
    other.goto(page.url)
    page.get_by_text("This page now works without a connection.").wait_for()
    here.context.set_offline(True)

    def enter(visitor_page: Page, typed: str, said: str) -> None:
        visitor_page.fill("#door-code", typed)
        visitor_page.press("#door-code", "Enter")
        visitor_page.locator("#door-said").get_by_text(said).wait_for()

    enter(page, "no such code", "Nobody with this code or name is expected at this showing.")
    enter(page, f" {code.lower()} ", f"({people})")
    enter(page, code, "All of them are here already:")
    page.evaluate("code => { window.seen = code; }", code)
    page.evaluate("document.getElementById('door-said').textContent = ''")
    page.click("#door-camera")
    page.locator("#door-said").get_by_text("All of them are here already:").wait_for()
    page.reload()
    enter(page, code, "All of them are here already:")
    page.get_by_text("Without a connection: to be sent later: 1").wait_for()
    enter(other, code, f"({people})")
    other.get_by_text("Everything is sent.").wait_for()
    here.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    page.get_by_text("Everything is sent.").wait_for()
    page.reload()
    assert row.get_attribute("data-arrived") == people


SCANNER = """
  window.BarcodeDetector = class { async detect() { return window.seen ? [{ rawValue: window.seen }] : []; } };
  const film = () => {
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    setInterval(() => pen.fillRect(0, 0, 9, 9), 100);
    return canvas.captureStream(10);
  };
  Object.defineProperty(navigator, "mediaDevices", { value: { getUserMedia: async () => film() } });
"""
"""A camera before which a code is held (`seen`): Chromium reads codes on some systems only."""


def test_a_visitor_registers_for_one_part_without_java_script(
    site: Site, visit: Callable[..., Visitor]
) -> None:
    [path] = {found.group(0) for found in map(re.compile(r"^/screenings/[^/]+/$").match, site.paths) if found}
    visitor = visit(java_script=False, width=390)
    page = visitor.go(f"{path}register/")
    page.fill("input[name=name]", "Ines Moreau")
    page.fill("input[name=email]", "ines@reader.example")
    page.get_by_role("button", name="Register").click()
    page.wait_for_url("**/register/sent/")
    visitor.go(wait_for(lambda: place_mailed_to("ines@reader.example", site), what="The mail to Ines"))
    assert page.get_by_text("Ines Moreau").count() >= 1
    page.get_by_role("button", name="Confirm my places").click()
    page.get_by_text("Give my places back").wait_for()
    assert page.get_by_role("button", name="Confirm my places").count() == 0


def test_a_librarian_signs_up_with_a_full_cart_and_reaches_the_checkout(
    site: Site, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(java_script=False)
    page = visitor.go("/films/west-of-the-tracks/rails/")
    page.get_by_role("button", name=re.compile("Add to cart")).first.click()
    visitor.go("/account/signup/?next=/checkout/")
    page.fill("input[name=email]", "lib@college.example")
    page.fill("input[name=name]", "Lib Rarian")
    page.fill("input[name=password1]", "nine-hours-and-a-quarter")
    page.fill("input[name=password2]", "nine-hours-and-a-quarter")
    page.get_by_role("button", name="Sign up").click()
    page.fill("input[name=code]", code_mailed_to("lib@college.example", site))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/institutions/new/?next=/checkout/")
    page.fill("input[name=legal_name]", "College of the Long Take")
    page.check("input[name=tier][value=higher-education]")
    page.get_by_role("button", name="Register").click()
    page.wait_for_url("**/checkout/")
    assert page.get_by_text("waiting to be verified").count() == 1
    assert page.get_by_text("West of the Tracks: Rails").count() == 1


def place_mailed_to(address: str, site: Site) -> str | None:
    """The path of the registration that the newest letter to an address is about."""
    mailbox = site.folder / "demo" / "mailbox"
    texts = (letter.text for letter in letters(mailbox) if letter.recipient == address)
    found = re.search(r"/registrations/[-\w]+/", next(texts, ""))
    return found and found.group(0)


def code_mailed_to(address: str, site: Site) -> str:
    """The code in the newest letter to an address."""

    def arrived() -> list[Letter]:
        return [each for each in letters(site.folder / "demo" / "mailbox") if each.recipient == address]

    [letter] = wait_for(arrived, what="The letter with the code")
    assert letter.subject == "Your code for Longtake Films (sample)"
    code = re.search(r"^ *([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", letter.text, re.MULTILINE)
    assert code is not None
    return code.group(1)


def test_a_programmer_changes_a_timetable_by_keys_and_by_mouse(visit: Callable[..., Visitor]) -> None:
    """Nothing is saved: the fields, the rules' opinion, its marks and mends, and what is said are followed."""
    visitor = visit()
    visitor.be(PROGRAMMER.email)
    page = visitor.go("/desk/")
    page.locator("main a[href*='/desk/screenings/']").first.click()
    page.get_by_role("link", name="Change the timetable").click()
    blocks = page.locator(".timeline-block[data-moves]")
    blocks.first.wait_for()
    clock = page.locator("#id_place-0-clock")
    before = clock.input_value()
    block = page.locator(".timeline-block[data-index='0']")
    block.focus()
    with page.expect_response(lambda answer: answer.url.endswith("/timetable/")):
        page.keyboard.press("ArrowRight")
    minutes = [int(text[:2]) * 60 + int(text[3:5]) for text in (before, clock.input_value())]
    assert minutes[1] - minutes[0] == 5
    assert clock.input_value()[:5] in page.locator("[data-says]").inner_text()
    page.get_by_role("heading", name="What the rules say").wait_for()
    page.keyboard.press("Control+z")
    assert clock.input_value()[:5] == before[:5]
    box = block.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 150, box["y"] + 10, steps=5)
    with page.expect_response(lambda answer: answer.url.endswith("/timetable/")):
        page.mouse.up()
    assert clock.input_value()[:5] > before[:5]
    page.keyboard.press("Control+z")
    clock.fill("06:10")  # before the doors open
    clock.press("Tab")
    assert block.get_attribute("x") == "0%"  # at the edge of what is drawn, not out of sight
    marked = page.locator(".timeline-block[data-mark='error'][aria-describedby]")
    marked.first.wait_for()
    assert marked.first.locator(".timeline-sign text").text_content() == "×"
    clashing = [field.input_value() for field in page.locator("input[id$='-clock']").all()]
    mend = page.locator(".remark-mend").first
    mend.focus()
    page.keyboard.press("Enter")
    page.locator(".timeline-block[data-mark='error']").first.wait_for(state="detached")
    assert page.locator(".timeline-block:focus").count() == 1
    page.keyboard.press("Control+z")
    marked.first.wait_for()
    assert [field.input_value() for field in page.locator("input[id$='-clock']").all()] == clashing
    assert visitor.complaints == []
