"""The sample licensor with its agreement, the rule for upgrades, taxes and a price by percentage of the demonstration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.models import Model
from djmoney.money import Money
from ruamel.yaml import YAML

from catalog.models import Film
from licensing.models import (
    LicenceType,
    Licensor,
    LicensorFilm,
    Price,
    RoyaltyAgreement,
    TaxRule,
    UpgradeRule,
)
from licensing.terms.days import office_today
from licensing.terms.royalties import Quarter


def keep_sample_trade(path: Path) -> None:
    """Keeps what the file says, each row checked as the office's forms would."""
    record: dict[str, Any] = YAML(typ="safe").load(path)
    types = {each.code: each for each in LicenceType.objects.all()}
    for values in record["licensors"]:
        _keep_licensor(values)
    for values in record["upgrades"]:
        ends = {"from_type": types[values.pop("from")], "to_type": types[values.pop("to")]}
        _keep(UpgradeRule(**ends, **values))
    for values in record["taxes"]:
        _keep(TaxRule(**values))
    for values in record["prices"]:
        film, kind = _whole(values.pop("film")), types[values.pop("type")]
        amount = Money(values.pop("amount"), "USD")
        _keep(Price(film=film, licence_type=kind, amount=amount, is_sample=True, **values))


def last_quarter() -> Quarter:
    return Quarter.of(office_today()).previous()


def _keep_licensor(values: dict[str, Any]) -> None:
    films, agreement = values.pop("films"), values.pop("agreement")
    licensor = _keep(Licensor(is_sample=True, **values))
    for slug in films:
        _keep(LicensorFilm(licensor=licensor, film=_whole(slug)))
    _keep(
        RoyaltyAgreement(licensor=licensor, starts_on=last_quarter().first_day, is_sample=True, **agreement)
    )


def _keep[Row: Model](row: Row) -> Row:
    row.full_clean()
    row.save()
    return row


def _whole(slug: str) -> Film:
    return Film.objects.get(slug=slug, part_of=None)
