"""Uploaded pictures: what is taken, and how it becomes a plain picture without anything that the camera wrote into it."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import IO, Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image, ImageCms

from wording.refusals import Refused

LARGEST = 15 * 1024 * 1024
MOST_PIXELS = 36_000_000
"""A picture of so many takes about 110 MB while it is decoded; cameras that make more also make smaller ones."""
LEAST_WIDTH = 480
WIDEST = 1920
"""Pixels of the longer side that are kept for the site."""
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
DAMAGED = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, KeyError, OverflowError, struct.error)  # fmt: skip
"""What Pillow raises for files that are not what they begin like."""
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""What undoes each way in which a camera was held (Exif 2.32, 4.6.4 A, Orientation)."""
SIDEWAYS = {TURNS[5], TURNS[6], TURNS[7], TURNS[8]}
one_at_a_time = Lock()
"""However many people upload at once, one picture is decoded at a time in each process: this bounds its memory."""


def refuse_unfit_picture(file: File[Any]) -> None:
    """Raises Refused (codes `too-large`, `not-a-picture`, `too-many-pixels`, `too-narrow`, `damaged`) with a sentence."""
    with one_at_a_time, upright(file):
        pass


@contextmanager
def upright(file: File[Any]) -> Iterator[Image.Image]:
    """The picture in sRGB, turned as the camera says, with WIDEST pixels on its longer side at most, and nothing but pixels.

    Raises Refused. Call it holding `one_at_a_time`.
    """
    if file.size > LARGEST:
        raise Refused(_("The picture is larger than 15 MB."), "too-large")
    file.seek(0)
    with _opened(file) as image:
        _refuse_unfit_size(image)
        try:
            turn = _turn(image)
            width = image.height if turn in SIDEWAYS else image.width
            profile = image.info.get("icc_profile")
            image.thumbnail((WIDEST, WIDEST), reducing_gap=3)  # lets JPEG decode fewer pixels
            plain = _in_srgb(image, profile)
            plain = plain if turn is None else plain.transpose(turn)
        except (*DAMAGED, MemoryError) as broken:
            raise Refused(
                _("The picture is damaged or incomplete: it cannot be read to its end."), "damaged"
            ) from broken
        if width < LEAST_WIDTH:
            raise _too_narrow(width)
        plain.info.clear()
        yield plain
    file.seek(0)


@contextmanager
def _opened(file: IO[Any]) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
        try:
            image = Image.open(file, formats=FORMATS)
        except Image.DecompressionBombError as bomb:
            raise _too_many("180") from bomb
        except DAMAGED as unknown:
            raise Refused(
                _("This is no picture that we can read. Send a photograph as JPEG, PNG, WebP or AVIF."),
                "not-a-picture",
            ) from unknown
        with image:
            yield image


def _refuse_unfit_size(image: Image.Image) -> None:
    pixels = image.width * image.height
    if pixels > MOST_PIXELS:
        raise _too_many(str(-(-pixels // 1_000_000)))
    if max(image.size) < LEAST_WIDTH:
        raise _too_narrow(image.width)


def _too_many(millions: str) -> Refused:
    return Refused(
        _("The picture has %(pixels)s million pixels, and 36 million at most are taken. Save it smaller; 1920 pixels wide is enough."),
        "too-many-pixels",
        {"pixels": millions},
    )  # fmt: skip


def _too_narrow(width: int) -> Refused:
    return Refused(
        _("The picture is %(width)d pixels wide; it needs 480 at least."), "too-narrow", {"width": width}
    )


def _turn(image: Image.Image) -> Image.Transpose | None:
    try:
        return TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except DAMAGED:
        return None  # the notes of the camera are broken, not the picture


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """In red, green and blue, on white where it is transparent."""
    image.load()
    if "A" in image.getbands() or "transparency" in image.info:
        layer = image.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        image = Image.alpha_composite(ground, layer).convert("RGB")
    elif profile and image.mode in ("RGB", "CMYK", "L"):
        image = _by_profile(image, profile)
    return image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        turned = ImageCms.profileToProfile(
            image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, *DAMAGED):
        return image  # a profile that does not fit its picture: the plain conversion is close
    return turned or image
