"""A sample preview that says what it is: a few seconds of WebM, written here so that no film need be kept or fetched.

The same frames stand in for what an educator watches when a whole film is asked for."""

from __future__ import annotations

import struct
from functools import cache
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from catalog.models import Film, Preview, ScreeningCopy
from demo.sample.films import FRAMES, draw
from licensing.delivery.files import add_file, folder
from licensing.models import DeliveryFile

SIZE = (640, 360)
PAUSE = 100
"""Milliseconds from one frame to the next."""
CAPTIONS = """WEBVTT

00:00.000 --> 00:02.000
[A sample preview, drawn for this demonstration: a train crosses the snow.]

00:02.000 --> 00:04.000
[It is not from the film.]
"""


def add_sample_previews() -> None:
    """For the first part of the long film: a file with captions. The film as a whole has none, so that both are seen."""
    for film in Film.objects.filter(part_of__slug="west-of-the-tracks", part_number=1):
        Preview.objects.create(
            film=film,
            title="Sample preview: a drawn train, not from the film",
            file=ContentFile(sample_film(), "sample.webm"),
            captions=ContentFile(CAPTIONS.encode(), "sample.vtt"),
            captions_language="en",
            seconds=FRAMES * PAUSE // 1000,
        )
        _lay_for_educators(film)


def _lay_for_educators(film: Film) -> None:
    """A copy with a file that browsers play, and its captions, in the folder of films."""
    copy = ScreeningCopy.objects.create(
        film=film,
        label="Preview file, sample",
        format=ScreeningCopy.Format.FILE,
        runtime=film.known_runtime,
        is_sample=True,
    )
    place = folder() / "west-of-the-tracks"
    (place / "sample-preview.webm").write_bytes(sample_film())
    (place / "sample-preview.en.vtt").write_text(CAPTIONS, encoding="utf-8")
    add_file(copy=copy, path="west-of-the-tracks/sample-preview.webm")
    add_file(
        copy=copy,
        path="west-of-the-tracks/sample-preview.en.vtt",
        kind=DeliveryFile.Kind.CAPTIONS,
        language="en",
    )


@cache
def sample_film() -> bytes:
    """Every frame is a key frame of VP8, which is what a lossy WebP picture contains (RFC 9649, 2.5; RFC 8794; WebM)."""
    header = _element(
        0x1A45DFA3,
        _number(0x4286, 1), _number(0x42F7, 1), _number(0x42F2, 4), _number(0x42F3, 8),
        _element(0x4282, b"webm"), _number(0x4287, 2), _number(0x4285, 2),
    )  # fmt: skip
    information = _element(
        0x1549A966,
        _number(0x2AD7B1, 1_000_000),
        _element(0x4489, struct.pack(">d", FRAMES * PAUSE)),
        _element(0x4D80, b"sample"),
        _element(0x5741, b"sample"),
    )
    video = _element(0xE0, _number(0xB0, SIZE[0]), _number(0xBA, SIZE[1]))
    track = _element(
        0xAE, _number(0xD7, 1), _number(0x73C5, 1), _number(0x83, 1), _element(0x86, b"V_VP8"), video
    )
    blocks = [
        _element(0xA3, b"\x81" + struct.pack(">h", at * PAUSE) + b"\x80" + _frame(at)) for at in range(FRAMES)
    ]
    cluster = _element(0x1F43B675, _number(0xE7, 0), *blocks)
    return header + _element(0x18538067, information, _element(0x1654AE6B, track), cluster)


def _frame(at: int) -> bytes:
    """The VP8 chunk of a WebP picture without its header."""
    picture = draw(at).convert("RGB").resize(SIZE, Image.Resampling.NEAREST)
    ImageDraw.Draw(picture).text((24, 20), "SAMPLE, NOT FROM THE FILM", fill=(235, 238, 240), font_size=24)
    encoded = BytesIO()
    picture.save(encoded, "WEBP", quality=30)
    content = encoded.getvalue()
    at_chunk = content.index(b"VP8 ")
    (length,) = struct.unpack("<I", content[at_chunk + 4 : at_chunk + 8])
    return content[at_chunk + 8 : at_chunk + 8 + length]


def _element(name: int, *content: bytes) -> bytes:
    body = b"".join(content)
    return name.to_bytes((name.bit_length() + 7) // 8) + (len(body) | 1 << 56).to_bytes(8) + body


def _number(name: int, value: int) -> bytes:
    return _element(name, value.to_bytes(max(1, (value.bit_length() + 7) // 8)))
