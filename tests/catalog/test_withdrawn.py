"""Drafts, times of publication, withdrawal: what visitors, harvesters and the office see of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.models import User
from catalog.editing.publishing import make_draft, publish_due, publish_film, publish_film_at, withdraw_film
from catalog.exports.marc.record import host
from catalog.harvesting.months import deleted_in
from catalog.models import Film, Relation
from tests.catalog.make import make_film, make_west_of_the_tracks
from tests.standing import standing

pytestmark = pytest.mark.django_db
type Refusals = list[tuple[Callable[[], object], str]]
REASON = "Our rights have ended."
ADDRESSES = [
    "/films/west-of-the-tracks/",
    "/films/west-of-the-tracks/rust/",
    "/films/west-of-the-tracks.json",
    "/films/west-of-the-tracks.png",
    "/films/west-of-the-tracks/rust.mrc",
]


@standing
def west() -> Film:
    film = make_west_of_the_tracks()
    Relation.objects.create(film=film, other=make_film())
    return film


@standing
def withdrawn(west: Film) -> Film:
    return withdraw_film(film=west, reason=REASON, by=None)


@pytest.mark.parametrize("address", ADDRESSES)
def test_address_of_a_withdrawn_film_is_gone_and_says_why(
    client: Client, withdrawn: Film, address: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 410
    assert REASON in answer.text


def test_page_of_a_withdrawn_film_offers_what_is_like_it(client: Client, withdrawn: Film) -> None:
    page = client.get("/films/west-of-the-tracks/").text
    assert 'href="/films/dead-birds/"' in page
    assert "Licences that were issued go on" in page


@pytest.mark.parametrize(
    "address",
    ["/", "/films/", "/films/?q=west+of+the+tracks", "/sitemap-0.xml", "/films.json", "/films.atom"],
)
def test_withdrawn_film_is_in_no_list(client: Client, withdrawn: Film, address: str) -> None:
    assert b"/films/west-of-the-tracks/" not in b"".join(client.get(address))


def test_harvesters_learn_that_it_is_deleted(client: Client, withdrawn: Film) -> None:
    name = f"oai:{host()}:film-{withdrawn.pk}"
    answer = client.get(f"/oai?verb=GetRecord&identifier={name}&metadataPrefix=oai_dc").text
    assert 'status="deleted"' in answer
    month = f"{timezone.now():%Y-%m}"
    assert len(list(deleted_in(month))) == 4


def test_withdrawn_film_can_be_published_again(client: Client, withdrawn: Film) -> None:
    publish_film(film=withdrawn, by=None)
    assert client.get("/films/west-of-the-tracks/").status_code == 200
    withdrawn.refresh_from_db()
    assert (withdrawn.withdrawn_at, withdrawn.withdrawn_reason) == (None, "")


def test_draft_does_not_exist_for_visitors(client: Client, west: Film) -> None:
    make_draft(film=west, by=None)
    assert client.get("/films/west-of-the-tracks/").status_code == 404


def test_draft_is_published_when_its_time_comes(client: Client, west: Film) -> None:
    make_draft(film=west, by=None)
    publish_film_at(film=west, at=timezone.now() + timedelta(hours=1), by=None)
    assert publish_due() == 0
    assert client.get("/films/west-of-the-tracks/").status_code == 404
    Film.objects.filter(pk=west.pk).update(publish_at=timezone.now() - timedelta(seconds=1))
    assert publish_due() == 1
    assert client.get("/films/west-of-the-tracks/").status_code == 200
    assert publish_due() == 0


def test_film_counts_as_added_when_it_is_first_published() -> None:
    old = timezone.now() - timedelta(days=400)
    draft, public = make_film(is_published=False), make_film("Other", "other")
    Film.objects.update(added_at=old)
    publish_film(film=draft, by=None)
    publish_film(film=make_draft(film=public, by=None), by=None)
    draft.refresh_from_db()
    public.refresh_from_db()
    assert draft.added_at > old
    assert public.added_at == old


def test_what_cannot_be_is_refused_in_sentences(west: Film) -> None:
    soon = timezone.now() + timedelta(hours=1)
    outsider = User.objects.create_user("reader@example.org", "secret")
    of_public: Refusals = [
        (lambda: publish_film(film=west, by=None), "published-already"),
        (lambda: publish_film_at(film=west, at=soon, by=None), "not-a-draft"),
        (lambda: withdraw_film(film=west, reason=" ", by=None), "reason"),
        (lambda: withdraw_film(film=west, reason="a\nb", by=None), "one-line"),
        (lambda: withdraw_film(film=west, reason=REASON, by=outsider), "office-only"),
    ]
    for verb, code in of_public:
        with pytest.raises(ValidationError) as refused:
            verb()
        assert refused.value.code == code
    make_draft(film=west, by=None)
    of_draft: Refusals = [
        (lambda: publish_film_at(film=west, at=timezone.now(), by=None), "past"),
        (lambda: withdraw_film(film=west, reason=REASON, by=None), "not-published"),
        (lambda: make_draft(film=west, by=None), "draft-already"),
    ]
    for verb, code in of_draft:
        with pytest.raises(ValidationError) as refused:
            verb()
        assert refused.value.code == code


@pytest.mark.parametrize(
    "columns",
    [
        {"withdrawn_at": timezone.now()},
        {"withdrawn_reason": REASON},
        {"withdrawn_at": timezone.now(), "withdrawn_reason": REASON, "is_published": True},
        {"publish_at": timezone.now(), "is_published": True},
    ],
)
def test_database_refuses_half_a_withdrawal(west: Film, columns: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Film.objects.filter(pk=west.pk).update(**columns)


def test_a_part_that_was_never_published_is_not_told_by_a_withdrawn_whole(client: Client, west: Film) -> None:
    west.parts.filter(slug="rust").update(is_published=False)
    withdraw_film(film=west, reason=REASON, by=None)
    assert client.get("/films/west-of-the-tracks/rust/").status_code == 404
    assert client.get("/films/west-of-the-tracks/rails/").status_code == 410
