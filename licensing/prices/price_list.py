"""Price lists written as YAML: what can be licensed on which terms, and prices by runtime class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self

from django.db import transaction
from djmoney.money import Money
from pydantic import AfterValidator, Field, model_validator

from catalog.models import Film
from licensing.models import LicenceType, Price
from licensing.prices.territory import rights_of, unheld
from licensing.terms.days import office_today
from licensing.terms.rights import Admission, SiteScope, Use
from records.alignment import Wanted, align
from records.faults import Fault, Severity, unfit
from records.fields import Count, Day, line, slug
from records.outcome import LoadReport
from records.reading import Record, read_record
from wording.say import gettext_noop, ngettext_noop

type TierName = Literal[
    "higher-education",
    "k-12",
    "k-12-district",
    "consortium",
    "non-profit",
    "public-library",
    "cinema",
    "festival",
    "individual",
]
type UseName = Literal[
    "private-viewing",
    "classroom",
    "campus-streaming",
    "signed-in-streaming",
    "public-screening",
    "online-screening",
    "broadcast",
    "clips",
    "lending",
]
type WatcherName = Literal["enrolled", "staff", "members", "alumni", "walk-ins", "public"]
type CarrierName = Literal["disc", "file", "dcp", "print"]


class RuntimeClass(Record):
    """Films that run for at most `up_to` minutes; without it, all that are longer."""

    name: str
    up_to: Count | None = None


class TypeRecord(Record):
    """A licence type and its prices: for each tier one whole amount for each runtime class."""

    code: Annotated[str, AfterValidator(slug(60))]
    name: Annotated[str, AfterValidator(line(120))]
    summary: Annotated[str, AfterValidator(line(300))]
    uses: Annotated[list[UseName], Field(min_length=1)]
    watchers: list[WatcherName] = []
    audience_cap: Count | None = None
    viewer_cap: Count | None = None
    enrolment_most: Count | None = None
    admission: Literal["none", "donations", "cost-recovery", "charged"] = "none"
    screenings: Count | None = None
    term_months: Count | None = None
    term_days: Count | None = None
    perpetual: bool = False
    site_scope: Literal["single-site", "branch", "campus", "district", "consortium"] = "single-site"
    public_advertising: bool = False
    members_only: bool = False
    indoor_only: bool = True
    report_due_days: Count | None = None
    format_lock: str = ""
    formats: list[CarrierName] = []
    delivers: Literal["", "file", "stream", "disc", "dcp"] = ""
    translations: dict[str, dict[Literal["name", "summary", "format_lock"], str]] = {}
    prices: dict[TierName, list[Count]]

    @model_validator(mode="after")
    def has_one_term(self) -> Self:
        """A term in months, in days or without end; a format lock says what it means."""
        if sum((self.term_months is not None, self.term_days is not None, self.perpetual)) > 1:
            template = gettext_noop(
                "“{type}” has more than one of `term_months`, `term_days` and `perpetual`."
            )
            raise unfit("terms", template, type=self.code)
        if self.format_lock and not self.formats:
            template = gettext_noop("“{type}” has a `format_lock` but no `formats`, which say what it means.")
            raise unfit("formats", template, type=self.code)
        return self

    def row(self, order: int) -> Wanted:
        """A row of LicenceType."""
        return self.model_dump(exclude={"prices"}) | {
            "uses": sorted(Use(use).value for use in self.uses),
            "watchers": sorted(self.watchers),
            "formats": sorted(self.formats),
            "admission": Admission(self.admission).value,
            "site_scope": SiteScope(self.site_scope).value,
            "order": order,
            "is_offered": True,
        }


class PriceList(Record):
    """The whole file."""

    is_sample: bool
    currency: Literal["USD", "EUR", "GBP", "CAD"]
    starts_on: Day
    classes: Annotated[list[RuntimeClass], Field(min_length=1)]
    types: Annotated[list[TypeRecord], Field(min_length=1)]

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        """Classes grow and the last has no limit; codes are unique; every tier has an amount for each class."""
        limits = [kind.up_to for kind in self.classes]
        bounds = [limit for limit in limits[:-1] if limit is not None]
        if limits[-1] is not None or len(bounds) < len(limits) - 1 or bounds != sorted(set(bounds)):
            template = gettext_noop(
                "The runtime classes must grow, and only the last may be without `up_to`."
            )
            raise unfit("runtime-classes", template)
        codes = [kind.code for kind in self.types]
        if len(set(codes)) < len(codes):
            raise unfit("repeated-type", gettext_noop("A licence type's code is in the list twice."))
        for kind in self.types:
            for tier, amounts in kind.prices.items():
                if len(amounts) != len(self.classes):
                    raise unfit(
                        "amounts",
                        ngettext_noop(
                            "“{type}” needs {count} amount for the tier {tier}, one for each runtime class; it has {given}.",
                            "“{type}” needs {count} amounts for the tier {tier}, one for each runtime class; it has {given}.",
                        ),
                        type=kind.code,
                        given=len(amounts),
                        tier=tier,
                        count=len(self.classes),
                    )
        return self

    def class_of(self, minutes: int | None) -> int:
        """The position of the first runtime class that a film of this many minutes fits; of unknown length, the first."""
        if minutes is None:
            return 0
        limits = [kind.up_to for kind in self.classes]
        return next(place for place, limit in enumerate(limits) if limit is None or minutes <= limit)


def read_price_list(path: Path) -> PriceList:
    """The list, checked as a whole. Raises RecordsRefused with every fault."""
    return read_record(path, PriceList)


@transaction.atomic
def load_price_list(*, path: Path) -> LoadReport:
    """Makes the licence types and the prices of all films and parts what the list says; loading it again changes nothing.

    Types and prices that the list does not name stay as they are. What we hold no right for gets no price, with a warning for
    each film and type. Raises RecordsRefused.
    """
    listing = read_price_list(path)
    wanted = [record.row(order) for order, record in enumerate(listing.types, start=1)]
    types = align(LicenceType.objects.all(), wanted, key=["code"], remove=False)
    kinds = {row.code: row for row in types.rows.values()}
    standing = Price.objects.filter(
        licence_type__in=kinds.values(), starts_on=listing.starts_on, amount_currency=listing.currency
    )
    pricing = Pricing(listing, kinds, path.name)
    prices = align(standing, list(pricing.rows()), key=["licence_type_id", "film_id", "tier"], remove=False)
    return types.report + prices.report + LoadReport(warnings=tuple(pricing.warnings.values()))


@dataclass
class Pricing:
    """The prices of a list for all films and parts; `kinds`: its types by code. `warnings` of what has none, by their words."""

    listing: PriceList
    kinds: Mapping[str, LicenceType]
    file: str
    warnings: dict[str, Fault] = field(default_factory=dict)

    def rows(self) -> Iterator[Wanted]:
        """A row of Price for each film and part, licence type and tier for which we hold the rights, today or later."""
        films = Film.objects.select_related("part_of").order_by("pk")
        rights = rights_of(films)
        begins = max(self.listing.starts_on, office_today())
        for place, record in enumerate(self.listing.types, start=1):
            for film in films:
                for tier, amounts in record.prices.items():
                    kind = self.kinds[record.code]
                    if lacks := unheld(film, kind, tier, rights[film.pk], begins):
                        warning = Fault(self.file, 1, f"types[{place}].prices", lacks, Severity.WARNING)
                        self.warnings.setdefault(str(lacks), warning)
                        continue
                    amount = Decimal(amounts[self.listing.class_of(film.runtime)])
                    yield {
                        "film_id": film.pk,
                        "licence_type_id": kind.pk,
                        "tier": tier,
                        "amount": Money(amount, self.listing.currency),
                        "starts_on": self.listing.starts_on,
                        "is_sample": self.listing.is_sample,
                    }
