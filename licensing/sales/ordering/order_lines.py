"""What is particular to a line of an order: the licence that it renews, and the sites that it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from licensing.buyers.schools import has_sites, sites_of
from licensing.models import Institution, OrderLine
from licensing.notices.ending import UNDONE
from licensing.prices.wanted import WantedLine
from licensing.sales.ordering.lines import Line
from licensing.terms.rights.site_choice import against_sites
from wording.refusals import Refused


def refuse_unfit_particulars(institution: Institution, lines: Sequence[WantedLine]) -> None:
    """Raises Refused (codes `not-renewable`, `renewed-already`, `sites`, `no-site`). The institution is locked."""
    refuse_unfit_renewals(institution, lines)
    refuse_unfit_sites(institution, lines)


def refuse_unfit_renewals(institution: Institution, lines: Sequence[Line | WantedLine]) -> None:
    """Raises Refused (codes `not-renewable`, `renewed-already`). The institution is locked."""
    renewed = [line.renews for line in lines if line.renews is not None]
    for licence in renewed:
        if licence.institution_id != institution.pk or licence.ends_on is None:
            raise Refused(
                _("Licence %(number)s is not one that %(institution)s can renew."),
                "not-renewable",
                {"number": licence.number, "institution": institution.legal_name},
            )
    if not renewed:
        return
    before = OrderLine.objects.filter(renews__in=renewed).exclude(order__status__in=UNDONE)
    twice = before.select_related("renews", "order").order_by("pk").first()
    if twice is not None and twice.renews is not None:
        raise Refused(
            _("Licence %(number)s is renewed already, by order %(order)s."),
            "renewed-already",
            {"number": twice.renews.number, "order": twice.order.number},
        )


def refuse_unfit_sites(
    institution: Institution, lines: Sequence[Line | WantedLine], *, may_wait: bool = False
) -> None:
    """Raises Refused (codes `sites`, `no-site`). The institution is locked. `may_wait`: they can still be chosen later.

    Three queries where a line names sites that it does not take over from a licence. What renews a licence that
    names none may name none either.
    """
    named = [site for line in lines for site in line.sites if dict(site) not in taken_over(line)]
    known = [site.to_json() for site in sites_of(institution)] if named else []
    if not all(dict(site) in known for site in named):
        raise Refused(_("Choose the sites among those of the institution."), "sites")
    for line in lines:
        needed = not may_wait and line.renews is None
        scope = line.licence_type.grants().site_scope
        against = against_sites(
            line.licence_type.name, scope, line.sites, has_choice=needed and has_sites(institution)
        )
        if against:
            raise Refused.saying(against)


def taken_over(line: Line | WantedLine) -> list[dict[str, Any]]:
    """The sites of the licences that a line follows or replaces, as these name them."""
    before = [*line.upgrades, *([line.renews] if line.renews else [])]
    return [dict(site) for licence in before for site in licence.named_sites]
