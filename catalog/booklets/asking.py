"""A catalogue as PDF: asked for by a visitor or the office, made by a worker, deleted when it expires."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from catalog.booklets.pages import booklet_pdf
from catalog.models import Booklet
from catalog.models.traffic.booklets import MOST_FILMS
from catalog.search.browsing import Browsing
from catalog.waking import held_alone, wake, wake_on_commit
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)
TASK = "catalog.tasks.make_booklet"
MOST_WAITING = 20
"""PDFs that wait for a worker at once; each takes some seconds."""
LOCK_SPACE = 0x424F4F4B
"""The class of the advisory locks that keep two workers off the same PDF: “BOOK” in ASCII."""


@transaction.atomic
def ask_booklet(*, search: Mapping[str, str], by: User | None) -> Booklet:
    """Keeps the question; a worker answers it. Raises Refused: `nothing-found`, `too-many` (of all that wait)."""
    if Booklet.objects.unfinished().count() >= MOST_WAITING:
        raise Refused(
            _("Many catalogues are being made at the moment. Please try again in a few minutes."), "too-many"
        )
    browsing = Browsing.asked(search)
    keys = keys_of(browsing)
    if not keys:
        raise Refused(_("No film is found by this search."), "nothing-found")
    kept = {
        **browsing.chosen,
        **{name: value for name, value in (("q", browsing.query), ("order", browsing.order)) if value},
    }
    booklet = Booklet.objects.create(
        search=kept, language=translation.get_language() or "en", films=min(len(keys), MOST_FILMS),
        is_cut=len(keys) > MOST_FILMS, asked_by=by,
    )  # fmt: skip
    wake_on_commit(TASK, booklet.pk)
    return booklet


def keys_of(browsing: Browsing) -> list[int]:
    """One more than a PDF holds, so that it is known when films are left out."""
    if browsing.query and not browsing.order:
        return list(browsing.ranked_keys())[: MOST_FILMS + 1]
    return list(browsing.films().values_list("pk", flat=True)[: MOST_FILMS + 1])


def make_booklet(*, booklet_id: int) -> None:
    """Makes the PDF in a worker. Repeated or concurrent calls make it once; a failure is said on its page."""
    with held_alone(LOCK_SPACE, booklet_id) as is_held:
        booklet = Booklet.objects.unfinished().filter(pk=booklet_id).first()
        if is_held and booklet is not None:
            _make(booklet)


def _make(booklet: Booklet) -> None:
    rows = Booklet.objects.filter(pk=booklet.pk)
    rows.update(status=Booklet.Status.RUNNING, touched_at=timezone.now())

    def read(done: int) -> None:
        rows.update(films_done=min(done, booklet.films), touched_at=timezone.now())

    try:
        keys = keys_of(Browsing.asked(booklet.search))[: booklet.films]
        with translation.override(booklet.language):
            pdf = booklet_pdf(
                keys, search=said(booklet), made_at=timezone.now(),
                progress=read,
            )  # fmt: skip
        booklet.file.save("booklet.pdf", ContentFile(pdf), save=False)
    except Exception:
        log.exception("Catalogue %d could not be made.", booklet.pk)
        rows.update(status=Booklet.Status.FAILED, finished_at=timezone.now())
    else:
        rows.update(
            status=Booklet.Status.DONE,
            file=booklet.file.name,
            films_done=len(keys),
            films=len(keys),
            finished_at=timezone.now(),
        )


def said(booklet: Booklet) -> str:
    """What was searched, as the reader typed and chose it."""
    return ", ".join(str(value) for name, value in booklet.search.items() if name != "order")


def wake_forgotten() -> None:
    for key in Booklet.objects.forgotten().values_list("pk", flat=True):
        wake(TASK, key)


def forget_expired() -> None:
    """Deletes expired PDFs, and their rows."""
    for booklet in Booklet.objects.filter(expires_at__lte=timezone.now())[:100]:
        if booklet.file:
            booklet.file.delete(save=False)
        booklet.delete()
