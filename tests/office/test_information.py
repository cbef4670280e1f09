"""The information pages: shipped texts until the office writes its own, in the reader's language if possible."""

from __future__ import annotations

import re

import pytest
from django.conf import settings as ours
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from config.hosts.replica import WROTE
from office.information import SHIPPED, information, shipped
from office.models import InformationPage, Page
from wording.bounds import LONGEST_PAGE

LANGUAGES = [code for code, _name in ours.LANGUAGES]


def write(slug: str, language: str, **fields: str) -> InformationPage:
    values = {"title": f"{slug} {language}", "body": "Our own words."} | fields
    return InformationPage.objects.create(slug=slug, language=language, **values)


def page_of(client: Client, address: str, language: str = "en") -> str:
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", Page.values)
def test_every_page_is_shipped_in_every_language(slug: str, language: str) -> None:
    text = shipped(slug, language)
    assert text.language == language
    assert text.title
    assert len(text.body) > 200
    assert not text.title.startswith("#")


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_links_of_shipped_texts_lead_somewhere(client: Client, language: str) -> None:
    texts = [path.read_text() for path in (SHIPPED / language).glob("*.md")]
    targets = {target for text in texts for target in re.findall(r"\]\(([^)]+)\)", text)}
    assert targets >= {"/prices/", "/accessibility/"}
    assert {target: client.get(target).status_code for target in targets if target != "/account/"} == {
        target: 200 for target in targets if target != "/account/"
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_privacy_names_every_cookie_that_is_set(language: str) -> None:
    text = shipped("privacy", language).body
    names = (ours.SESSION_COOKIE_NAME, ours.CSRF_COOKIE_NAME, ours.LANGUAGE_COOKIE_NAME, "messages", WROTE)
    for name in names:
        assert f"`{name}`" in text


@pytest.mark.django_db
def test_shipped_text_is_shown_in_the_readers_language(client: Client) -> None:
    html = page_of(client, "/privacy/", "fr")
    assert '<h1 lang="fr">Vie privée</h1>' in html
    assert "<h2>Ce que nous gardons</h2>" in html
    assert "last changed" not in html


@pytest.mark.django_db
def test_own_text_comes_before_the_shipped_one(client: Client) -> None:
    write("terms", "en", title="House rules", body="Our **own** words.")
    html = page_of(client, "/terms/")
    assert '<h1 lang="en">House rules</h1>' in html
    assert "<p>Our <strong>own</strong> words.</p>" in html
    assert "Cette page" not in html


@pytest.mark.django_db
def test_own_text_in_the_offices_language_comes_before_a_shipped_translation(client: Client) -> None:
    write("terms", "en", title="House rules")
    html = page_of(client, "/terms/", "fr")
    assert '<html lang="fr">' in html
    assert '<h1 lang="en">House rules</h1>' in html


@pytest.mark.django_db
def test_own_text_in_the_readers_language_comes_first() -> None:
    write("terms", "en")
    write("terms", "fr", title="Règles")
    assert information("terms", "fr").title == "Règles"
    assert information("terms", "zh-hans").title == "terms en"
    assert information("privacy", "fr").changed_at is None


@pytest.mark.django_db
def test_markup_in_a_text_stays_harmless(client: Client) -> None:
    write("about", "en", body="<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=y>")
    html = page_of(client, "/about/").partition("<main")[2].partition("</main>")[0]
    assert "<script" not in html
    assert 'href="javascript:' not in html
    assert "<img" not in html


@pytest.mark.django_db
def test_addresses_of_the_office_stand_beside_each_text(client: Client, settings: Settings) -> None:
    settings.CONTACT_EMAIL, settings.PHONE = "desk@films.example", "+1 555 0100"
    settings.POSTAL_ADDRESS = "1 Film Street\nPortland, OR <97201>"
    for slug in Page.values:
        html = page_of(client, f"/{slug}/").partition("<address")[2].partition("</address>")[0]
        assert 'href="mailto:desk@films.example"' in html
        assert "1 Film Street<br>Portland, OR &lt;97201&gt;" in html
        assert "Telephone +1 555 0100" in html


@pytest.mark.django_db
def test_office_is_offered_to_change_the_text_and_visitors_are_not(client: Client) -> None:
    assert "/admin/office/" not in page_of(client, "/about/")
    client.force_login(User.objects.create_superuser("office@x.example"))
    assert "/admin/office/informationpage/add/?slug=about&amp;language=en" in page_of(client, "/about/")


@pytest.mark.django_db
def test_new_text_in_the_office_begins_with_what_visitors_read(client: Client) -> None:
    client.force_login(User.objects.create_superuser("office@x.example"))
    add = "/admin/office/informationpage/add/"
    form = client.get(f"{add}?slug=privacy&language=fr").context["adminform"].form
    assert form.initial["title"] == "Vie privée"
    values = {"slug": "privacy", "language": "fr", "title": "Vie privée", "body": form.initial["body"]}
    assert client.post(add, values).status_code == 302
    assert information("privacy", "fr").changed_at is not None
    assert client.get(f"{add}?slug=nothing&language=xx").status_code == 200


@pytest.mark.django_db
def test_list_in_the_office_takes_as_many_queries_for_three_rows_as_for_one(
    client: Client, django_assert_num_queries: object
) -> None:
    client.force_login(User.objects.create_superuser("office@x.example"))
    for languages in (["en"], ["fr", "zh-hans"]):
        for language in languages:
            write("about", language)
        with django_assert_num_queries(5):  # type: ignore[operator]  # pytest-django gives a function
            client.get("/admin/office/informationpage/")


@pytest.mark.django_db
def test_database_refuses_twice_unknown_and_boundless() -> None:
    write("about", "en")
    for slug, body in (("about", "twice"), ("imprint", "unknown"), ("terms", "x" * (LONGEST_PAGE + 1))):
        with pytest.raises(IntegrityError), transaction.atomic():
            write(slug, "en", body=body)
    write("terms", "en", body="x" * LONGEST_PAGE)
