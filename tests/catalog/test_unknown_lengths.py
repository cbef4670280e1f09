"""Parts whose length nobody knows are parts all the same."""

from __future__ import annotations

import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from pymarc import MARCReader

from catalog.models import Film
from catalog.reels.films import drawn_minutes, film_cuts, film_reel
from tests.catalog.make import make_film

pytestmark = pytest.mark.django_db


@pytest.fixture
def kalahari() -> Film:
    """360 minutes in three parts: 90, 54, and one that nobody has measured."""
    whole = make_film("A Kalahari Family", "a-kalahari-family", runtime=360, year=2002, part_unit="part")
    lengths: list[tuple[str, int | None]] = [
        ("A Far Country", 90),
        ("End of the Road", 54),
        ("Real Water", None),
    ]
    for number, (title, minutes) in enumerate(lengths, start=1):
        make_film(title, f"part-{number}", part_of=whole, part_number=number, year=2002, runtime=minutes)
    return whole


def test_page_says_that_a_length_is_unknown(client: Client, kalahari: Film) -> None:
    page = client.get("/films/a-kalahari-family/").text
    assert "Length unknown" in page
    assert "reel-unknown" in page
    part = client.get("/films/a-kalahari-family/part-3/")
    assert part.status_code == 200
    assert "<dt>Length</dt><dd>unknown</dd>" in part.text


def test_reel_draws_what_is_left_in_outline_and_has_no_scale(kalahari: Film) -> None:
    reel = film_reel(kalahari)
    assert [(each.minutes, each.is_known) for each in reel.segments] == [(90, True), (54, True), (216, False)]
    assert reel.ticks == []
    assert reel.summary() == (
        "A Kalahari Family, 6 h in 3 parts: 1. A Far Country, 1 h 30 min; 2. End of the Road, 54 min; "
        "3. Real Water, length unknown"
    )
    assert film_cuts(kalahari) == [(0, 25), (25, 15), (40, 60)]


@pytest.mark.parametrize(
    ("lengths", "whole", "drawn"),
    [
        ([90, None, None], 360, [90, 135, 135]),
        ([None, None], 278, [139, 139]),
        ([100, None], 100, [100, 100]),
        ([None], None, [1]),
    ],
)
def test_parts_of_unknown_length_share_what_is_left(
    lengths: list[int | None], whole: int | None, drawn: list[int]
) -> None:
    assert drawn_minutes(lengths, whole) == drawn


def test_records_leave_out_what_nobody_knows(client: Client, kalahari: Film) -> None:
    path = "/films/a-kalahari-family/part-3"
    assert json.loads(client.get(f"{path}.json").content)["runtime_minutes"] is None
    assert "duration" not in json.loads(client.get(f"{path}.jsonld").content)
    whole, *parts = MARCReader(client.get("/films/a-kalahari-family.mrc").content)
    assert whole is not None
    assert [field["a"] for field in whole.get_fields("306")] == ["060000", "013000", "005400"]
    assert parts[2] is not None
    assert parts[2].get_fields("306") == []
    assert client.get(f"{path}.png").status_code == 200


def test_list_and_search_have_them(client: Client, kalahari: Film) -> None:
    assert "A Kalahari Family" in client.get("/films/?q=real+water").text
    assert "3 parts" in client.get("/films/").text


def test_a_whole_has_a_length(kalahari: Film) -> None:
    with pytest.raises(IntegrityError, match="film_whole_has_runtime"), transaction.atomic():
        Film.objects.filter(pk=kalahari.pk).update(runtime=None)


@pytest.mark.parametrize(
    "changed", [{"slug": "part-1", "runtime": 361}, {"slug": "a-kalahari-family", "runtime": 89}]
)
def test_no_part_is_longer_than_its_whole(kalahari: Film, changed: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="cannot be longer"), transaction.atomic():
        change_and_check(str(changed["slug"]), changed["runtime"])


def change_and_check(slug: str, minutes: object) -> None:
    """The rule is asked at the end of a transaction: here at once."""
    Film.objects.filter(slug=slug).update(runtime=minutes)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
