"""Lists of e-mail domains, written as YAML: one file for each source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self

from django.db import transaction
from pydantic import AfterValidator, Field, model_validator

from licensing.buyers.rules import FREE_MAIL
from licensing.models import ListedDomain, Tier
from records.alignment import align
from records.faults import unfit
from records.fields import Country, line
from records.outcome import LoadReport
from records.reading import Record, read_record
from wording.say import gettext_noop

type Source = Annotated[str, AfterValidator(line(200))]
type Name = Annotated[str, AfterValidator(line(250))]
type Domain = Annotated[str, Field(max_length=253, pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]


def proven_tier(text: str) -> str:
    if text not in Tier.values or text == Tier.INDIVIDUAL:
        raise unfit("unknown-tier", gettext_noop("There is no such tier, or it needs no proof."))
    return text


class DomainRecord(Record):
    domain: Domain
    tier: Annotated[str, AfterValidator(proven_tier)]
    country: Country
    name: Name = ""

    @model_validator(mode="after")
    def proves_something(self) -> Self:
        if self.domain in FREE_MAIL:
            raise unfit("free-mail", gettext_noop("Anyone can have an address at this domain."))
        return self


class DomainList(Record):
    """`source` says who vouches for the list; it is written down with every institution that it verifies."""

    source: Source
    domains: list[DomainRecord]

    @model_validator(mode="after")
    def names_each_domain_once(self) -> Self:
        if len({each.domain for each in self.domains}) < len(self.domains):
            raise unfit("repeated-domain", gettext_noop("A domain is listed twice."))
        return self


@transaction.atomic
def load_domains(*, path: Path) -> LoadReport:
    """Makes the domains of one source what its file says; others stay. Raises RecordsRefused with every fault."""
    found = read_record(path, DomainList)
    rows = [each.model_dump() | {"source": found.source} for each in found.domains]
    existing = ListedDomain.objects.filter(source=found.source)
    return align(existing, rows, key=["domain"], remove=True).report
