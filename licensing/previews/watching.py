"""Watching a preview: each viewing is written down, and its files are sent to the person who asked, while the preview lasts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from licensing.delivery.files import place_of
from licensing.models import DeliveryFile, EducatorPreview, PreviewViewing
from licensing.previews.ours import ours_among
from licensing.previews.playing import captions_of, playables_of
from licensing.previews.rules import why_not_watchable
from licensing.terms.days import office_today
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def begin_viewing(*, preview: EducatorPreview, what: str, by: User) -> PreviewViewing:
    """Writes a viewing down; `what` is a `Playable.key`. Raises Refused (codes `not-yours`, `not-watchable`, `not-of-this-film`)."""
    refuse_unwatchable(preview, by)
    playables = playables_of(preview.film, preview.institution.country)
    found = next((each for each in playables if each.key == what), None)
    if found is None:
        raise _not_here()
    return PreviewViewing.objects.create(
        preview=preview, film=found.film, file=found.file, link=found.link, began_at=timezone.now()
    )


def refuse_unwatchable(preview: EducatorPreview, person: User) -> None:
    """Raises Refused (codes `not-yours`, `not-watchable`)."""
    if preview.asked_by_id != person.pk:
        raise Refused(_("Only the person who asked for it can watch a preview."), "not-yours")
    if why := why_not_watchable(preview):
        raise Refused(why, "not-watchable")


def refuse_unsendable(viewing: PreviewViewing, person: User) -> None:
    """Asked again at each transfer, of the preview and of the part that is watched. Raises Refused (codes `not-yours`,
    `not-watchable`, `not-of-this-film`).
    """
    preview, film = viewing.preview, viewing.film
    refuse_unwatchable(preview, person)
    if film == preview.film:
        return
    if not film.is_public or not ours_among([film], preview.institution.country, office_today()):
        raise _not_here()


def _not_here() -> Refused:
    return Refused(_("This cannot be watched here any more. Choose again."), "not-of-this-film")


def files_of(viewing: PreviewViewing) -> list[DeliveryFile]:
    """The film's file first, then its captions; nothing where a host plays it. One query."""
    return [viewing.file, *captions_of(viewing.file)] if viewing.file and viewing.file.is_offered else []


def place_in(viewing: PreviewViewing, key: int) -> tuple[DeliveryFile, Path] | None:
    """One of the viewing's files and where it lies; None if it has no such file. Raises Refused (code `missing`)."""
    file = next((each for each in files_of(viewing) if each.pk == key), None)
    return (file, place_of(file)) if file else None
