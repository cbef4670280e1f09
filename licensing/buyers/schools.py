"""The sites that a licence can name: an institution's own, and those of the schools under a district or consortium."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from licensing.models import Institution, Site

HAS_SITES = "has_sites"
"""The name of the answer on a row of an institution."""


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

    @property
    def mark(self) -> str:
        """Tells it from the other sites of an institution and its schools, also when one is added or removed."""
        return f"{self.key}:{self.name}"

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        return self.name if self.is_whole else f"{self.name}, {self.institution}"


def marks_of(sites: Iterable[Mapping[str, Any]]) -> list[str]:
    """The marks of sites that were written with `to_json`."""
    return [NamedSite(**site).mark for site in sites]


def sites_of(institution: Institution) -> list[NamedSite]:
    """What a licence of the institution may name: its own sites, and those of the schools under it.

    An institution without sites is one site itself, at its billing address. Three queries.
    """
    schools = institution.schools.order_by("legal_name", "pk").prefetch_related("sites")
    return [named for each in (institution, *schools) for named in _sites(each)]


def having_sites() -> dict[str, Exists | Q]:
    """The annotation that answers `has_sites` together with an institution's row."""
    own = Site.objects.filter(Q(institution=OuterRef("pk")) | Q(institution__parent=OuterRef("pk")))
    return {HAS_SITES: Q(Exists(own)) | Q(Exists(Institution.objects.filter(parent=OuterRef("pk"))))}


def has_sites(institution: Institution) -> bool:
    """Whether there is a choice: sites of its own, or schools. One statement, and none the next time or with `having_sites`."""
    known = vars(institution)
    if HAS_SITES not in known:
        asked = Institution.objects.filter(pk=institution.pk).order_by().annotate(**having_sites())
        known[HAS_SITES] = asked.values_list(HAS_SITES, flat=True).get()
    return bool(known[HAS_SITES])


def _sites(institution: Institution) -> list[NamedSite]:
    key, name = institution.pk, institution.legal_name
    own = [NamedSite(key, name, site.name, site.kind, site.address) for site in institution.sites.all()]
    return own or [NamedSite(key, name, name, "other", institution.bill_to, is_whole=True)]
