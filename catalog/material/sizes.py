"""The sizes in which a picture is sent: made once, when it is uploaded, and named after its content."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from PIL import Image

from catalog.material.pictures import WIDEST, one_at_a_time, upright

WIDTHS = (480, 960, 1280, WIDEST)
OPEN_GRAPH = 1280
"""The size that is also made as JPEG, which every program reads that shows links."""
RECIPE = b"1"
"""Part of each name, so that pictures made in another way get other names: they are cached for a year."""
FOLDER = "stills"


@dataclass(frozen=True, slots=True)
class Made:
    """`digest` names the files; `width` and `height` are those of the largest size."""

    digest: str
    width: int
    height: int


def sizes_of(width: int) -> tuple[int, ...]:
    """The widths in which a picture of this width exists, narrowest first."""
    return (*(each for each in WIDTHS if each < width), min(width, WIDEST))


def name_of(digest: str, width: int, suffix: str) -> str:
    return f"{FOLDER}/{digest}-{width}.{suffix}"


def open_graph_width(width: int) -> int:
    return max(each for each in sizes_of(width) if each <= OPEN_GRAPH)


def make_sizes(file: File[Any]) -> Made:
    """Writes every size that is not there yet into public media. Raises Refused for what is no fit picture."""
    digest = digest_of(file)
    with one_at_a_time, upright(file) as picture:
        for width in sizes_of(picture.width):
            height = max(1, round(picture.height * width / picture.width))
            sized = picture.resize((width, height), Image.Resampling.LANCZOS)
            for suffix, options in _formats(width, picture.width):
                _write(name_of(digest, width, suffix), sized, options)
        return Made(digest, *picture.size)


def digest_of(file: File[Any]) -> str:
    """The name that a content has: 32 hexadecimal digits."""
    found = sha256(RECIPE)
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()[:32]


def delete_unused(used: Iterable[str], is_old: Callable[[str], bool]) -> int:
    """Deletes the sizes whose digest is not in `used`, of those whose name `is_old`; returns how many files."""
    known, deleted = set(used), 0
    try:
        _folders, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return 0
    for name in names:
        path = f"{FOLDER}/{name}"
        if name.partition("-")[0] not in known and is_old(path):
            default_storage.delete(path)
            deleted += 1
    return deleted


def _formats(width: int, full: int) -> list[tuple[str, dict[str, Any]]]:
    formats: list[tuple[str, dict[str, Any]]] = [
        ("avif", {"format": "AVIF", "quality": 58, "speed": 9}),
        ("webp", {"format": "WEBP", "quality": 76, "method": 4}),
    ]
    if width == open_graph_width(full):
        formats.append(("jpg", {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True}))
    return formats


def _write(name: str, picture: Image.Image, options: dict[str, Any]) -> None:
    if default_storage.exists(name):
        os.utime(default_storage.path(name))  # used again from now on (delete_unused)
        return
    encoded = BytesIO()
    picture.save(encoded, **options)
    default_storage.save(name, ContentFile(encoded.getvalue()))
