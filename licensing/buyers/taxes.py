"""Tax numbers, checked by python-stdnum against the rules of each kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from stdnum.au import abn
from stdnum.ca import bn
from stdnum.ch import vat as ch_vat
from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError as NotANumber
from stdnum.gb import vat as gb_vat
from stdnum.us import ein

from licensing.buyers.administering import administered
from licensing.models import Institution, TaxNumber
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

Kind = TaxNumber.Kind
CHECKS: dict[str, tuple[str, Callable[[str], str]]] = {
    Kind.US_EIN: ("US", ein.validate),
    Kind.GB_VAT: ("GB", gb_vat.validate),
    Kind.CA_BN: ("CA", bn.validate),
    Kind.AU_ABN: ("AU", abn.validate),
    Kind.CH_VAT: ("CH", ch_vat.validate),
}
"""For each kind of one country: the country, and what returns the number's compact form or raises."""
GREECE = {"EL": "GR"}
"""VAT numbers begin with EL for Greece (Directive 2006/112/EC, article 215)."""


def checked_number(kind: str, number: str, country: str) -> tuple[str, str]:
    """The country and the compact form of a tax number. Raises Refused (code `number`) for one that cannot exist.

    `country` counts only for the kind `other`, which nothing checks: the other kinds say it themselves.
    """
    try:
        if kind == Kind.EU_VAT:
            compact = eu_vat.validate(number)
            return GREECE.get(compact[:2], compact[:2]), compact
        if kind in CHECKS:
            place, validate = CHECKS[kind]
            return place, validate(number)
    except NotANumber as error:
        raise Refused(
            _("“%(number)s” is not a valid number of this kind: %(kind)s."),
            "number",
            {"number": number, "kind": Kind(kind).label},
        ) from error
    return country, number.strip()


@transaction.atomic
def record_tax_number(
    *, institution: Institution, by: User, kind: str, number: str, country: str = ""
) -> TaxNumber:
    """Adds a number, or replaces the one of its kind and country. `country`: see `checked_number`.

    Raises Refused (codes `not-administrator`, `number`), or ValidationError.
    """
    row = administered(institution, by)
    place, compact = checked_number(kind, number, country or row.country)
    known = row.tax_numbers.filter(kind=kind, country=place).first()
    made = known or TaxNumber(institution=row, kind=kind, country=place)
    made.number = compact
    made.full_clean()
    made.save()
    return made


@transaction.atomic
def remove_tax_number(*, tax_number: TaxNumber, by: User) -> None:
    """Issued documents keep it. Idempotent. Raises Refused (code `not-administrator`)."""
    administered(tax_number.institution, by)
    TaxNumber.objects.filter(pk=tax_number.pk).delete()
