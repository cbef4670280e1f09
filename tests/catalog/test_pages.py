"""What the pages of the catalogue say."""

from __future__ import annotations

import re

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import translation

from catalog.models import Credit, Film, Statement, Title
from catalog.pages.disagreements import disagreements
from catalog.search import finding
from catalog.templatetags.prose import first_paragraph, markdown
from tests.catalog.make import make_film, make_west_of_the_tracks
from wording.countries import country_label, language_label

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def titles_on(content: str) -> list[str]:
    return re.findall(r'<h2><a class="plain" href="[^"]+" lang="[^"]+">([^<]+)</a></h2>', content)


def test_film_page_gives_foreign_titles_their_language(client: Client) -> None:
    make_west_of_the_tracks()
    content = page(client, "/films/west-of-the-tracks/")
    assert '<p class="film-original serif foreign" lang="zh-Hans">铁西区</p>' in content
    assert '<span class="foreign" lang="zh-Hans">王兵</span>' in content


def test_film_page_says_whose_word_is_whose(client: Client) -> None:
    film = make_west_of_the_tracks()
    found = disagreements(film, film.statements.all())
    assert [(each.label, [(claim.value, claim.is_ours) for claim in each.claims]) for each in found] == [
        ("runtime in minutes", [("554", True), ("551", False)])
    ]
    assert 'A festival <span class="muted">(Print shown in 2003)</span>' in page(
        client, "/films/west-of-the-tracks/"
    )


def test_sources_that_agree_are_no_disagreement() -> None:
    film = make_west_of_the_tracks()
    film.statements.update(value="554")
    assert disagreements(film, film.statements.all()) == []


def test_credits_disagree_only_within_a_role() -> None:
    film = make_west_of_the_tracks()
    source = film.statements.get().source
    film.statements.all().delete()
    for value in ("editing: Wang Bing", "editing: Adam Kerby", "sound: Somebody"):
        Statement.objects.create(film=film, fact=Statement.Fact.CREDIT, value=value, source=source)
    found = disagreements(film, film.statements.all())
    assert [(each.label, [claim.value for claim in each.claims]) for each in found] == [
        (str(Credit.Role.EDITING.label), ["Adam Kerby", "Wang Bing"])
    ]


def test_part_page_fills_its_own_segment_of_the_whole(client: Client) -> None:
    make_west_of_the_tracks()
    content = page(client, "/films/west-of-the-tracks/rust/")
    assert content.count('class="reel-filled"') == 1
    assert "this part" in content
    assert "Part 1 of 3 of West of the Tracks" in content


def test_pages_have_nothing_inline_that_the_policy_refuses(client: Client) -> None:
    make_west_of_the_tracks()
    for address in ("/", "/films/", "/films/west-of-the-tracks/", "/people/wang-bing/", "/account/login/"):
        content = page(client, address)
        assert re.findall(r"\sstyle=|<style|\son[a-z]+=|javascript:", content) == []
        assert re.findall(r"<script(?![^>]*(?:src=|application/json))", content) == []


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Dead Birds", "West of the Tracks"]),
        ("length=longest", ["West of the Tracks"]),
        ("decade=1960", ["Dead Birds"]),
        ("country=CN", ["West of the Tracks"]),
        ("maker=wang-bing", ["West of the Tracks"]),
        ("subject=railways", ["West of the Tracks"]),
        ("country=CN&decade=1960", []),
        ("order=longest", ["West of the Tracks", "Dead Birds"]),
        ("length=nonsense&decade=x&order=y&page=99", ["Dead Birds", "West of the Tracks"]),
        ("q=rust", ["West of the Tracks"]),
    ],
)
def test_films_page_narrows_by_the_query_string(client: Client, query: str, titles: list[str]) -> None:
    make_west_of_the_tracks()
    make_film()
    assert titles_on(page(client, f"/films/?{query}")) == titles


def test_films_page_names_the_part_that_was_found(client: Client) -> None:
    make_west_of_the_tracks()
    assert '<a href="/films/west-of-the-tracks/rails/" lang="en">Rails</a>' in page(client, "/films/?q=rails")


def test_films_page_without_results_says_what_to_do(client: Client) -> None:
    make_film()
    content = page(client, "/films/?q=zzzzzz")
    assert "No films found" in content
    assert "See all films" in content


def test_facet_counts_leave_its_own_choice_out(client: Client) -> None:
    make_west_of_the_tracks()
    make_film()
    content = page(client, "/films/?country=CN")
    assert '<option value="CN" selected>China (1)</option>' in content
    assert '<option value="US">United States (1)</option>' in content
    assert '<option value="1960">' not in content


