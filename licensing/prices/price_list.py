"""Price lists written as YAML: what can be licensed on which terms, and prices by runtime class."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from django.db import models, transaction
from djmoney.money import Money
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from catalog.exchange.faults import Fault, unfit
from catalog.exchange.positions import read_document
from catalog.exchange.wording import said
from catalog.models import Film
from licensing.models import LicenceType, Price
from licensing.terms.rights import Admission, SiteScope, Use
from wording.say import gettext_noop, ngettext_noop

OWN_LIST = Path(__file__).parents[1] / "data" / "price_list.yaml"

type TierName = Literal["higher-education", "k-12", "non-profit", "public-library", "individual"]
type UseName = Literal["private-viewing", "classroom", "campus-streaming", "public-screening", "lending"]
type Count = Annotated[int, Field(gt=0)]


def _date(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class RuntimeClass(_Written):
    """Films that run for at most `up_to` minutes; without it, all that are longer."""

    name: str
    up_to: Count | None = None


class TypeRecord(_Written):
    """A licence type and its prices: for each tier one whole amount for each runtime class."""

    code: str
    name: str
    summary: str
    uses: Annotated[list[UseName], Field(min_length=1)]
    audience_cap: Count | None = None
    admission: Literal["none", "cost-recovery", "charged"] = "none"
    screenings: Count | None = None
    term_months: Count | None = None
    site_scope: Literal["single-site", "branch", "campus", "district", "consortium"] = "single-site"
    public_advertising: bool = False
    members_only: bool = False
    indoor_only: bool = True
    report_due_days: Count | None = None
    format_lock: str = ""
    translations: dict[str, dict[Literal["name", "summary", "format_lock"], str]] = {}
    prices: dict[TierName, list[Count]]

    def row(self, order: int) -> dict[str, Any]:
        """The values of the LicenceType that it describes."""
        return self.model_dump(exclude={"code", "prices"}) | {
            "uses": sorted(Use(use).value for use in self.uses),
            "admission": Admission(self.admission).value,
            "site_scope": SiteScope(self.site_scope).value,
            "order": order,
            "is_offered": True,
        }


class PriceList(_Written):
    """The whole file."""

    is_sample: bool
    currency: Literal["USD", "EUR", "GBP", "CAD"]
    starts_on: Annotated[date, BeforeValidator(_date)]
    classes: Annotated[list[RuntimeClass], Field(min_length=1)]
    types: Annotated[list[TypeRecord], Field(min_length=1)]

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        """Classes grow and end open; codes are given once; every tier has an amount for each class."""
        limits = [kind.up_to for kind in self.classes]
        bounds = [limit for limit in limits[:-1] if limit is not None]
        if limits[-1] is not None or len(bounds) < len(limits) - 1 or bounds != sorted(set(bounds)):
            template = gettext_noop(
                "The runtime classes must grow, and only the last may be without `up_to`."
            )
            raise unfit("runtime-classes", template)
        codes = [kind.code for kind in self.types]
        if len(set(codes)) < len(codes):
            raise unfit("repeated-type", gettext_noop("A licence type's code stands in the list twice."))
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

    def class_of(self, minutes: int) -> int:
        """The place of the first runtime class that a film of so many minutes does not pass."""
        limits = [kind.up_to for kind in self.classes]
        return next(place for place, limit in enumerate(limits) if limit is None or minutes <= limit)


class PriceListRefused(Exception):  # noqa: N818 - an answer with its reasons, not a fault of the program
    """Nothing was loaded; `faults` has the line, field and sentence of everything wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Loaded(_Written):
    """How many licence types and prices one loading made and changed, and how many stood already."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    def __str__(self) -> str:
        return f"{self.created} created, {self.changed} changed, {self.unchanged} unchanged"


def read_price_list(path: Path) -> PriceList:
    """The list, checked as a whole. Raises PriceListRefused with every fault."""
    document = read_document(path, below=path.parent)
    faults = list(document.faults)
    try:
        if not faults:
            return PriceList.model_validate(document.data)
    except ValidationError as error:
        faults += said(document, error)
    raise PriceListRefused(sorted(faults))


@transaction.atomic
def load_price_list(*, path: Path = OWN_LIST) -> Loaded:
    """Makes the licence types and the prices of all films and parts what the list says. Twice is once.

    Types and prices that the list does not name stay as they are. Raises PriceListRefused.
    """
    listing = read_price_list(path)
    tally = {"created": 0, "changed": 0, "unchanged": 0}
    films = list(Film.objects.only("pk", "runtime"))
    for order, record in enumerate(listing.types, start=1):
        licence_type = _put(LicenceType, tally, {"code": record.code}, record.row(order))
        _put_prices(listing, record, licence_type, films, tally)
    return Loaded(**tally)


def _put_prices(
    listing: PriceList,
    record: TypeRecord,
    licence_type: LicenceType,
    films: list[Film],
    tally: dict[str, int],
) -> None:
    standing = {
        (price.film_id, price.tier): price
        for price in Price.objects.filter(
            licence_type=licence_type, starts_on=listing.starts_on, amount_currency=listing.currency
        )
    }
    fresh = []
    for film in films:
        for tier, amounts in record.prices.items():
            amount = Money(Decimal(amounts[listing.class_of(film.runtime)]), listing.currency)
            price = standing.get((film.pk, tier))
            if price is None:
                fresh.append(
                    Price(
                        film=film,
                        licence_type=licence_type,
                        tier=tier,
                        amount=amount,
                        starts_on=listing.starts_on,
                        is_sample=listing.is_sample,
                    )
                )
            else:
                _change(price, {"amount": amount, "is_sample": listing.is_sample}, tally)
    tally["created"] += len(Price.objects.bulk_create(fresh))


def _put[Row: models.Model](
    model: type[Row], tally: dict[str, int], key: dict[str, Any], values: dict[str, Any]
) -> Row:
    row = model._default_manager.filter(**key).first()  # noqa: SLF001 - Django's documented name
    if row is not None:
        _change(row, values, tally)
        return row
    tally["created"] += 1
    return model._default_manager.create(**key, **values)  # noqa: SLF001 - as above


def _change(row: models.Model, values: dict[str, Any], tally: dict[str, int]) -> None:
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    tally["changed" if differing else "unchanged"] += 1
    for name, value in differing.items():
        setattr(row, name, value)
    if differing:
        row.save()
