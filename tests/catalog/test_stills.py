"""Stills: uploaded in the office, sent in sizes that tell nothing of where they were taken, shown on the film's page."""

from __future__ import annotations

import os
import time
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import ExifTags, Image

from accounts.models import User
from catalog.models import Film, Preview, Still
from catalog.tasks import forget_pictures
from tests.catalog.make import make_film, make_west_of_the_tracks

pytestmark = pytest.mark.django_db


def photograph(shade: int = 90, size: tuple[int, int] = (1400, 700)) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (48.0, 51.0, 30.0)
    written = BytesIO()
    Image.new("RGB", size, (shade, 60, 40)).save(written, "JPEG", exif=exif)
    return written.getvalue()


def add_still(film: Film, **columns: Any) -> Still:
    given = {"image": ContentFile(photograph(), "mine.jpg"), "description": "A train in the snow."} | columns
    return Still.objects.create(film=film, **given)


def test_sizes_of_a_still_are_made_once_and_carry_nothing_else() -> None:
    still = add_still(make_film())
    assert (still.width, still.height, len(still.digest)) == (1400, 700, 32)
    names = [f"stills/{still.digest}-{width}.{suffix}" for width in (480, 960, 1280, 1400) for suffix in ("avif", "webp")]  # fmt: skip
    for name in [*names, f"stills/{still.digest}-1280.jpg"]:
        with default_storage.open(name) as file, Image.open(file) as size:
            assert f"-{size.width}." in name
            assert not size.getexif()
    assert str(still.image.name).startswith(f"stills/{still.digest}")
    assert storages["private"].exists(str(still.image.name))
    assert not default_storage.exists(str(still.image.name))


def test_sizes_of_a_still_that_is_gone_are_deleted_after_a_day() -> None:
    film = make_film()
    gone, stays = add_still(film), add_still(film, image=ContentFile(photograph(200), "b.jpg"))
    gone.delete()
    forget_pictures()
    assert default_storage.exists(f"stills/{gone.digest}-480.webp")
    day_before_yesterday = time.time() - 2 * 24 * 60 * 60
    own = [
        name
        for name in default_storage.listdir("stills")[1]
        if name.partition("-")[0] in {gone.digest, stays.digest}
    ]
    for name in own:
        os.utime(default_storage.path(f"stills/{name}"), (day_before_yesterday, day_before_yesterday))
    forget_pictures()
    left = {name.partition("-")[0] for name in own if default_storage.exists(f"stills/{name}")}
    assert left == {stays.digest}


def test_originals_and_previews_that_are_gone_are_deleted_after_a_day() -> None:
    film = make_film()
    gone, stays = add_still(film), add_still(film, image=ContentFile(photograph(200), "b.jpg"))
    private = storages["private"]
    paths = [private.path(str(still.image.name)) for still in (gone, stays)]
    gone.delete()
    default_storage.save("previews/no-row-has-it.mp4", ContentFile(b"film"))
    forget_pictures()
    assert private.exists(str(gone.image.name))
    for path in [*paths, default_storage.path("previews/no-row-has-it.mp4")]:
        os.utime(path, (time.time() - 2 * 24 * 60 * 60,) * 2)
    forget_pictures()
    assert private.exists(str(stays.image.name))
    assert not private.exists(str(gone.image.name))
    assert not default_storage.exists("previews/no-row-has-it.mp4")


