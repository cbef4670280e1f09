"""What is taken as a picture, and that nothing but the picture is left of it."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import ExifTags, Image

from catalog.material.pictures import refuse_unfit_picture, upright
from catalog.material.sizes import sizes_of
from wording.refusals import Refused

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>'
FILM = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(2000)


def picture(mode: str = "RGB", size: tuple[int, int] = (960, 540), kind: str = "JPEG", **options: object) -> bytes:  # fmt: skip
    written = BytesIO()
    Image.new(mode, size, 120 if mode == "L" else (120,) * len(mode)).save(written, kind, **options)
    return written.getvalue()


def declared_png(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is as large as this."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(100)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("content", "code", "sentence"),
    [
        (SVG, "not-a-picture", "This is no picture that we can read. Send a photograph as JPEG, PNG, WebP or AVIF."),
        (FILM, "not-a-picture", "This is no picture that we can read. Send a photograph as JPEG, PNG, WebP or AVIF."),
        (b"", "not-a-picture", "This is no picture that we can read. Send a photograph as JPEG, PNG, WebP or AVIF."),
        (picture("RGB", (1600, 900))[:2000], "damaged", "The picture is damaged or incomplete: it cannot be read to its end."),
        (declared_png(960, 540), "damaged", "The picture is damaged or incomplete: it cannot be read to its end."),
        (declared_png(8000, 5000), "too-many-pixels", "The picture has 40 million pixels, and 36 million at most are taken. Save it smaller; 1920 pixels wide is enough."),
        (declared_png(50000, 50000), "too-many-pixels", "The picture has 180 million pixels, and 36 million at most are taken. Save it smaller; 1920 pixels wide is enough."),
        (picture("RGB", (300, 200)), "too-narrow", "The picture is 300 pixels wide; it needs 480 at least."),
    ],
    ids=["svg", "film", "empty", "truncated", "cut png", "40 megapixels", "bomb", "narrow"],
)  # fmt: skip
def test_what_is_no_fit_picture_is_refused_with_a_sentence(content: bytes, code: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        refuse_unfit_picture(ContentFile(content, "holiday.jpg"))
    assert (refused.value.code, refused.value.messages) == (code, [sentence])


def test_too_large_a_file_is_not_even_opened() -> None:
    with pytest.raises(Refused) as refused:
        refuse_unfit_picture(ContentFile(bytes(15 * 1024 * 1024 + 1)))
    assert refused.value.code == "too-large"


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "JPEG"), ("CMYK", "JPEG"), ("L", "JPEG"), ("RGBA", "PNG"), ("RGB", "WEBP"), ("RGB", "AVIF")],
)
def test_every_kind_of_picture_becomes_red_green_and_blue(mode: str, kind: str) -> None:
    with upright(ContentFile(picture(mode, kind=kind))) as plain:
        assert (plain.mode, plain.size) == ("RGB", (960, 540))


def test_picture_stands_upright_and_tells_nothing_of_the_camera() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (48.0, 51.0, 30.0)
    with upright(ContentFile(picture("RGB", (960, 540), exif=exif))) as plain:
        assert plain.size == (540, 960)
        assert plain.info == {}
        again = BytesIO()
        plain.save(again, "JPEG")
    assert not Image.open(again).getexif()


def test_sizes_are_no_wider_than_the_picture() -> None:
    assert [sizes_of(width) for width in (480, 700, 1280, 1920)] == [
        (480,),
        (480, 700),
        (480, 960, 1280),
        (480, 960, 1280, 1920),
    ]


def test_a_narrow_upright_picture_is_taken_by_its_own_width() -> None:
    refuse_unfit_picture(ContentFile(picture("RGB", (900, 4000)), "scroll.jpg"))
    with pytest.raises(Refused) as refused:
        refuse_unfit_picture(ContentFile(picture("RGB", (470, 4000)), "scroll.jpg"))
    assert refused.value.messages == ["The picture is 470 pixels wide; it needs 480 at least."]
