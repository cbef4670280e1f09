from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from catalog.models import DistributionRight, Film
from licensing.buyers.institutions import refuse
from licensing.licences.ending import revoke
from licensing.models import (
    Delivery,
    Institution,
    Licence,
    LicenceType,
    Membership,
    Order,
    Price,
    Tier,
)
from tests.licensing.conftest import TODAY, signed_in


@pytest.fixture
def visitor(db: None) -> Client:
    return Client()


@pytest.fixture
def member(teacher: User) -> Client:
    return signed_in(teacher)


def add(client: Client, film: Film, kind: LicenceType, **headers: str) -> object:
    return client.post(
        "/cart/add/", {"film": film.pk, "licence_type": kind.pk, "next": "/prices/"}, headers=headers
    )


def checkout(client: Client, **words: object) -> dict[str, object]:
    key = client.session["licensing.cart"]["key"]
    return {
        "request_key": key, "start": "0", "method": "purchase-order", "purchase_order_number": "PO-9",
        "is_exact_name": "on", **words,
    }  # fmt: skip


def test_prices_say_what_each_licence_grants(visitor: Client, film: Film, site: LicenceType) -> None:
    page = visitor.get("/prices/").text
    assert "It lasts for 3 years from the day it begins." in page
    assert "$90.00 to $195.00" in page
    assert "These are sample prices and terms, not those of a real distributor." in page


def test_the_tier_a_visitor_picks_is_remembered(visitor: Client, film: Film, site: LicenceType) -> None:
    answer = visitor.post("/cart/tier/", {"tier": "k-12", "next": "/prices/"})
    assert answer["Location"] == "/prices/"
    add(visitor, film, site)
    assert "$195.00" in visitor.get("/cart/").text
    visitor.post("/cart/tier/", {"tier": "higher-education"})
    assert "$450.00" in visitor.get("/cart/").text


@pytest.mark.parametrize(
    "following",
    [
        "https://evil.example/",
        "//evil.example/",
        "javascript:alert(1)",
        "",
        "3",
        "admin:index",
        "cart",
    ],
)
def test_no_form_leads_to_another_site(visitor: Client, following: str) -> None:
    assert visitor.post("/cart/tier/", {"tier": "k-12", "next": following})["Location"] == "/cart/"


def test_an_unknown_tier_film_or_type_is_not_found(visitor: Client, film: Film, site: LicenceType) -> None:
    assert visitor.post("/cart/tier/", {"tier": "royalty"}).status_code == 404
    for words in (
        {"film": "x", "licence_type": site.pk},
        {"film": film.pk},
        {"film": 9**30, "licence_type": site.pk},
    ):
        assert visitor.post("/cart/add/", words).status_code == 404


def test_adding_answers_htmx_with_the_piece_that_changed(
    visitor: Client, film: Film, site: LicenceType
) -> None:
    answer = add(visitor, film, site, HX_Request="true")
    page = answer.text  # type: ignore[attr-defined]  # an HttpResponse
    assert "<html" not in page
    assert "In the cart" in page
    assert 'hx-swap-oob="outerHTML:.cart-count"' in page


def test_a_button_of_the_matrix_adds_its_licence(visitor: Client, film: Film, site: LicenceType) -> None:
    page = visitor.get("/films/west-of-the-tracks/").text
    assert f'name="offer" value="{film.pk}-{site.pk}" hx-post="/cart/add/">Add to cart<' in page
    sent = {"offer": f"{film.pk}-{site.pk}", "next": "/films/west-of-the-tracks/"}
    assert visitor.post("/cart/add/", sent)["Location"] == "/films/west-of-the-tracks/"
    assert visitor.session["licensing.cart"]["lines"] == [[film.pk, site.pk]]
    for offer in (f"{film.pk}", f"{film.pk}-", "x-y", f"{film.pk}-{site.pk}-1", f"{film.pk}-{10**9}"):
        assert visitor.post("/cart/add/", {"offer": offer}).status_code == 404


def test_adding_twice_holds_one_line(visitor: Client, film: Film, site: LicenceType) -> None:
    add(visitor, film, site)
    add(visitor, film, site)
    assert visitor.session["licensing.cart"]["lines"] == [[film.pk, site.pk]]


