"""Back again: a film as its history says it was, which is a change as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from catalog.editing.states import LISTS, Earlier, differing_lists
from catalog.models import Film
from catalog.search.indexing import index_films
from office.permissions import refuse_unless_may
from office.site.history import Columns
from records.alignment import align
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User


def changes_back(film: Film, earlier: Earlier) -> Columns:
    """What would change of its own facts and words, each column with its value now and then."""
    return {
        name: (getattr(film, name), value)
        for name, value in earlier.facts.items()
        if getattr(film, name) != value
    }


@transaction.atomic
def restore_film(*, film: Film, earlier: Earlier | None, by: User | None) -> Film:
    """Gives a film the facts, words, titles, credits and subjects that it had (`catalog.editing.states`). Its parts have histories of
    their own.

    Raises Refused (`office-only`, `no-such-state`, `same-state`, `parts-are-longer`), or ValidationError where they contradict what holds today,
    such as a number that another film has by now.
    """
    refuse_unless_may(by, "catalog.change_film")
    found = Film.objects.select_for_update(no_key=True).get(pk=film.pk)
    if earlier is None:
        raise Refused(_("The history of this film has no such state."), "no-such-state")
    changes, lists = changes_back(found, earlier), differing_lists(found, earlier)
    if not changes and not lists:
        raise Refused(_("The film is already as it was then."), "same-state")
    for name, (_now, then) in changes.items():
        setattr(found, name, then)
    found.full_clean()
    _refuse_longer_parts(found)
    if changes:
        found.save(update_fields=list(changes))
    for name in lists:
        each = LISTS[name]
        align(each.rows(found), list((earlier.lists or {})[name]), key=each.key, remove=True)
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