def test_database_keeps_no_still_without_a_description_or_with_half_of_its_sizes() -> None:
    still = add_still(make_film())
    for change in ({"description": ""}, {"digest": ""}, {"focus_x": 101}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Still.objects.filter(pk=still.pk).update(**change)


def test_page_begins_with_the_first_still_and_gives_it_to_links(client: Client) -> None:
    film = make_west_of_the_tracks()
    still = add_still(film, credit="Photograph of ours", focus_x=20, focus_y=80)
    add_still(film.parts.get(part_number=2), description="A street.")
    page = client.get(film.get_absolute_url()).text
    assert '<picture class="still fx-2 fy-8">' in page
    assert 'width="1400" height="700" alt="A train in the snow." lang="en" fetchpriority="high"' in page
    assert f"/media/stills/{still.digest}-480.avif 480w" in page
    assert (
        f'<meta property="og:image" content="{settings.SITE_URL}/media/stills/{still.digest}-1280.jpg">'
        in page
    )
    assert "Photograph of ours" in page
    assert 'alt="A street." lang="en" loading="lazy"' in page
    assert "film-poster" not in page


def test_page_without_a_still_has_the_poster(client: Client) -> None:
    film = make_film()
    page = client.get(film.get_absolute_url()).text
    assert "film-poster" in page
    assert "<picture" not in page


def office(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("office@example.org"))
    return client


def test_office_uploads_a_still_and_is_told_at_the_field_what_is_none(client: Client) -> None:
    film = make_film()
    given = {"film": film.pk, "description": "A valley.", "credit": "", "order": "0", "focus_x": "50", "focus_y": "50"}  # fmt: skip
    desk = office(client)
    video = SimpleUploadedFile("v.jpg", b"\x00\x00\x00\x20ftypisom" + bytes(200), "image/jpeg")
    refused = desk.post("/admin/catalog/still/add/", given | {"image": video})
    assert refused.context["adminform"].form.errors == {
        "image": ["This is no picture that we can read. Send a photograph as JPEG, PNG, WebP or AVIF."]
    }
    assert "A valley." in refused.text
    taken = desk.post(
        "/admin/catalog/still/add/", given | {"image": SimpleUploadedFile("ok.jpg", photograph())}
    )
    assert taken.status_code == 302
    assert film.stills.get().description == "A valley."
    page = desk.get(f"/admin/catalog/still/{film.stills.get().pk}/change/").text
    assert f"/media/stills/{film.stills.get().digest}-480.webp" in page


WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + bytes(100)


def test_preview_of_ours_plays_here_with_its_captions(client: Client) -> None:
    film = make_film()
    preview = Preview.objects.create(
        film=film,
        title="The beginning",
        file=ContentFile(WEBM, "a.webm"),
        captions=ContentFile(b"WEBVTT\n\n", "a.vtt"),
        captions_language="en",
        seconds=65,
    )
    page = client.get(film.get_absolute_url()).text
    assert f'<source src="/media/{preview.file.name}" type="video/webm">' in page
    assert f'<track kind="captions" src="/media/{preview.captions.name}" srclang="en" label="English" default>' in page  # fmt: skip
    assert str(preview.file.name).startswith("previews/")
    assert 'preload="none"' in page


@pytest.mark.parametrize(
    ("address", "host", "frame"),
    [
        ("https://vimeo.com/76979871", "Vimeo", "https://player.vimeo.com/video/76979871?dnt=1"),
        ("https://vimeo.com/76979871/abcdef0123", "Vimeo", "https://player.vimeo.com/video/76979871?dnt=1&amp;h=abcdef0123"),
        ("https://www.youtube.com/watch?v=abcdefghijk", "YouTube", "https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0"),
        ("https://youtu.be/abcdefghijk", "YouTube", "https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0"),
    ],
)  # fmt: skip
def test_preview_elsewhere_is_asked_for_first(client: Client, address: str, host: str, frame: str) -> None:
    film = make_film()
    Preview.objects.create(film=film, title="The beginning", address=address)
    answer = client.get(film.get_absolute_url())
    assert f'href="{address}" rel="noreferrer" data-player="{frame}"' in answer.text
    assert f"Play it from {host}" in answer.text
    assert "<iframe" not in answer.text
    policy = answer["Content-Security-Policy"]
    assert "frame-src https://player.vimeo.com https://www.youtube-nocookie.com" in policy
    assert "frame-src" not in client.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["https://films.example/x", "https://vimeo.com.evil.example/123", "https://vimeo.com/x"])  # fmt: skip
def test_preview_at_another_host_is_only_linked(client: Client, address: str) -> None:
    film = make_film()
    Preview.objects.create(film=film, title="The beginning", address=address)
    page = client.get(film.get_absolute_url()).text
    assert "data-player" not in page
    assert f'<a href="{address}">' in page


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({}, "A preview has either an address or a file."),
        ({"address": "https://a.example/", "file": ContentFile(WEBM, "a")}, "A preview has either an address or a file."),
        ({"file": ContentFile(b"<svg/>", "a.mp4")}, "This is no film that browsers play. Send MP4 or WebM."),
        ({"file": ContentFile(WEBM, "a"), "captions_language": "en"}, "Captions belong to a file, and name their language."),
        (
            {"file": ContentFile(WEBM, "a"), "captions": ContentFile(b"1\n00:00", "a"), "captions_language": "en"},
            "These are no captions that browsers show. Send WebVTT: a text in UTF-8 that begins with WEBVTT.",
        ),
    ],
)  # fmt: skip
def test_unfit_preview_is_refused_in_words(columns: dict[str, Any], sentence: str) -> None:
    preview = Preview(film=make_film(), title="A", **columns)
    with pytest.raises(ValidationError) as refused:
        preview.full_clean()
    assert refused.value.messages == [sentence]
