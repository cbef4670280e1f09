"""Back again: a film as its history says it was, which is a change as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pghistory.core
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from catalog.models import Film
from catalog.search.indexing import index_films
from office.permissions import refuse_unless_may
from office.site.history import Columns
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

RESTORED = (
    "title", "title_language", "part_unit", "kind", "year", "runtime", "colour", "countries", "languages", "synopsis",
    "eidr", "isan", "imdb", "wikidata",
)  # fmt: skip
"""A film's facts and words. Its address, its place among parts and whether it is published stay as they are: others rely on
these, and each has a button of its own."""


def earlier(film: Film, event: int) -> dict[str, Any] | None:
    """What a film was after an event of its history; None if that is no event of this film."""
    (model,) = pghistory.core.event_models(tracks_model=Film)
    found = model._default_manager.filter(pk=event, pgh_obj_id=film.pk).values(*RESTORED)  # noqa: SLF001 - the documented name
    return found.first()


def changes_back(film: Film, state: dict[str, Any]) -> Columns:
    """What would change, each column with its value now and then."""
    return {
        name: (getattr(film, name), value) for name, value in state.items() if getattr(film, name) != value
    }


@transaction.atomic
def restore_film(*, film: Film, event: int, by: User | None) -> Film:
    """Gives a film the facts and words that it had after an event of its history.

    Raises Refused (`office-only`, `no-such-state`, `same-state`, `parts-are-longer`), or ValidationError where they contradict what holds today,
    such as a number that another film has by now.
    """
    refuse_unless_may(by, "catalog.change_film")
    found = Film.objects.select_for_update(no_key=True).get(pk=film.pk)
    state = earlier(found, event)
    if state is None:
        raise Refused(_("The history of this film has no such state."), "no-such-state")
    changes = changes_back(found, state)
    if not changes:
        raise Refused(_("The film is already as it was then."), "same-state")
    for name, (_now, then) in changes.items():
        setattr(found, name, then)
    found.full_clean()
    _refuse_longer_parts(found)
    found.save(update_fields=list(changes))
    index_films([found])
    return found


def _refuse_longer_parts(film: Film) -> None:
    longest = film.parts.order_by(F("runtime").desc(nulls_last=True)).first()
    if film.runtime and longest and longest.runtime and longest.runtime > film.runtime:
        raise Refused(
            _(
                "It was %(minutes)d minutes long then, and its part “%(part)s” is longer now. Change the part first."
            ),
            "parts-are-longer",
            {"minutes": film.runtime, "part": longest.title},
        )