def test_the_cart_shows_what_is_covered_and_what_is_doubled(
    visitor: Client, film: Film, rails: Film, site: LicenceType
) -> None:
    add(visitor, rails, site)
    assert visitor.get("/cart/").context["filled"].reels[0].summary() == (
        "West of the Tracks, 9 h 14 min in 3 parts: 1. Rust, 4 h 4 min; 2. Remnants, 2 h 58 min; "
        "3. Rails, 2 h 12 min, in the cart"
    )
    add(visitor, film, site)
    assert "is already covered by the whole film" in visitor.get("/cart/").text
    visitor.post("/cart/remove/", {"film": rails.pk, "licence_type": site.pk})
    assert "is already covered by the whole film" not in visitor.get("/cart/").text


def test_what_left_the_catalogue_leaves_the_cart(visitor: Client, film: Film, site: LicenceType) -> None:
    add(visitor, film, site)
    Film.objects.update(is_published=False)
    assert "The cart is empty." in visitor.get("/cart/").text


def test_checkout_orders_and_empties_the_cart(
    member: Client, school: Institution, film: Film, site: LicenceType
) -> None:
    add(member, film, site)
    sent = checkout(member, institution=school.pk)
    answer = member.post("/checkout/", sent)
    order = Order.objects.get()
    assert answer["Location"] == f"/orders/{order.number}/"
    assert "The cart is empty." in member.get("/cart/").text
    again = member.post("/checkout/", sent)
    assert (again["Location"], Order.objects.count()) == (f"/orders/{order.number}/", 1)


def test_checkout_by_card_leads_to_paying(
    member: Client, school: Institution, film: Film, site: LicenceType
) -> None:
    add(member, film, site)
    answer = member.post("/checkout/", checkout(member, institution=school.pk, method="card"))
    assert answer["Location"] == "/orders/ORD-2027-0001/pay/"
    assert "Pay $195.00 by card" in member.get(answer["Location"]).text


def test_checkout_of_an_institution_that_waits_says_so(
    member: Client, waiting: Institution, film: Film, site: LicenceType
) -> None:
    add(member, film, site)
    assert "The office has not verified this institution yet." in member.get("/checkout/").text
    member.post("/checkout/", checkout(member, institution=waiting.pk, method="card"))
    page = member.get("/orders/ORD-2027-0001/").text
    assert "The institution is waiting to be verified." in page
    assert "Pay by card" not in page


def test_checkout_begins_on_the_day_that_was_chosen(
    member: Client, school: Institution, film: Film, site: LicenceType
) -> None:
    add(member, film, site)
    member.post("/checkout/", checkout(member, institution=school.pk, start="2027-09-01"))
    assert Order.objects.get().starts_on == date(2027, 9, 1)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"is_exact_name": ""}, "Confirm the exact legal name."),
        ({"purchase_order_number": ""}, "Enter the number of the purchase order."),
        ({"start": "other"}, "Choose the day on which the licences begin."),
        ({"start": "2027-01-01"}, "Select a valid choice."),  # of a form that was shown last year
        ({"start": "other", "starts_on": "2027-02-28"}, "Licences cannot begin in the past."),
        (
            {"start": "other", "starts_on": "2031-01-01"},
            "Licences can begin at most eighteen months from now.",
        ),
    ],
)
def test_checkout_keeps_what_was_typed_and_says_what_is_wrong(
    member: Client,
    school: Institution,
    film: Film,
    site: LicenceType,
    words: dict[str, object],
    sentence: str,
) -> None:
    add(member, film, site)
    answer = member.post("/checkout/", checkout(member, institution=school.pk, **words))
    assert (answer.status_code, Order.objects.count()) == (200, 0)
    assert sentence in answer.text
    assert "data-takes-focus" in answer.text
    assert answer.context["form"].data["method"] == "purchase-order"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("po.pdf", b"MZ", "The file is not a PDF."),
        ("po.pdf", b"%PDF-" + b"x" * 5_300_000, "The file is larger than 5 MB."),
        ("po.pdf", b"%PDF-" + b"x" * 10_000_000, "The file is larger than 5 MB."),
        ("x" * 300 + ".pdf", b"%PDF-", "The file is not a PDF."),
    ],
)
def test_checkout_refuses_a_file_that_is_no_purchase_order(
    member: Client,
    school: Institution,
    film: Film,
    site: LicenceType,
    name: str,
    content: bytes,
    sentence: str,
) -> None:
    add(member, film, site)
    sent = checkout(member, institution=school.pk, purchase_order=SimpleUploadedFile(name, content))
    assert sentence in member.post("/checkout/", sent).text


