"""What of a film can be watched on our own pages: files that browsers play, and pages of hosts that ask for no key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from catalog.models import Film
from licensing.models import DeliveryFile, HostedLink
from licensing.models.licences.masters import KEY_MARK
from licensing.previews.ours import ours_among
from licensing.terms.days import office_today

TYPES = {".mp4": "video/mp4", ".m4v": "video/mp4", ".webm": "video/webm"}
CAPTIONS = ".vtt"
CAPTIONS_TYPE = "text/vtt"


@dataclass(frozen=True, slots=True)
class Playable:
    """One thing to watch: a file, or a page of a host. `film` is the film asked for or a part of it."""

    film: Film
    copy: str
    file: DeliveryFile | None = None
    link: HostedLink | None = None

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"file-{self.file.pk}" if self.file else f"link-{self.link.pk if self.link else 0}"


def playables_of(film: Film, country: str) -> list[Playable]:
    """The whole first, then its parts in order; without what visitors may not see and what is not ours there. Four queries."""
    works = Film.objects.public().filter(pk=film.pk) | Film.objects.public().filter(part_of=film.pk)
    works = works.select_related("part_of").order_by("part_number")
    ours = ours_among(works, country, office_today())
    by_key = {each.pk: each for each in works if each.pk in ours}
    files = (
        DeliveryFile.objects.of(by_key)
        .filter(kind=DeliveryFile.Kind.FILM, missing_since=None)
        .select_related("copy")
    )
    links = HostedLink.objects.filter(copy__film__in=by_key).exclude(address__contains=KEY_MARK)
    found = [
        *(Playable(by_key[each.copy.film_id], each.copy.label, file=each) for each in _played(files)),
        *(
            Playable(by_key[each.copy.film_id], each.copy.label, link=each)
            for each in links.select_related("copy")
        ),
    ]
    order = list(by_key)
    return sorted(found, key=lambda each: (each.film.part_of_id is not None, order.index(each.film.pk)))


def type_of(file: DeliveryFile) -> str:
    """The media type of what a browser plays; empty for anything else."""
    suffix = PurePosixPath(file.path).suffix.lower()
    return CAPTIONS_TYPE if suffix == CAPTIONS else TYPES.get(suffix, "")


def captions_of(file: DeliveryFile) -> list[DeliveryFile]:
    """The captions and subtitles of the file's copy that a browser shows. One query."""
    kinds = (DeliveryFile.Kind.CAPTIONS, DeliveryFile.Kind.SUBTITLES)
    rows = DeliveryFile.objects.filter(copy=file.copy_id, kind__in=kinds, is_offered=True, missing_since=None)
    return [each for each in rows.order_by("kind", "language", "pk") if type_of(each) == CAPTIONS_TYPE]


def _played(files: Iterable[DeliveryFile]) -> list[DeliveryFile]:
    return [each for each in files if type_of(each) in TYPES.values()]
