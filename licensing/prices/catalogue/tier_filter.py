"""The filter of the list of films by the kind of buyer to whom they are on sale today."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.search.filters import Filter
from licensing.models import Price, Tier
from licensing.terms.days import office_today

SOURCE = """CROSS JOIN LATERAL (
    SELECT price.tier
    FROM (SELECT films.id UNION ALL SELECT part.id FROM catalog_film part WHERE part.part_of_id = films.id) family
    JOIN licensing_price price ON price.film_id = family.id
    JOIN licensing_licencetype kind ON kind.id = price.licence_type_id
    WHERE kind.is_offered AND price.starts_on <= DATE '{day}' AND (price.ends_on IS NULL OR price.ends_on >= DATE '{day}')
    GROUP BY 1) sale"""


def on_sale_to(tier: str) -> Q:
    """Films that have a price today for the tier, or a part that has one."""
    films = Price.objects.on_sale(office_today()).filter(tier=tier).select_related(None).order_by()
    return Q(pk__in=films.values("film")) | Q(
        pk__in=films.filter(film__part_of__isnull=False).values("film__part_of")
    )


TIER_FILTER = Filter(
    "tier",
    _("On sale to"),
    on_sale_to,
    value="sale.tier",
    source=lambda: SOURCE.format(day=office_today().isoformat()),
    said=lambda value, _words: str(Tier(value).label),
    is_possible=lambda value: value in Tier.values,
    is_plain=bool,
    order=lambda value, _label: (Tier.values.index(value), ""),
)
