"""Registering files, and paths that lead elsewhere."""

from __future__ import annotations

import hashlib
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from catalog.models import ScreeningCopy
from licensing.delivery.files import add_file
from licensing.models import DeliveryFile, HostedLink

OUT = [
    "../secret",
    "/etc/passwd",
    "rust/../../secret",
    "rust",
    "",
    "rust/nothing.mp4",
    ".hidden",
    "a\0b",
    "rust/b\n",
]


@pytest.mark.parametrize("path", OUT)
def test_only_files_below_the_folder_are_registered(
    path: str, master: ScreeningCopy, films_folder: Path
) -> None:
    (films_folder.parent / "secret").write_text("secret")
    (films_folder / ".hidden").write_text("hidden")
    (films_folder / "rust" / "b\n").write_text("a line")
    with pytest.raises(ValidationError):
        add_file(copy=master, path=path)
    assert not DeliveryFile.objects.exists()


@pytest.mark.parametrize(
    "path", ["../secret", "/etc/passwd", "a/../b", ".hidden", "a//b", "a\nb", "b\n", "a%2fb"]
)
def test_the_database_refuses_such_paths(path: str, film_file: DeliveryFile) -> None:
    with pytest.raises(IntegrityError, match="delivery_file_path_stays_below"), transaction.atomic():
        DeliveryFile.objects.filter(pk=film_file.pk).update(path=path)


def test_the_command_checks_path_size_and_digest(master: ScreeningCopy, films_folder: Path) -> None:
    (films_folder / "rust" / "film.mp4").write_bytes(b"a film")
    digest = hashlib.sha256(b"a film").hexdigest()
    said = StringIO()
    call_command("add_delivery_file", "rust/film.mp4", copy=master.pk, sha256=digest.upper(), stdout=said)
    assert said.getvalue() == f"{films_folder.resolve()}/rust/film.mp4: 6 bytes, SHA-256 {digest}.\n"
    with pytest.raises(CommandError, match="not the one given"):
        call_command("add_delivery_file", "rust/film.mp4", copy=master.pk, sha256="0" * 64)
    with pytest.raises(CommandError, match="There is no screening copy 0"):
        call_command("add_delivery_file", "rust/film.mp4", copy=0)
    with pytest.raises(CommandError, match="There is no file"):
        call_command("add_delivery_file", "../secret", copy=master.pk)


def test_a_file_registered_again_is_read_again(
    film_file: DeliveryFile, master: ScreeningCopy, films_folder: Path
) -> None:
    (films_folder / film_file.path).write_bytes(b"another cut")
    again = add_file(copy=master, path=film_file.path)
    assert (again.pk, again.size) == (film_file.pk, 11)


@pytest.mark.parametrize(
    "address", ["http://h.example/", "https://h.example/{institution}", "https://h.example/{key"]
)
def test_a_hosted_address_has_one_mark_at_most(address: str, master: ScreeningCopy) -> None:
    with pytest.raises(ValidationError):
        HostedLink(copy=master, label="x", address=address).full_clean()
