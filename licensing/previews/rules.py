"""Who may be shown a film whole, and whether it can be watched now: the one answer for pages, verbs and reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.models import Film
from licensing.models import EducatorPreview, Institution, PreviewPolicy, PreviewStanding, Tier
from licensing.previews.ours import NEEDED, ours_among
from licensing.previews.playing import playables_of
from licensing.prices.territory import territory_of
from licensing.terms.days import office_today
from wording.refusals import Refused
from wording.sentences import sentence

if TYPE_CHECKING:
    from datetime import date


def refuse_unoffered(film: Film) -> None:
    """Raises Refused (code `not-public`)."""
    if not film.is_public:
        raise Refused(_("“%(film)s” is not offered at the moment."), "not-public", {"film": str(film)})


def refuse_ungrantable(film: Film, institution: Institution) -> None:
    """Raises Refused (codes `not-public`, `territory`, `nothing-to-play`) where nobody can be shown the film."""
    refuse_unoffered(film)
    today = office_today()
    if not _is_ours(film, institution, today):
        raise Refused.saying(territory_of(film, institution.country, today, today, NEEDED))
    if not playables_of(film, institution.country):
        raise Refused(
            _("No copy of this film can be watched here. Add a file that browsers play (manage.py add_delivery_file), or a hosted link that asks for no key."),
            "nothing-to-play",
        )  # fmt: skip


def is_granted_by_rule(film: Film, institution: Institution, policy: PreviewPolicy) -> bool:
    """What the rule does not grant waits for the office: it refuses nobody.

    Individuals always wait: they count as verified as soon as they register, and nobody has looked at them.
    """
    if not (policy.at_once_for_verified and institution.is_verified and institution.tier != Tier.INDIVIDUAL):
        return False
    try:
        refuse_ungrantable(film, institution)
    except Refused:
        return False
    return True


def why_not_watchable(preview: EducatorPreview) -> str:
    """Why nothing can be watched now, in a sentence; empty when it can. Three queries at most."""
    today, film = office_today(), preview.film
    standing = preview.standing(today)
    if standing is PreviewStanding.ASKED:
        return _("The office has not answered yet. You will get an e-mail.")
    if standing is PreviewStanding.REFUSED:
        return _("The office has not granted this preview: %(because)s") % {"because": preview.because}
    if standing is PreviewStanding.REVOKED:
        return _("The office has ended this preview: %(because)s") % {"because": preview.because}
    if film.withdrawal is not None or not film.is_public:
        return _("This film is no longer offered, so its preview has ended.")
    if standing is PreviewStanding.ENDED:
        return _("This preview ended on %(day)s.") % {"day": date_format(preview.ends_on or today)}
    if not preview.institution.memberships.filter(user=preview.asked_by_id).exists():
        return _("You are no longer a member of %(institution)s.") % {"institution": preview.institution}
    if not _is_ours(film, preview.institution, today):
        return sentence(territory_of(film, preview.institution.country, today, today, NEEDED))
    return ""


def _is_ours(film: Film, institution: Institution, today: date) -> bool:
    return bool(ours_among([film], institution.country, today))
