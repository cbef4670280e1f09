"""The menus in a real browser: by pointer and by keyboard, wide and narrow, with and without JavaScript; the prices on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from demo.sample.people import OFFICE, PROGRAMMER, TEACHER
from tests.e2e.conftest import Visitor

BY_KEYBOARD = 40
"""Presses of Tab after which the account menu must have been reached."""


def is_whole(part: Locator, width: int) -> bool:
    """Whether an element can be seen wholly within the window's width."""
    box = part.bounding_box()
    return box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width


def tab_to(page: Page, selector: str) -> None:
    for _ in range(BY_KEYBOARD):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by the keyboard")


@pytest.mark.parametrize("java_script", [True, False])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_a_programmer_finds_institution_and_desk_and_signs_out(
    visit: Callable[..., Visitor], width: int, java_script: bool
) -> None:
    visitor = visit(width=width, java_script=java_script)
    visitor.sign_in_unseen(PROGRAMMER.email)
    page = visitor.go("/films/")
    menu = page.locator(".account-nav")
    menu.locator("summary").click()
    assert is_whole(menu.locator(".site-menu-panel"), width)
    assert menu.get_by_role("link", name=re.compile("Lamplight")).is_visible()
    assert menu.get_by_role("link", name="Screening desk").is_visible()
    assert menu.get_by_role("link", name="The office").count() == 0
    if java_script:
        assert visitor.faults_of_access() == []
    menu.get_by_role("button", name="Sign out").click()
    page.wait_for_url(visitor.site.url + "/")
    assert page.locator(".account-nav").count() == 0
    assert visitor.complaints == []


def test_the_menu_opens_and_closes_by_keyboard_and_leads_to_the_office(visit: Callable[..., Visitor]) -> None:
    visitor = visit(width=390)
    visitor.be(OFFICE.email)
    page = visitor.go("/films/")
    tab_to(page, ".account-nav summary")
    page.keyboard.press("Enter")
    page.locator(".account-nav[open], .account-nav details[open]").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".account-nav details[open]").count() == 0
    assert page.evaluate("document.activeElement.matches('.account-nav summary')")
    page.keyboard.press("Enter")
    tab_to(page, ".account-nav a[href='/admin/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def test_one_menu_is_open_at_a_time_and_closes_when_one_goes_elsewhere(visit: Callable[..., Visitor]) -> None:
    visitor = visit(width=390)
    visitor.be(PROGRAMMER.email)
    page = visitor.go("/films/")
    page.locator(".account-nav summary").click()
    page.locator(".narrow-nav summary").click()
    assert page.locator(".site-menu[open]").count() == 1
    page.locator("footer").click()
    assert page.locator(".site-menu[open]").count() == 0


@pytest.mark.parametrize("java_script", [True, False])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_the_chosen_tiers_prices_are_wholly_visible(
    visit: Callable[..., Visitor], width: int, java_script: bool
) -> None:
    visitor = visit(width=width, java_script=java_script)
    page = visitor.go("/prices/")
    for tier in ("K-12 building", "Public library"):
        page.get_by_role("link", name=tier, exact=True).click()
        page.locator(f"a[aria-current=true]:has-text('{tier}')").wait_for()
        assert page.locator("#table-heading").inner_text() == f"{tier}: from the shortest film to the longest"
        prices = page.locator("td.best:visible").all()
        assert len(prices) > 0
        assert all(is_whole(cell, width) for cell in prices)
        assert page.locator("thead th:visible").count() == 2
    page.get_by_text("Prices for all tiers", exact=True).click()
    assert page.locator("th.best").all_inner_texts() == ["Public library"]


@pytest.mark.parametrize("path", ["/orders/", "/demo/mailbox/"])
def test_lists_say_every_fact_of_a_row_on_a_phone(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit(width=390)
    visitor.be(TEACHER.email)
    page = visitor.go(path)
    cells = page.locator(".table-cards :is(tbody th, td:not(:empty))")
    assert cells.count() >= 4
    assert all(is_whole(cell, 390) for cell in cells.all())
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.locator(".table-cards thead th").first.is_visible()


@pytest.mark.parametrize("path", ["/cart/", "/account/login/", "/no/such/page/"])
def test_the_footer_of_a_short_page_ends_with_the_window(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit()
    page = visitor.go(path, status=404 if "no/such" in path else 200)
    box = page.locator("footer").bounding_box()
    assert box is not None
    assert round(box["y"] + box["height"]) >= 900
