"""Statements to licensors: looked at beforehand, and issued once. What is found out later is in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.models import Film
from licensing.documents.bills.royalty_statement import compose_statement
from licensing.documents.numbers import next_numbers
from licensing.models import Licensor, RoyaltyEntry, RoyaltyPart, RoyaltyStatement
from licensing.models.money import of_units
from licensing.royalties.figures import Entry, Figures, Part, figures_of, stated_until
from licensing.terms.days import office_today
from licensing.terms.royalties import CHANNEL_WORDS, Quarter
from office.distributor.snapshot import Selling
from office.permissions import refuse_unless_may
from typesetting.printing import refuse_unprintable, texts_of
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

CHANGES = ("receipts", "costs", "advance", "topped_up", "payable", "retained")


@transaction.atomic
def issue_statements(*, licensor: Licensor, quarter: Quarter, by: User) -> list[RoyaltyStatement]:
    """Issues the licensor's statements for a quarter, one for each currency. They never change.

    Raises Refused (codes `office-only`, `not-over`, `already-stated`, `nothing`, `unprintable`).
    """
    refuse_unless_may(by, "licensing.add_royaltystatement")
    licensor = Licensor.objects.select_for_update(no_key=True).get(pk=licensor.pk)
    today = office_today()
    if quarter.last_day >= today:
        raise Refused(_("The quarter is not over yet."), "not-over")
    since = stated_until(licensor)
    if since is not None and since >= quarter.last_day:
        raise Refused(
            _(
                "A statement for this quarter or a later one is issued already. What has changed is in the next one."
            ),
            "already-stated",
        )
    keys: dict[str, int] = {}
    found = figures_of(licensor, quarter, keep=lambda entries: _keep(entries, keys))
    if not found:
        raise Refused(
            _("No agreement with this licensor holds yet, so there is nothing to state."), "nothing"
        )
    selling = Selling.on(today)
    for figures in found:
        refuse_unprintable(*texts_of(_snapshot(licensor, quarter, figures, "", selling)))
    numbers = next_numbers(prefix="ROY", year=today.year, how_many=len(found))
    return [
        _state(licensor, quarter, figures, number, selling, key=_key(figures.currency, keys), by=by)
        for figures, number in zip(found, numbers, strict=True)
    ]


def _keep(entries: list[Entry], keys: dict[str, int]) -> None:
    """Entries are written as they are read, before their statement: its foreign key is checked when the transaction ends."""
    RoyaltyEntry.objects.bulk_create(
        RoyaltyEntry(
            statement_id=_key(entry.currency, keys),
            agreement_id=entry.agreement,
            line_id=entry.line,
            received=of_units(entry.received, entry.currency),
            corrected=of_units(entry.corrected, entry.currency),
        )
        for entry in entries
    )


def _key(currency: str, keys: dict[str, int]) -> int:
    """The key that a currency's statement will have."""
    if currency not in keys:
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval(pg_get_serial_sequence('licensing_royaltystatement', 'id'))")
            [keys[currency]] = cursor.fetchone()
    return keys[currency]


def _state(
    licensor: Licensor,
    quarter: Quarter,
    figures: Figures,
    number: str,
    selling: Selling,
    *,
    key: int,
    by: User,
) -> RoyaltyStatement:
    currency = figures.currency
    statement = RoyaltyStatement.objects.create(
        pk=key,
        number=number,
        licensor=licensor,
        first_day=quarter.first_day,
        last_day=quarter.last_day,
        currency=currency,
        receipts=of_units(figures.receipts, currency),
        payable=of_units(figures.payable, currency),
        balance=of_units(figures.balance, currency),
        snapshot=_snapshot(licensor, quarter, figures, number, selling),
        issued_on=office_today(),
        issued_by=by,
    )
    RoyaltyPart.objects.bulk_create(
        RoyaltyPart(
            statement=statement,
            agreement=part.agreement,
            corrections=of_units(part.corrections, currency),
            payable_corrected=of_units(part.payable_corrected, currency),
            **{name: of_units(getattr(part.change, name), currency) for name in CHANGES},
        )
        for part in figures.parts
    )
    return statement


def _snapshot(
    licensor: Licensor, quarter: Quarter, figures: Figures, number: str, selling: Selling
) -> dict[str, Any]:
    """The facts of the statement, and under `document` all its words."""
    currency = figures.currency
    films = Film.objects.select_related("part_of").in_bulk(
        {each.film for part in figures.parts for each in part.behind}
    )
    with override(settings.LANGUAGE_CODE):
        facts = {
            "number": number,
            "seller": selling.snapshot(),
            "to": {"legal_name": licensor.name, "address": licensor.address, "country": licensor.country},
            "first_day": quarter.first_day.isoformat(),
            "last_day": quarter.last_day.isoformat(),
            "issued_on": office_today().isoformat(),
            "currency": currency,
            "is_sample": licensor.is_sample or any(part.agreement.is_sample for part in figures.parts),
            "parts": [_part(part, currency, films) for part in figures.parts],
            **{
                name: str(of_units(getattr(figures, name), currency))
                for name in ("receipts", "payable", "before", "balance")
            },
        }
    return facts | {"document": compose_statement(facts)}


def _part(part: Part, currency: str, films: dict[int, Film]) -> dict[str, Any]:
    agreement = part.agreement
    return {
        "film": str(agreement.film) if agreement.film_id else _("All films"),
        "channel": agreement.said_channel(),
        "percent": f"{agreement.percent.normalize():f}",
        "order": str(agreement.get_recoupment_display()),
        "corrections": str(of_units(part.corrections, currency)),
        "payable_corrected": str(of_units(part.payable_corrected, currency)),
        **{name: str(of_units(getattr(part.change, name), currency)) for name in CHANGES},
        "behind": sorted(
            (
                {
                    "film": str(films[each.film]),
                    "channel": _(CHANNEL_WORDS[each.channel]),
                    "sales": each.sales,
                    "received": str(of_units(each.received, currency)),
                    "corrected": str(of_units(each.corrected, currency)),
                }
                for each in part.behind
            ),
            key=lambda row: (row["film"], row["channel"]),
        ),
    }
