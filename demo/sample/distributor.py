"""The sample distributor of the demonstration: its record, accounts, terms, logo and vendor form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from licensing.models import AcceptancePolicy
from office.distributor.keeping import keep_logo, keep_vendor_form
from office.models import BankAccount, Distributor, LicenceTerms


def keep_sample_distributor(folder: Path) -> None:
    """Keeps what `distributor.yaml` says, each row checked as the office's forms would."""
    record: dict[str, Any] = YAML(typ="safe").load(folder / "distributor.yaml")
    distributor = Distributor(**record["distributor"])
    banks = [BankAccount(**bank) for bank in record["banks"]]
    terms = [LicenceTerms(**each) for each in record["terms"]]
    for row in (distributor, *banks, *terms):
        row.full_clean(exclude=["distributor"])
        row.save()
    keep_logo(distributor=distributor, content=(folder / "logo.png").read_bytes())
    keep_vendor_form(distributor=distributor, content=(folder / "vendor-form.pdf").read_bytes())


def keep_sample_rules(folder: Path) -> None:
    """The rules for accepting orders, from the same file."""
    record: dict[str, Any] = YAML(typ="safe").load(folder / "distributor.yaml")
    for values in record["acceptance"]:
        rule = AcceptancePolicy(**values)
        rule.full_clean()
        rule.save()