def test_checkout_with_a_colleagues_request_key_is_an_order_of_ones_own(
    member: Client, school: Institution, colleague: User, film: Film, site: LicenceType
) -> None:
    add(member, film, site)
    sent = checkout(member, institution=school.pk)
    member.post("/checkout/", sent)
    other = signed_in(colleague)
    add(other, film, site)
    assert other.post("/checkout/", sent)["Location"] == "/orders/ORD-2027-0002/"
    assert other.post("/checkout/", sent)["Location"] == "/orders/ORD-2027-0002/"


@pytest.mark.parametrize("key", ["x" * 5000, "%ED%A0%80", "nobodys"], ids=["long", "half", "false"])
def test_checkout_with_an_odd_request_key_and_an_empty_cart_is_no_fault(member: Client, key: str) -> None:
    sent = f"request_key={key}"
    answer = member.post("/checkout/", sent, content_type="application/x-www-form-urlencoded")
    assert answer["Location"] == "/cart/"


def test_checkout_for_an_institution_that_was_not_accepted_says_why(
    member: Client, waiting: Institution, teacher: User, office: User, film: Film, site: LicenceType
) -> None:
    other = Institution.objects.create(legal_name="Another School", tier="k-12")
    Membership.objects.create(institution=other, user=teacher, role="owner")
    add(member, film, site)
    refuse(institution=waiting, because="No such school.", by=office)
    page = member.post("/checkout/", checkout(member, institution=waiting.pk))
    assert "cannot order: No such school." in page.text
    assert not Order.objects.exists()


def test_licences_may_begin_on_a_batch_day(
    member: Client, school: Institution, film: Film, site: LicenceType
) -> None:
    add(member, film, site)
    member.post("/checkout/", checkout(member, institution=school.pk, start="2027-09-01"))
    assert Order.objects.get().starts_on.isoformat() == "2027-09-01"


def test_checkout_says_what_cannot_be_licensed_where(
    member: Client, school: Institution, film: Film, site: LicenceType
) -> None:
    DistributionRight.objects.update(countries=["CA"])
    add(member, film, site)
    page = member.get("/checkout/").text
    assert "We may not license “West of the Tracks” in the United States." in page
    assert "Place the order" not in page


def test_registering_an_institution_leads_back_to_the_checkout(member: Client) -> None:
    answer = member.post(
        "/institutions/new/?next=/checkout/", {"legal_name": "A School", "tier": "k-12", "country": "US"}
    )
    assert answer["Location"] == "/checkout/"
    assert Institution.objects.get().verification == "asked"


def test_registering_says_what_is_wrong(member: Client) -> None:
    answer = member.post("/institutions/new/", {"legal_name": "School 😀", "tier": "k-12", "country": "KR"})
    assert "Our documents cannot print these characters: “😀”." in answer.text


def test_a_refused_institution_asks_again(member: Client, waiting: Institution, office: User) -> None:
    refuse(institution=waiting, because="No such school.", by=office)
    page = member.get(f"/institutions/{waiting.pk}/")
    assert "No such school." in page.text
    member.post(f"/institutions/{waiting.pk}/ask-verification/")
    waiting.refresh_from_db()
    assert waiting.verification == "asked"


def test_a_member_cancels_an_order(member: Client, order: Order) -> None:
    page = member.post(f"/orders/{order.number}/cancel/", follow=True).text
    assert "Order ORD-2027-0001 is cancelled." in page


