"""What every page offers to whom: the account menu, the office, the institutions, the way out; and whom to write to."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from accounts.models import User
from catalog.models import Film
from licensing.models import Institution, Membership, Tier
from screenings.models import Venue

pytestmark = pytest.mark.django_db
INFORMATION = ["/about/", "/contact/", "/terms/", "/privacy/", "/accessibility/"]


def signed_in(email: str = "ada@school.example", **fields: object) -> Client:
    client = Client()
    client.force_login(User.objects.create_user(email, None, name="Ada Reader", **fields))
    return client


def school_of(client: Client, name: str = "The School <of> Film") -> Institution:
    institution = Institution.objects.create(legal_name=name, tier=Tier.K12)
    Membership.objects.create(
        institution=institution, user_id=int(client.session["_auth_user_id"]), role="owner"
    )
    return institution


def header(page: bytes) -> str:
    found = re.search(r"<header class=\"site-header\">.*?</header>", page.decode(), re.DOTALL)
    assert found
    return found.group(0)


def links(html: str) -> list[str]:
    return re.findall(r"<a [^>]*href=\"([^\"]+)\"", html)


def account_menu(client: Client, address: str = "/about/") -> str:
    _, menu, html = header(client.get(address).content).partition("account-nav")
    assert menu
    return html.partition("</nav>")[0]


def test_guest_has_no_account_menu_and_can_sign_in(client: Client) -> None:
    html = header(client.get("/about/").content)
    assert "account-nav" not in html
    assert "/account/login/" in links(html)
    assert "/desk/" not in links(html)


def test_member_finds_account_institutions_orders_licences_on_every_page() -> None:
    client = signed_in()
    school = school_of(client)
    for address in ("/about/", "/films/", "/prices/", "/cart/", "/account/", "/no/such/page/"):
        assert links(account_menu(client, address)) == [
            "/account/",
            f"/institutions/{school.pk}/",
            "/orders/",
            "/licences/",
        ]
    html = account_menu(client)
    assert "Ada Reader" in html
    assert "The School &lt;of&gt; Film" in html


def test_member_of_an_institution_with_a_venue_finds_the_desk() -> None:
    client = signed_in()
    Venue.objects.create(
        institution=school_of(client), name="Hall", slug="hall", city="Ghent", country="BE",
        time_zone="Europe/Brussels",
    )  # fmt: skip
    assert "/desk/" in links(account_menu(client))
    assert links(header(client.get("/about/").content)).count("/desk/") == 3  # wide, narrow, account menu


def test_staff_find_the_office_and_others_do_not() -> None:
    assert "/admin/" in links(account_menu(signed_in("office@x.example", is_staff=True)))
    assert "/admin/" not in links(account_menu(signed_in()))


def test_staff_without_second_factor_are_led_to_adding_it(settings: Settings) -> None:
    settings.STAFF_NEED_SECOND_FACTOR = True
    client = signed_in("office@x.example", is_staff=True, is_superuser=True)
    assert "/admin/" in links(account_menu(client))
    assert client.get("/admin/")["Location"] == "/account/2fa/"


def test_sign_out_is_one_form_on_every_page() -> None:
    client = signed_in()
    html = account_menu(client)
    form = re.search(r"<form action=\"(/account/logout/)\" method=\"post\">(.*?)</form>", html, re.DOTALL)
    assert form
    assert "csrfmiddlewaretoken" in form.group(2)
    assert client.post(form.group(1))["Location"] == "/"
    assert "account-nav" not in header(client.get("/about/").content)


def test_language_can_be_chosen_in_the_menu_and_the_footer() -> None:
    client = signed_in()
    assert account_menu(client).count('name="language"') == 3
    client.post("/language/setlang/", {"language": "fr", "next": "/about/"})
    assert '<html lang="fr">' in client.get("/about/").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_institutions_cost_one_query(rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = signed_in()
    for number in range(rows):
        school_of(client, f"School {number}")
    with django_assert_num_queries(4):  # session, person, revisions, information page
        client.get("/about/")


def test_guest_costs_no_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):  # revisions, the information page
        client.get("/about/")


@pytest.mark.parametrize("address", ["/", "/films/", "/cart/", "/account/login/", "/no/such/page/"])
def test_footer_leads_to_all_information_and_to_the_office(
    client: Client, address: str, settings: Settings
) -> None:
    settings.CONTACT_EMAIL = "desk@films.example"
    html = client.get(address).content.decode().partition("<footer")[2]
    assert [link for link in links(html) if link in INFORMATION] == INFORMATION
    assert 'href="mailto:desk@films.example"' in html


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_pages_without_context_lead_on_and_name_the_office(
    template: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.template.loader import get_template

    from office.distributor import reader

    monkeypatch.setattr(reader._Kept, "row", None)  # what another test has read
    settings.CONTACT_EMAIL = "desk@films.example"
    html = get_template(template).render()
    assert links(html) == ["/", "/films/", "/prices/", "/screenings/", "/", "mailto:desk@films.example"]


@pytest.mark.parametrize("template", ["403.html", "403_csrf.html", "404.html"])
def test_pages_of_errors_have_navigation_and_the_way_to_the_office(template: str) -> None:
    from django.template.loader import get_template
    from django.test import RequestFactory

    html = get_template(template).render({}, RequestFactory().get("/x/"))
    assert "site-header" in html
    assert "/contact/" in links(html.partition("<main")[2].partition("</main>")[0])


def test_film_without_prices_leads_to_the_office(client: Client) -> None:
    Film.objects.create(slug="rust", title="Rust", year=2003, runtime=244)
    html = client.get("/films/rust/").content.decode()
    assert '<a href="/contact/">Write to the office</a> for a quote.' in html


def test_empty_desk_leads_to_the_office() -> None:
    client = signed_in()
    for address in ("/desk/", "/desk/plans/new/"):
        assert '<a href="/contact/">' in client.get(address).content.decode().partition("<main")[2]


def test_institution_page_says_who_is_a_member_and_what_to_do() -> None:
    client = signed_in()
    school = school_of(client)
    Institution.objects.update(verification="refused", refused_because="No such school.")
    html = client.get(school.get_absolute_url()).content.decode().partition("<main")[2]
    assert "<strong>Ada Reader</strong> <span>administrator</span>" in html
    assert '<a class="alert-link" href="/contact/">write to the office</a>' in html


def test_sign_in_leads_to_sign_up(client: Client) -> None:
    assert "/account/signup/" in client.get("/account/login/").content.decode().partition("<main")[2]
