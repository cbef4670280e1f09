"""A folder of films with one file and its captions, and a licence that delivers them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.storage import storages
from pytest_django import Settings

from accounts.models import User
from catalog.models import Film, ScreeningCopy
from licensing.delivery.files import add_file
from licensing.models import Delivery, DeliveryFile, HostedLink, Institution, LicenceType
from tests.licensing.conftest import licence_of

CONTENT = bytes(range(256)) * 8
"""What stands in for the film: 2048 bytes, each position told from its neighbours."""


@pytest.fixture(autouse=True)
def films_folder(settings: Settings, tmp_path: Path) -> Path:
    stores = {**settings.STORAGES}
    stores["films"] = stores["films"] | {"OPTIONS": {"location": tmp_path / "films"}}
    settings.STORAGES = stores
    (tmp_path / "films" / "rust").mkdir(parents=True)
    assert storages["films"].path("") == str(tmp_path / "films")
    return tmp_path / "films"


@pytest.fixture
def master(film: Film) -> ScreeningCopy:
    return ScreeningCopy.objects.create(
        film=film.parts.get(slug="rust"), label="HD", format="file", runtime=244
    )


@pytest.fixture
def film_file(master: ScreeningCopy, films_folder: Path) -> DeliveryFile:
    (films_folder / "rust" / "film.mp4").write_bytes(CONTENT)
    return add_file(copy=master, path="rust/film.mp4")


@pytest.fixture
def captions(master: ScreeningCopy, films_folder: Path) -> DeliveryFile:
    (films_folder / "rust" / "film.en.vtt").write_text("WEBVTT\n")
    return add_file(copy=master, path="rust/film.en.vtt", kind="captions", language="en")


@pytest.fixture
def host(master: ScreeningCopy) -> HostedLink:
    return HostedLink.objects.create(copy=master, label="Host", address="https://h.example/w/1?key={key}")


def promised(way: str, school: Institution, teacher: User, film: Film, kind: LicenceType) -> Delivery:
    """The delivery of a new licence whose type delivers this way."""
    LicenceType.objects.filter(pk=kind.pk).update(delivers=way)
    kind.refresh_from_db()
    licence = licence_of(school, teacher, film, kind)
    return Delivery.objects.with_listing().get(licence=licence)


@pytest.fixture
def files(
    film_file: DeliveryFile,
    captions: DeliveryFile,
    school: Institution,
    teacher: User,
    film: Film,
    site: LicenceType,
) -> Delivery:
    """Given at once, because the file is there."""
    return promised("file", school, teacher, film, site)


@pytest.fixture
def parcel(school: Institution, teacher: User, film: Film, copy: LicenceType) -> Delivery:
    return promised("disc", school, teacher, film, copy)


@pytest.fixture
def dcp(school: Institution, teacher: User, film: Film, screening: LicenceType) -> Delivery:
    return promised("dcp", school, teacher, film, screening)


@pytest.fixture
def stream(school: Institution, teacher: User, film: Film, site: LicenceType) -> Delivery:
    return promised("stream", school, teacher, film, site)