def test_the_price_table_leads_with_the_full_institutional_price(
    visitor: Client, film: Film, site: LicenceType
) -> None:
    page = visitor.get("/films/west-of-the-tracks/").text
    assert "Until you choose, these are the full institutional prices." in page
    assert page.index("$450.00") < page.index("$195.00")
    assert "Show the prices of single parts" in page


def test_a_film_without_a_right_says_so(visitor: Client, film: Film, site: LicenceType) -> None:
    DistributionRight.objects.all().delete()
    page = visitor.get("/films/west-of-the-tracks/").text
    assert "We do not currently hold the right to license “West of the Tracks”." in page
    assert "Add to cart" not in page


def test_names_are_escaped(member: Client, school: Institution) -> None:
    school.legal_name = "<script>alert(1)</script>"
    school.save()
    assert "<script>alert(1)" not in member.get(f"/institutions/{school.pk}/").text


@pytest.mark.parametrize(
    ("address", "chosen", "shown"),
    [
        ("/prices/", "", "Higher education"),
        ("/prices/", "public-library", "Public library"),
        ("/prices/?tier=k-12", "public-library", "K-12 building"),
        ("/prices/?tier=royalty", "", "Higher education"),
    ],
)
def test_prices_are_those_of_one_tier_at_a_time(
    film: Film, site: LicenceType, client: Client, address: str, chosen: str, shown: str
) -> None:
    if chosen:
        client.post("/cart/tier/", {"tier": chosen, "next": "/prices/"})
    html = client.get(address).content.decode()
    assert re.findall(r'href="[^"]+" aria-current="true">([^<]+)<', html) == [shown]
    assert f">{shown}: from the shortest film to the longest<" in html


def test_the_film_page_shows_a_matrix_of_the_visitors_tier(
    film: Film, site: LicenceType, screening: LicenceType, visitor: Client
) -> None:
    visitor.post("/cart/tier/", {"tier": "k-12"})
    page = visitor.get("/films/west-of-the-tracks/").text
    assert "For classes, streaming and lending" in page
    assert "With public performance rights" in page
    assert page.index("Site, three years") < page.index("Public screening, once")
    assert "Price: K-12 building" in page
    assert page.count(">Add to cart<") == 2 + 3  # each type for the whole; the site licence for each part


def test_the_film_page_says_what_the_institution_holds(
    licence: Licence, member: Client, colleague: User, outsider: User, visitor: Client
) -> None:
    words = f'<a class="alert-link" href="/licences/{licence.number}/">{licence.number}</a>'
    for page in ("/films/west-of-the-tracks/", "/films/west-of-the-tracks/rust/"):
        assert words in member.get(page).text
        assert words in signed_in(colleague).get(page).text
        assert words not in signed_in(outsider).get(page).text
        assert words not in visitor.get(page).text


def test_the_cart_says_what_is_held_already(
    licence: Licence, member: Client, outsider: User, film: Film, site: LicenceType
) -> None:
    for client, is_said in ((member, True), (signed_in(outsider), False)):
        add(client, film, site)
        assert ("is held already, by:" in client.get("/cart/").text) is is_said


def test_several_licences_are_added_at_once(
    visitor: Client, film: Film, rails: Film, site: LicenceType
) -> None:
    sent = {"film": [film.pk, rails.pk], "licence_type": [site.pk, site.pk], "tier": "k-12"}
    assert visitor.post("/cart/add/", sent).status_code == 302
    assert visitor.session["licensing.cart"]["lines"] == [[film.pk, site.pk], [rails.pk, site.pk]]
    assert visitor.session["licensing.tier"] == "k-12"
    assert (
        visitor.post("/cart/add/", {"film": [film.pk, rails.pk], "licence_type": [site.pk]}).status_code
        == 404
    )


def test_a_fee_that_the_report_decides_is_said_beside_every_price(film: Film, site: LicenceType) -> None:
    Price.objects.filter(film=film, licence_type=site).update(fee_form="percentage", percent=35)
    visitor = Client()
    visitor.post("/cart/tier/", {"tier": "k-12"})
    page = visitor.get(film.get_absolute_url()).text
    assert "from $195.00" in page
    assert "35 per cent of the box office, at least $195.00." in page
    assert "at first; the report may make more due" in Client().get("/prices/?tier=k-12").text


