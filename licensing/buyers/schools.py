"""The sites that a licence can name: an institution's own, and those of the schools under a district or consortium."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from licensing.models import Institution


@dataclass(frozen=True, slots=True)
class NamedSite:
    """A place as a licence names it: it stays as it was when the licence was ordered.

    `key` is that of its institution; `is_whole` says that the whole institution is the site, wherever its rooms are.
    """

    key: int
    institution: str
    name: str
    kind: str
    address: str
    is_whole: bool = False

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        return self.name if self.is_whole else f"{self.name}, {self.institution}"


def sites_of(institution: Institution) -> list[NamedSite]:
    """What a licence of the institution may name: its own sites, and those of the schools under it.

    An institution without sites is one site itself, at its billing address. Three queries.
    """
    schools = institution.schools.order_by("legal_name", "pk").prefetch_related("sites")
    return [named for each in (institution, *schools) for named in _sites(each)]


def _sites(institution: Institution) -> list[NamedSite]:
    key, name = institution.pk, institution.legal_name
    own = [NamedSite(key, name, site.name, site.kind, site.address) for site in institution.sites.all()]
    return own or [NamedSite(key, name, name, "other", institution.bill_to, is_whole=True)]
