"""What is particular to a line of an order: the licence that it renews, and the sites that it names."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from licensing.buyers.schools import sites_of
from licensing.models import Institution, OrderLine
from licensing.notices.ending import UNDONE
from licensing.prices.wanted import WantedLine
from licensing.terms.rights.uses import ONE_SITE
from wording.refusals import Refused


def refuse_unfit_particulars(institution: Institution, lines: Sequence[WantedLine]) -> None:
    """Raises Refused (codes `not-renewable`, `renewed-already`, `sites`). The institution is locked."""
    _refuse_unfit_renewals(institution, lines)
    _refuse_unfit_sites(institution, lines)


def _refuse_unfit_renewals(institution: Institution, lines: Sequence[WantedLine]) -> None:
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


def _refuse_unfit_sites(institution: Institution, lines: Sequence[WantedLine]) -> None:
    named = [line for line in lines if line.sites]
    if not named:
        return
    known = [site.to_json() for site in sites_of(institution)]
    for line in named:
        if line.renews is None and not all(dict(site) in known for site in line.sites):
            raise Refused(_("Choose the sites among those of the institution."), "sites")
        if line.licence_type.grants().site_scope in ONE_SITE and len(line.sites) > 1:
            raise Refused(
                _("“%(type)s” is for one site. Choose one, or order it for each."),
                "sites",
                {"type": line.licence_type.name},
            )