def test_a_revoked_licence_promises_nothing_more(licence: Licence, teacher: User, office: User) -> None:
    LicenceType.objects.update(delivers="stream")
    Delivery.objects.create(licence=licence, way="stream", due_on=TODAY)
    client = signed_in(teacher)
    paths = licence.get_absolute_url(), licence.line.order.get_absolute_url()
    assert all("The office will give you its address" in client.get(path).text for path in paths)
    assert "/upgrade/" not in client.get(paths[0]).text  # there is no rule
    revoke(licence=licence, because="Sent back.", by=office)
    pages = [client.get(path).text for path in paths]
    assert all("Nothing more is delivered: the licence is no longer in force." in page for page in pages)
    assert not any("The office will give you its address" in page for page in pages)
    assert "Get the film" not in pages[0]
    assert ">covered<" not in pages[0]


def test_a_stream_without_a_host_says_where_to_add_one(licence: Licence, office: User) -> None:
    delivery = Delivery.objects.create(licence=licence, way="stream", due_on=TODAY)
    page = signed_in(office).get(f"/admin/licensing/delivery/{delivery.pk}/do/give-stream/").text
    assert "No copy of this film is streamed yet." in page
    assert 'href="/admin/licensing/hostedlink/add/"' in page


def test_the_checkout_says_to_whom_and_under_which_terms(
    member: Client, school: Institution, film: Film, site: LicenceType
) -> None:
    LicenceType.objects.update(site_scope="campus")
    add(member, film, site)
    page = member.get("/checkout/").text
    assert "Billed to" in page
    assert "United States" in page
    assert "by purchase order within 30 days of the invoice; by card at once" in page
    assert "No building, branch or campus of Lincoln Unified School District is on its list yet" in page
    assert "the licences begin on the day the office accepts the order" in page
    assert "<legend>Third purchase order</legend>" in " ".join(page.split()).replace(
        'legend class=""', "legend"
    )
    assert "The last day of each licence" in page
    assert "28 Feb 2030" in page  # of three years that begin today, on 1 March 2027


def test_the_checkout_opens_for_the_institution_of_the_tier_of_the_cart(
    member: Client, school: Institution, teacher: User, film: Film, site: LicenceType
) -> None:
    other = Institution.objects.create(legal_name="A Library", tier=Tier.PUBLIC_LIBRARY)
    Membership.objects.create(institution=other, user=teacher, role="owner")
    add(member, film, site)
    assert member.get("/checkout/").context["institution"] == school
    member.post("/cart/tier/", {"tier": "public-library"})
    assert member.get("/checkout/").context["institution"] == other
    assert member.get(f"/checkout/?institution={school.pk}").context["institution"] == school


def test_a_second_page_of_one_order_is_told_that_it_changes_nothing(
    member: Client, school: Institution, film: Film, site: LicenceType
) -> None:
    add(member, film, site)
    sent = checkout(member, institution=school.pk)
    quoted = member.get("/checkout/").context["form"]["quoted"].value()
    member.post("/checkout/", sent | {"quoted": quoted})
    again = member.post("/checkout/", sent | {"purchase_order_number": "PO-78"}, follow=True)
    assert "what you sent now changes nothing in it" in again.text
    assert "what you sent now" not in member.post("/checkout/", sent, follow=True).text


def test_a_district_without_schools_is_told_who_notes_them(member: Client, school: Institution) -> None:
    Institution.objects.update(tier="k-12-district")
    page = member.get(school.get_absolute_url()).text
    assert "The office notes which schools belong to a district or consortium" in page


def test_a_legal_name_that_is_too_long_is_refused_and_not_cut(member: Client) -> None:
    page = member.get("/institutions/new/").text
    assert "maxlength" not in page.split('name="legal_name"')[1].split(">")[0]
    sent = {"legal_name": "A" * 251, "tier": "k-12", "country": "US"}
    assert "at most 250 characters (it has 251)" in member.post("/institutions/new/", sent).text
    assert not Institution.objects.exists()
