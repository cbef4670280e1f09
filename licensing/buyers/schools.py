"""The sites that a licence can name: an institution's own, and those of the schools under a district or consortium."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from licensing.models import Institution


@dataclass(frozen=True, slots=True)
class NamedSite:
    """A place as a licence names it: it stays as it was when the licence was issued."""

    institution: str
    name: str
    kind: str
    address: str

    def to_json(self) -> dict[str, str]:
        return asdict(self)


def sites_of(institution: Institution) -> list[NamedSite]:
    """What a licence of the institution may name: its own sites, and those of the schools under it.

    An institution without sites is one site itself, at its billing address. Three queries.
    """
    schools = institution.schools.order_by("legal_name", "pk").prefetch_related("sites")
    return [named for each in (institution, *schools) for named in _sites(each)]


def _sites(institution: Institution) -> list[NamedSite]:
    name = institution.legal_name
    own = [NamedSite(name, site.name, site.kind, site.address) for site in institution.sites.all()]
    return own or [NamedSite(name, name, "other", institution.bill_to)]
