"""Verification by rule: a confirmed address at a listed domain of the same tier and country, with a similar name.

The lists of domains are written as YAML, one file for each source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

from allauth.account.models import EmailAddress
from django.contrib.postgres.search import TrigramSimilarity
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from pydantic import AfterValidator, Field, model_validator

from licensing.models import Institution, ListedDomain, Tier
from records.alignment import align
from records.faults import unfit
from records.fields import Country, line
from records.outcome import LoadReport
from records.reading import Record, read_record
from wording.countries import country_label
from wording.say import gettext_noop

if TYPE_CHECKING:
    from accounts.models import User

FREE_MAIL = frozenset(["126.com", "139.com", "163.com", "aol.com", "aol.de", "bluewin.ch", "comcast.net", "duck.com", "fastmail.com", "foxmail.com", "free.fr", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hey.com", "hotmail.co.uk", "hotmail.com", "hotmail.de", "hotmail.es", "hotmail.fr", "hotmail.it", "icloud.com", "laposte.net", "libero.it", "live.ca", "live.co.uk", "live.com", "live.fr", "live.nl", "mac.com", "mail.com", "mail.ru", "mailbox.org", "me.com", "msn.com", "naver.com", "orange.fr", "outlook.com", "outlook.de", "outlook.es", "outlook.fr", "pm.me", "posteo.de", "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "rocketmail.com", "seznam.cz", "sfr.fr", "sina.com", "sky.com", "t-online.de", "tuta.com", "tutanota.com", "verizon.net", "virgilio.it", "wanadoo.fr", "web.de", "wp.pl", "yahoo.ca", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.com.br", "yahoo.de", "yahoo.es", "yahoo.fr", "yahoo.it", "yandex.com", "yandex.ru", "ymail.com", "zoho.com"])  # fmt: skip
"""Providers where anyone can have an address: these prove nothing about who someone works for."""
SIMILAR = 0.4
"""Trigram similarity (pg_trgm) of a legal name with the name on the list: people add “The”, “Regents of”, a town."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`how` says by what an institution is verified; empty when no rule verifies it, and then `reasons` say why not."""

    how: str = ""
    reasons: tuple[str, ...] = ()


def domain_of(person: User) -> str | None:
    """The domain of the person's own confirmed address, where not everyone can have one; else None. One query."""
    return next((each for each in _domains(person) if each not in FREE_MAIL), None)


def judge(institution: Institution, by: User) -> Judged:
    """Whether the rule verifies an institution on a member's word. Two queries."""
    if institution.tier == Tier.INDIVIDUAL:
        return Judged(how=_("The individual tier needs no proof."))
    domains = _domains(by)
    if not domains:
        return Judged(reasons=(_("%(person)s has no confirmed address.") % {"person": by},))
    free = [domain for domain in domains if domain in FREE_MAIL]
    reasons = [_("Anyone can have an address at %(domain)s.") % {"domain": domain} for domain in free]
    own = [domain for domain in domains if domain not in FREE_MAIL]
    listed = _listed(own, institution.legal_name)
    for row in listed:
        reason = _mismatch(row, institution)
        if reason is None:
            return Judged(how=_how(row))
        reasons.append(reason)
    if not listed:
        reasons += [
            _("%(domain)s is on no list of known institutions.") % {"domain": domain} for domain in own
        ]
    return Judged(reasons=tuple(reasons))


def _domains(person: User) -> list[str]:
    emails = EmailAddress.objects.filter(user=person, verified=True).order_by("-primary", "pk")
    found = (email.rpartition("@")[2].lower() for email in emails.values_list("email", flat=True))
    return list(dict.fromkeys(found))


def _listed(domains: Iterable[str], legal_name: str) -> list[ListedDomain]:
    """Rows for the domains or what they are under: mail.example.edu is example.edu's."""
    wider = {
        ".".join(labels[at:]) for labels in (d.split(".") for d in domains) for at in range(len(labels) - 1)
    }
    similarity = TrigramSimilarity("name", legal_name)
    return list(ListedDomain.objects.filter(domain__in=wider).annotate(similarity=similarity))


def _mismatch(row: ListedDomain, institution: Institution) -> str | None:
    if (row.tier, row.country) != (institution.tier, institution.country):
        return _("%(domain)s is listed as %(tier)s in %(country)s.") % {
            "domain": row.domain,
            "tier": row.get_tier_display(),
            "country": country_label(row.country),
        }
    if row.name and getattr(row, "similarity", 0) < SIMILAR:
        return _("%(domain)s is listed as “%(name)s”, which does not resemble the legal name.") % {
            "domain": row.domain,
            "name": row.name,
        }
    return None


def _how(row: ListedDomain) -> str:
    words = _("By rule: a confirmed address at %(domain)s, listed as %(tier)s (%(source)s).") % {
        "domain": row.domain,
        "tier": row.get_tier_display(),
        "source": row.source,
    }
    return Truncator(words).chars(250)


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
