"""Sample files to download: a film of a few frames, made when the demonstration is filled, and its captions."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw

from catalog.models import Film, ScreeningCopy
from licensing.delivery.files import add_file, folder
from licensing.models import DeliveryFile, HostedLink

FRAMES, SIZE = 40, (320, 180)
CAPTIONS = """WEBVTT

00:00.000 --> 00:02.000
[A sample file: a train crosses the snow.]

00:02.000 --> 00:04.000
[It goes on for nine hours in the film itself.]
"""


def lay_sample_films() -> None:
    """Gives one copy of the long film a file, captions and a page at a host that does not exist."""
    works = Film.objects.filter(slug="west-of-the-tracks", part_of=None)
    copy = ScreeningCopy.objects.filter(film__in=works).order_by("pk").first() or _copy_of(works.get())
    place = folder() / "west-of-the-tracks"
    place.mkdir(parents=True, exist_ok=True)
    draw().save(
        place / "sample-film.gif",
        save_all=True,
        append_images=[draw(each) for each in range(1, FRAMES)],
        duration=100,
    )
    (place / "sample-captions.en.vtt").write_text(CAPTIONS, encoding="utf-8")
    add_file(copy=copy, path="west-of-the-tracks/sample-film.gif")
    add_file(
        copy=copy,
        path="west-of-the-tracks/sample-captions.en.vtt",
        kind=DeliveryFile.Kind.CAPTIONS,
        language="en",
    )
    HostedLink.objects.create(
        copy=copy, label="Sample host", address="https://stream.example/watch/west-of-the-tracks?key={key}"
    )


def _copy_of(film: Film) -> ScreeningCopy:
    return ScreeningCopy.objects.create(
        film=film,
        label="File, sample",
        format=ScreeningCopy.Format.FILE,
        runtime=film.known_runtime,
        is_sample=True,
    )


def draw(frame: int = 0) -> Image.Image:
    """A train before falling snow."""
    image = Image.new("P", SIZE, 0)
    image.putpalette([24, 32, 44, 235, 238, 240, 150, 60, 40])
    pen, chance = ImageDraw.Draw(image), Random(frame)  # noqa: S311 - snow
    for _ in range(1500):
        pen.point((chance.randrange(SIZE[0]), chance.randrange(SIZE[1])), fill=1)
    pen.line((0, 130, SIZE[0], 130), fill=1)
    for wagon in range(3):
        left = frame * 10 - wagon * 90 - 40
        pen.rectangle((left, 95, left + 80, 125), fill=2)
    return image
