"""A day of the office, done by hand in one window of the browser: from a new institution to money, film, prices and tax."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Locator, Page

from demo.sample.people import OFFICE, PASSWORD
from licensing.terms.days import office_today
from tests.e2e.conftest import Site, Visitor
from tests.e2e.test_by_hand import code_mailed_to

COLLEGE = "Fable College"
CLERK = "clerk@fable-college.example"
FILM, COPY = "West of the Tracks: Rails", "Institutional copy with public performance rights"


def test_the_office_does_a_day_of_work(site: Site, visit: Callable[..., Visitor]) -> None:
    order = ordered_by_a_new_college(site, visit())
    visitor = visit()
    visitor.sign_in(OFFICE.email)
    opens_its_day(visitor)
    verifies_the_college(visitor)
    accepts_the_order(visitor, order)
    records_a_payment(visitor)
    credits_a_part(visitor)
    sends_the_disc(visitor)
    publishes_a_price(visitor)
    makes_a_tax_rule(visitor)
    finds_the_order_by_its_number(visitor, order)
    is_told_what_became_of_it(visit(width=390), order)


def ordered_by_a_new_college(site: Site, visitor: Visitor) -> str:
    """Somebody signs up, registers a college and orders a disc by purchase order; returns the order's number."""
    page = visitor.go("/account/signup/?next=/institutions/new/")
    page.fill("input[name=email]", CLERK)
    page.fill("input[name=name]", "Cleo Clerk")
    page.fill("input[name=password1]", PASSWORD)
    page.fill("input[name=password2]", PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    page.fill("input[name=code]", code_mailed_to(CLERK, site))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/institutions/new/**")
    page.fill("input[name=legal_name]", COLLEGE)
    page.check("input[name=tier][value=higher-education]")
    page.fill("textarea[name=bill_to]", "1 Fable Road\nFable, OR 97000")
    page.get_by_role("button", name="Register").click()
    page.wait_for_url(re.compile(r"/institutions/\d+/"))
    visitor.go("/films/west-of-the-tracks/rails/")
    with page.expect_response(lambda answer: answer.url.endswith("/cart/add/")):
        page.locator("button[name=offer]", has_text=COPY).first.click()
    visitor.go("/checkout/")
    page.check("input[name=method][value=purchase-order]")
    page.fill("input[name=purchase_order_number]", "PO-4711")
    page.check("input[name=is_exact_name]")
    page.get_by_role("button", name="Place the order").click()
    page.wait_for_url(re.compile(r"/orders/ORD-"))
    return page.url.rstrip("/").rpartition("/")[2]


def opens_its_day(visitor: Visitor) -> None:
    page = visitor.go("/admin/")
    sound(visitor)
    for title, line in (("Institutions to verify", COLLEGE), ("Orders to accept", COLLEGE)):
        assert line in panel(page, title).inner_text()
    assert page.get_by_role("heading", name="This month against last").is_visible()


def verifies_the_college(visitor: Visitor) -> None:
    page = visitor.page
    follow(page, panel(page, "Institutions to verify").get_by_role("link", name=COLLEGE))
    sound(visitor)
    follow(page, page.get_by_role("link", name="Verify", exact=True))
    assert fact(page, "Exact legal name") == COLLEGE
    assert "Cleo Clerk" in fact(page, "Members")
    sound(visitor)
    page.get_by_label("How it was verified").fill("Its website, and its entry in the register of colleges")
    follow(page, page.get_by_role("button", name="Verify"))
    assert said(page) == f"{COLLEGE} is verified. Its members will be notified."
    assert page.get_by_role("link", name="Verify", exact=True).count() == 0
    sound(visitor)


def accepts_the_order(visitor: Visitor, order: str) -> None:
    page = visitor.go("/admin/")
    assert page.locator(".office-panels").get_by_role("link", name=COLLEGE).count() == 0
    follow(page, panel(page, "Orders to accept").get_by_role("link", name=order))
    sound(visitor)
    follow(page, page.get_by_role("link", name="Accept", exact=True))
    assert (fact(page, "Order"), fact(page, "Institution")) == (order, f"{COLLEGE}, verified")
    assert fact(page, "Payment by") == "purchase order PO-4711"
    assert (fact(page, f"{FILM}. {COPY}"), fact(page, "Total")) == ("$350.00", "$350.00")
    sound(visitor)
    follow(page, page.get_by_role("button", name="Accept"))
    assert re.fullmatch(
        rf"Order {order} is accepted\. Invoice INV-\d+-\d+ is issued and sent\.", said(page)
    ), said(page)
    for title, wanted in (("Invoice", "$350.00"), ("Licences", FILM), ("Purchase orders", "PO-4711")):
        assert wanted in panel(page, title).inner_text()
    sound(visitor)


def records_a_payment(visitor: Visitor) -> None:
    page = visitor.page
    follow(page, page.get_by_role("link", name="Record payment in part"))
    assert (fact(page, "Payer"), fact(page, "Still owed")) == (COLLEGE, "$350.00")
    page.get_by_label("Amount").fill("300")
    page.get_by_label("The bank's reference").fill("FABLE 0001")
    sound(visitor)
    follow(page, page.get_by_role("button", name="Record payment in part"))
    assert said(page).startswith("A payment of $300.00 for invoice INV-")
    follow(page, panel(page, "Invoice").get_by_role("link").first)
    assert page.locator(".field-still_owed, .field-balance").inner_text().endswith("$50.00")
    assert "FABLE 0001" in page.locator("#payments-group").inner_text()
    sound(visitor)


def credits_a_part(visitor: Visitor) -> None:
    """All that is still owed, and the licence stays: a receipt says that nothing is left to pay."""
    page = visitor.page
    follow(page, page.get_by_role("link", name="Issue a credit note"))
    assert (fact(page, "Received"), fact(page, "Still owed")) == ("$300.00", "$50.00")
    page.get_by_label(f"{FILM}. {COPY}").fill("50")
    page.get_by_label("Reason").fill("A discount for new colleges was forgotten.")
    page.get_by_label("The licences of these lines").select_option(label="stay as they are")
    sound(visitor)
    follow(page, page.get_by_role("button", name="Issue a credit note"))
    assert re.fullmatch(r"Credit note CRN-\d+-\d+ for -?\$50\.00 is issued and sent\.", said(page)), said(
        page
    )
    assert "$50.00" in panel(page, "Credit notes").inner_text()
    assert "REC-" in panel(page, "Receipts").inner_text()
    assert "In force" in panel(page, "Licences").inner_text()
    sound(visitor)


def sends_the_disc(visitor: Visitor) -> None:
    page = visitor.go("/admin/")
    follow(
        page, panel(page, "Deliveries to do").get_by_role("link").first
    )  # the panel names but the first few
    follow(page, page.locator("#result_list tbody tr", has_text=COLLEGE).locator("th a"))
    sound(visitor)
    follow(page, page.get_by_role("link", name="Send the parcel"))
    assert fact(page, "Licensee") == COLLEGE
    assert page.get_by_label("To:", exact=True).input_value().startswith(f"{COLLEGE}\n1 Fable Road")
    page.get_by_label("Carrier").fill("Parcel Post (sample)")
    page.get_by_label("Tracking number").fill("PP 1234 5678")
    sound(visitor)
    follow(page, page.get_by_role("button", name="Send the parcel"))
    assert said(page) == (f"The parcel is recorded as sent with Parcel Post (sample); {COLLEGE} is notified.")
    assert page.get_by_role("link", name="It has arrived").is_visible()
    assert "PP 1234 5678" in page.locator("#content").inner_text()
    sound(visitor)


def publishes_a_price(visitor: Visitor) -> None:
    page = visitor.go("/admin/")
    page.get_by_text("Licence types, prices and taxes").click()
    follow(page, page.get_by_role("link", name="Prices", exact=True))
    follow(page, page.get_by_role("link", name="As a grid"))
    cell = page.get_by_label(f"24 City, {COPY}")
    assert cell.input_value() == "350"
    sound(visitor)
    cell.fill("365")
    follow(page, page.get_by_role("button", name="Show what would change").first)
    [row] = page.locator(".office-difference tbody tr").all()
    assert re.split(r"\s*\n\s*|\t", row.inner_text()) == ["24 City", COPY, "350", "365", "+4.3%"]
    assert fact(page, "Changes") == "1"
    sound(visitor)
    follow(page, page.get_by_role("button", name="Save these prices"))
    assert page.get_by_label(f"24 City, {COPY}").input_value() == "365"
    sound(visitor)
    assert "$365" in visitor.go("/films/24-city/?tier=higher-education").locator("main").inner_text()


def makes_a_tax_rule(visitor: Visitor) -> None:
    page = visitor.go("/admin/licensing/taxrule/")
    follow(page, page.get_by_role("link", name="Add tax rule"))
    page.get_by_label("Country").select_option(label="New Zealand")
    page.get_by_label("Name of the tax").fill("GST (sample)")
    page.get_by_label("Rate").fill("15")
    page.locator("input[name=starts_on]").fill((office_today() + timedelta(days=40)).isoformat())
    sound(visitor)
    follow(page, page.get_by_role("button", name="Save", exact=True))
    assert "15%" in page.locator("#result_list tbody tr", has_text="New Zealand").inner_text()
    sound(visitor)


def finds_the_order_by_its_number(visitor: Visitor, order: str) -> None:
    """“ord 2026 7” is enough, and leads to the order itself."""
    page = visitor.go("/admin/")
    box = page.get_by_role("searchbox")
    box.fill(order.lower().replace("-", " "))
    with page.expect_navigation():
        box.press("Enter")
    assert page.locator(".field-number .readonly").inner_text() == order
    assert page.locator(".field-status .readonly").inner_text() == "paid"
    sound(visitor)


def is_told_what_became_of_it(visitor: Visitor, order: str) -> None:
    """The clerk, on a phone: paid, licensed, and the disc on its way."""
    visitor.sign_in(CLERK)
    page = visitor.go(f"/orders/{order}/")
    words = page.locator("main").inner_text()
    for wanted in ("INV-", "CRN-", "LIC-", "PP 1234 5678"):
        assert wanted in words
    assert visitor.faults_of_access() == []


def follow(page: Page, way: Locator) -> None:
    """Clicks a link or a button, and waits for the page to which it leads."""
    with page.expect_navigation():
        way.click()


def panel(page: Page, title: str) -> Locator:
    """A group of lines on the first page or beside a row, by its heading."""
    heading = page.get_by_role("heading", name=re.compile(rf"^{re.escape(title)}( \d+)?$"))
    return page.locator("article, section").filter(has=heading).last


def fact(page: Page, name: str) -> str:
    """What the page that asks says beside a name."""
    row = page.locator(".office-facts > div").filter(
        has=page.locator("dt", has_text=re.compile(rf"^{re.escape(name)}$"))
    )
    return row.locator("dd").first.inner_text().strip()


def said(page: Page) -> str:
    return page.locator(".messagelist li").last.inner_text().strip()


def sound(visitor: Visitor) -> None:
    """Nothing for axe to find, nothing in the console, nothing wider than the window."""
    assert visitor.complaints == []
    assert visitor.faults_of_access() == []
    wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert visitor.page.evaluate(wide) == 0
    visitor.complaints.clear()  # what the console says while axe reads the sheets that ours import is axe's
