"""The teacher receives the film: her licence ends in a download."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.template.defaultfilters import filesizeformat

from demo.errors import DemoError
from demo.sample import people
from demo.sample.accounts import person
from licensing.delivery.downloads import begin_download, download_of, files_of, note_transfer, open_download
from licensing.models import Delivery, Way

type Steps = Iterator[tuple[str, str]]


def receive_the_film() -> Steps:
    """One download of the sample file, by the same verbs as the page's button and its link."""
    teacher = person(people.TEACHER)
    delivery = Delivery.objects.with_listing().get(way=Way.FILE, licence__institution__members=teacher)
    page = delivery.get_absolute_url()
    offered = files_of(delivery)
    names = ", ".join(each.file.name for each in offered)
    yield f"The licence's page says how she gets the film: {len(offered)} files ({names}).", page
    film = next(each.file for each in offered if each.file.kind == each.file.Kind.FILM)
    download = download_of(begin_download(delivery=delivery, file=film, by=teacher))
    if download is None:
        raise DemoError("The link of a download does not lead to it.")
    size = open_download(download=download, visitor=AnonymousUser()).stat().st_size
    note_transfer(download=download, size=size)
    left = next(each.left for each in files_of(delivery) if each.file == film)
    yield f"She downloads the sample film ({filesizeformat(size)}); {left} downloads of it are left.", page
