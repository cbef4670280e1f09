"""What the distributor's record still lacks before documents can be issued from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core import checks
from django.db import Error
from django.utils import timezone
from django.utils.translation import gettext as _

from office.distributor.snapshot import Selling

_sold_in: list[Callable[[], Iterable[str]]] = []


def sold_in(currencies: Callable[[], Iterable[str]]) -> None:
    """The app that has prices says in which currencies (ISO 4217); its `ready` calls this."""
    _sold_in.append(currencies)


def missing() -> list[str]:
    """A sentence for each thing that is missing, the gravest first; none when all is there."""
    selling = Selling.on(timezone.localdate(timezone=timezone.get_default_timezone()))
    row = selling.row
    lacking = sorted({code for each in _sold_in for code in each()} - selling.banks.keys())
    return [
        sentence
        for is_missing, sentence in (
            (
                not row.is_kept,
                _("The distributor's record is not saved yet: documents show what the environment says."),
            ),
            (
                not row.address,
                _("There is no postal address: no invoice to be paid by transfer or cheque can be issued."),
            ),
            *(
                (
                    True,
                    _("Films are sold in %(currency)s, but there is no bank account for it.")
                    % {"currency": code},
                )
                for code in lacking
            ),
            (not (row.ein or row.vat_number), _("There is no tax number.")),
            (not row.signatory, _("Nobody is named as signatory of licences.")),
            (selling.terms is None, _("There are no licence terms that hold today.")),
        )
        if is_missing
    ]


def check_distributor(**_options: Any) -> list[checks.CheckMessage]:
    """Django's system check, for `check --deploy`. It says nothing while there is no database to ask."""
    try:
        return [
            checks.Warning(sentence, hint="Enter it in the office, under Distributor.", id="office.W001")
            for sentence in missing()
        ]
    except Error:
        return []
