"""Every page, in a real browser: no finding of axe, no complaint in the console, nothing wider than a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from demo.sample.people import COLLEAGUE, OFFICE, PROGRAMMER, TEACHER
from tests.e2e.conftest import Site, Visitor

PUBLIC = [
    "/",
    "/films/",
    "/films/?q=铁西",
    "/films/?q=nothing-is-called-this",
    "/films/west-of-the-tracks/",
    "/films/west-of-the-tracks/rust/",
    "/people/wang-bing/",
    "/prices/",
    "/cart/",
    "/support/",
    "/mailing-list/",
    "/mailing-list/sent/",
    "/screenings/",
    "/about/",
    "/contact/",
    "/terms/",
    "/privacy/",
    "/accessibility/",
    "/account/login/",
    "/account/signup/",
    "/account/password/reset/",
    "/demo/mailbox/",
]
OWN = [
    (TEACHER.email, "/account/"),
    (TEACHER.email, "/account/email/"),
    (TEACHER.email, "/account/2fa/"),
    (TEACHER.email, "/orders/"),
    (TEACHER.email, "/licences/"),
    (TEACHER.email, "/previews/"),
    (TEACHER.email, "/previews/new/?film=west-of-the-tracks"),
    (TEACHER.email, "/support/"),
    (TEACHER.email, "/institutions/new/"),
    (PROGRAMMER.email, "/desk/"),
    (PROGRAMMER.email, "/desk/plans/new/"),
]
OFFICE_LISTS = [
    "accounts/user/",
    "auth/group/",
    "catalog/credit/",
    "catalog/film/",
    "catalog/screeningcopy/",
    "catalog/subscription/",
    "licensing/donation/",
    "licensing/educatorpreview/",
    "licensing/institution/",
    "licensing/invoice/",
    "licensing/licence/",
    "licensing/membership/",
    "licensing/order/",
    "licensing/price/",
    "office/informationpage/",
    "reminders/reminder/",
    "screenings/registration/",
    "screenings/screening/",
    "screenings/venue/",
]


def faults(visitor: Visitor, paths: list[str], *, also_dark: bool = False) -> dict[str, list[str]]:
    """Each page that is not sound, with all that is wrong with it."""
    return {path: found for path in paths if (found := visitor.faults(path, also_dark=also_dark))}


def test_public_pages_are_sound(visit: Callable[..., Visitor]) -> None:
    assert faults(visit(), PUBLIC, also_dark=True) == {}


@pytest.mark.parametrize(
    "path", ["/licences/check/no-such-token/", "/films/no-such-film/", "/screenings/no-such-screening/"]
)
def test_page_of_what_is_not_there_is_sound(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit(width=390)
    page = visitor.go(path, status=404)
    assert visitor.faults_of_access() == []
    assert page.locator("main h1").count() == 1


@pytest.mark.parametrize("email", [TEACHER.email, PROGRAMMER.email])
def test_own_pages_are_sound(visit: Callable[..., Visitor], email: str) -> None:
    visitor = visit()
    visitor.be(email)
    assert faults(visitor, [path for whose, path in OWN if whose == email]) == {}


def test_pages_of_the_story_are_sound(site: Site, visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.be(OFFICE.email)
    pages = [path for path in site.paths if path.endswith("/") and not path.startswith("/admin/")]
    assert len(pages) >= 8
    previews = [path for path in pages if path.startswith("/previews/")]  # whose person alone opens them
    assert faults(visitor, [path for path in pages if path not in previews]) == {}
    colleague = visit()
    colleague.be(COLLEAGUE.email)
    assert previews
    assert faults(colleague, previews) == {}


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_footer_of_a_short_page_stands_at_the_end_of_the_window(
    visit: Callable[..., Visitor], width: int
) -> None:
    visitor = visit(width=width)
    visitor.page.set_viewport_size({"width": width, "height": 1600})
    for path in ("/cart/", "/account/login/", "/account/password/reset/"):
        footer = visitor.go(path).locator(".site-footer").bounding_box()
        assert footer is not None
        assert footer["y"] + footer["height"] == 1600


def test_chinese_that_no_cut_has_is_set_from_slices(visit: Callable[..., Visitor]) -> None:
    page = visit().go("/films/?q=龘")
    page.wait_for_function("() => [...document.fonts].some((face) => face.family.includes('SC Variable'))")
    page = visit().go("/films/?q=铁西")
    page.wait_for_load_state("networkidle")
    assert not page.evaluate("() => [...document.fonts].some((face) => face.family.includes('SC Variable'))")


def sound(visitor: Visitor) -> None:
    """An office page; what the console says while axe reads the sheets that ours import is axe's."""
    assert visitor.complaints == []
    assert visitor.faults_of_access() == []
    visitor.complaints.clear()


@pytest.mark.parametrize("path", OFFICE_LISTS)
def test_pages_of_the_office_are_sound(visit: Callable[..., Visitor], path: str) -> None:
    """The list, the form of its first row with its actions, and an empty form."""
    visitor = visit()
    visitor.be(OFFICE.email)
    page = visitor.go(f"/admin/{path}")
    sound(visitor)
    can_add = page.locator(".addlink").count()
    row = page.locator("#result_list tbody th a")
    if row.count():
        row.first.click()
        page.wait_for_load_state()
        sound(visitor)
        for move in [link.get_attribute("href") for link in page.locator(".office-moves a").all()]:
            visitor.go(str(move))
            sound(visitor)
    if can_add:
        visitor.go(f"/admin/{path}add/")
        sound(visitor)


def test_box_of_a_choice_in_the_office_bears_its_label_and_what_is_chosen(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    visitor.be(OFFICE.email)
    page = visitor.go("/admin/catalog/film/?q=Remnants")
    page.locator("#result_list tbody th a", has_text="Remnants").first.click()
    page.get_by_role("combobox", name=re.compile(r"^Part of.*West of the Tracks")).wait_for()
    visitor.go("/admin/screenings/venue/add/")
    page.get_by_role("combobox", name="Run by", exact=True).wait_for()


def test_policy_allows_nothing_inline(site: Site, visit: Callable[..., Visitor]) -> None:
    page, found = visit().page, {}
    for path in PUBLIC:
        answer = page.request.get(site.url + path)
        policy, body = answer.headers["content-security-policy"], answer.text()
        allowed = [word for word in ("unsafe-inline", "unsafe-eval") if word in policy]
        found[path] = allowed + [word for word in (" style=", "<style>", " onclick=") if word in body]
    assert {path: words for path, words in found.items() if words} == {}