def test_htmx_gets_results_count_and_facets_alone(client: Client) -> None:
    make_west_of_the_tracks()
    response = client.get("/films/?q=rust", headers={"hx-request": "true"})
    content = response.content.decode()
    assert "<html" not in content
    assert titles_on(content) == ["West of the Tracks"]
    assert 'id="film-count" role="status" hx-swap-oob="innerHTML"' in content
    assert response.headers["Vary"].split(", ").count("HX-Request") == 1


def test_films_page_goes_on_to_a_second_page_and_keeps_the_question(client: Client) -> None:
    for number in range(25):
        make_film(f"Film {number:02}", f"film-{number:02}")
    first = page(client, "/films/?order=title")
    assert len(titles_on(first)) == 24
    last = Film.objects.get(slug="film-23").pk
    assert f'rel="next" href="?order=title&amp;after={last}"' in first
    assert titles_on(page(client, f"/films/?order=title&after={last}")) == ["Film 24"]


@pytest.mark.parametrize("query", ["?!...", "a" * 10_000, "zzyzzyx", "' | & !"])
def test_a_search_for_nothing_is_answered_with_what_to_do(client: Client, query: str) -> None:
    make_film()
    response = client.get("/films/", {"q": query})
    assert response.status_code == 200
    assert "No films found" in response.text


def test_a_search_that_is_given_up_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "TOLD", "SELECT 1, 1 FROM pg_sleep(20)")
    monkeypatch.setattr(finding, "SECONDS", 1)
    response = client.get("/films/?q=factory")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
    assert "This search takes too long" in response.text
    answer = client.get("/films/?q=factory", headers={"hx-request": "true"})
    assert answer.text == "This search takes too long. Ask with fewer words, or longer ones."


def test_a_slip_leads_to_what_was_meant_and_keeps_the_filters(client: Client) -> None:
    make_west_of_the_tracks()
    content = page(client, "/films/?q=west+of+the+trakcs&country=CN")
    assert 'Did you mean <a href="?q=west+of+the+tracks&amp;country=CN">west of the tracks</a>?' in content


def test_an_empty_search_with_filters_leads_to_one_without(client: Client) -> None:
    make_west_of_the_tracks()
    content = page(client, "/films/?q=rust&country=US")
    assert 'href="/films/?q=rust">Search without filters' in content


def test_person_page_lists_films_with_what_was_done(client: Client) -> None:
    make_west_of_the_tracks()
    content = page(client, "/people/wang-bing/")
    assert "West of the Tracks" in content
    assert '<p class="film-card-facts">Director</p>' in content


def test_poster_sets_short_chinese_titles_upright_and_long_titles_small() -> None:
    film = make_west_of_the_tracks()
    long = make_film("The Longest Title That Anybody Ever Gave to a Documentary Film", "longest")
    draw = Template("{% load films %}{% poster film %}")
    assert "poster-upright" in draw.render(Context({"film": film}))
    assert "poster-long" in draw.render(Context({"film": long}))


def test_poster_of_a_black_and_white_film_has_no_colour() -> None:
    film = make_film(colour=Film.Colour.BLACK_AND_WHITE)
    assert "poster-mono" in Template("{% load films %}{% poster film %}").render(Context({"film": film}))


def test_reel_draws_numbers_with_points_in_every_language() -> None:
    film = make_west_of_the_tracks()
    with translation.override("fr"):
        drawn = Template("{% load reel %}{% reel film %}").render(Context({"film": film}))
    assert 'width="44.0433%"' in drawn


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ('*xiagang*, "off post"', "<p><em>xiagang</em>, “off post”</p>\n"),
        ("<script>alert(1)</script>", ""),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ('<p onclick="x">a</p>', "<p>a</p>"),
    ],
)
def test_markdown_keeps_words_and_drops_what_could_act(source: str, html: str) -> None:
    assert markdown(source) == html


def test_first_paragraph_ends_at_the_first_blank_line() -> None:
    assert first_paragraph("One\ntwo.\n\nThree.") == "One\ntwo."


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("zh-Hans", "en", "Simplified Chinese"),
        ("zh-Latn-pinyin", "en", "Chinese (Latin, Pinyin Romanization)"),
        ("cmn", "en", "Mandarin Chinese"),
        ("fr", "zh-hans", "法语"),
        ("zxx", "en", "no dialogue"),
    ],
)
def test_language_label_speaks_the_readers_language(tag: str, language: str, name: str) -> None:
    with translation.override(language):
        assert language_label(tag) == name


def test_country_label_speaks_the_readers_language() -> None:
    with translation.override("fr"):
        assert country_label("CN") == "Chine"


def test_missing_page_keeps_the_way_on(client: Client) -> None:
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert "See all films" in response.content.decode()


def test_titles_in_the_list_of_titles_bear_their_language(client: Client) -> None:
    film = make_film()
    Title.objects.create(film=film, text="死鳥", language="ja", kind=Title.Kind.TRANSLATION)
    assert '<span class="foreign" lang="ja">死鳥</span>' in page(client, "/films/dead-birds/")
