"""What visitors see of the catalogue: films are drafts, are published at once or at a time, and may be withdrawn."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Film, FilmQuerySet, PublishedRecord
from catalog.search.indexing import index_films
from office.permissions import refuse_unless_may
from wording.one_line import one_line
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MAY = "catalog.change_film"


@transaction.atomic
def publish_film(*, film: Film, by: User | None) -> Film:
    """Shows a draft, or a film that was withdrawn, from now on. Raises Refused (`office-only`, `published-already`)."""
    refuse_unless_may(by, MAY)
    found = _locked(film)
    if found.is_published:
        raise Refused(_("“%(film)s” is published already."), "published-already", {"film": str(found)})
    _publish(found)
    return found


@transaction.atomic
def publish_films(*, films: FilmQuerySet, by: User | None) -> int:
    """Shows the drafts among these films, with the parts that are drafts too; returns how many films and parts became public.

    What was withdrawn stays so, and a part that is to be published at a time waits for it. Raises Refused (`office-only`).
    """
    refuse_unless_may(by, MAY)
    drafts = Film.objects.filter(is_published=False, withdrawn_at=None)
    chosen = Q(pk__in=films.order_by().values("pk"))
    parts = Q(part_of__in=films.order_by().values("pk"), publish_at=None)
    keys = list(
        drafts.filter(chosen | parts)
        .order_by("pk")
        .select_for_update(of=("self",), no_key=True)
        .values_list("pk", flat=True)
    )
    found = Film.objects.filter(pk__in=keys)
    known = PublishedRecord.objects.filter(film__in=keys).values("film")
    found.exclude(pk__in=known).update(added_at=Now())
    found.update(is_published=True, publish_at=None)
    index_films(found.only("pk", "part_of"))
    return len(keys)


@transaction.atomic
def publish_film_at(*, film: Film, at: datetime, by: User | None) -> Film:
    """A draft becomes public at a time, to the minute. Raises Refused (`office-only`, `not-a-draft`, `past`)."""
    refuse_unless_may(by, MAY)
    found = _locked(film)
    if found.is_published or found.withdrawn_at is not None:
        raise Refused(_("“%(film)s” is no draft."), "not-a-draft", {"film": str(found)})
    if at <= timezone.now():
        raise Refused(_("This time is past. To publish now, use the other button."), "past")
    found.publish_at = at
    found.save(update_fields=["publish_at"])
    return found


@transaction.atomic
def make_draft(*, film: Film, by: User | None) -> Film:
    """Hides a film that was published by mistake, or takes the time away from a draft that was to be published.

    Its address answers as if there were none: for a film that people know, `withdraw_film` says why. Raises Refused
    (`office-only`, `draft-already`).
    """
    refuse_unless_may(by, MAY)
    found = _locked(film)
    if not found.is_published and found.publish_at is None:
        raise Refused(_("“%(film)s” is a draft already."), "draft-already", {"film": str(found)})
    found.is_published, found.publish_at = False, None
    found.save(update_fields=["is_published", "publish_at"])
    index_films([found])
    return found


@transaction.atomic
def withdraw_film(*, film: Film, reason: str, by: User | None) -> Film:
    """The film is no longer offered: not listed, searched, sold or harvested. What was licensed goes on.

    Its address tells everyone `reason`, a sentence on one line. Raises Refused (`office-only`, `not-published`, `reason`) or
    ValidationError (`one-line`).
    """
    refuse_unless_may(by, MAY)
    found = _locked(film)
    said = reason.strip()
    if not found.is_published:
        raise Refused(_("Only a published film can be withdrawn."), "not-published")
    if not said:
        raise Refused(_("Say why: whoever follows a link to the film reads it."), "reason")
    one_line(said)
    found.is_published, found.withdrawn_at, found.withdrawn_reason = False, timezone.now(), said
    found.save(update_fields=["is_published", "withdrawn_at", "withdrawn_reason"])
    index_films([found])
    return found


@transaction.atomic
def publish_due() -> int:
    """Publishes the drafts whose time has come, by the database's clock; returns how many."""
    due = Film.objects.filter(publish_at__lte=Now()).order_by("pk")
    films = list(due.select_for_update(no_key=True, skip_locked=True))
    for film in films:
        _publish(film)
    return len(films)


def _locked(film: Film) -> Film:
    return Film.objects.select_for_update(no_key=True).get(pk=film.pk)


def _publish(film: Film) -> None:
    """A film that was never public counts as added now: “recently added” is about what visitors see."""
    if not PublishedRecord.objects.filter(film=film.pk).exists():
        film.added_at = timezone.now()
    film.is_published, film.publish_at, film.withdrawn_at, film.withdrawn_reason = True, None, None, ""
    film.save(update_fields=["is_published", "publish_at", "withdrawn_at", "withdrawn_reason", "added_at"])
    index_films([film])
