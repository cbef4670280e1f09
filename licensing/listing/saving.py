"""Saving a price list: prices change from a day on, and what held before stays in the list as history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import moneyed
from django.db import transaction
from django.utils.translation import gettext as _
from djmoney.money import Money

from catalog.models import Film
from licensing.listing.changes import CellKey, Change, PriceListKey
from licensing.listing.reading import faults_of, rows_of
from licensing.models import LicenceType, Price
from licensing.models.spans import holding
from licensing.terms.days import office_today
from licensing.terms.spans import holds
from office.permissions import may
from wording.refusals import Refused
from wording.say import Amount, Say, Title, Value, Word, gettext_noop, say

if TYPE_CHECKING:
    from accounts.models import User

PERMISSIONS = ("licensing.add_price", "licensing.change_price")


@transaction.atomic
def save_prices(*, of: PriceListKey, changes: Sequence[Change], starts_on: date, by: User) -> int:
    """Makes the changes from a day on; returns how many. A price that holds then ends on the day before.

    A later price stays as it is: the new one ends before it. Raises Refused (codes `not-allowed`, `starts-in-past`,
    `no-type`, `changed-meanwhile` when a cell is no longer what its editor saw, and those of `reading.faults_of`).
    """
    if not all(may(by, permission) for permission in PERMISSIONS):
        raise Refused(_("Only people who may change prices can save them."), "not-allowed")
    if starts_on < office_today():
        raise Refused(
            _("Prices change today or later: what was sold before stays as it was."), "starts-in-past"
        )
    kinds = {change.licence_type for change in changes}
    # Two editors of the same cells wait for each other; there is no row to lock where a price is new.
    locked = list(LicenceType.objects.select_for_update(no_key=True).filter(pk__in=kinds).order_by("pk"))
    if len(locked) < len(kinds):
        raise Refused(_("A licence type of this list is gone. Open the list again."), "no-type")
    faults = faults_of(changes, of=of, starts_on=starts_on)
    if faults:
        raise Refused([_refusal(each) for each in faults.values()])
    standing = _standing(of, changes, starts_on)
    if moved := _changed_meanwhile(of, changes, standing, starts_on):
        raise Refused.saying(*moved)
    _write(of, changes, standing, starts_on)
    return len(changes)


def _refusal(fault: Say | str) -> Refused:
    return Refused(fault, "amount") if isinstance(fault, str) else Refused.saying(fault)


def _standing(of: PriceListKey, changes: Sequence[Change], on: date) -> dict[CellKey, list[Price]]:
    """The prices of the cells that hold on a day or later, in their order. One query."""
    wanted = {change.key for change in changes}
    rows = rows_of(of).filter(film__in={film for film, _kind in wanted}).exclude(ends_on__lt=on)
    found: dict[CellKey, list[Price]] = defaultdict(list)
    for row in rows.order_by("starts_on"):
        if (row.film_id, row.licence_type_id) in wanted:
            found[row.film_id, row.licence_type_id].append(row)
    return found


def _now(rows: list[Price], on: date) -> Price | None:
    return next((row for row in rows if holds(row, on)), None)


def _changed_meanwhile(
    of: PriceListKey, changes: Sequence[Change], standing: dict[CellKey, list[Price]], on: date
) -> list[Say]:
    """A sentence for each cell that somebody else has changed since its editor saw it."""
    found = []
    for change in changes:
        now = _now(standing[change.key], on)
        if (None if now is None else now.amount.amount) != change.old:
            found.append((change, now))
    if not found:
        return []
    films = Film.objects.select_related("part_of").in_bulk([change.film for change, _row in found])
    kinds = LicenceType.objects.in_bulk([change.licence_type for change, _row in found])
    template = gettext_noop(
        "Somebody else has changed “{film}”, {type}: it was {old} when you saw it, and is {now}. Nothing was saved."
    )
    return [
        say(
            "changed-meanwhile",
            template,
            film=Title(str(films[change.film]), films[change.film].title_language),
            type=kinds[change.licence_type].name,
            old=_amount(None if change.old is None else Money(change.old, of.currency)),
            now=_amount(row.amount if row else None),
        )
        for change, row in found
        if change.film in films and change.licence_type in kinds
    ]


def _amount(amount: moneyed.Money | None) -> Value:
    return Word(gettext_noop("no price")) if amount is None else Amount.of(amount)


def _write(
    of: PriceListKey, changes: Sequence[Change], standing: dict[CellKey, list[Price]], on: date
) -> None:
    """Five statements for any number of changes."""
    is_sample = rows_of(of).filter(holding(on), is_sample=True).exists()
    now_of = {change.key: _now(standing[change.key], on) for change in changes}
    before = [row.pk for row in now_of.values() if row is not None and row.starts_on < on]
    gone = [now_of[each.key] for each in changes if each.new is None]
    mended = []
    for change in changes:
        row = now_of[change.key]
        if row is not None and row.starts_on == on and change.new is not None:
            row.amount = Money(change.new, of.currency)
            mended.append(row)
    Price.objects.filter(pk__in=before).update(ends_on=on - timedelta(days=1))
    Price.objects.filter(pk__in=[row.pk for row in gone if row is not None and row.starts_on == on]).delete()
    Price.objects.bulk_update(mended, ["amount"], batch_size=1000)
    made = [_row(of, each, standing[each.key], on, is_sample=is_sample) for each in changes]
    Price.objects.bulk_create([row for row in made if row is not None])


def _row(of: PriceListKey, change: Change, rows: list[Price], on: date, *, is_sample: bool) -> Price | None:
    """The row to be added; None if nothing begins on the day. It is charged in the way of the one before it."""
    now = _now(rows, on)
    if change.new is None or (now is not None and now.starts_on == on):
        return None
    row = Price(
        film_id=change.film,
        licence_type_id=change.licence_type,
        tier=of.tier,
        enrolment_most=of.enrolment_most,
        amount=Money(change.new, of.currency),
        starts_on=on,
        is_sample=is_sample,
    )
    if now is not None:
        row.ends_on, row.is_sample = now.ends_on, now.is_sample
        row.fee_form, row.percent, row.deposit = now.fee_form, now.percent, now.deposit
        return row
    later = next((each.starts_on for each in rows if each.starts_on > on), None)
    row.ends_on = later - timedelta(days=1) if later else None
    return row
