"""A venue keeps its house styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from screenings import planner
from screenings.lookup import PLAN, refuse_outsider
from screenings.models import HouseStyle, Venue
from screenings.planning.styles import wishes_of
from screenings.programme.refusals import refused_in_words
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST_STYLES = 30


@transaction.atomic
def keep_style(
    *, venue: Venue, name: str, settings: planner.Settings, by: User, is_usual: bool = False
) -> HouseStyle:
    """Keeps these wishes as a style of the venue; one of the same name is replaced. The usual style is one at most.

    Only whoever acts for the institution that runs the venue may. Raises Refused: `not-yours`, `too-many`, `one-line`.
    """
    refuse_outsider(by, venue.institution, PLAN)
    rows = HouseStyle.objects.filter(venue=Venue.objects.select_for_update(no_key=True).get(pk=venue.pk))
    if rows.exclude(name=name).count() >= MOST_STYLES:
        raise Refused(_("A venue keeps at most %(count)d styles."), "too-many", {"count": MOST_STYLES})
    if is_usual:
        rows.exclude(name=name).update(is_usual=False)
    with refused_in_words():
        style, _made = rows.update_or_create(
            venue=venue, name=name, defaults={"wishes": wishes_of(settings), "is_usual": is_usual}
        )
    return style


@transaction.atomic
def drop_style(*, style: HouseStyle, by: User) -> None:
    """Forgets a style; what was asked with it is not changed. Raises Refused: `not-yours`."""
    refuse_outsider(by, style.venue.institution, PLAN)
    style.delete()
