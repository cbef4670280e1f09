"""Catalogues as PDF: asked for, made once, read as pages, gone when they expire."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from catalog.booklets import asking, prices
from catalog.models import Booklet
from catalog.search import finding
from tests.catalog.make import make_film, make_west_of_the_tracks
from tests.pdf_rules import faults_of
from wording.refusals import Refused

pytestmark = pytest.mark.django_db
OURS = {"Sec-Fetch-Site": "same-origin"}


def read(client: Client, page: str) -> PdfReader:
    answer = client.get(f"{page.removesuffix('/')}.pdf")
    return PdfReader(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]  # it streams


def test_visitor_asks_watches_and_takes_a_pdf_of_a_search(client: Client) -> None:
    make_west_of_the_tracks()
    make_film()
    asked = client.post("/booklets/", {"q": "tracks"}, headers=OURS)
    page = asked["Location"]
    assert (asked.status_code, dict(asked.cookies)) == (302, {})
    waiting = client.get(page)
    assert (waiting["Refresh"], "0 of 1 films are set" in waiting.content.decode()) == ("2", True)
    assert client.get(f"{page.removesuffix('/')}.pdf").status_code == 404
    asking.make_booklet(booklet_id=Booklet.objects.get().pk)
    done = client.get(page)
    assert ("Refresh" in done, "Save the PDF" in done.content.decode()) == (False, True)
    pdf = read(client, page)
    text = "\n".join(each.extract_text() for each in pdf.pages)
    wanted = ("West of the Tracks", "铁西区", "Rust", "Wang Bing", "Dead Birds")
    assert [word in text for word in wanted] == [True] * 4 + [False]
    file = client.get(f"{page.removesuffix('/')}.pdf")
    assert faults_of(b"".join(file.streaming_content)) == []  # type: ignore[attr-defined]  # it streams


def test_pdf_tells_what_each_film_costs_by_who_knows(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    film = make_film()

    def told(films: object) -> dict[int, list[tuple[str, str]]]:
        return {film.pk: [("Public library", "Lending: $200")]}

    monkeypatch.setattr(prices, "_told", [told])
    page = client.post("/booklets/", {}, headers=OURS)["Location"]
    asking.make_booklet(booklet_id=Booklet.objects.get().pk)
    text = read(client, page).pages[-1].extract_text()
    assert film.title in text
    assert "Lending: $200" in text


def test_pdf_shows_what_no_font_has_as_a_square_and_never_as_markup(client: Client) -> None:
    make_film("#panic(1) *b* \U00013000 <script>", "odd", synopsis="\ue000 $x$ \\ @ref")
    page = client.post("/booklets/", {}, headers=OURS)["Location"]
    asking.make_booklet(booklet_id=Booklet.objects.get().pk)
    assert Booklet.objects.get().status == "done"
    text = "".join(each.extract_text() for each in read(client, page).pages)
    assert "#panic(1) *b*" in text


def test_pdf_of_a_search_that_takes_too_long_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    make_film()
    booklet = Booklet.objects.create(search={"q": "factory"}, language="en", films=1)
    monkeypatch.setattr(finding, "TOLD", "SELECT 1, 1 FROM pg_sleep(20)")
    monkeypatch.setattr(finding, "SECONDS", 1)
    asking.make_booklet(booklet_id=booklet.pk)
    booklet.refresh_from_db()
    assert (booklet.status, booklet.finished_at is None) == ("failed", False)


def test_pdf_expires_and_its_file_goes_with_it(client: Client) -> None:
    make_film()
    page = client.post("/booklets/", {}, headers=OURS)["Location"]
    booklet = Booklet.objects.get()
    asking.make_booklet(booklet_id=booklet.pk)
    booklet.refresh_from_db()
    storage, name = booklet.file.storage, str(booklet.file.name)
    assert storage.exists(name)
    Booklet.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(page).status_code == 404
    asking.forget_expired()
    assert (Booklet.objects.count(), storage.exists(name)) == (0, False)


def test_pdf_of_nothing_or_of_too_many_at_once_is_refused(client: Client) -> None:
    with pytest.raises(Refused, match="No film is found"):
        asking.ask_booklet(search={"q": "nowhere"}, by=None)
    make_film()
    Booklet.objects.bulk_create(Booklet(language="en") for _ in range(asking.MOST_WAITING))
    with pytest.raises(Refused, match="Many catalogues"):
        asking.ask_booklet(search={}, by=None)
    assert client.post("/booklets/", {}, headers=OURS)["Location"] == "/films/"
