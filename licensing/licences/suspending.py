"""A licence is suspended, and reinstated: by the office, or by the system for a payment that is disputed or overdue."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from licensing.licences.moves import IllegalMove, Status, move, refuse_outsider, refuse_unfounded
from licensing.licences.resting import ask_again, held_licence
from licensing.models import Licence, Order
from licensing.notices import owed as notices
from licensing.terms.days import office_today
from licensing.terms.spans import Standing
from wording.refusals import Refused

if TYPE_CHECKING:
    from accounts.models import User

Cause = Licence.Cause


@transaction.atomic
def suspend(
    *,
    licence: Licence,
    because: str,
    by: User | None,
    cause: Licence.Cause = Cause.OFFICE,
    order: int | None = None,
) -> Licence:
    """Takes a licence out of force until it is reinstated, with the reason that the check page will show.

    `cause` and the key of the `order` whose money it is about name the cause. A licence that is suspended already keeps its
    causes and gets this one beside them, once. What rests on it is covered by another licence, or taken from sale. The
    licensee is told. Idempotent. Raises Refused (codes `office-only`, `because`, `ended`) and IllegalMove.
    """
    row = held_licence(licence)
    reason = refuse_unfounded(by, because)
    if row.status == Status.SUSPENDED:
        return _for_these(row, {Licence.cause_of(cause, order): reason} | row.suspensions)
    if row.standing(office_today()) is Standing.ENDED:
        raise Refused(_("Licence %(number)s has ended."), "ended", {"number": row.number})
    move(row, Status.SUSPENDED, because=reason, suspensions={Licence.cause_of(cause, order): reason})
    notices.owe_licence_changed(licence=row, kind="licensing.licence-suspended", because=reason)
    ask_again(row)
    return row


@transaction.atomic
def reinstate(
    *, licence: Licence, by: User | None, cause: Licence.Cause = Cause.OFFICE, order: int | None = None
) -> Licence:
    """Puts a suspended licence into force again; what was taken from sale and is covered again is back on sale. Idempotent.

    The system (`by=None`) takes back this one cause, and reinstates only when no other is left. A person of the office, who
    sees all causes, takes back all of them. Raises Refused (code `office-only`) and IllegalMove.
    """
    row = held_licence(licence)
    refuse_outsider(by)
    if row.status == Status.ACTIVE:
        return row
    if row.status == Status.SUPERSEDED:
        raise IllegalMove(
            _("Licence %(number)s was replaced by another one, so it cannot be reinstated."),
            "illegal-move",
            {"number": row.number},
        )
    if by is None and row.status == Status.SUSPENDED:
        gone = Licence.cause_of(cause, order)
        left = {name: reason for name, reason in row.suspensions.items() if name != gone}
        if left:
            return _for_these(row, left)
    move(row, Status.ACTIVE)
    notices.owe_licence_changed(licence=row, kind="licensing.licence-reinstated", because="")
    ask_again(row)
    return row


@dataclass(frozen=True, slots=True)
class Mend:
    """What keeps a licence suspended, and what ends that; `order` is the number of the order to be paid, if that is it."""

    number: str
    because: str
    what_to_do: str
    order: str = ""


def mends_of(numbers: Collection[str]) -> list[Mend]:
    """What would put suspended licences into force again: one for each cause. Two queries, none without numbers."""
    licences = Licence.objects.without_papers().filter(number__in=numbers).order_by("pk") if numbers else []
    causes = [
        (licence.number, name, reason) for licence in licences for name, reason in licence.suspensions.items()
    ]
    keys = {int(name.partition(":")[2]) for _number, name, _reason in causes if ":" in name}
    orders = dict(Order.objects.filter(pk__in=keys).values_list("pk", "number")) if keys else {}
    return [
        Mend(number, reason, str(WHAT_TO_DO[Cause(name.partition(":")[0])]), _order_of(name, orders))
        for number, name, reason in causes
    ]


def _order_of(name: str, orders: Mapping[int, str]) -> str:
    kind, _colon, key = name.partition(":")
    return orders.get(int(key), "") if kind == Cause.NON_PAYMENT and key else ""


WHAT_TO_DO = {
    Cause.OFFICE: gettext_lazy("The office decided this: write to it, and ask what would put it right."),
    Cause.NON_PAYMENT: gettext_lazy("It is in force again as soon as the invoice is paid."),
    Cause.DISPUTE: gettext_lazy(
        "It is in force again when the bank decides so. If the payment was disputed by mistake, ask the bank to withdraw that."
    ),
}


def _for_these(row: Licence, causes: dict[str, str]) -> Licence:
    """Keeps a suspended licence suspended for these causes, and says the first of them on the check page."""
    if causes != row.suspensions:
        row.suspensions = causes
        row.status_because = row.causes()[0][1]
        row.save(update_fields=["suspensions", "status_because"])
    return row
